/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners against partners as a matrix. In each cell the net of what two agree on and what they
 * part on, and under it both as bars on one scale: two graphs, one for convergence and one for
 * divergence, would have to be held side by side in the head. Those who agree stand together.
 * Partners without a stand that anybody shares are left out: they can be won, and stand in a list
 * of their own. */
#include "config.h"

#include "render/ent-agreement-matrix.h"

#include "analysis/ent-seriation.h"
#include "render/ent-matrix-project-private.h"

#include <glib/gi18n.h>
#include <math.h>

struct _EntAgreementMatrix {
  GObject parent_instance;

  EntAlignment *alignment;
  gboolean valued;
  GArray *partners;             /* guint: numbers, in the order of rows and of columns */
  double longest;               /* the largest amount any bar stands for; negative when not known */
};

static void ent_agreement_matrix_model_init (EntMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntAgreementMatrix, ent_agreement_matrix, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, ent_agreement_matrix_model_init))

static guint
get_number (EntAgreementMatrix *self, guint index)
{
  return g_array_index (self->partners, guint, index);
}

/* Both amounts as they are shown now: by goals, or by how much is at stake. */
typedef struct {
  double with;
  double against;
} Amounts;

static Amounts
get_amounts (EntAgreementMatrix *self, guint a, guint b)
{
  EntAlignmentPair pair = ent_alignment_get_pair (self->alignment, get_number (self, a),
                                                  get_number (self, b));

  if (self->valued)
    return (Amounts) { pair.valued_convergence, pair.valued_divergence };

  return (Amounts) { pair.convergence, pair.divergence };
}

static void
arrange (EntAgreementMatrix *self)
{
  guint n = ent_alignment_get_n_partners (self->alignment);
  g_autofree guint *order = ent_seriation_order_partners (self->alignment);

  g_array_set_size (self->partners, 0);
  for (guint i = 0; i < n; i++)
    if (!ent_alignment_is_undecided (self->alignment, order[i]))
      g_array_append_val (self->partners, order[i]);
  self->longest = -1;
}

static double
get_longest (EntAgreementMatrix *self)
{
  if (self->longest >= 0)
    return self->longest;

  self->longest = 0;
  for (guint a = 0; a < self->partners->len; a++)
    for (guint b = 0; b < a; b++)
      {
        Amounts amounts = get_amounts (self, a, b);

        self->longest = MAX (self->longest, MAX (amounts.with, amounts.against));
      }

  return self->longest;
}

/* --- Names ----------------------------------------------------------------------------------- */

static EntRecord *
get_partner (EntAgreementMatrix *self, guint index)
{
  return ent_alignment_get_partner (self->alignment, get_number (self, index));
}

static const char *
get_name (EntAgreementMatrix *self, guint index)
{
  return _ent_matrix_project_name (ent_record_get_string (get_partner (self, index),
                                                          ENT_PARTNER_NAME));
}

static char *
ent_agreement_matrix_dup_rows_label (EntMatrixModel *model)
{
  return g_strdup (ent_kind_get_label (ENT_KIND_PARTNER, TRUE));
}

static char *
ent_agreement_matrix_dup_row_title (EntMatrixModel *model, guint row)
{
  return g_strdup (get_name (ENT_AGREEMENT_MATRIX (model), row));
}

static char *
ent_agreement_matrix_dup_column_title (EntMatrixModel *model, guint column)
{
  EntAgreementMatrix *self = ENT_AGREEMENT_MATRIX (model);
  const char *short_name = ent_record_get_string (get_partner (self, column),
                                                  ENT_PARTNER_SHORT_NAME);

  return g_strdup (*short_name != '\0' ? short_name : get_name (self, column));
}

static char *
ent_agreement_matrix_dup_column_description (EntMatrixModel *model, guint column)
{
  return ent_agreement_matrix_dup_row_title (model, column);
}

/* --- Cells ----------------------------------------------------------------------------------- */

static guint
ent_agreement_matrix_get_n (EntMatrixModel *model)
{
  return ENT_AGREEMENT_MATRIX (model)->partners->len;
}

/* Halves are exact; everything else is a whole number. */
static guint
count_decimals (double amount)
{
  return amount == floor (amount) ? 0 : 1;
}

static char *
format_amount (double amount)
{
  return g_strdup_printf ("%.*f", (int) count_decimals (amount), amount);
}

static char *
format_net (double net)
{
  return ent_stand_format_sum (net, count_decimals (net));
}

static gboolean
is_empty (const Amounts *amounts)
{
  return amounts->with == 0 && amounts->against == 0;
}

