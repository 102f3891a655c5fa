/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writer: the exact form of the file, and that whatever it writes reads back the same. */
#include "config.h"

#include "model/ent-json-build.h"
#include "model/ent-json-reader.h"
#include "model/ent-json-scan.h"
#include "model/ent-json-writer.h"

#include "sample-project.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static char *
write_text (EntProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_project_write (project, &error);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}

static EntProject *
read_text (const char     *text,
           EntProblemList *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  EntProject *project = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
assert_no_problems (EntProblemList *problems)
{
  if (ent_problem_list_get_n_total (problems) > 0)
    {
      g_autoptr (EntProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), 0);
      g_autofree char *text = ent_problem_dup_text (problem);

      g_error ("unexpected problem: %s", text);
    }
}

/* Reading and writing again gives the same bytes. */
static void
assert_stable (const char *text)
{
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = read_text (text, problems);
  g_autofree char *again = write_text (project);

  g_assert_cmpstr (again, ==, text);
}

static void
test_form (void)
{
  static const char expected[] =
    "{\n"
    "  \"format\": \"entente\",\n"
    "  \"version\": 1,\n"
    "  \"generator\": \"Entente\",\n"
    "  \"id\": \"p1\",\n"
    "  \"project\": {\n"
    "    \"title\": \"Line 4 “tram”\",\n"
    "    \"phase\": \"managing\",\n"
    "    \"check-in-every\": 28\n"
    "  },\n"
    "  \"partners\": [\n"
    "    {\n"
    "      \"id\": \"a\",\n"
    "      \"name\": \"\"\n"
    "    },\n"
    "    {\n"
    "      \"id\": \"b\",\n"
    "      \"name\": \"Ämter €\",\n"
    "      \"pace\": 5\n"
    "    }\n"
    "  ],\n"
    "  \"roles\": [\n"
    "    {\n"
    "      \"id\": \"r\",\n"
    "      \"title\": \"Driver\",\n"
    "      \"responsibilities\": [\"Drive\", \"Stop\"]\n"
    "    }\n"
    "  ],\n"
    "  \"goals\": [\n"
    "    {\n"
    "      \"id\": \"g\",\n"
    "      \"title\": \"On time\",\n"
    "      \"weight\": 2\n"
    "    }\n"
    "  ],\n"
    "  \"positions\": [\n"
    "    {\"goal\": \"g\", \"partner\": \"a\", \"date\": \"2026-01-31\", \"value\": 0},\n"
    "    {\"goal\": \"g\", \"partner\": \"b\", \"date\": \"2026-01-31\", \"value\": -4, "
    "\"reason\": \"No.\"}\n"
    "  ]\n"
    "}\n";
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = read_text (expected, problems);
  g_autofree char *text = write_text (project);

  assert_no_problems (problems);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_all_fields (void)
{
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = sample_project_new (12);
  g_autofree char *text = write_text (project);
  g_autoptr (EntProject) back = read_text (text, problems);
  g_autofree char *again = write_text (back);

  assert_no_problems (problems);
  sample_assert_equal (project, back);
  g_assert_cmpstr (again, ==, text);
  for (int kind = ENT_KIND_PROJECT; kind < ENT_N_KINDS; kind++)
    {
      const EntKindInfo *info = ent_kind_get_info ((EntKind) kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *member = g_strdup_printf ("\"%s\": ", info->fields[i].name);

          g_assert_nonnull (strstr (text, member));
        }
    }
}

static const struct {
  double value;
  const char *text;
} doubles[] = {
  { 0, "0" }, { -0.0, "0" }, { 1, "1" }, { -1, "-1" }, { 0.1, "0.1" }, { 0.5, "0.5" },
  { 1.1, "1.1" }, { -2.75, "-2.75" }, { 100, "100" }, { 1e14, "100000000000000" },
  { 1e15, "1e+15" },
  { 1e22, "1e+22" }, { 1e23, "1e+23" }, { 1e-7, "1e-07" },
  { 0.30000000000000004, "0.30000000000000004" },
  { 1.0 / 3, "0.3333333333333333" }, { 2.0 / 3, "0.6666666666666666" },
  { 123456.789, "123456.789" },
  { 5e-324, "4.94065645841247e-324" }, { 1.7976931348623157e308, "1.7976931348623157e+308" },
  { 9007199254740993.0, "9007199254740992" },
};

static void
assert_double (double      value,
               const char *expected)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_auto (EntJsonError) error = { ENT_JSON_OK, };
  double back;

  ent_json_append_double (json, value);
  if (expected)
    g_assert_cmpstr (json->str, ==, expected);
  back = g_ascii_strtod (json->str, NULL);
  g_assert_true (back >= value && back <= value);
  g_assert_true (ent_json_scan (json->str, json->len, NULL, NULL, &error));
  g_assert_cmpuint (json->len, <=, 24);
}

