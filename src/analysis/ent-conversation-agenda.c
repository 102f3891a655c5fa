/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation in words: why it is pressing, its agenda, and the check-in that plans it. */
#include "config.h"

#include "analysis/ent-conversation.h"

#include "analysis/ent-horizon-clash.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>
#include <math.h>

/* So much of a reason goes into an agenda; all of it stays with the position. */
#define MOST_REASON_CHARS 300

/**
 * ent_conversation_dup_clashes:
 * @self: a conversation
 *
 * Returns: (transfer full) (element-type EntHorizonClash): see ent_horizon_clash_find()
 */
GArray *
ent_conversation_dup_clashes (EntConversation *self)
{
  EntAlignment *alignment;
  int goal;

  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NULL);

  alignment = ent_conversation_get_alignment (self);
  goal = ent_alignment_find_goal (alignment, ent_conversation_get_goal (self));

  return goal >= 0 ? ent_horizon_clash_find (alignment, (guint) goal)
                   : g_array_new (FALSE, FALSE, sizeof (EntHorizonClash));
}

/**
 * ent_conversation_dup_explanation:
 * @self: a conversation
 *
 * Returns: (transfer full): how its score came about, in words
 */
char *
ent_conversation_dup_explanation (EntConversation *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NULL);

  if (isnan (ent_conversation_get_division (self)))
    return g_strdup (_("Fewer than two partners have said where they stand."));

  /* Translators: the division is 0 to 1, the weight 1 to 5, and the last number their product. */
  return g_strdup_printf (_("Division %.2f × weight %u = %.2f"),
                          ent_conversation_get_division (self), ent_conversation_get_weight (self),
                          ent_conversation_get_score (self));
}

/**
 * ent_conversation_get_side_title:
 * @side: a side
 *
 * Returns: (transfer none): what stands above those on that side, translated
 */
const char *
ent_conversation_get_side_title (EntConversationSide side)
{
  static const char *const titles[ENT_N_CONVERSATION_SIDES] = {
    N_("For it"), N_("Against it"), N_("Of little consequence to"), N_("Not asked yet"),
  };

  g_return_val_if_fail (side < ENT_N_CONVERSATION_SIDES, NULL);

  return _(titles[side]);
}

static char *
dup_name (EntConversation *self, guint partner)
{
  EntRecord *record = ent_alignment_get_partner (ent_conversation_get_alignment (self), partner);

  return ent_phrase_name (ent_record_get_string (record, ENT_PARTNER_NAME));
}

/* The reason on one line; NULL if there is none. */
static char *
dup_reason (EntRecord *position)
{
  g_autofree char *line = NULL;
  g_autofree char *head = NULL;

  if (position == NULL)
    return NULL;

  line = g_strstrip (ent_phrase_show (ent_record_get_string (position, ENT_POSITION_REASON)));
  if (*line == '\0')
    return NULL;
  if (g_utf8_strlen (line, -1) <= MOST_REASON_CHARS)
    return g_steal_pointer (&line);

  head = g_utf8_substring (line, 0, MOST_REASON_CHARS);

  return g_strconcat (head, "…", NULL);
}

static void
append_stand (EntConversation *self, const EntConversationStand *stand, GString *agenda)
{
  g_autofree char *name = dup_name (self, stand->partner);
  g_autofree char *value = ent_stand_format (stand->value);
  g_autofree char *reason = dup_reason (stand->position);

  g_string_append_printf (agenda, "– %s", name);
  if (*value != '\0')
    g_string_append_printf (agenda, " %s", value);
  if (reason != NULL)
    g_string_append_printf (agenda, ": %s", reason);
  g_string_append_c (agenda, '\n');
}

static void
append_sides (EntConversation *self, GString *agenda)
{
  for (guint side = 0; side < ENT_N_CONVERSATION_SIDES; side++)
    {
      g_autoptr(GArray) stands = ent_conversation_dup_stands (self, side);

      if (stands->len == 0)
        continue;

      g_string_append_printf (agenda, "\n%s\n", ent_conversation_get_side_title (side));
      for (guint i = 0; i < stands->len; i++)
        append_stand (self, &g_array_index (stands, EntConversationStand, i), agenda);
    }
}

