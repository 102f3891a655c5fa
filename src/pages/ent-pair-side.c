/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One direction: the expectations with their status in a word, and an entry for another. What is
 * expected of everyone is expected of this partner, too. */
#include "config.h"

#include "pages/ent-pair-side.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-page.h"
#include "pages/ent-text.h"

struct _EntPairSide {
  AdwBin parent_instance;

  EntRecord *from;
  EntRecord *to;

  GtkLabel *title;
  GtkLabel *none;
  GtkListBox *list;
  EntAddEntry *entry;
};

G_DEFINE_FINAL_TYPE (EntPairSide, ent_pair_side, ADW_TYPE_BIN)

static void
on_row_activated (EntPairSide *self, GtkListBoxRow *row)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));

  if (page != NULL)
    ent_page_reveal (page, g_object_get_data (G_OBJECT (row), "expectation"), -1);
}

/* Wraps, and does not ask for all the width that its text could take: two sides fit into a line. */
static GtkWidget *
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* "Agreed · of everyone · review 2026-05-31" */
static char *
dup_detail (EntRecord *expectation)
{
  const char *review = ent_record_get_string (expectation, ENT_EXPECTATION_REVIEW);
  g_autoptr(GString) detail = g_string_new (NULL);
  g_autofree char *status = ent_record_format (expectation, ENT_EXPECTATION_STATUS);

  g_string_append (detail, status);
  if (ent_record_get_ref (expectation, ENT_EXPECTATION_TO) == NULL)
    g_string_append_printf (detail, " · %s", _("of everyone"));
  if (*review != '\0')
    {
      g_autofree char *day = ent_text_format_date (review);

      g_string_append (detail, " · ");
      g_string_append_printf (detail, _("review %s"), day);
    }

  return g_string_free (g_steal_pointer (&detail), FALSE);
}

static void
add_row (EntPairSide *self, EntRecord *expectation)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *statement = ent_text_dup_title (expectation);
  g_autofree char *detail = dup_detail (expectation);

  add_label (box, statement);
  gtk_widget_add_css_class (add_label (box, detail), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "expectation", g_object_ref (expectation),
                          g_object_unref);
  gtk_list_box_append (self->list, row);
}

static gboolean
belongs_here (EntPairSide *self, EntRecord *expectation)
{
  EntRecord *to = ent_record_get_ref (expectation, ENT_EXPECTATION_TO);

  return ent_record_get_ref (expectation, ENT_EXPECTATION_FROM) == self->from
         && (to == self->to || to == NULL);
}

static gboolean
on_add (EntPairSide *self, const char *statement, GError **error)
{
  EntProject *project = self->from ? ent_record_get_project (self->from) : NULL;
  g_autoptr(EntRecord) record = NULL;

  if (project == NULL || self->to == NULL)
    return FALSE;

  record = ent_record_new (ENT_KIND_EXPECTATION);
  ent_record_set_string (record, ENT_EXPECTATION_STATEMENT, statement);
  ent_record_set_string (record, ENT_EXPECTATION_FROM, ent_record_get_id (self->from));
  ent_record_set_string (record, ENT_EXPECTATION_TO, ent_record_get_id (self->to));

  return ent_project_append (project, record, error);
}

static void
ent_pair_side_dispose (GObject *object)
{
  EntPairSide *self = ENT_PAIR_SIDE (object);

  g_clear_object (&self->from);
  g_clear_object (&self->to);

  G_OBJECT_CLASS (ent_pair_side_parent_class)->dispose (object);
}

static void
ent_pair_side_class_init (EntPairSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pair_side_dispose;

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-pair-side.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPairSide, title);
  gtk_widget_class_bind_template_child (widget_class, EntPairSide, none);
  gtk_widget_class_bind_template_child (widget_class, EntPairSide, list);
  gtk_widget_class_bind_template_child (widget_class, EntPairSide, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ent_pair_side_init (EntPairSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
update_heading (EntPairSide *self)
{
  g_autofree char *from = ent_text_dup_title (self->from);
  g_autofree char *to = ent_text_dup_title (self->to);
  g_autofree char *title = g_strdup_printf (_("%s expects of %s"), from, to);
  g_autofree char *prompt = g_strdup_printf (_("What else does %s expect?"), from);

  gtk_label_set_text (self->title, title);
  ent_add_entry_set_prompt (self->entry, prompt);
}

/**
 * ent_pair_side_set_partners:
 * @self: a side
 * @from: (nullable): who expects
 * @to: (nullable): of whom
 *
 * Shows the expectations as they are now.
 */
void
ent_pair_side_set_partners (EntPairSide *self, EntRecord *from, EntRecord *to)
{
  EntProject *project = from != NULL ? ent_record_get_project (from) : NULL;
  GtkWidget *row;
  guint n_rows = 0;

  g_return_if_fail (ENT_IS_PAIR_SIDE (self));

  g_set_object (&self->from, from);
  g_set_object (&self->to, to);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  if (project != NULL && to != NULL)
    {
      g_autoptr(GPtrArray) expectations =
        ent_project_dup_children (project, from, ENT_KIND_EXPECTATION, ENT_EXPECTATION_FROM);

      update_heading (self);
      for (guint i = 0; i < expectations->len; i++)
        if (belongs_here (self, g_ptr_array_index (expectations, i)))
          {
            add_row (self, g_ptr_array_index (expectations, i));
            n_rows++;
          }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), n_rows == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->entry),
                          project != NULL && to != NULL && !ent_project_is_read_only (project));
}