static const char *
ent_agreement_matrix_get_cell_text (EntMatrixModel *model, guint row, guint column)
{
  EntAgreementMatrix *self = ENT_AGREEMENT_MATRIX (model);
  Amounts amounts;
  g_autofree char *text = NULL;

  if (row == column)
    return "";
  amounts = get_amounts (self, row, column);
  if (is_empty (&amounts))
    return "";
  text = format_net (amounts.with - amounts.against);

  return g_intern_string (text);
}

static EntMatrixTone
ent_agreement_matrix_get_cell_tone (EntMatrixModel *model, guint row, guint column)
{
  Amounts amounts;

  if (row == column)
    return ENT_MATRIX_TONE_SUMMARY;
  amounts = get_amounts (ENT_AGREEMENT_MATRIX (model), row, column);
  if (amounts.with == amounts.against)
    return ENT_MATRIX_TONE_NONE;

  return amounts.with > amounts.against ? ENT_MATRIX_TONE_FOR_1 : ENT_MATRIX_TONE_AGAINST_1;
}

static gboolean
ent_agreement_matrix_get_cell_bars (EntMatrixModel *model, guint row, guint column,
                                    EntMatrixBars *bars)
{
  EntAgreementMatrix *self = ENT_AGREEMENT_MATRIX (model);
  Amounts amounts;
  double longest = get_longest (self);

  if (row == column || longest <= 0)
    return FALSE;
  amounts = get_amounts (self, row, column);
  if (is_empty (&amounts))
    return FALSE;
  bars->with = amounts.with / longest;
  bars->against = amounts.against / longest;

  return TRUE;
}

/* “net +3.5: together 5.5 on 2 goals, apart 2 on 1 goal” */
static char *
describe_pair (const EntAlignmentPair *pair, gboolean valued)
{
  double with = valued ? pair->valued_convergence : pair->convergence;
  double against = valued ? pair->valued_divergence : pair->divergence;
  g_autofree char *net = format_net (with - against);
  g_autofree char *together = NULL;
  g_autofree char *apart = NULL;
  g_autofree char *with_text = format_amount (with);
  g_autofree char *against_text = format_amount (against);

  if (!valued)
    {
      together = g_strdup_printf (ngettext ("together on %u goal", "together on %u goals",
                                            pair->convergence), pair->convergence);
      apart = g_strdup_printf (ngettext ("apart on %u goal", "apart on %u goals",
                                         pair->divergence), pair->divergence);
    }
  else
    {
      /* Translators: what two partners agree on: a sum, and on how many goals */
      together = g_strdup_printf (ngettext ("together %s on %u goal", "together %s on %u goals",
                                            pair->convergence), with_text, pair->convergence);
      apart = g_strdup_printf (ngettext ("apart %s on %u goal", "apart %s on %u goals",
                                         pair->divergence), against_text, pair->divergence);
    }

  /* Translators: how two partners stand to each other: net +3.5: together 5.5 on 2 goals, apart 2
   * on 1 goal */
  return g_strdup_printf (_("net %s: %s, %s"), net, together, apart);
}

static char *
ent_agreement_matrix_dup_cell_description (EntMatrixModel *model, guint row, guint column)
{
  EntAgreementMatrix *self = ENT_AGREEMENT_MATRIX (model);
  EntAlignmentPair pair;
  g_autofree char *figures = NULL;

  if (row == column)
    return g_strdup (get_name (self, row));
  pair = ent_alignment_get_pair (self->alignment, get_number (self, row),
                                 get_number (self, column));
  if (pair.convergence + pair.divergence == 0)
    /* Translators: two partners */
    return g_strdup_printf (_("%s, %s: no goal on which both take a side"), get_name (self, row),
                            get_name (self, column));
  figures = describe_pair (&pair, self->valued);

  /* Translators: two partners, and how they stand to each other */
  return g_strdup_printf (C_("pair", "%s, %s: %s"), get_name (self, row), get_name (self, column),
                          figures);
}

/* --- Following the alignment ----------------------------------------------------------------- */

/* Whether somebody is left out who should not be, or the other way round. */
static gboolean
has_other_partners (EntAgreementMatrix *self)
{
  guint n_decided = 0;

  for (guint i = 0; i < ent_alignment_get_n_partners (self->alignment); i++)
    n_decided += !ent_alignment_is_undecided (self->alignment, i);
  for (guint i = 0; i < self->partners->len; i++)
    if (ent_alignment_is_undecided (self->alignment, get_number (self, i)))
      return TRUE;

  return n_decided != self->partners->len;
}

static void
on_changed (EntAgreementMatrix *self, const EntAlignmentUpdate *update)
{
  EntMatrixModel *model = ENT_MATRIX_MODEL (self);
  gboolean others = update->everything || (update->figures && has_other_partners (self));

  self->longest = -1;
  if (others)
    arrange (self);

  if (others || (update->fields && update->partners->len > 0))
    ent_matrix_model_layout_changed (model);
  else if (update->figures)
    ent_matrix_model_changed (model, 0, 0, self->partners->len, self->partners->len);
}

