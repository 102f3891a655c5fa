/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two partners agree on and what they part on, those goals first that count most. */
#include "config.h"

#include "pages/ent-pair-agreement.h"

#include <glib/gi18n.h>

#include "pages/ent-stand-row.h"
#include "pages/ent-text.h"
#include "render/ent-position-matrix.h"

/* More rows than anybody reads; the figures still count all. */
#define MOST_ROWS 100

struct _EntPairAgreement {
  AdwBin parent_instance;

  EntAlignment *alignment;
  EntRecord *one;
  EntRecord *other;
  gboolean valued;

  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *figures;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EntPairAgreement, ent_pair_agreement, ADW_TYPE_BIN)

static void
clear_list (EntPairAgreement *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
finish_list (EntPairAgreement *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

/* --- Nobody chosen --------------------------------------------------------------------------- */

static void
show_undecided (EntPairAgreement *self)
{
  guint n = self->alignment != NULL ? ent_alignment_get_n_partners (self->alignment) : 0;
  gboolean any = FALSE;

  gtk_label_set_text (self->title, _("Choose Two Partners"));
  gtk_label_set_text (self->figures, _("A cell of the matrix leads to the goals on which two "
                                       "partners agree and part, with their reasons."));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      if (!ent_alignment_is_undecided (self->alignment, i))
        continue;
      if (!any)
        gtk_list_box_append (self->list, ent_stand_row_heading (_("Undecided, and so to be won")));
      any = TRUE;
      name = ent_text_dup_title (ent_alignment_get_partner (self->alignment, i));
      gtk_list_box_append (self->list, ent_stand_row_new (name, NULL, NULL, NULL));
    }
}

/* --- Two partners ---------------------------------------------------------------------------- */

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  const EntAlignmentShared *x = a;
  const EntAlignmentShared *y = b;

  if (x->amount > y->amount || x->amount < y->amount)
    return x->amount > y->amount ? -1 : 1;

  return x->goal < y->goal ? -1 : x->goal > y->goal;
}

static void
append_reason (EntPairAgreement *self, GString *text, guint goal, EntRecord *partner, int value)
{
  int number = ent_alignment_find_partner (self->alignment, partner);
  g_autofree char *reason = ent_stand_dup_reason (
    ent_alignment_get_position (self->alignment, goal, (guint) number));
  g_autofree char *name = ent_text_dup_title (partner);
  g_autofree char *spelled = ent_position_spell (value);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a partner and its position: plus 3, mission */
  g_string_append_printf (text, C_("stand", "%s: %s"), name, spelled);
  if (reason != NULL)
    g_string_append_printf (text, " – %s", reason);
}

static GtkWidget *
new_goal_row (EntPairAgreement *self, const EntAlignmentShared *shared)
{
  g_autofree char *title = ent_text_dup_title (ent_alignment_get_goal (self->alignment,
                                                                       shared->goal));
  g_autofree char *a = ent_stand_format (shared->a);
  g_autofree char *b = ent_stand_format (shared->b);
  g_autofree char *values = g_strdup_printf ("%s  %s", a, b);
  g_autoptr(GString) detail = g_string_new (NULL);

  append_reason (self, detail, shared->goal, self->one, shared->a);
  append_reason (self, detail, shared->goal, self->other, shared->b);

  return ent_stand_row_new (title, detail->str, values, NULL);
}

static void
add_goals (EntPairAgreement *self, guint one, guint other, gboolean apart)
{
  g_autoptr(GArray) shared = ent_alignment_dup_shared (self->alignment, one, other, apart);
  g_autofree char *rest = NULL;

  if (shared->len == 0)
    return;

  g_array_sort (shared, compare_amounts);
  gtk_list_box_append (self->list, ent_stand_row_heading (apart ? _("They part on")
                                                                : _("They agree on")));
  for (guint i = 0; i < MIN (shared->len, MOST_ROWS); i++)
    gtk_list_box_append (self->list,
                         new_goal_row (self, &g_array_index (shared, EntAlignmentShared, i)));
  if (shared->len <= MOST_ROWS)
    return;

  rest = g_strdup_printf (ngettext ("and %u more goal", "and %u more goals",
                                    shared->len - MOST_ROWS), shared->len - MOST_ROWS);
  gtk_list_box_append (self->list, ent_stand_row_heading (rest));
}

