/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conversations to have: their order, what they say, and that the list follows each step. */
#include "alignment-fixture.h"
#include "../model/list-mirror.h"
#include "../model/random-edits.h"
#include "analysis/ent-conversations.h"
#include "analysis/ent-horizon-clash.h"

#include <string.h>

#define N_EDITS 300

/* What the fixture's values mean: a wide gap over a weighty goal, a narrow one, none. */
static AlignmentFixture *
make_fixture (void)
{
  const char *rows[] = { "1 -1 . .", "4 -4 0 .", "3 2 4 1", "2 . . .", NULL };
  AlignmentFixture *fixture = alignment_fixture_new (4, rows);

  ent_record_set_int (alignment_fixture_goal (fixture, 0), ENT_GOAL_WEIGHT, 3);

  return fixture;
}

static char *
list_goals (EntConversations *conversations)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (conversations)); i++)
    {
      g_autoptr(EntConversation) one = g_list_model_get_item (G_LIST_MODEL (conversations), i);

      g_string_append_printf (out, "%s %.4f; ",
                              ent_record_get_string (ent_conversation_get_goal (one),
                                                     ENT_GOAL_TITLE),
                              ent_conversation_get_score (one));
    }

  return g_string_free (out, FALSE);
}

static void
assert_goals (EntConversations *conversations, const char *expected)
{
  g_autofree char *goals = list_goals (conversations);

  g_assert_cmpstr (goals, ==, expected);
}

static void
test_order (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversations) conversations = ent_conversations_new (alignment);

  /* Two of three at opposite ends: 2·7 / (7·4). 1 against −1: 2·1 / (7·2), times 3. */
  assert_goals (conversations, "Goal 2 0.5000; Goal 1 0.4286; ");
  ent_record_set_int (alignment_fixture_goal (fixture, 0), ENT_GOAL_WEIGHT, 5);
  alignment_fixture_say (fixture, 0, 0, FIXTURE_DAY, 3, NULL);
  assert_goals (conversations, "Goal 1 2.1429; Goal 2 0.5000; ");
  alignment_fixture_say (fixture, 0, 1, FIXTURE_DAY, 0, NULL);
  assert_goals (conversations, "Goal 2 0.5000; ");
  alignment_fixture_say (fixture, 3, 3, FIXTURE_DAY, -1, NULL);
  assert_goals (conversations, "Goal 2 0.5000; Goal 4 0.2857; ");
  ent_alignment_set_as_of (alignment, "2026-01-09");
  assert_goals (conversations, "");
}

/* A step can change division and weight so that their product stays: among equals the weightier stands
 * first, then the earlier. */
static void
test_equal_product (void)
{
  const char *rows[] = { "4 -4 -4 0", "4 -4 0 0", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversations) conversations = ent_conversations_new (alignment);
  g_autoptr(EntTransaction) step = NULL;

  ent_record_set_int (alignment_fixture_goal (fixture, 1), ENT_GOAL_WEIGHT, 2);
  assert_goals (conversations, "Goal 2 0.5000; Goal 1 0.5000; ");
  step = ent_project_begin (fixture->project, "Both");
  ent_record_set_int (alignment_fixture_goal (fixture, 1), ENT_GOAL_WEIGHT, 1);
  alignment_fixture_say (fixture, 1, 2, "2026-02-01", -4, NULL);
  ent_transaction_commit (step);
  assert_goals (conversations, "Goal 1 0.5000; Goal 2 0.5000; ");
}

static void
test_equal_scores (void)
{
  const char *rows[] = { "1 -1", "1 -1", "1 -1", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversations) conversations = ent_conversations_new (alignment);

  assert_goals (conversations, "Goal 1 0.1429; Goal 2 0.1429; Goal 3 0.1429; ");
  ent_project_move (fixture->project, alignment_fixture_goal (fixture, 2), 0);
  assert_goals (conversations, "Goal 3 0.1429; Goal 1 0.1429; Goal 2 0.1429; ");
}