static void
ent_agreement_matrix_model_init (EntMatrixModelInterface *iface)
{
  iface->get_n_rows = ent_agreement_matrix_get_n;
  iface->get_n_columns = ent_agreement_matrix_get_n;
  iface->dup_rows_label = ent_agreement_matrix_dup_rows_label;
  iface->dup_row_title = ent_agreement_matrix_dup_row_title;
  iface->dup_column_title = ent_agreement_matrix_dup_column_title;
  iface->dup_column_description = ent_agreement_matrix_dup_column_description;
  iface->get_cell_text = ent_agreement_matrix_get_cell_text;
  iface->get_cell_tone = ent_agreement_matrix_get_cell_tone;
  iface->get_cell_bars = ent_agreement_matrix_get_cell_bars;
  iface->dup_cell_description = ent_agreement_matrix_dup_cell_description;
}

static void
ent_agreement_matrix_dispose (GObject *object)
{
  EntAgreementMatrix *self = ENT_AGREEMENT_MATRIX (object);

  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_data (self->alignment, self);
  g_clear_object (&self->alignment);
  g_clear_pointer (&self->partners, g_array_unref);

  G_OBJECT_CLASS (ent_agreement_matrix_parent_class)->dispose (object);
}

static void
ent_agreement_matrix_class_init (EntAgreementMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_agreement_matrix_dispose;
}

static void
ent_agreement_matrix_init (EntAgreementMatrix *self)
{
  self->valued = TRUE;
  self->partners = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_agreement_matrix_new:
 * @alignment: an alignment
 *
 * Returns: (transfer full): how its partners stand to each other, by value
 */
EntAgreementMatrix *
ent_agreement_matrix_new (EntAlignment *alignment)
{
  EntAgreementMatrix *self;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);

  self = g_object_new (ENT_TYPE_AGREEMENT_MATRIX, NULL);
  self->alignment = g_object_ref (alignment);
  arrange (self);
  g_signal_connect_object (alignment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_agreement_matrix_get_alignment:
 * @self: an agreement matrix
 *
 * Returns: (transfer none): what it shows
 */
EntAlignment *
ent_agreement_matrix_get_alignment (EntAgreementMatrix *self)
{
  g_return_val_if_fail (ENT_IS_AGREEMENT_MATRIX (self), NULL);

  return self->alignment;
}

/**
 * ent_agreement_matrix_set_valued:
 * @self: an agreement matrix
 * @valued: whether positions count by their value; otherwise each goal counts as one
 *
 * Chooses between the valued and the simple figures.
 */
void
ent_agreement_matrix_set_valued (EntAgreementMatrix *self, gboolean valued)
{
  g_return_if_fail (ENT_IS_AGREEMENT_MATRIX (self));

  valued = !!valued;
  if (self->valued == valued)
    return;
  self->valued = valued;
  self->longest = -1;
  ent_matrix_model_changed (ENT_MATRIX_MODEL (self), 0, 0, self->partners->len,
                            self->partners->len);
}

/**
 * ent_agreement_matrix_get_valued:
 * @self: an agreement matrix
 *
 * Returns: whether positions count by their value
 */
gboolean
ent_agreement_matrix_get_valued (EntAgreementMatrix *self)
{
  g_return_val_if_fail (ENT_IS_AGREEMENT_MATRIX (self), FALSE);

  return self->valued;
}

/**
 * ent_agreement_matrix_get_partner:
 * @self: an agreement matrix
 * @index: a row or a column
 *
 * Returns: the number of its partner in the alignment, or -1 where there is no such row
 */
int
ent_agreement_matrix_get_partner (EntAgreementMatrix *self, guint index)
{
  g_return_val_if_fail (ENT_IS_AGREEMENT_MATRIX (self), -1);

  return index < self->partners->len ? (int) get_number (self, index) : -1;
}

/**
 * ent_agreement_matrix_find_partner:
 * @self: an agreement matrix
 * @partner: (nullable): a partner
 *
 * Returns: its row and column, or -1 where it is not shown
 */
int
ent_agreement_matrix_find_partner (EntAgreementMatrix *self, EntRecord *partner)
{
  int number;

  g_return_val_if_fail (ENT_IS_AGREEMENT_MATRIX (self), -1);

  number = ent_alignment_find_partner (self->alignment, partner);
  for (guint i = 0; number >= 0 && i < self->partners->len; i++)
    if (get_number (self, i) == (guint) number)
      return (int) i;

  return -1;
}
