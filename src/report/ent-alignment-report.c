/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment as a document: the matrix with its totals, who agrees with whom, what to talk about
 * first, and which positions changed and why. Every value has its sign, so that it is complete in
 * black and white. */
#include "config.h"

#include "report/ent-alignment-report.h"

#include "analysis/ent-conversations.h"
#include "analysis/ent-day.h"
#include "analysis/ent-horizon-clash.h"
#include "analysis/ent-phrase.h"
#include "render/ent-agreement-matrix.h"
#include "render/ent-position-matrix.h"

#include <glib/gi18n.h>

#define MINUS "\342\210\222"

/* “12 goals · 6 partners · as of 3 May 2026” */
static char *
count_everything (EntAlignment *alignment)
{
  guint n_goals = ent_alignment_get_n_goals (alignment);
  guint n_partners = ent_alignment_get_n_partners (alignment);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  g_autofree char *partners = g_strdup_printf (ngettext ("%u partner", "%u partners", n_partners),
                                               n_partners);
  g_autofree char *day = ent_day_format (ent_alignment_get_as_of (alignment));
  g_autofree char *as_of = g_strdup_printf (_("as of %s"), day);

  return g_strdup_printf ("%s · %s · %s", goals, partners, as_of);
}

static void
add_legend (EntReport *report)
{
  const EntLegendItem items[] = {
    { "+4", ENT_MATRIX_TONE_FOR_4, _("For"), _("touches its existence") },
    { "+3", ENT_MATRIX_TONE_FOR_3, _("For"), _("its mission") },
    { "+2", ENT_MATRIX_TONE_FOR_2, _("For"), _("its projects") },
    { "+1", ENT_MATRIX_TONE_FOR_1, _("For"), _("its way of working") },
    { "0", ENT_MATRIX_TONE_ZERO, _("Neither"), _("of little consequence to it") },
    { MINUS "1", ENT_MATRIX_TONE_AGAINST_1, _("Against"), _("by the same measure") },
    { MINUS "4", ENT_MATRIX_TONE_AGAINST_4, _("Against"), _("touches its existence") },
    { "", ENT_MATRIX_TONE_NONE, _("Empty"), _("not known") },
  };

  ent_report_add_legend (report, items, G_N_ELEMENTS (items));
}

static void
add_positions (EntReport *report, EntAlignment *alignment)
{
  g_autoptr(EntPositionMatrix) matrix = ent_position_matrix_new (alignment);

  add_legend (report);
  ent_report_add_matrix (report, _("Goals and partners"), ENT_MATRIX_MODEL (matrix));
  ent_report_add_text (report,
    _("For and Against add up positions. Division goes from 0, all on one side, to 1, one half at "
      "−4 and the other at +4. A corner marks a position with a reason. Ambivalence goes from 0, "
      "always ally or always opponent, to 1, both equally."));
}

static const char *
get_partner_name (EntAlignment *alignment, guint partner)
{
  return ent_record_get_string (ent_alignment_get_partner (alignment, partner), ENT_PARTNER_NAME);
}

static void
append_names (GString *text, EntAlignment *alignment, GArray *partners)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < partners->len; i++)
    g_ptr_array_add (names, ent_phrase_name (
      get_partner_name (alignment, g_array_index (partners, guint, i))));
  g_ptr_array_add (names, NULL);
  joined = ent_phrase_join ((const char *const *) names->pdata);
  g_string_append (text, joined);
}

/* --- Who agrees with whom -------------------------------------------------------------------- */

static void
add_undecided (EntReport *report, EntAlignment *alignment)
{
  g_autoptr(GArray) undecided = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ent_alignment_get_n_partners (alignment); i++)
    if (ent_alignment_is_undecided (alignment, i))
      g_array_append_val (undecided, i);
  if (undecided->len == 0)
    return;

  append_names (names, alignment, undecided);
  /* Translators: partners who share no stand with anybody yet */
  text = g_strdup_printf (_("Undecided, and so to be won: %s."), names->str);
  ent_report_add_text (report, text);
}

