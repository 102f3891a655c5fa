/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every text comes back from a table as it went, and none goes as a formula. */
#include "analysis/ent-cell.h"

static const struct {
  const char *text;
  gboolean marked;
} texts[] = {
  { "", FALSE }, { "plain", FALSE }, { "'", FALSE }, { "''", FALSE }, { "'quoted", FALSE },
  { " plain", FALSE }, { "=1+1", TRUE }, { "+x", TRUE }, { "-x", TRUE }, { "@x", TRUE },
  { "＝1", TRUE }, { "＋1", TRUE }, { "－5", TRUE }, { "＠a", TRUE }, { "  =x", TRUE },
  { "'=x", TRUE }, { "''=x", TRUE }, { "'＝x", TRUE }, { "' -x", TRUE }, { " '=x", FALSE },
  { "\tx", TRUE }, { "\nx", TRUE }, { "=", TRUE }, { "'=", TRUE },
};

static void
test_mark (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *cell = g_strconcat (texts[i].marked ? "'" : "", texts[i].text, NULL);

      g_assert_cmpint (ent_cell_needs_mark (texts[i].text), ==, texts[i].marked);
      g_assert_cmpstr (ent_cell_skip_mark (cell), ==, texts[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cell/mark", test_mark);

  return g_test_run ();
}
