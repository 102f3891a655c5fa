/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate: transactions, history, cascades, lookups, and random lives of a project. */
#include "list-mirror.h"
#include "random-edits.h"

#include "model/ent-json-writer.h"

#define N_EDITS 10000

static EntRecord *
add (EntProject *project, EntKind kind, guint field, const char *text)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  g_assert_true (ent_record_set_string (record, field, text));
  g_assert_true (ent_project_append (project, record, NULL));

  return record;
}

static EntRecord *
assign (EntProject *project, EntRecord *task, EntRecord *role, EntCode code)
{
  g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_ASSIGNMENT);

  ent_record_set_string (record, ENT_ASSIGNMENT_TASK, ent_record_get_id (task));
  ent_record_set_string (record, ENT_ASSIGNMENT_ROLE, ent_record_get_id (role));
  ent_record_set_enum (record, ENT_ASSIGNMENT_CODE, code);
  g_assert_true (ent_project_append (project, record, NULL));

  return record;
}

static void
test_undo_label (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);
  EntRecord *partner = add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "Riverside Trust");

  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Add Partner “Riverside Trust”");
  ent_record_set_string (partner, ENT_PARTNER_NAME, "Riverside");
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Change Name of “Riverside Trust”");
  ent_project_remove (project, partner);
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Delete Partner “Riverside”");
  g_assert_true (ent_history_undo (history));
  g_assert_cmpstr (ent_history_get_redo_label (history), ==, "Delete Partner “Riverside”");
}

static void
test_coalescing (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);
  EntRecord *info = ent_project_get_info (project);
  guint64 state;

  ent_record_set_string (info, ENT_PROJECT_TITLE, "G");
  ent_record_set_string (info, ENT_PROJECT_TITLE, "Ga");
  ent_record_set_string (info, ENT_PROJECT_TITLE, "Garden");
  ent_history_seal (history);
  state = ent_history_get_state (history);
  ent_record_set_string (info, ENT_PROJECT_TITLE, "Garden!");
  g_assert_cmpuint (ent_history_get_state (history), !=, state);
  ent_record_set_string (info, ENT_PROJECT_TITLE, "Garden");
  g_assert_cmpuint (ent_history_get_state (history), ==, state);

  g_assert_true (ent_history_undo (history));
  g_assert_cmpstr (ent_record_get_string (info, ENT_PROJECT_TITLE), ==, "");
  g_assert_cmpuint (ent_history_get_state (history), ==, 0);
  g_assert_false (ent_history_undo (history));
  g_assert_true (ent_history_redo (history));
  g_assert_cmpstr (ent_record_get_string (info, ENT_PROJECT_TITLE), ==, "Garden");
  g_assert_cmpuint (ent_history_get_state (history), ==, state);
}

static void
test_other_field_ends_step (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);
  EntRecord *info = ent_project_get_info (project);

  ent_record_set_string (info, ENT_PROJECT_TITLE, "a");
  ent_record_set_string (info, ENT_PROJECT_PURPOSE, "b");
  ent_record_set_string (info, ENT_PROJECT_TITLE, "c");
  ent_history_undo (history);
  g_assert_cmpstr (ent_record_get_string (info, ENT_PROJECT_TITLE), ==, "a");
  ent_history_undo (history);
  g_assert_cmpstr (ent_record_get_string (info, ENT_PROJECT_PURPOSE), ==, "");
}

static void
test_rollback (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *partner = add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "A");
  g_autofree char *before = random_edits_dump (project);
  guint64 state = ent_history_get_state (ent_project_get_history (project));

  {
    g_autoptr(EntTransaction) outer = ent_project_begin (project, "outer");

    ent_record_set_string (partner, ENT_PARTNER_NAME, "B");
    {
      g_autoptr(EntTransaction) inner = ent_project_begin (project, "inner");

      add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "C");
      ent_transaction_commit (inner);
    }
    ent_project_remove (project, partner);
  }
  {
    g_autofree char *after = random_edits_dump (project);

    g_assert_cmpstr (before, ==, after);
  }
  g_assert_cmpuint (ent_history_get_state (ent_project_get_history (project)), ==, state);
}

