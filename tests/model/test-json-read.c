/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: a folder of bad files with the words that each must get, files cut at every place,
 * and files too large to keep in a folder. */
#include "config.h"

#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"

#include "sample-project.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
bad_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "bad", name, NULL);
}

static GBytes *
load_bad (const char *name)
{
  g_autofree char *path = bad_path (name);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* Every sentence, and no other. */
static void
assert_problems (const char     *name,
                 EntProblemList *problems,
                 JsonArray      *expected)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (problems));
  guint n_expected = json_array_get_length (expected);

  for (guint i = 0; i < MAX (n, n_expected); i++)
    {
      g_autoptr (EntProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), i);
      g_autofree char *text = problem ? ent_problem_dup_text (problem) : NULL;
      const char *wanted = i < n_expected ? json_array_get_string_element (expected, i) : NULL;

      if (g_strcmp0 (text, wanted) != 0)
        g_error ("%s, problem %u: “%s”, not “%s”", name, i, text, wanted);
    }
}

/* What opens can be saved, and opens again with nothing changed. */
static void
assert_saves (const char *name,
              EntProject *project,
              GBytes     *same)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) again = NULL;
  g_autoptr (GBytes) saved = ent_project_write (project, &error);
  g_autoptr (GBytes) resaved = NULL;

  g_assert_no_error (error);
  if (same && !g_bytes_equal (saved, same))
    g_error ("%s is not saved as it was", name);
  again = ent_project_read (saved, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  resaved = ent_project_write (again, &error);
  g_assert_no_error (error);
  if (!g_bytes_equal (saved, resaved))
    g_error ("%s changes when it is saved twice", name);
}

static void
check_refused (const char   *name,
               GBytes       *bytes,
               const GError *error,
               JsonObject   *expected)
{
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) salvaged = NULL;

  if (g_strcmp0 (error->message, json_object_get_string_member (expected, "error")) != 0)
    g_error ("%s: “%s”", name, error->message);
  salvaged = ent_project_salvage (bytes, problems, NULL, NULL, NULL, NULL);
  g_assert_true ((salvaged != NULL) == json_object_has_member (expected, "salvaged"));
  if (!salvaged)
    return;
  assert_problems (name, problems, json_object_get_array_member (expected, "salvaged"));
  g_assert_cmpuint (ent_problem_list_count (problems, ENT_PROBLEM_LOSS), >, 0);
  assert_saves (name, salvaged, NULL);
}

static void
check_bad (const char *name,
           JsonObject *expected)
{
  g_autoptr (GBytes) bytes = load_bad (name);
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntProject) project = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);
  gboolean read_only = json_object_get_boolean_member_with_default (expected, "read-only", FALSE);
  gboolean same = json_object_get_boolean_member_with_default (expected, "same", FALSE);

  g_test_message ("%s", name);
  g_assert_true ((project == NULL) == (error != NULL));
  if (!project)
    {
      check_refused (name, bytes, error, expected);
      return;
    }
  assert_problems (name, problems, json_object_get_array_member (expected, "problems"));
  g_assert_true (ent_project_is_read_only (project) == read_only);
  if (!read_only)
    assert_saves (name, project, same ? bytes : NULL);
}

/* Each file of the folder, with what the manifest says of it. */
static void
test_corpus (void)
{
  g_autofree char *manifest = bad_path ("manifest.json");
  g_autofree char *folder = bad_path (".");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  JsonObject *entries;
  const char *name;
  guint n = 0;

  json_parser_load_from_file (parser, manifest, &error);
  g_assert_no_error (error);
  entries = json_node_get_object (json_parser_get_root (parser));
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    {
      if (g_str_equal (name, "manifest.json"))
        continue;
      if (!json_object_has_member (entries, name))
        g_error ("%s is not in the manifest", name);
      check_bad (name, json_object_get_object_member (entries, name));
      n++;
    }
  g_assert_cmpuint (n, ==, json_object_get_size (entries));
}