static char *
dup_simple_figures (const EntAlignmentPair *pair)
{
  double difference = (double) pair->convergence - (double) pair->divergence;
  g_autofree char *net = ent_stand_format_sum (difference, 0);

  /* Translators: on how many goals two partners agree and part, and the difference */
  return g_strdup_printf (_("Together on %u, apart on %u, net %s. Each goal counts as one."),
                          pair->convergence, pair->divergence, net);
}

static char *
dup_figures (const EntAlignmentPair *pair, gboolean valued)
{
  g_autofree char *net = ent_stand_format_sum (pair->net, 1);

  if (pair->convergence + pair->divergence == 0)
    return g_strdup (_("Undecided towards each other: there is no goal on which both take a "
                       "side."));

  if (!valued)
    return dup_simple_figures (pair);

  /* Translators: how much two partners agree and part on, and the difference; each is a sum over
   * goals of the mean of both positions */
  return g_strdup_printf (_("Together %.1f, apart %.1f, net %s. Each goal counts with the mean of "
                            "both positions, without sign."),
                          pair->valued_convergence, pair->valued_divergence, net);
}

static void
show_pair (EntPairAgreement *self, guint one, guint other)
{
  EntAlignmentPair pair = ent_alignment_get_pair (self->alignment, one, other);
  g_autofree char *first = ent_text_dup_title (self->one);
  g_autofree char *second = ent_text_dup_title (self->other);
  g_autofree char *title = g_strdup_printf ("%s – %s", first, second);
  g_autofree char *figures = dup_figures (&pair, self->valued);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figures, figures);
  add_goals (self, one, other, TRUE);
  add_goals (self, one, other, FALSE);
}

static void
update (EntPairAgreement *self)
{
  int one = -1;
  int other = -1;

  if (self->alignment != NULL)
    {
      one = ent_alignment_find_partner (self->alignment, self->one);
      other = ent_alignment_find_partner (self->alignment, self->other);
    }
  clear_list (self);
  if (one >= 0 && other >= 0 && one != other)
    show_pair (self, (guint) one, (guint) other);
  else
    show_undecided (self);
  finish_list (self);
}

/* What nobody sees waits until somebody does. */
static void
on_changed (EntPairAgreement *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
ent_pair_agreement_dispose (GObject *object)
{
  EntPairAgreement *self = ENT_PAIR_AGREEMENT (object);

  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_func (self->alignment, on_changed, self);
  g_clear_object (&self->alignment);
  g_clear_object (&self->one);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (ent_pair_agreement_parent_class)->dispose (object);
}

static void
ent_pair_agreement_class_init (EntPairAgreementClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pair_agreement_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-pair-agreement.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPairAgreement, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EntPairAgreement, title);
  gtk_widget_class_bind_template_child (widget_class, EntPairAgreement, figures);
  gtk_widget_class_bind_template_child (widget_class, EntPairAgreement, list);
}

static void
ent_pair_agreement_init (EntPairAgreement *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->valued = TRUE;
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
}

/**
 * ent_pair_agreement_set_alignment:
 * @self: a widget
 * @alignment: (nullable): whose partners it compares; nobody is chosen afterwards
 */
void
ent_pair_agreement_set_alignment (EntPairAgreement *self, EntAlignment *alignment)
{
  g_return_if_fail (ENT_IS_PAIR_AGREEMENT (self));
  g_return_if_fail (alignment == NULL || ENT_IS_ALIGNMENT (alignment));

  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_func (self->alignment, on_changed, self);
  g_set_object (&self->alignment, alignment);
  if (alignment != NULL)
    g_signal_connect_object (alignment, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  ent_pair_agreement_set_pair (self, NULL, NULL);
}

/**
 * ent_pair_agreement_set_valued:
 * @self: a widget
 * @valued: whether positions count by their value; otherwise each goal counts as one
 */
void
ent_pair_agreement_set_valued (EntPairAgreement *self, gboolean valued)
{
  g_return_if_fail (ENT_IS_PAIR_AGREEMENT (self));

  self->valued = valued;
  on_changed (self);
}

/**
 * ent_pair_agreement_set_pair:
 * @self: a widget
 * @one: (nullable): a partner
 * @other: (nullable): another one
 *
 * Compares two partners, or nobody.
 */
void
ent_pair_agreement_set_pair (EntPairAgreement *self, EntRecord *one, EntRecord *other)
{
  g_return_if_fail (ENT_IS_PAIR_AGREEMENT (self));

  g_set_object (&self->one, one);
  g_set_object (&self->other, other);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  on_changed (self);
}