static void
test_doubles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doubles); i++)
    assert_double (doubles[i].value, doubles[i].text);
  for (guint i = 0; i < 20000; i++)
    {
      union { guint64 bits; double value; } any;

      any.bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      if (isfinite (any.value))
        assert_double (any.value, NULL);
      assert_double (g_test_rand_int () / 1000.0, NULL);
    }
}

/* A decimal comma in the locale stays out of the file. */
static void
test_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  const char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_ALL, locales[i]);
  if (!found)
    {
      g_test_skip ("no locale with a decimal comma");
      return;
    }
  assert_double (1234.5, "1234.5");
  test_all_fields ();
  setlocale (LC_ALL, before);
}

static void
test_text (void)
{
  static const struct {
    const char *text;
    const char *json;
  } cases[] = {
    { "", "\"\"" },
    { "plain", "\"plain\"" },
    { "\"\\/", "\"\\\"\\\\/\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1F\x7F", "\"\\u0001\\u001f\x7F\"" },
    { "é€😀\xE2\x80\xA8", "\"é€😀\xE2\x80\xA8\"" },
  };
  static const char *const none[] = { NULL }, *const two[] = { "a", "\"", NULL };
  g_autoptr (GString) json = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_string_truncate (json, 0);
      ent_json_append_text (json, cases[i].text);
      g_assert_cmpstr (json->str, ==, cases[i].json);
    }
  g_string_truncate (json, 0);
  ent_json_append_texts (json, none);
  ent_json_append_texts (json, two);
  g_assert_cmpstr (json->str, ==, "[][\"a\", \"\\\"\"]");
}

/* What this version does not know, at every level, comes back byte for byte. */
static const char foreign[] =
  "{\n"
  "  \"format\": \"entente\",\n"
  "  \"version\": 1,\n"
  "  \"id\": \"p1\",\n"
  "  \"project\": {\n"
  "    \"title\": \"T\",\n"
  "    \"phase\": \"dreaming\",\n"
  "    \"start\": \"soon\",\n"
  "    \"check-in-every\": 0,\n"
  "    \"colour\": {\"r\": 1.0, \"g\": [1e2,  2]},\n"
  "    \"é\\n\": null\n"
  "  },\n"
  "  \"partners\": [\n"
  "    5,\n"
  "    {\"name\": \"without an id\"},\n"
  "    {\n"
  "      \"id\": \"a\",\n"
  "      \"name\": {\"en\": \"A\",\n"
  "               \"de\": \"B\"},\n"
  "      \"sector\": \"piracy\",\n"
  "      \"pace\": 6,\n"
  "      \"horizon\": \"long\",\n"
  "      \"evidence\": 2.5,\n"
  "      \"decisions\": 99999999999999999,\n"
  "      \"logo\": [\n        true,\n        1.50\n      ]\n"
  "    },\n"
  "    [ \"a list\" ],\n"
  "    {\"id\":\"a\",\"name\":\"the same id\"},\n"
  "    {\n"
  "      \"id\": \"b\",\n"
  "      \"name\": \"B\"\n"
  "    },\n"
  "    null\n"
  "  ],\n"
  "  \"people\": 12,\n"
  "  \"roles\": [\n"
  "    {\n"
  "      \"id\": \"r\",\n"
  "      \"title\": \"R\",\n"
  "      \"partner\": \"gone\",\n"
  "      \"responsibilities\": [\"one\", 2]\n"
  "    }\n"
  "  ],\n"
  "  \"tasks\": [\n"
  "    {\n"
  "      \"id\": \"t\",\n"
  "      \"title\": \"T\"\n"
  "    }\n"
  "  ],\n"
  "  \"assignments\": [\n"
  "    {\"task\": \"t\", \"role\": \"r\", \"code\": \"Q\", \"since\": [ 1,2 ]},\n"
  "    {\"task\": \"t\"},\n"
  "    {\"task\": \"t\", \"role\": \"r\", \"code\": \"R\"},\n"
  "    {\"task\": \"t\", \"role\": \"gone\", \"code\": \"I\", \"id\": \"x\"}\n"
  "  ],\n"
  "  \"stories\": {\"not\": \"a list\"},\n"
  "  \"rev\": \"abc\",\n"
  "  \"budget\": [\n  { \"eur\":1.10 } ]\n"
  "}\n";

