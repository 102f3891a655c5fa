/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in sentences: what cannot be seen must not reorder what can, and lists read as people
 * speak. */
#include "config.h"

#include "analysis/ent-phrase.h"

#include <string.h>

#define ISOLATE "\342\201\250"
#define POP "\342\201\251"
#define OVERRIDE "\342\200\256" /* U+202E: what follows runs from right to left */
#define MARK "\357\277\275"     /* U+FFFD: the visible mark in its place */

static void
test_names (void)
{
  static const struct {
    const char *name;
    const char *expected;
  } cases[] = {
    { "Riverside Trust", "Riverside Trust" },
    { "", "(no name)" },
    { "two\nlines\tand\rmore", "two lines and more" },
    { "safe" OVERRIDE "drow", "safe" MARK "drow" },
    { ISOLATE "x" POP, MARK "x" MARK },
    { "bell\a", "bell" MARK },
    { "עמותה", ISOLATE "עמותה" POP },
    { "Trust עמותה", ISOLATE "Trust עמותה" POP },
    { "Ångström", "Ångström" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ent_phrase_name (cases[i].name);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_long_names (void)
{
  g_autofree char *exact = g_strnfill (80, 'x');
  g_autofree char *longer = g_strnfill (81, 'x');
  g_autofree char *kept = ent_phrase_name (exact);
  g_autofree char *cut = ent_phrase_name (longer);

  g_assert_cmpstr (kept, ==, exact);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 81);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

static void
test_show (void)
{
  g_autofree char *shown = ent_phrase_show (ISOLATE "שם" POP " has" OVERRIDE " left\nnow");

  g_autofree char *lines = ent_phrase_show_lines ("two" OVERRIDE "\nlines\r\n");

  g_assert_cmpstr (shown, ==, ISOLATE "שם" POP " has" MARK " left now");
  g_assert_cmpstr (lines, ==, "two" MARK "\nlines \n");
}

static void
test_quote (void)
{
  g_autofree char *quoted = ent_phrase_quote ("Plant the beds");

  g_assert_cmpstr (quoted, ==, "“Plant the beds”");
}

static void
test_join (void)
{
  static const struct {
    const char *parts[5];
    const char *expected;
  } cases[] = {
    { { "A", NULL }, "A" },
    { { "A", "B", NULL }, "A and B" },
    { { "A", "B", "C", NULL }, "A, B and C" },
    { { "A", "B", "C", "D", NULL }, "A, B, C and D" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = ent_phrase_join (cases[i].parts);

      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase/names", test_names);
  g_test_add_func ("/phrase/long-names", test_long_names);
  g_test_add_func ("/phrase/show", test_show);
  g_test_add_func ("/phrase/quote", test_quote);
  g_test_add_func ("/phrase/join", test_join);

  return g_test_run ();
}
