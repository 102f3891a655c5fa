/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two states of a partnership, in numbers and in words. */
#include "random-edits.h"
#include "sample-project.h"

#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"
#include "store/ent-compare.h"

#include <string.h>

typedef void (*Edit) (EntProject *project);

static EntProject *
copy_project (EntProject *project)
{
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_project_write (project, &error);
  EntProject *copy;

  g_assert_no_error (error);
  copy = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

static EntProject *
read_text (const char *text)
{
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  EntProject *project = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
assert_summary (EntProject *before,
                EntProject *after,
                const char *expected)
{
  g_autoptr(EntComparison) comparison = ent_comparison_new (before, after);
  g_autofree char *summary = ent_comparison_dup_summary (comparison);

  g_assert_cmpstr (summary, ==, expected);
  g_assert_cmpint (ent_comparison_is_empty (comparison), ==,
                   strcmp (expected, "Nothing changed") == 0);
}

static void
add (EntProject *project,
     EntKind     kind,
     guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntRecord) record = ent_record_new (kind);

      g_assert_true (ent_project_append (project, record, NULL));
    }
}

static void
set_title (EntProject *project,
           EntKind     kind,
           guint       position,
           const char *title)
{
  guint field = (guint) ent_kind_get_info (kind)->title_field;

  g_assert_true (ent_record_set_string (ent_project_get_record (project, kind, position), field,
                                        title));
}

static void
change_nothing (EntProject *project)
{
  set_title (project, ENT_KIND_GOAL, 0, "Another");
  set_title (project, ENT_KIND_GOAL, 0, "Goal 0");
}

static void
add_and_change (EntProject *project)
{
  add (project, ENT_KIND_PARTNER, 2);
  set_title (project, ENT_KIND_GOAL, 0, "Another");
  add (project, ENT_KIND_STORY, 14);
}

static void
change_details (EntProject *project)
{
  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, "Another");
  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_PURPOSE, "Another");
  add (project, ENT_KIND_PERSON, 1);
}

static void
remove_some (EntProject *project)
{
  for (guint i = 0; i < 3; i++)
    ent_project_remove (project, ent_project_get_record (project, ENT_KIND_GOAL, 1));
}

static void
move_first (EntProject *project)
{
  ent_project_move (project, ent_project_get_record (project, ENT_KIND_GOAL, 0), 3);
}

static void
move_two (EntProject *project)
{
  ent_project_move (project, ent_project_get_record (project, ENT_KIND_GOAL, 0), 4);
  ent_project_move (project, ent_project_get_record (project, ENT_KIND_GOAL, 0), 2);
}

static void
move_and_change (EntProject *project)
{
  move_first (project);
  set_title (project, ENT_KIND_GOAL, 1, "Another");
}

static void
do_everything (EntProject *project)
{
  add (project, ENT_KIND_GOAL, 1);
  ent_project_remove (project, ent_project_get_record (project, ENT_KIND_GOAL, 1));
  set_title (project, ENT_KIND_GOAL, 0, "Another");
}

static void
change_four (EntProject *project)
{
  change_details (project);
  add (project, ENT_KIND_ROLE, 1);
  add (project, ENT_KIND_TASK, 1);
}

static void
change_five (EntProject *project)
{
  change_four (project);
  add (project, ENT_KIND_STORY, 2);
}

static void
change_six (EntProject *project)
{
  change_five (project);
  add (project, ENT_KIND_DECISION, 1);
}

/* A kind that was begun is told to its end. */
static void
change_much (EntProject *project)
{
  change_details (project);
  add (project, ENT_KIND_PARTNER, 1);
  do_everything (project);
  add (project, ENT_KIND_STORY, 2);
}

static const struct
{
  const char *name;
  Edit edit;
  const char *summary;
} edits[] = {
  { "nothing", change_nothing, "Nothing changed" },
  { "add", add_and_change, "2 partners added, 1 goal changed, 14 stories added" },
  { "details", change_details, "Details of the partnership changed, 1 person added" },
  { "remove", remove_some, "3 goals removed" },
  { "move", move_first, "1 goal moved" },
  { "move-two", move_two, "2 goals moved" },
  { "move-and-change", move_and_change, "1 goal changed" },
  { "all-of-one", do_everything, "1 goal added, 1 goal removed, 1 goal changed" },
  { "four", change_four,
    "Details of the partnership changed, 1 person added, 1 role added, 1 task added" },
  { "five", change_five,
    "Details of the partnership changed, 1 person added, 1 role added, 1 task added, and changes "
    "in 1 more list" },
  { "six", change_six,
    "Details of the partnership changed, 1 person added, 1 role added, 1 task added, and changes "
    "in 2 more lists" },
  { "much", change_much,
    "Details of the partnership changed, 1 partner added, 1 person added, 1 goal added, "
    "1 goal removed, 1 goal changed, and changes in 1 more list" },
};