static EntProject *
salvage (const char *text,
         gsize       length,
         guint      *n_problems)
{
  g_autofree char *copy = g_memdup2 (text, length);
  g_autoptr (GBytes) bytes = g_bytes_new (copy, length);
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (GError) error = NULL;
  int code = length > 0 ? ENT_MODEL_ERROR_CUT_OFF : ENT_MODEL_ERROR_NOT_A_PROJECT;
  EntProject *project = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);

  g_assert_null (project);
  g_assert_error (error, ENT_MODEL_ERROR, code);
  g_clear_object (&problems);
  problems = ent_problem_list_new ();
  project = ent_project_salvage (bytes, problems, NULL, NULL, NULL, NULL);
  *n_problems = ent_problem_list_count (problems, ENT_PROBLEM_LOSS);
  return project;
}

static guint
count_records (EntProject *project)
{
  guint n = 0;

  for (int kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    n += ent_project_get_n_records (project, (EntKind) kind);
  return n;
}

/* Cut anywhere, a file is said to be cut; what was whole before the cut is there, and can be
 * saved. */
static void
test_every_cut (void)
{
  g_autoptr (EntProject) project = sample_project_new (2);
  g_autoptr (GBytes) bytes = ent_project_write (project, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint n_before = 0;
  guint n_losses;

  for (gsize n = 0; n + 2 < length; n++)
    {
      g_autoptr (EntProject) rest = salvage (text, n, &n_losses);
      guint n_records;

      /* Up to there nothing says that it is a project. */
      g_assert_true ((rest != NULL) == (n >= strlen ("{\n  \"format\": \"entente\"")));
      if (!rest)
        continue;
      n_records = count_records (rest);
      g_assert_cmpuint (n_records, >=, n_before);
      g_assert_cmpuint (n_records, <=, n_before + 1);
      g_assert_cmpuint (n_losses, >, 0);
      n_before = n_records;
      if (n % 97 == 0)
        assert_saves ("cut", rest, NULL);
    }
  g_assert_cmpuint (n_before, ==, count_records (project));
}

/* Swaps, repeats, drops and overwrites pieces, the way that disks, editors and fuzzers do. */
static void
mutate (GString *text)
{
  static const char *const pieces[] = {
    "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "-1e5", "\"id\"", "\xC3", "\xFF", "\n", "1", " ",
  };
  guint n = (guint) g_test_rand_int_range (1, 4);

  for (guint i = 0; i < n; i++)
    {
      gssize at = g_test_rand_int_range (0, (int) text->len);
      gssize length = g_test_rand_int_range (0, MIN (60, (int) text->len - (int) at) + 1);
      g_autofree char *piece = g_strndup (text->str + at, (gsize) length);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          g_string_erase (text, at, length);
          break;
        case 1:
          g_string_insert (text, g_test_rand_int_range (0, (int) text->len), piece);
          break;
        case 2:
          text->str[at] = (char) g_test_rand_int_range (0, 256);
          break;
        default:
          g_string_insert (text, at, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          break;
        }
    }
}

/* Whatever stands in a file: it is refused with a reason, or opens, saves, and opens the same. */
static void
test_mutations (void)
{
  g_autoptr (EntProject) project = sample_project_new (2);
  g_autoptr (GBytes) good = ent_project_write (project, NULL);
  gsize length;
  const char *text = g_bytes_get_data (good, &length);
  guint n_opened = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GString) bad = g_string_new_len (text, (gssize) length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (EntProblemList) problems = ent_problem_list_new ();
      g_autoptr (EntProject) opened = NULL;
      g_autoptr (GError) error = NULL;

      mutate (bad);
      bytes = g_bytes_new (bad->str, bad->len);
      opened = ent_project_salvage (bytes, problems, NULL, NULL, NULL, &error);
      g_assert_true ((opened == NULL) == (error != NULL));
      if (!opened)
        g_assert_true (g_utf8_validate (error->message, -1, NULL) && *error->message);
      else if (!ent_project_is_read_only (opened))
        assert_saves ("mutated", opened, NULL);
      n_opened += opened != NULL;
    }
  g_assert_cmpuint (n_opened, >, 100);
  g_assert_cmpuint (n_opened, <, 1400);
}

static void
assert_refused (GString       *text,
                EntModelError  code,
                const char    *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_project_read (bytes, problems, NULL, NULL, NULL, &error));
  g_assert_error (error, ENT_MODEL_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static GString *
begin_project (void)
{
  return g_string_new ("{\"format\": \"entente\", \"version\": 1, \"id\": \"p\",\n"
                       "\"project\": {},\n");
}

static void
append_many (GString    *text,
             const char *part,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
}

static void
test_huge (void)
{
  g_autoptr (GString) string = begin_project ();
  g_autoptr (GString) list = begin_project ();
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new (NULL);
  g_autoptr (GString) values = begin_project ();

  g_string_append (string, "\"x\": \"");
  append_many (string, "0123456789", 110000);
  g_string_append (string, "\"}");
  assert_refused (string, ENT_MODEL_ERROR_LIMIT, "Line 3, column 6: a text of more than 1 MB.");

  g_string_append (list, "\"tasks\": [\n0");
  for (guint i = 0; i <= ENT_LIST_MAX_RECORDS; i++)
    g_string_append_printf (list, ",\n{\"id\": \"t%u\", \"title\": \"\"}", i);
  g_string_append (list, "]}");
  assert_refused (list, ENT_MODEL_ERROR_LIMIT,
                  "Line 500005: the list “tasks” has more than 500000 entries.");

  append_many (deep, "[", 4000000);
  assert_refused (deep, ENT_MODEL_ERROR_LIMIT,
                  "Line 1, column 65: more than 64 levels of brackets.");

  append_many (large, " ", 32000001);
  large->str[0] = '{';
  assert_refused (large, ENT_MODEL_ERROR_LIMIT,
                  "The file is larger than 32 MB, the most a project can have.");

  g_string_append (values, "\"x\": [0");
  append_many (values, ",{}", 4000000);
  assert_refused (values, ENT_MODEL_ERROR_LIMIT,
                  "Line 3, column 11999988: more than 4,000,000 values.");
}

/* A file with more problems than anybody reads is still read. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = begin_project ();
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = NULL;
  g_autoptr (GBytes) bytes = NULL;

  /* All on one line: neither the columns nor the places of what is kept may cost the line each. */
  g_string_append (text, "\"tasks\": [0");
  for (guint i = 1; i < 50000; i += 2)
    g_string_append_printf (text, ",{\"id\":\"t%u\",\"status\":%u,\"goal\":\"g\"},{}", i, i);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  project = ent_project_read (bytes, problems, NULL, NULL, NULL, NULL);
  g_assert_nonnull (project);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, ENT_PROBLEM_LIST_MAX);
  /* A status, a goal that is not there and a title that is missing; an entry without an id. */
  g_assert_cmpuint (ent_problem_list_get_n_total (problems), ==, 1 + 4 * 25000 + 1);
  g_assert_cmpuint (ent_problem_list_count (problems, ENT_PROBLEM_WARNING), ==, 1 + 3 * 25000);
  assert_saves ("many", project, NULL);
}

