/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stand as a figure and in words, typed and entered. */
#include "alignment-fixture.h"

static void
test_format (void)
{
  static const struct { int value; const char *figure; const char *words; } cases[] = {
    { 3, "+3", "plus 3" }, { -1, "−1", "minus 1" }, { 0, "0", "0" },
    { ENT_STAND_UNKNOWN, "", "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *figure = ent_stand_format (cases[i].value);
      g_autofree char *words = ent_stand_spell (cases[i].value);

      g_assert_cmpstr (figure, ==, cases[i].figure);
      g_assert_cmpstr (words, ==, cases[i].words);
    }

  g_assert_cmpstr (ent_stand_get_meaning (-3), ==, "mission");
  g_assert_cmpstr (ent_stand_get_meaning (4), ==, "existence");
  g_assert_cmpstr (ent_stand_get_meaning (0), ==, "of little consequence");
}

static void
test_format_sum (void)
{
  static const struct { double sum; guint n_decimals; const char *text; } cases[] = {
    { 3.5, 1, "+3.5" }, { -3.5, 1, "−3.5" }, { 6, 1, "+6.0" }, { -120, 0, "−120" }, { 0, 0, "0" },
    { -0.0, 1, "0.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ent_stand_format_sum (cases[i].sum, cases[i].n_decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  static const struct { const char *text; int value; } good[] = {
    { "3", 3 }, { "+3", 3 }, { "-2", -2 }, { "−2", -2 }, { "–2", -2 }, { "0", 0 }, { " +4 ", 4 },
    { "\302\2403\302\240", 3 }, { "3.0", 3 }, { "-3,00", -3 }, { "٣", 3 }, { "-0", 0 },
    { "", ENT_STAND_UNKNOWN }, { "  \t", ENT_STAND_UNKNOWN },
  };
  static const char *const bad[] = { "5", "-5", "12", "3.5", "++3", "+", "yes", "3 4", "0x2", "\377" };
  int value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      value = 99;
      g_assert_true (ent_stand_parse (good[i].text, &value));
      g_assert_cmpint (value, ==, good[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      value = 99;
      g_assert_false (ent_stand_parse (bad[i], &value));
      g_assert_cmpint (value, ==, 99);
    }
}

static void
test_record (void)
{
  const char *rows[] = { ".", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (1, rows);
  GListModel *positions = ent_project_get_list (fixture->project, ENT_KIND_POSITION);
  EntHistory *history = ent_project_get_history (fixture->project);

  alignment_fixture_say (fixture, 0, 0, "2026-03-01", -1, "No staff");
  alignment_fixture_say (fixture, 0, 0, "2026-03-02", 2, "New staff");
  g_assert_cmpuint (g_list_model_get_n_items (positions), ==, 2);

  /* The same day again: another value, and the reason stays unless there is another one. */
  alignment_fixture_say (fixture, 0, 0, "2026-03-02", 3, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (positions), ==, 2);
  {
    g_autoptr(EntRecord) last = g_list_model_get_item (positions, 1);

    g_assert_cmpint (ent_record_get_int (last, ENT_POSITION_VALUE), ==, 3);
    g_assert_cmpstr (ent_record_get_string (last, ENT_POSITION_REASON), ==, "New staff");
  }

  alignment_fixture_say (fixture, 0, 0, "2026-03-02", ENT_STAND_UNKNOWN, NULL);
  alignment_fixture_say (fixture, 0, 0, "2026-03-05", ENT_STAND_UNKNOWN, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (positions), ==, 1);

  /* One step each. */
  g_assert_cmpstr (ent_history_get_undo_label (history), ==,
                   "Clear the position of Partner 1 on Goal 1");
  ent_history_undo (history);
  g_assert_cmpuint (g_list_model_get_n_items (positions), ==, 2);
  ent_history_undo (history);
  ent_history_undo (history);
  g_assert_cmpuint (g_list_model_get_n_items (positions), ==, 1);
}

static void
test_reason (void)
{
  const char *rows[] = { "1", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (1, rows);
  EntRecord *position = ent_project_get_record (fixture->project, ENT_KIND_POSITION, 0);
  EntRecord *person = alignment_fixture_add (fixture, ENT_KIND_PERSON, "Ada Okafor");
  g_autofree char *quoted = NULL;
  g_autofree char *signed_by = NULL;

  g_assert_null (ent_stand_dup_reason (NULL));
  ent_record_set_string (position, ENT_POSITION_SAID_BY, ent_record_get_id (person));
  g_assert_null (ent_stand_dup_reason (position));

  ent_record_set_string (position, ENT_POSITION_REASON, "No staff");
  signed_by = ent_stand_dup_reason (position);
  g_assert_cmpstr (signed_by, ==, "“No staff” (Ada Okafor)");
  ent_project_remove (fixture->project, person);
  quoted = ent_stand_dup_reason (position);
  g_assert_cmpstr (quoted, ==, "“No staff”");
}

static void
test_read_only (void)
{
  const char *rows[] = { "1", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (1, rows);
  const int values[] = { 2, ENT_STAND_UNKNOWN };

  ent_project_set_read_only (fixture->project, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ent_stand_record (fixture->project, alignment_fixture_goal (fixture, 0),
                                        alignment_fixture_partner (fixture, 0), FIXTURE_DAY,
                                        values[i], NULL, NULL, &error));
      g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stand/format", test_format);
  g_test_add_func ("/stand/format-sum", test_format_sum);
  g_test_add_func ("/stand/parse", test_parse);
  g_test_add_func ("/stand/record", test_record);
  g_test_add_func ("/stand/reason", test_reason);
  g_test_add_func ("/stand/read-only", test_read_only);

  return g_test_run ();
}
