/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where milestones stand, each rule on both sides of its edge, and the order of what is next. */
#include "config.h"

#include "analysis/ent-milestone.h"

#define DAY "2026-05-31"

static EntRecord *
new_milestone (const char *due, const char *done)
{
  EntRecord *milestone = ent_record_new (ENT_KIND_MILESTONE);

  ent_record_set_string (milestone, ENT_MILESTONE_TITLE, "Roof on");
  ent_record_set_string (milestone, ENT_MILESTONE_DUE, due);
  ent_record_set_string (milestone, ENT_MILESTONE_DONE, done);

  return milestone;
}

static void
test_standing (void)
{
  static const struct {
    const char *due;
    const char *done;
    EntMilestoneState state;
    int late;
    const char *word;
    const char *standing;
  } cases[] = {
    { "", "", ENT_MILESTONE_STATE_AHEAD, 0, "", "No day is set for it" },
    { "2026-06-02", "", ENT_MILESTONE_STATE_AHEAD, -2, "", "Due in 2 days" },
    { "2026-06-01", "", ENT_MILESTONE_STATE_AHEAD, -1, "", "Due in 1 day" },
    { DAY, "", ENT_MILESTONE_STATE_AHEAD, 0, "", "Due today" },
    { "2026-05-30", "", ENT_MILESTONE_STATE_OVERDUE, 1, "! Overdue", "Overdue by 1 day" },
    { "2025-05-31", "", ENT_MILESTONE_STATE_OVERDUE, 365, "! Overdue", "Overdue by 365 days" },
    { "2024-02-28", "2024-03-01", ENT_MILESTONE_STATE_DONE, 2, "✓ Done",
      "Done on 1 March 2024, 2 days late" },
    { DAY, "2026-05-30", ENT_MILESTONE_STATE_DONE, -1, "✓ Done", "Done on 30 May 2026, 1 day early" },
    { DAY, DAY, ENT_MILESTONE_STATE_DONE, 0, "✓ Done", "Done on 31 May 2026" },
    { "", "2026-05-30", ENT_MILESTONE_STATE_DONE, 0, "✓ Done", "Done on 30 May 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(EntRecord) milestone = new_milestone (cases[i].due, cases[i].done);
      g_autofree char *word = ent_milestone_dup_word (milestone, DAY);
      g_autofree char *standing = ent_milestone_dup_standing (milestone, DAY);

      g_assert_cmpint (ent_milestone_get_state (milestone, DAY), ==, cases[i].state);
      g_assert_cmpint (ent_milestone_get_days_late (milestone, DAY), ==, cases[i].late);
      g_assert_cmpstr (word, ==, cases[i].word);
      g_assert_cmpstr (standing, ==, cases[i].standing);
    }
}

static void
test_order (void)
{
  /* What is open by its day, then what is done, the latest first; without a day last of each. */
  static const struct {
    const char *due;
    const char *done;
  } order[] = {
    { "2026-01-01", "" }, { "2027-01-01", "" }, { "", "" },
    { "", "2026-05-05" }, { "2026-12-01", "2026-04-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < G_N_ELEMENTS (order); k++)
      {
        g_autoptr(EntRecord) a = new_milestone (order[i].due, order[i].done);
        g_autoptr(EntRecord) b = new_milestone (order[k].due, order[k].done);
        int expected = i < k ? -1 : i > k;

        g_assert_cmpint (CLAMP (ent_milestone_compare (a, b), -1, 1), ==, expected);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/milestone/standing", test_standing);
  g_test_add_func ("/milestone/order", test_order);

  return g_test_run ();
}
