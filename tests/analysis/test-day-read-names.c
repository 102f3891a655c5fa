/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of months in a language that has two forms of them. This program answers for the language,
 * which need not be installed. */
#include <langinfo.h>

#include "analysis/ent-day-read.h"

/* Stands in for the C library's. */
char *
nl_langinfo (nl_item item)
{
  switch (item)
    {
    case CODESET:
      return (char *) "UTF-8";
    case MON_3:
      return (char *) "marca";
    case ABMON_3:
      return (char *) "mrz.";
#ifdef ALTMON_1
    case ALTMON_3:
      return (char *) "marzec";
#endif
    default:
      return (char *) "";
    }
}

static void
test_names (void)
{
  static const struct { const char *text; const char *day; } cases[] = {
    { "3 marca 2025", "2025-03-03" }, { "3 Mrz 2025", "2025-03-03" }, { "mrz. 2025", "2025-03-31" },
#ifdef ALTMON_1
    { "marzec 2025", "2025-03-31" }, { "Marzec 2025", "2025-03-31" },
#endif
    { "3 March 2025", "2025-03-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDayReading reading;

      g_assert_cmpint (ent_day_read (cases[i].text, ENT_DAY_ORDER_UNKNOWN, FALSE, &reading), ==,
                       ENT_DAY_FOUND);
      g_assert_cmpstr (reading.day, ==, cases[i].day);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day-read/names", test_names);

  return g_test_run ();
}