static void
append_bridges (EntConversation *self, GString *agenda)
{
  g_autoptr(GArray) bridges = ent_conversation_dup_bridges (self);

  if (bridges->len == 0)
    return;

  g_string_append_printf (agenda, "\n%s\n", _("Who could bridge"));
  for (guint i = 0; i < bridges->len; i++)
    {
      const EntConversationBridge *bridge = &g_array_index (bridges, EntConversationBridge, i);
      g_autofree char *name = dup_name (self, bridge->partner);

      /* Translators: a partner, and why it could bridge between two sides */
      g_string_append_printf (agenda, _("– %s: %s\n"), name,
                              bridge->undecided ? _("undecided")
                                                : _("agrees with both sides on other goals"));
    }
}

static void
append_clashes (EntConversation *self, GString *agenda)
{
  g_autoptr(GArray) clashes = ent_conversation_dup_clashes (self);

  if (clashes->len == 0)
    return;

  g_string_append_printf (agenda, "\n%s\n", _("Long term against short term"));
  for (guint i = 0; i < clashes->len; i++)
    {
      g_autofree char *sentence = ent_horizon_clash_dup_sentence (
        &g_array_index (clashes, EntHorizonClash, i), ent_conversation_get_alignment (self));

      g_string_append_printf (agenda, "– %s\n", sentence);
    }
}

/**
 * ent_conversation_dup_agenda:
 * @self: a conversation
 *
 * Returns: (transfer full): what to talk about, as lines of text: the goal, who stands where and
 *   why, who could bridge, and whose horizons clash
 */
char *
ent_conversation_dup_agenda (EntConversation *self)
{
  GString *agenda;
  g_autofree char *goal = NULL;

  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NULL);

  goal = ent_phrase_quote (ent_record_get_string (ent_conversation_get_goal (self),
                                                  ENT_GOAL_TITLE));
  agenda = g_string_new (NULL);
  /* Translators: a goal, in quotes */
  g_string_append_printf (agenda, _("Where we stand on %s\n"), goal);
  append_sides (self, agenda);
  append_bridges (self, agenda);
  append_clashes (self, agenda);
  g_string_truncate (agenda, agenda->len - 1);

  return g_string_free (agenda, FALSE);
}

/**
 * ent_conversation_record:
 * @self: a conversation
 * @date: the day it is to be held, `YYYY-MM-DD`
 * @error: return location for an error of %ENT_MODEL_ERROR
 *
 * Adds a check-in of kind dialogue with the conversation as its agenda, as one step.
 *
 * Returns: (transfer none) (nullable): the check-in
 */
EntRecord *
ent_conversation_record (EntConversation *self, const char *date, GError **error)
{
  EntProject *project;
  g_autoptr(EntRecord) check_in = NULL;
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *agenda = NULL;
  g_autofree char *goal = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NULL);
  g_return_val_if_fail (date != NULL && ent_date_is_valid (date), NULL);

  project = ent_alignment_get_project (ent_conversation_get_alignment (self));
  agenda = ent_conversation_dup_agenda (self);
  goal = ent_phrase_quote (ent_record_get_string (ent_conversation_get_goal (self),
                                                  ENT_GOAL_TITLE));
  /* Translators: a goal, in quotes */
  label = g_strdup_printf (_("Plan a talk about %s"), goal);

  check_in = ent_record_new (ENT_KIND_CHECK_IN);
  ent_record_set_string (check_in, ENT_CHECK_IN_DATE, date);
  ent_record_set_enum (check_in, ENT_CHECK_IN_KIND, ENT_CHECK_IN_DIALOGUE);
  ent_record_set_string (check_in, ENT_CHECK_IN_AGENDA, agenda);

  step = ent_project_begin (project, label);
  if (!ent_project_append (project, check_in, error))
    return NULL;
  ent_transaction_commit (step);

  return check_in;
}