static void
test_who (void)
{
  const char *rows[] = { "4 -4 0 . -1", "2 -2 . . 2", "3 -3 . . -2", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (5, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversation) one = ent_conversation_new (alignment,
                                                         alignment_fixture_goal (fixture, 0));
  g_autoptr(GArray) against = ent_conversation_dup_stands (one, ENT_CONVERSATION_AGAINST);
  g_autoptr(GArray) neutral = ent_conversation_dup_stands (one, ENT_CONVERSATION_NEUTRAL);
  g_autoptr(GArray) bridges = ent_conversation_dup_bridges (one);
  const EntConversationBridge *who = (gpointer) bridges->data;

  g_assert_cmpuint (against->len, ==, 2);
  g_assert_cmpuint (g_array_index (against, EntConversationStand, 0).partner, ==, 1);
  g_assert_cmpint (g_array_index (against, EntConversationStand, 1).value, ==, -1);
  g_assert_nonnull (g_array_index (against, EntConversationStand, 1).position);
  g_assert_cmpuint (neutral->len, ==, 1);

  /* The neutral one, the one that goes with both, the one that has not said. */
  g_assert_cmpuint (bridges->len, ==, 3);
  g_assert_cmpuint (who[0].partner, ==, 2);
  g_assert_true (who[0].undecided);
  g_assert_cmpuint (who[1].partner, ==, 4);
  g_assert_false (who[1].undecided);
  g_assert_cmpfloat (who[1].ambivalence, >=, ENT_ALIGNMENT_AMBIVALENT);
  g_assert_cmpuint (who[2].partner, ==, 3);
  g_assert_cmpint (who[2].value, ==, ENT_STAND_UNKNOWN);
}

static void
set_horizon (AlignmentFixture *fixture, guint partner, int horizon)
{
  ent_record_set_int (alignment_fixture_partner (fixture, partner), ENT_PARTNER_HORIZON, horizon);
}

static void
test_horizon_clash (void)
{
  const char *rows[] = { "4 -4 -1 2 -3", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (5, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(GArray) clashes = NULL;
  EntHorizonClash *found;
  g_autofree char *sentence = NULL;

  /* The third differs by 1 only, the fourth is on the same side, the fifth has no horizon. */
  set_horizon (fixture, 0, 5);
  set_horizon (fixture, 1, 3);
  set_horizon (fixture, 2, 4);
  set_horizon (fixture, 3, 1);
  clashes = ent_horizon_clash_find (alignment, 0);
  found = (gpointer) clashes->data;

  g_assert_cmpuint (clashes->len, ==, 3);
  g_assert_cmpuint (found[0].long_term, ==, 2);
  g_assert_cmpuint (found[0].short_term, ==, 3);
  g_assert_cmpint (found[0].gap, ==, 3);
  g_assert_cmpuint (found[1].long_term, ==, 0);
  g_assert_cmpuint (found[1].short_term, ==, 1);
  g_assert_cmpint (found[1].gap, ==, 2);
  g_assert_cmpuint (found[2].long_term, ==, 1);
  g_assert_cmpuint (found[2].short_term, ==, 3);

  sentence = ent_horizon_clash_dup_sentence (&found[0], alignment);
  g_assert_cmpstr (sentence, ==, "Partner 3 thinks further ahead than Partner 4. Look for a first "
                   "step that shows something soon and still leads to what lasts.");
}

static void
test_agenda (void)
{
  const char *rows[] = { "3 -2 0 .", "1 . . .", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversation) one = ent_conversation_new (alignment,
                                                         alignment_fixture_goal (fixture, 0));
  EntHistory *history = ent_project_get_history (fixture->project);
  EntRecord *check_in;

  alignment_fixture_say (fixture, 0, 1, FIXTURE_DAY, -2, "No money\nbefore April");
  set_horizon (fixture, 0, 5);
  set_horizon (fixture, 1, 2);

  check_in = ent_conversation_record (one, "2026-04-01", NULL);
  g_assert_cmpstr (ent_record_get_string (check_in, ENT_CHECK_IN_AGENDA), ==,
    "Where we stand on “Goal 1”\n"
    "\nFor it\n– Partner 1 +3\n"
    "\nAgainst it\n– Partner 2 −2: No money before April\n"
    "\nOf little consequence to\n– Partner 3 0\n"
    "\nNot asked yet\n– Partner 4\n"
    "\nWho could bridge\n– Partner 3: undecided\n– Partner 4: undecided\n"
    "\nLong term against short term\n– Partner 1 thinks further ahead than Partner 2. Look for a "
    "first step that shows something soon and still leads to what lasts.");
  g_assert_cmpint (ent_record_get_enum (check_in, ENT_CHECK_IN_KIND), ==, ENT_CHECK_IN_DIALOGUE);
  g_assert_cmpstr (ent_record_get_string (check_in, ENT_CHECK_IN_DATE), ==, "2026-04-01");

  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Plan a talk about “Goal 1”");
  ent_history_undo (history);
  g_assert_cmpuint (ent_project_get_n_records (fixture->project, ENT_KIND_CHECK_IN), ==, 0);
}

static void
test_explanation (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversation) first = ent_conversation_new (alignment,
                                                           alignment_fixture_goal (fixture, 0));
  g_autoptr(EntConversation) last = ent_conversation_new (alignment,
                                                          alignment_fixture_goal (fixture, 3));
  g_autofree char *known = ent_conversation_dup_explanation (first);
  g_autofree char *unknown = ent_conversation_dup_explanation (last);

  g_assert_cmpstr (known, ==, "Division 0.14 × weight 3 = 0.43");
  g_assert_cmpstr (unknown, ==, "Fewer than two partners have said where they stand.");
}

/* --- Random edits ----------------------------------------------------------------------------- */

static void
assert_found (EntConversations *conversations)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (conversations)); i++)
    {
      g_autoptr(EntConversation) one = g_list_model_get_item (G_LIST_MODEL (conversations), i);

      g_assert_true (ent_conversations_find (conversations, ent_conversation_get_goal (one)) == one);
    }
}