static void
add_agreement (EntReport *report, EntAlignment *alignment)
{
  g_autoptr(EntAgreementMatrix) matrix = ent_agreement_matrix_new (alignment);

  ent_report_add_heading (report, _("Who agrees with whom"));
  if (ent_matrix_model_get_n_rows (ENT_MATRIX_MODEL (matrix)) > 1)
    {
      ent_report_add_text (report,
        _("The number is what two partners agree on less what they part on. Below it the filled "
          "bar is agreement and the hollow one is disagreement, each goal counted with the mean of "
          "both positions. Partners who agree stand together."));
      ent_report_add_matrix (report, _("Who agrees with whom"), ENT_MATRIX_MODEL (matrix));
    }
  add_undecided (report, alignment);
}

/* --- What to talk about ---------------------------------------------------------------------- */

/* “Riverside Trust +3: “…”” */
static void
append_stand (GString *text, EntAlignment *alignment, const EntConversationStand *stand)
{
  g_autofree char *name = ent_phrase_name (get_partner_name (alignment, stand->partner));
  g_autofree char *value = ent_stand_format (stand->value);
  const char *reason = stand->position != NULL
    ? ent_record_get_string (stand->position, ENT_POSITION_REASON) : "";

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s %s", name, value);
  if (*reason != '\0')
    {
      g_autofree char *shown = ent_phrase_show (reason);

      g_string_append (text, ": ");
      /* Translators: the quotation marks around a reason */
      g_string_append_printf (text, C_("reason", "“%s”"), shown);
    }
}

static char *
list_stands (EntConversation *conversation)
{
  GString *text = g_string_new (NULL);

  for (EntConversationSide side = ENT_CONVERSATION_FOR; side <= ENT_CONVERSATION_AGAINST; side++)
    {
      g_autoptr(GArray) stands = ent_conversation_dup_stands (conversation, side);

      for (guint i = 0; i < stands->len; i++)
        append_stand (text, ent_conversation_get_alignment (conversation),
                      &g_array_index (stands, EntConversationStand, i));
    }

  return g_string_free (text, FALSE);
}

static void
add_once (GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return;
  g_array_append_val (numbers, number);
}

/* Who thinks in the long term and who in the short one, each once: a line for each two of them
 * would say the same over and over. */
static void
append_clashes (GString *text, EntConversation *conversation)
{
  EntAlignment *alignment = ent_conversation_get_alignment (conversation);
  g_autoptr(GArray) clashes = ent_conversation_dup_clashes (conversation);
  g_autoptr(GArray) far = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));

  if (clashes->len == 0)
    return;
  for (guint i = 0; i < clashes->len; i++)
    {
      add_once (far, g_array_index (clashes, EntHorizonClash, i).long_term);
      add_once (near, g_array_index (clashes, EntHorizonClash, i).short_term);
    }
  g_string_append_printf (text, "\n%s ", _("Long term:"));
  append_names (text, alignment, far);
  g_string_append_printf (text, "\n%s ", _("Short term:"));
  append_names (text, alignment, near);
}

static char *
list_bridges (EntConversation *conversation)
{
  EntAlignment *alignment = ent_conversation_get_alignment (conversation);
  g_autoptr(GArray) bridges = ent_conversation_dup_bridges (conversation);
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bridges->len; i++)
    g_array_append_val (partners, g_array_index (bridges, EntConversationBridge, i).partner);
  if (bridges->len == 0)
    g_string_append (text, _("nobody yet"));
  else
    append_names (text, alignment, partners);
  append_clashes (text, conversation);

  return g_string_free (text, FALSE);
}

static void
add_conversations (EntReport *report, EntAlignment *alignment)
{
  const char *columns[] = { _("Goal"), _("How pressing"), _("Who stands where"),
                            _("Who could bridge"), NULL };
  const double weights[] = { 4, 3, 7, 4 };
  g_autoptr(EntConversations) conversations = ent_conversations_new (alignment);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (conversations));
  EntBlock *table;

  ent_report_add_heading (report, _("Talk about this first"));
  if (n == 0)
    {
      ent_report_add_text (report, _("No goal divides the partners as far as they have said."));
      return;
    }

  table = ent_report_add_table (report, columns, weights);
  table->data = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntConversation) conversation = g_list_model_get_item (G_LIST_MODEL (conversations),
                                                                       i);
      char **texts = g_new0 (char *, G_N_ELEMENTS (columns));

      texts[0] = g_strdup (ent_record_get_string (ent_conversation_get_goal (conversation),
                                                  ENT_GOAL_TITLE));
      texts[1] = ent_conversation_dup_explanation (conversation);
      texts[2] = list_stands (conversation);
      texts[3] = list_bridges (conversation);
      ent_block_take_row (table, texts, -1);
    }
}