static EntProject *
new_project (void)
{
  EntProject *project = ent_project_new ();

  add (project, ENT_KIND_GOAL, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal %u", i);

      set_title (project, ENT_KIND_GOAL, i, title);
    }
  return project;
}

static void
test_edit (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(EntProject) after = new_project ();
  g_autoptr(EntProject) before = copy_project (after);

  edits[i].edit (after);
  assert_summary (before, after, edits[i].summary);
  assert_summary (after, after, "Nothing changed");
}

/* Back to what a new record has, or to something else where a record must have something. */
static void
set_otherwise (EntRecord *record,
               guint      field)
{
  const EntKindInfo *info = ent_record_get_info (record);
  g_auto(EntValue) other = sample_value (info->kind, field, 7);
  EntValue initial = ent_field_get_initial (&info->fields[field]);

  if (!ent_record_set (record, field, &initial, NULL))
    g_assert_true (ent_record_set (record, field, &other, NULL));
}

/* Every field of every kind is looked at, and every kind has its word. */
static void
test_fields (void)
{
  g_autoptr(EntProject) before = sample_project_new (2);
  guint n = 0;

  for (int kind = ENT_KIND_PARTNER; kind < ENT_N_KINDS; kind++)
    for (guint field = 0; field < ent_kind_get_info ((EntKind) kind)->n_fields; field++)
      {
        g_autoptr(EntProject) after = sample_project_new (2);
        g_autoptr(EntComparison) comparison = NULL;
        g_autofree char *summary = NULL;

        if ((ent_kind_get_info ((EntKind) kind)->fields[field].flags & ENT_FIELD_KEY) != 0)
          continue;
        set_otherwise (ent_project_get_record (after, (EntKind) kind, 0), field);
        comparison = ent_comparison_new (before, after);
        g_assert_cmpuint (ent_comparison_get_changes (comparison, (EntKind) kind)->changed, ==, 1);
        summary = ent_comparison_dup_summary (comparison);
        g_assert_true (g_str_has_prefix (summary, "1 ") &&
                       g_str_has_suffix (summary, " changed"));
        g_assert_null (strchr (summary, ','));
        n++;
      }
  g_test_message ("%u fields changed one by one", n);
  assert_summary (before, before, "Nothing changed");
}

/* Fields of the partnership itself are counted, each once. */
static void
test_details (void)
{
  g_autoptr(EntProject) before = sample_project_new (1);
  g_autoptr(EntProject) after = sample_project_new (1);
  g_autoptr(EntComparison) comparison = NULL;

  ent_record_set_string (ent_project_get_info (after), ENT_PROJECT_TITLE, "Another");
  ent_record_set_string (ent_project_get_info (after), ENT_PROJECT_VISION, "Another");
  comparison = ent_comparison_new (before, after);
  g_assert_cmpuint (ent_comparison_get_changes (comparison, ENT_KIND_PROJECT)->changed, ==, 2);
}

#define FILE_WITH(members) \
  "{\"format\": \"entente\", \"version\": 1, \"id\": \"aaaaaaaaaaaaa\", " \
  "\"project\": {\"title\": \"One\"}" members "}"

static const struct
{
  const char *before;
  const char *after;
  const char *summary;
} files[] = {
  { FILE_WITH (", \"future\": 1"), FILE_WITH (", \"future\": 1"), "Nothing changed" },
  { FILE_WITH (", \"future\": 1"), FILE_WITH (", \"future\": 2"),
    "Something changed that this version of Entente cannot read" },
  { FILE_WITH (", \"future\": 1"), FILE_WITH (""),
    "Something changed that this version of Entente cannot read" },
  { FILE_WITH (""), FILE_WITH (", \"future\": 1"),
    "Something changed that this version of Entente cannot read" },
  { FILE_WITH (", \"goals\": [7]"), FILE_WITH (", \"goals\": [7]"), "Nothing changed" },
  { FILE_WITH (", \"goals\": [7]"), FILE_WITH (", \"goals\": [7, 7]"),
    "Something changed that this version of Entente cannot read" },
  { FILE_WITH (", \"goals\": [7]"), FILE_WITH (", \"goals\": []"),
    "Something changed that this version of Entente cannot read" },
  { FILE_WITH (", \"goals\": [{\"id\": \"g\", \"title\": \"A\", \"new\": 1}]"),
    FILE_WITH (", \"goals\": [{\"id\": \"g\", \"title\": \"A\", \"new\": 2}]"), "1 goal changed" },
  { FILE_WITH (", \"goals\": [{\"id\": \"g\", \"title\": \"A\", \"weight\": \"x\"}]"),
    FILE_WITH (", \"goals\": [{\"id\": \"g\", \"title\": \"A\", \"weight\": \"y\"}]"),
    "1 goal changed" },
};

