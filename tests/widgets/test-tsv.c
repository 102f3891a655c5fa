/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab-separated text to and from a spreadsheet's clipboard. */
#include "config.h"

#include "widgets/ent-tsv.h"

typedef struct {
  const char *text;
  const char *rows; /* fields between |, rows between ; */
} Case;

/* What LibreOffice, Gnumeric and others put there, and what people make of it. */
static const Case cases[] = {
  { "", "" },
  { "A", "A" },
  { "A\n", "A" },
  { "A\r\n", "A" },
  { "A\tR\nC\tI\n", "A|R;C|I" },
  { "A\tR\r\nC\tI\r\n", "A|R;C|I" },
  { "A\tR\rC\tI", "A|R;C|I" },
  { "A\t\tR", "A||R" },
  { "\tA", "|A" },
  { "A\t", "A|" },
  { "A\n\nB", "A;;B" },
  { "\n", "" },
  { " A \t R ", "A|R" },
  { "\"a\tb\"\tc", "a\tb|c" },
  { "\"one\ntwo\"\tc\n", "one\ntwo|c" },
  { "\"say \"\"yes\"\"\"", "say \"yes\"" },
  { "\"\"\tx", "|x" },
  { "5\" pipe\tx", "5\" pipe|x" },
  { "\"open\tx", "\"open|x" },
  { "\"open\nx", "\"open;x" },
  { "a\tb\nc", "a|b;c" },
  { "é\t日本", "é|日本" },
};

static char *
join (GPtrArray *rows)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, g_strjoinv ("|", rows->pdata[i]));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (";", (char **) lines->pdata);
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) rows = ent_tsv_parse (cases[i].text);
      g_autofree char *joined = join (rows);

      g_assert_cmpstr (joined, ==, cases[i].rows);
    }
}

static void
test_format (void)
{
  static const struct {
    const char *field;
    const char *text;
  } fields[] = {
    { "", "" }, { "A", "A" }, { "a b", "a b" }, { "a\tb", "\"a\tb\"" }, { "a\nb", "\"a\nb\"" },
    { "\"x", "\"\"\"x\"" }, { "5\"", "5\"" }, { "a\t\"b\"", "\"a\t\"\"b\"\"\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      ent_tsv_append (text, fields[i].field);
      g_assert_cmpstr (text->str, ==, fields[i].text);
    }
}

/* Any table of fields without outer blanks comes back as it went. */
static void
test_round_trip (void)
{
  static const char *const parts[] = { "A", "\"", "\t", "\n", "\r", "é", "x y", "'" };
  GRand *rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 500; round++)
    {
      guint n_rows = (guint) g_rand_int_range (rand, 1, 5);
      guint n_columns = (guint) g_rand_int_range (rand, 1, 5);
      g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_autoptr(GPtrArray) read = NULL;
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint i = 0; i < n_rows; i++)
        {
          char **row = g_new0 (char *, n_columns + 1);

          for (guint j = 0; j < n_columns; j++)
            {
              g_autoptr(GString) field = g_string_new ("x");

              for (int k = g_rand_int_range (rand, 0, 4); k > 0; k--)
                g_string_append (field, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
              g_string_append_c (field, '.');
              row[j] = g_strdup (field->str + (g_rand_boolean (rand) ? 1 : 0));
              g_strstrip (row[j]);
              ent_tsv_append (text, row[j]);
              g_string_append_c (text, j + 1 < n_columns ? '\t' : '\n');
            }
          g_ptr_array_add (rows, row);
        }
      read = ent_tsv_parse (text->str);
      g_assert_cmpuint (read->len, ==, n_rows);
      for (guint i = 0; i < n_rows; i++)
        g_assert_cmpstrv (read->pdata[i], rows->pdata[i]);
    }
  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tsv/parse", test_parse);
  g_test_add_func ("/tsv/format", test_format);
  g_test_add_func ("/tsv/round-trip", test_round_trip);
  return g_test_run ();
}