static void
test_inner_rollback_keeps_outer (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);

  {
    g_autoptr(EntTransaction) outer = ent_project_begin (project, "Outer");

    add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "kept");
    {
      g_autoptr(EntTransaction) inner = ent_project_begin (project, "Inner");

      add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "dropped");
    }
    ent_transaction_commit (outer);
  }
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_PARTNER), ==, 1);
  g_assert_cmpstr (ent_history_get_undo_label (history), ==, "Outer");
  ent_history_undo (history);
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_PARTNER), ==, 0);
}

static void
test_cascade (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);
  EntRecord *partner = add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "Riverside");
  EntRecord *person = add (project, ENT_KIND_PERSON, ENT_PERSON_NAME, "Ada");
  EntRecord *role = add (project, ENT_KIND_ROLE, ENT_ROLE_TITLE, "Gardener");
  EntRecord *task = add (project, ENT_KIND_TASK, ENT_TASK_TITLE, "Dig");
  EntRecord *story = add (project, ENT_KIND_STORY, ENT_STORY_TITLE, "Spring");
  const char *partners[] = { ent_record_get_id (partner), NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ent_record_set_string (person, ENT_PERSON_PARTNER, ent_record_get_id (partner));
  ent_record_set_string (role, ENT_ROLE_PARTNER, ent_record_get_id (partner));
  ent_record_set_string (role, ENT_ROLE_HOLDER, ent_record_get_id (person));
  ent_record_set_list (story, ENT_STORY_PARTNERS, partners);
  assign (project, task, role, ENT_CODE_ACCOUNTABLE);
  before = random_edits_dump (project);

  ent_project_remove (project, partner);
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_PERSON), ==, 0);
  g_assert_cmpstr (ent_record_get_string (role, ENT_ROLE_PARTNER), ==, "");
  g_assert_cmpstr (ent_record_get_string (role, ENT_ROLE_HOLDER), ==, "");
  g_assert_null (ent_record_get_list (story, ENT_STORY_PARTNERS)[0]);
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_ASSIGNMENT), ==, 1);
  ent_project_remove (project, role);
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_ASSIGNMENT), ==, 0);

  g_assert_true (ent_history_undo (history));
  g_assert_true (ent_history_undo (history));
  after = random_edits_dump (project);
  g_assert_cmpstr (before, ==, after);
}

static void
test_removed_is_frozen (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *partner = add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "A");

  ent_project_remove (project, partner);
  g_assert_false (ent_record_set_string (partner, ENT_PARTNER_NAME, "B"));
  ent_history_undo (ent_project_get_history (project));
  g_assert_cmpstr (ent_record_get_string (partner, ENT_PARTNER_NAME), ==, "A");
  g_assert_true (ent_record_set_string (partner, ENT_PARTNER_NAME, "B"));
}

static void
test_read_only (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *partner = add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "A");
  g_autoptr(EntRecord) other = ent_record_new (ENT_KIND_PARTNER);
  g_autoptr(GError) error = NULL;

  ent_project_set_read_only (project, TRUE);
  g_assert_false (ent_record_set_string (partner, ENT_PARTNER_NAME, "B"));
  g_assert_false (ent_project_remove (project, partner));
  g_assert_false (ent_project_move (project, partner, 0));
  g_assert_false (ent_project_append (project, other, &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY);
  g_assert_false (ent_history_undo (ent_project_get_history (project)));
}