/* What cannot be read is not lost when files are compared. */
static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(EntProject) before = read_text (files[i].before);
      g_autoptr(EntProject) after = read_text (files[i].after);

      assert_summary (before, after, files[i].summary);
    }
}

static guint
count_all (EntProject *project)
{
  guint n = 0;

  for (int kind = ENT_KIND_PARTNER; kind < ENT_N_KINDS; kind++)
    n += ent_project_get_n_records (project, (EntKind) kind);
  return n;
}

/* Edits and as many undos are nothing; and in between the numbers add up. */
static void
test_undo (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(EntProject) after = ent_project_new ();
      g_autoptr(EntProject) before = NULL;
      g_autoptr(EntComparison) comparison = NULL;
      gint64 balance = 0;
      guint n = 0;

      random_edits_fill (after, rand, 60);
      before = copy_project (after);
      while (ent_history_undo (ent_project_get_history (after)))
        continue;
      while (ent_history_redo (ent_project_get_history (after)))
        n++;
      assert_summary (before, after, "Nothing changed");
      for (guint i = 0; i < 5 * round; i++)
        random_edits_apply (after, rand);
      comparison = ent_comparison_new (before, after);
      for (int kind = ENT_KIND_PARTNER; kind < ENT_N_KINDS; kind++)
        {
          const EntKindChanges *c = ent_comparison_get_changes (comparison, (EntKind) kind);

          balance += (gint64) c->added - c->removed;
        }
      g_assert_cmpint (balance, ==, (gint64) count_all (after) - count_all (before));
      while (ent_history_undo (ent_project_get_history (after)))
        continue;
      for (guint i = 0; i < n; i++)
        g_assert_true (ent_history_redo (ent_project_get_history (after)));
      assert_summary (before, after, "Nothing changed");
    }
}

/* So many records are compared in about the time it takes to look at each, in any order. */
static void
test_large (void)
{
  g_autoptr(EntProject) before = ent_project_new ();
  g_autoptr(EntProject) after = ent_project_new ();
  const guint n = 100000;
  gint64 start;

  ent_project_load_begin (before, "before");
  ent_project_load_begin (after, "before");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *reverse_id = g_strdup_printf ("m%u", n - 1 - i);

      g_assert_true (ent_project_load_take (before,
                                            ent_record_new_with_id (ENT_KIND_STORY, id)));
      g_assert_true (ent_project_load_take (after,
                                            ent_record_new_with_id (ENT_KIND_STORY, reverse_id)));
    }
  ent_project_load_end (before);
  ent_project_load_end (after);
  start = g_get_monotonic_time ();
  assert_summary (before, after, "99999 stories moved");
  assert_summary (before, before, "Nothing changed");
  g_test_message ("twice 100,000 records in %" G_GINT64_FORMAT " ms",
                  (g_get_monotonic_time () - start) / 1000);
}

static EntVersion *
keep (EntProject *project)
{
  g_autoptr(GBytes) bytes = ent_project_write (project, NULL);
  g_autoptr(GPtrArray) list = NULL;

  g_assert_true (ent_versions_put (bytes, ent_project_get_id (project), "A plan",
                                   ENT_VERSION_SAVED, NULL, NULL));
  list = ent_versions_list (ent_project_get_id (project), NULL);
  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 1; i < list->len; i++)
    ent_version_free (g_ptr_array_index (list, i));
  return g_ptr_array_index (list, 0);
}

static void
test_versions (void)
{
  g_autoptr(EntProject) project = new_project ();
  g_autoptr(EntVersion) one = keep (project);
  g_autoptr(EntVersion) two = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *summary = NULL;
  EntVersionsTally deleted;

  add_and_change (project);
  two = keep (project);
  summary = ent_versions_summarise (one, two, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary, ==, "2 partners added, 1 goal changed, 14 stories added");

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_versions_summarise (one, two, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (ent_versions_clear (NULL, &deleted, NULL));
  g_assert_null (ent_versions_summarise (one, two, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/compare/edit/", edits[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edit);
    }
  g_test_add_func ("/compare/fields", test_fields);
  g_test_add_func ("/compare/details", test_details);
  g_test_add_func ("/compare/unreadable", test_unreadable);
  g_test_add_func ("/compare/undo", test_undo);
  g_test_add_func ("/compare/large", test_large);
  g_test_add_func ("/compare/versions", test_versions);

  return g_test_run ();
}