static void
test_foreign (void)
{
  assert_stable (foreign);
}

/* Setting a field replaces what could not be read; an entry joins the list that was none. */
static void
test_foreign_edited (void)
{
  g_autoptr (EntProblemList) problems = ent_problem_list_new ();
  g_autoptr (EntProject) project = read_text (foreign, problems);
  g_autoptr (EntRecord) joe = NULL;
  g_autofree char *text = NULL;

  ent_record_set_int (ent_project_lookup (project, "a"), ENT_PARTNER_PACE, 4);
  joe = ent_record_new_with_id (ENT_KIND_PERSON, "joe");
  g_assert_true (ent_project_append (project, joe, NULL));
  text = write_text (project);
  g_assert_nonnull (strstr (text, "      \"pace\": 4,\n      \"horizon\": \"long\",\n"));
  g_assert_nonnull (strstr (text, "  \"people\": [\n    12,\n    {\n      \"id\": \"joe\",\n"
                                  "      \"name\": \"\"\n    }\n  ],\n"));
  assert_stable (text);
}

static void
append_random (GString *json,
               guint    depth)
{
  switch (g_test_rand_int_range (0, depth > 3 ? 5 : 7))
    {
    case 0: g_string_append (json, "null"); break;
    case 1: g_string_append (json, "true"); break;
    case 2: g_string_append_printf (json, "%d", g_test_rand_int ()); break;
    case 3: g_string_append (json, "-1.50e+3"); break;
    case 4: g_string_append (json, "\"\\u00e9 \\/ ü \\ud83d\\ude00\""); break;
    case 5:
      g_string_append (json, "[ ");
      append_random (json, depth + 1);
      g_string_append (json, " ,\n");
      append_random (json, depth + 1);
      g_string_append_c (json, ']');
      break;
    default:
      g_string_append (json, "{\"a\" : ");
      append_random (json, depth + 1);
      g_string_append (json, ",\"id\":");
      append_random (json, depth + 1);
      g_string_append_c (json, '}');
      break;
    }
}

/* In a canonical file, puts members with random values into random records. */
static char *
add_random_members (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    {
      gboolean last = lines[i + 1] && g_str_has_prefix (lines[i + 1], "    }");

      g_string_append (out, lines[i]);
      if (last && g_test_rand_int_range (0, 3) == 0)
        {
          g_string_append_printf (out, ",\n      \"x-%u\": ", i);
          append_random (out, 0);
        }
      if (lines[i + 1])
        g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_random_members (void)
{
  g_autoptr (EntProject) project = sample_project_new (6);
  g_autofree char *plain = write_text (project);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = add_random_members (plain);

      assert_stable (text);
    }
}

static void
test_read_only (void)
{
  g_autoptr (EntProject) project = sample_project_new (1);
  g_autoptr (GError) error = NULL;

  ent_project_set_read_only (project, TRUE);
  g_assert_null (ent_project_write (project, &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_READ_ONLY);
}

/* What would not open again is not written. */
static void
test_limits (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *big = g_strnfill (ENT_TEXT_MAX_BYTES - 1, 'x');

  ent_project_load_begin (project, "big");
  for (guint i = 0; i < 33; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      EntRecord *task = ent_record_new_with_id (ENT_KIND_TASK, id);

      ent_record_set_string (task, ENT_TASK_NOTE, big);
      g_assert_true (ent_project_load_take (project, task));
    }
  ent_project_load_end (project);
  g_assert_null (ent_project_write (project, &error));
  g_assert_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT);
}

/* The samples that come with the program are in canonical form. */
static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autoptr (EntProblemList) problems = ent_problem_list_new ();
      g_autoptr (EntProject) project = NULL;

      if (!g_str_has_suffix (name, ".entente.json"))
        continue;
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      project = read_text (text, problems);
      again = write_text (project);
      assert_no_problems (problems);
      g_assert_cmpstr (again, ==, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-write/form", test_form);
  g_test_add_func ("/json-write/all-fields", test_all_fields);
  g_test_add_func ("/json-write/doubles", test_doubles);
  g_test_add_func ("/json-write/locale", test_locale);
  g_test_add_func ("/json-write/text", test_text);
  g_test_add_func ("/json-write/foreign", test_foreign);
  g_test_add_func ("/json-write/foreign-edited", test_foreign_edited);
  g_test_add_func ("/json-write/random-members", test_random_members);
  g_test_add_func ("/json-write/read-only", test_read_only);
  g_test_add_func ("/json-write/limits", test_limits);
  g_test_add_func ("/json-write/samples", test_samples);

  return g_test_run ();
}