static void
test_keys (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *task = add (project, ENT_KIND_TASK, ENT_TASK_TITLE, "Dig");
  EntRecord *other = add (project, ENT_KIND_TASK, ENT_TASK_TITLE, "Plant");
  EntRecord *role = add (project, ENT_KIND_ROLE, ENT_ROLE_TITLE, "Gardener");
  EntRecord *letter = assign (project, task, role, ENT_CODE_CONSULTED);
  g_autoptr(EntRecord) twin = ent_record_new (ENT_KIND_ASSIGNMENT);
  g_autoptr(EntRecord) moved = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ent_project_lookup_key (project, ENT_KIND_ASSIGNMENT, ent_record_get_id (task),
                                         ent_record_get_id (role), NULL) == letter);
  g_assert_false (ent_project_append (project, twin, &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  ent_record_set_string (twin, ENT_ASSIGNMENT_TASK, ent_record_get_id (task));
  ent_record_set_string (twin, ENT_ASSIGNMENT_ROLE, ent_record_get_id (role));
  g_assert_false (ent_project_append (project, twin, &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DUPLICATE);
  g_assert_false (ent_record_set_string (letter, ENT_ASSIGNMENT_TASK, ent_record_get_id (other)));

  g_set_object (&moved, ent_project_rekey (project, letter, ENT_ASSIGNMENT_TASK,
                                           ent_record_get_id (other), NULL));
  g_assert_nonnull (moved);
  g_assert_cmpint (ent_record_get_enum (moved, ENT_ASSIGNMENT_CODE), ==, ENT_CODE_CONSULTED);
  g_assert_null (ent_record_get_project (letter));
}

static void
test_search (void)
{
  static const struct {
    const char *text;
    guint found;
  } cases[] = {
    { "riverside", 1 }, { "RIVER", 1 }, { "angstrom", 1 }, { "Ångström", 1 }, { "trust river", 1 },
    { "trust nowhere", 0 }, { "", 0 }, { "   ", 0 }, { "t", 2 }, { "secret", 1 },
  };
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *partner = add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "Riverside Trust");

  add (project, ENT_KIND_PERSON, ENT_PERSON_NAME, "Ada Ångström");
  ent_record_set_string (partner, ENT_PARTNER_NOTE, "a secret");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = ent_project_search (project, cases[i].text, 10);

      g_assert_cmpuint (found->len, ==, cases[i].found);
    }
  ent_record_set_string (partner, ENT_PARTNER_NOTE, "");
  {
    g_autoptr(GPtrArray) found = ent_project_search (project, "secret", 10);

    g_assert_cmpuint (found->len, ==, 0);
  }
}

static void
count_commit (EntProject *project, const EntChangeSet *set, guint *times)
{
  g_assert_cmpuint (set->changes->len, >, 0);
  (*times)++;
}

static void
test_committed_once (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  guint times = 0;

  g_signal_connect (project, "committed", G_CALLBACK (count_commit), &times);
  {
    g_autoptr(EntTransaction) step = ent_project_begin (project, "Two");

    add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "A");
    add (project, ENT_KIND_PARTNER, ENT_PARTNER_NAME, "B");
    g_assert_cmpuint (times, ==, 0);
    ent_transaction_commit (step);
  }
  g_assert_cmpuint (times, ==, 1);
  {
    g_autoptr(EntTransaction) step = ent_project_begin (project, "Nothing");

    ent_transaction_commit (step);
  }
  g_assert_cmpuint (times, ==, 1);
  ent_history_undo (ent_project_get_history (project));
  g_assert_cmpuint (times, ==, 2);
}

static void
test_history_limit (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);
  EntRecord *info = ent_project_get_info (project);
  g_autofree char *text = g_strnfill (5000, 'x');
  guint undone = 0;

  ent_history_set_limit (history, 50000);
  for (int i = 0; i < 100; i++)
    {
      text[0] = (char) ('a' + i % 20);
      ent_history_seal (history);
      ent_record_set_string (info, ENT_PROJECT_PURPOSE, text);
    }
  while (ent_history_undo (history))
    undone++;
  g_assert_cmpuint (undone, >, 2);
  g_assert_cmpuint (undone, <, 10);

  ent_history_redo (history);
  ent_history_set_limit (history, 1);
  g_assert_true (ent_history_can_undo (history));
}

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  gsize n_a, n_b;
  const void *data_a = g_bytes_get_data (a, &n_a);
  const void *data_b = g_bytes_get_data (b, &n_b);

  g_assert_cmpmem (data_a, n_a, data_b, n_b);
}

/* A life of edits of all sorts, undone to the beginning, redone to the end: the same records in the
 * same order, and the same bytes in the file. */