static void
assert_like_fresh (EntConversations *conversations)
{
  g_autoptr(EntConversations) fresh = ent_conversations_new (
    ent_conversations_get_alignment (conversations));
  g_autofree char *expected = list_goals (fresh);

  assert_goals (conversations, expected);
}

static void
test_random_edits (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261124);
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_random (12, 5, rand);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autoptr(EntConversations) conversations = ent_conversations_new (alignment);
  g_autoptr(ListMirror) mirror = list_mirror_new (G_LIST_MODEL (conversations));
  EntHistory *history = ent_project_get_history (fixture->project);

  for (guint i = 0; i < N_EDITS; i++)
    {
      guint goal = (guint) g_rand_int_range (rand, 0, 12);

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          random_edits_apply (fixture->project, rand);
          break;
        case 1:
          ent_history_undo (history);
          break;
        case 2:
          ent_history_redo (history);
          break;
        case 3:
          ent_record_set_int (alignment_fixture_goal (fixture, goal), ENT_GOAL_WEIGHT,
                              g_rand_int_range (rand, 1, 6));
          break;
        default:
          if (ent_record_get_project (alignment_fixture_goal (fixture, goal)) != NULL
              && ent_record_get_project (alignment_fixture_partner (fixture, 0)) != NULL)
            alignment_fixture_say (fixture, goal, 0, "2026-02-01", g_rand_int_range (rand, -4, 5),
                                   NULL);
        }
      list_mirror_check (mirror);
      assert_found (conversations);
      assert_like_fresh (conversations);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conversations/order", test_order);
  g_test_add_func ("/conversations/equal-scores", test_equal_scores);
  g_test_add_func ("/conversations/equal-product", test_equal_product);
  g_test_add_func ("/conversations/who", test_who);
  g_test_add_func ("/conversations/horizon-clash", test_horizon_clash);
  g_test_add_func ("/conversations/agenda", test_agenda);
  g_test_add_func ("/conversations/explanation", test_explanation);
  g_test_add_func ("/conversations/random-edits", test_random_edits);

  return g_test_run ();
}