/* --- What changed ---------------------------------------------------------------------------- */

static void
add_change (EntBlock *table, EntAlignment *alignment, guint goal, guint partner,
            const EntAlignmentStep *step)
{
  char **texts = g_new0 (char *, 5);
  g_autofree char *from = ent_stand_format (step->from);
  g_autofree char *to = ent_stand_format (step->to);
  g_autofree char *day = ent_day_format (ent_record_get_string (step->position,
                                                                ENT_POSITION_DATE));

  texts[0] = g_strdup (ent_record_get_string (ent_alignment_get_goal (alignment, goal),
                                              ENT_GOAL_TITLE));
  texts[1] = g_strdup (get_partner_name (alignment, partner));
  /* Translators: a position before, a position after, and the day of the change */
  texts[2] = g_strdup_printf (_("%s → %s, %s"), from, to, day);
  texts[3] = g_strdup (ent_record_get_string (step->position, ENT_POSITION_REASON));
  ent_block_take_row (table, texts, -1);
}

/* Up to the day looked at; the table is there once there is something to put into it. */
static void
add_cell_changes (EntReport *report, EntBlock **table, EntAlignment *alignment, guint goal,
                  guint partner)
{
  const char *columns[] = { _("Goal"), _("Partner"), _("Change"), _("Why"), NULL };
  const double weights[] = { 4, 3, 3, 6 };
  g_autoptr(GArray) history = ent_alignment_dup_history (alignment, goal, partner);

  for (guint i = 0; i < history->len; i++)
    {
      const EntAlignmentStep *step = &g_array_index (history, EntAlignmentStep, i);

      if (step->from != ENT_STAND_UNKNOWN && step->from != step->to)
        {
          if (*table == NULL)
            {
              ent_report_add_heading (report, _("Positions that changed"));
              *table = ent_report_add_table (report, columns, weights);
            }
          add_change (*table, alignment, goal, partner, step);
        }
      if (step->in_force)
        break;
    }
}

static void
add_changes (EntReport *report, EntAlignment *alignment)
{
  EntBlock *table = NULL;

  for (guint goal = 0; goal < ent_alignment_get_n_goals (alignment); goal++)
    for (guint partner = 0; partner < ent_alignment_get_n_partners (alignment); partner++)
      if (ent_alignment_get_value (alignment, goal, partner) != ENT_STAND_UNKNOWN)
        add_cell_changes (report, &table, alignment, goal, partner);
}

/**
 * ent_alignment_report_new:
 * @project: a project
 * @options: (nullable): what the document holds; %NULL for today
 *
 * Returns: (transfer full): its alignment as a document, as it is now
 */
EntReport *
ent_alignment_report_new (EntProject *project, const EntReportOptions *options)
{
  const EntReportOptions plain = { NULL };
  g_autoptr(EntAlignment) alignment = NULL;
  g_autofree char *date = NULL;
  g_autofree char *counts = NULL;
  EntReport *report;
  EntRecord *info;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  options = options != NULL ? options : &plain;
  info = ent_project_get_info (project);
  alignment = ent_alignment_new (project);
  ent_alignment_set_as_of (alignment, options->as_of);
  ent_alignment_freeze (alignment);
  date = ent_report_format_date (options->date);
  report = ent_report_new (_("Alignment"), ent_record_get_string (info, ENT_PROJECT_TITLE),
                           ent_record_get_string (info, ENT_PROJECT_COORDINATOR_NAME), date);

  counts = count_everything (alignment);
  ent_report_add_text (report, counts);
  if (ent_alignment_get_n_goals (alignment) == 0 || ent_alignment_get_n_partners (alignment) == 0)
    {
      ent_report_add_text (report, ent_alignment_get_n_goals (alignment) == 0
        ? _("There are no goals yet. Add goals on the Goals page, then print again.")
        : _("There are no partners yet. Add partners on the Partners page, then print again."));
      return report;
    }

  add_positions (report, alignment);
  add_agreement (report, alignment);
  add_conversations (report, alignment);
  add_changes (report, alignment);

  return report;
}