static void
test_random_life (gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr(EntProject) project = ent_project_new ();
  EntHistory *history = ent_project_get_history (project);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autoptr(GBytes) start_bytes = NULL;
  g_autoptr(GBytes) end_bytes = NULL;
  guint steps = 0;

  random_edits_fill (project, rand, 300);
  while (ent_history_undo (history))
    continue;
  start = random_edits_dump (project);
  start_bytes = ent_project_write (project, NULL);
  ent_history_set_limit (history, G_MAXSIZE);
  for (int i = 0; i < N_EDITS; i++)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        ent_history_seal (history);
      random_edits_apply (project, rand);
    }
  end = random_edits_dump (project);
  end_bytes = ent_project_write (project, NULL);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autoptr(GBytes) undone_bytes = NULL;
      g_autoptr(GBytes) redone_bytes = NULL;

      for (steps = 0; ent_history_undo (history);)
        steps++;
      undone = random_edits_dump (project);
      undone_bytes = ent_project_write (project, NULL);
      g_assert_cmpstr (undone, ==, start);
      assert_same_bytes (undone_bytes, start_bytes);
      g_assert_cmpuint (ent_history_get_state (history), ==, 0);
      while (ent_history_redo (history))
        continue;
      redone = random_edits_dump (project);
      redone_bytes = ent_project_write (project, NULL);
      g_assert_cmpstr (redone, ==, end);
      assert_same_bytes (redone_bytes, end_bytes);
    }
  g_assert_cmpuint (steps, >, N_EDITS / 4);
  g_test_message ("%u steps of %d edits", steps, N_EDITS);
}

static void
test_list_signals (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(EntProject) project = ent_project_new ();
  g_autoptr(ListMirror) mirror = list_mirror_new (ent_project_get_list (project, ENT_KIND_TASK));

  for (int i = 0; i < 3000; i++)
    {
      if (g_rand_int_range (rand, 0, 5) == 0)
        ent_history_undo (ent_project_get_history (project));
      else
        random_edits_apply (project, rand);
      list_mirror_check (mirror);
    }
}

/* The index of referrers against a walk over everything. */
static void
test_references (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(EntProject) project = ent_project_new ();

  for (int i = 0; i < 2000; i++)
    random_edits_apply (project, rand);

  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_PARTNER); i++)
    {
      EntRecord *partner = ent_project_get_record (project, ENT_KIND_PARTNER, i);
      g_autoptr(GPtrArray) people
        = ent_project_dup_children (project, partner, ENT_KIND_PERSON, ENT_PERSON_PARTNER);
      guint found = 0;

      for (guint j = 0; j < ent_project_get_n_records (project, ENT_KIND_PERSON); j++)
        {
          EntRecord *person = ent_project_get_record (project, ENT_KIND_PERSON, j);

          if (ent_record_get_ref (person, ENT_PERSON_PARTNER) != partner)
            continue;
          g_assert_cmpuint (found, <, people->len);
          g_assert_true (g_ptr_array_index (people, found++) == person);
        }
      g_assert_cmpuint (found, ==, people->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/undo-label", test_undo_label);
  g_test_add_func ("/project/coalescing", test_coalescing);
  g_test_add_func ("/project/other-field-ends-step", test_other_field_ends_step);
  g_test_add_func ("/project/rollback", test_rollback);
  g_test_add_func ("/project/inner-rollback-keeps-outer", test_inner_rollback_keeps_outer);
  g_test_add_func ("/project/cascade", test_cascade);
  g_test_add_func ("/project/removed-is-frozen", test_removed_is_frozen);
  g_test_add_func ("/project/read-only", test_read_only);
  g_test_add_func ("/project/keys", test_keys);
  g_test_add_func ("/project/search", test_search);
  g_test_add_func ("/project/committed-once", test_committed_once);
  g_test_add_func ("/project/history-limit", test_history_limit);
  g_test_add_data_func ("/project/random-life/1", GUINT_TO_POINTER (1), test_random_life);
  g_test_add_data_func ("/project/random-life/2", GUINT_TO_POINTER (2), test_random_life);
  g_test_add_func ("/project/list-signals", test_list_signals);
  g_test_add_func ("/project/references", test_references);

  return g_test_run ();
}