/* Ids for which g_str_hash() gives the same number: "ab" and "bA" count as equal. A table that
 * went by it would compare each with all others. */
static void
test_colliding_ids (void)
{
  g_autoptr (GString) text = begin_project ();
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  g_string_append (text, "\"tasks\": [");
  for (guint i = 0; i < 1 << 16; i++)
    {
      char id[33] = { 0 };

      for (guint bit = 0; bit < 16; bit++)
        memcpy (id + 2 * bit, i >> bit & 1 ? "bA" : "ab", 2);
      g_assert_cmpuint (g_str_hash (id), ==, g_str_hash ("abababababababababababababababab"));
      g_hash_table_add (hashes, GUINT_TO_POINTER (ent_id_hash (id)));
      g_string_append_printf (text, "%s{\"id\": \"%s\", \"title\": \"\"}", i > 0 ? ",\n" : "", id);
    }
  g_string_append (text, "]}");
  /* By chance, 65,536 numbers of 32 bits hold 0.5 pairs. */
  g_assert_cmpuint (g_hash_table_size (hashes), >, (1 << 16) - 20);
  bytes = g_bytes_new (text->str, text->len);
  project = ent_project_read (bytes, problems, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (ent_project_get_n_records (project, ENT_KIND_TASK), ==, 1 << 16);
}

typedef struct {
  GCancellable *cancellable;
  guint n_calls;
  double last;
} Progress;

static void
on_progress (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  if (++progress->n_calls == 3 && progress->cancellable)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (EntProject) project = sample_project_new (200);
  g_autoptr (GBytes) bytes = ent_project_write (project, NULL);
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EntProject) back = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { NULL, 0, 0 };
  Progress stopped = { cancellable, 0, 0 };

  back = ent_project_read (bytes, problems, NULL, on_progress, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_calls, >, 4);
  g_assert_cmpfloat (progress.last, >=, 1);

  g_assert_null (ent_project_read (bytes, problems, cancellable, on_progress, &stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stopped.n_calls, ==, 3);
}

/* Numbers and texts however they are spelled. */
static void
test_spelling (void)
{
  static const char text[] =
    "{\"format\":\"ent\\u0065nte\",\"version\":1,\"id\":\"p\","
    "\"project\":{\"title\":\"\\u00c4 \\ud83d\\ude00\\n\","
    "\"check-in-every\":2.8e1,\"phase\":\"\\u006danaging\",\"purpose\":\"a\\nb\\/\\\\\","
    "\"start\":null},\"kpis\":[{\"\\u0069d\":\"k\",\"name\":\"\",\"target\":5,\"low\":-0,"
    "\"high\":1E2,\"tolerance\":1e-1,"
    "\"rebase\":[\"2026-01-0\\u0031\"],\"every\":null}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntProject) project = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);
  EntRecord *info, *kpi;

  g_assert_no_error (error);
  info = ent_project_get_info (project);
  kpi = ent_project_lookup (project, "k");
  g_assert_nonnull (kpi);
  /* The line break does not belong in a title. */
  g_assert_cmpuint (ent_problem_list_get_n_total (problems), ==, 1);
  g_assert_cmpstr (ent_record_get_raw (info, ENT_PROJECT_TITLE), ==,
                   "\"\\u00c4 \\ud83d\\ude00\\n\"");
  g_assert_cmpint (ent_record_get_int (info, ENT_PROJECT_CHECK_IN_EVERY), ==, 28);
  g_assert_cmpint (ent_record_get_enum (info, ENT_PROJECT_PHASE), ==, ENT_PHASE_MANAGING);
  g_assert_cmpstr (ent_record_get_string (info, ENT_PROJECT_PURPOSE), ==, "a\nb/\\");
  g_assert_cmpfloat (ent_record_get_double (kpi, ENT_KPI_TARGET), ==, 5);
  g_assert_cmpfloat (ent_record_get_double (kpi, ENT_KPI_HIGH), ==, 100);
  g_assert_cmpfloat (ent_record_get_double (kpi, ENT_KPI_TOLERANCE), ==, 0.1);
  g_assert_cmpstr (ent_record_get_list (kpi, ENT_KPI_REBASE)[0], ==, "2026-01-01");
  g_assert_cmpint (ent_record_get_int (kpi, ENT_KPI_EVERY), ==, ENT_INT_UNSET);
}

/* Where a problem is, for those who lead people there. */
static void
test_place (void)
{
  g_autoptr (GBytes) bytes = load_bad ("out-of-range.json");
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = ent_project_read (bytes, problems, NULL, NULL, NULL, NULL);
  g_autoptr (EntProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), 1);
  const EntProblemPlace *place = ent_problem_get_place (problem);
  g_autofree char *where = NULL;
  g_autofree char *message = NULL;

  g_assert_cmpint (place->kind, ==, ENT_KIND_PARTNER);
  g_assert_cmpint (place->index, ==, 0);
  g_assert_cmpstr (place->record_id, ==, "mill");
  g_assert_cmpstr (place->member, ==, "pace");
  g_assert_cmpuint (place->line, ==, 14);
  g_assert_cmpuint (place->column, ==, 15);
  g_assert_cmpint (ent_problem_get_severity (problem), ==, ENT_PROBLEM_WARNING);
  g_object_get (problem, "where", &where, "message", &message, NULL);
  g_assert_cmpstr (where, ==, "Line 14, column 15, Partners 1");
  g_assert_cmpstr (message, ==, ent_problem_get_message (problem));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-read/corpus", test_corpus);
  g_test_add_func ("/json-read/every-cut", test_every_cut);
  g_test_add_func ("/json-read/mutations", test_mutations);
  g_test_add_func ("/json-read/huge", test_huge);
  g_test_add_func ("/json-read/many-problems", test_many_problems);
  g_test_add_func ("/json-read/colliding-ids", test_colliding_ids);
  g_test_add_func ("/json-read/progress", test_progress);
  g_test_add_func ("/json-read/spelling", test_spelling);
  g_test_add_func ("/json-read/place", test_place);

  return g_test_run ();
}
