/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables from spreadsheets: what parts cells and rows, quotes, and how text is encoded. */
#include <string.h>

#include "store/ent-table.h"

/* Rows as text: cells between bars, rows on lines. */
static char *
dump (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (rows, i));

      g_string_append_printf (out, "%s\n", line);
    }

  return g_string_free (out, FALSE);
}

static const struct {
  const char *name;
  const char *text;
  gssize length;
  const char *rows;
} tables[] = {
  { "nothing", "", 0, "" },
  { "one cell", "a", -1, "a\n" },
  { "commas", "a,b\nc,d\n", -1, "a|b\nc|d\n" },
  { "semicolons", "a;b,5\nc;d\n", -1, "a|b,5\nc|d\n" },
  { "tabs", "a\tb, c\nd\te;f\n", -1, "a|b, c\nd|e;f\n" },
  { "a title above", "Our report\n\na,b\nc,d\n", -1, "Our report\n\na|b\nc|d\n" },
  { "a title with a comma", "Report, 2025\na;b\nc;d\n", -1, "Report, 2025\na|b\nc|d\n" },
  { "decimal commas", "a;1,5\nb;2,5\n", -1, "a|1,5\nb|2,5\n" },
  { "line ends", "a,b\r\nc,d\re,f\ng,h", -1, "a|b\nc|d\ne|f\ng|h\n" },
  { "quotes", "\"a,b\",\"c \"\"d\"\"\"\n", -1, "a,b|c \"d\"\n" },
  { "a row in quotes", "\"a\nb\",c\nd,e\n", -1, "a\nb|c\nd|e\n" },
  { "quotes inside", "a \"b\" c,d\n", -1, "a \"b\" c|d\n" },
  { "text after quotes", "\"a\" b,c\n", -1, "a b|c\n" },
  { "empty cells", ",\n,,\n", -1, "|\n||\n" },
  { "a blank line", "a,b\n\nc,d\n", -1, "a|b\n\nc|d\n" },
  { "separators in quotes do not count", "\"a,b,c\";d\n", -1, "a,b,c|d\n" },
  { "a byte order mark", "\357\273\277\"a\",b\n", -1, "a|b\n" },
  { "UTF-8", "é,ß\n", -1, "é|ß\n" },
  { "UTF-16, little end first", "\377\376a\0,\0\351\0\n\0", 10, "a|é\n" },
  { "UTF-16, big end first", "\376\377\0a\0,\0\351\0\n", 10, "a|é\n" },
  { "Windows-1252", "\351,\200\n", -1, "é|€\n" },
};

static void
test_table (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  gsize length = tables[i].length < 0 ? strlen (tables[i].text) : (gsize) tables[i].length;
  g_autoptr(GPtrArray) rows = ent_table_parse (tables[i].text, length, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dump (rows);
  g_assert_cmpstr (text, ==, tables[i].rows);
}

static void
test_refused (void)
{
  static const struct { const char *text; gsize length; } bad[] = {
    { "a,\"b\nc,d\n", 9 }, { "\"", 1 }, { "a\0b", 3 }, { "\377\376a", 3 }, { "\377\376a\0\0\0", 6 },
    { "\377\376\0\330", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ent_table_parse (bad[i].text, bad[i].length, &error));
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
    }
}

/* Whatever the bytes are, there is an answer. */
static void
test_random (void)
{
  static const char some[] = "a,;\t\"\"\r\n \303\251\0";
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 5000; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 0, 24);
      g_autofree char *text = g_malloc (n + 1);
      g_autoptr(GPtrArray) rows = NULL;

      for (gsize i = 0; i < n; i++)
        text[i] = some[g_rand_int_range (rand, 0, sizeof some)];
      rows = ent_table_parse (text, n, NULL);
      for (guint i = 0; rows != NULL && i < rows->len; i++)
        g_assert_nonnull (((char **) g_ptr_array_index (rows, i))[0]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/table/%s", tables[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/table/refused", test_refused);
  g_test_add_func ("/table/random", test_random);

  return g_test_run ();
}
