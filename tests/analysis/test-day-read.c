/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as they stand in spreadsheets. */
#include <string.h>

#include "analysis/ent-day-read.h"
#include "model/ent-value.h"

#define ANY ENT_DAY_ORDER_UNKNOWN
#define DMY ENT_DAY_ORDER_DMY
#define MDY ENT_DAY_ORDER_MDY
#define YMD ENT_DAY_ORDER_YMD

static const struct {
  const char *text;
  EntDayOrder order;
  const char *expected;              /* a day, its span unless it is one, and the order it shows */
} dates[] = {
  { "", ANY, "blank" }, { "  ", ANY, "blank" }, { "TBD", ANY, "text" }, { "12", ANY, "text" },
  { "soon", ANY, "text" }, { ".", ANY, "text" }, { "\302\240", ANY, "text" }, { "12.5", ANY, "text" }, { "-", ANY, "text" }, { "1,234", ANY, "text" },

  { "2025-03-01", ANY, "2025-03-01" }, { " 2025-03-01 ", ANY, "2025-03-01" },
  { "2025-3-1", ANY, "2025-03-01" }, { "2025/03/01", ANY, "2025-03-01" },
  { "2025.03.01", ANY, "2025-03-01" }, { "20250301", ANY, "2025-03-01" },
  { "2025-03-01T10:00:00Z", ANY, "2025-03-01" }, { "2025-03-01 10:00", ANY, "2025-03-01" },
  { "2025-02-30", ANY, "text" }, { "2025-13-01", ANY, "text" }, { "1025-03-01", ANY, "1025-03-01" },
  { "2024-02-29", ANY, "2024-02-29" }, { "20251301", ANY, "text" },
  { "2025-03-01", MDY, "2025-03-01" }, { "'2025-03-01", ANY, "2025-03-01" },

  { "1.3.2025", ANY, "2025-03-01" }, { "01.03.2025", ANY, "2025-03-01" },
  { "13.04.2025", ANY, "2025-04-13 dmy" }, { "01.03.25", ANY, "2025-03-01" },
  { "3.14.2025", ANY, "2025-03-14 mdy" }, { "01.03.2025", MDY, "2025-01-03" },
  { "01. 03. 2025", ANY, "2025-03-01" },

  { "03/04/2025", ANY, "ambiguous" }, { "03-04-2025", ANY, "ambiguous" },
  { "3/4/25", ANY, "ambiguous" }, { "04/04/2025", ANY, "2025-04-04" },
  { "03/04/2025 10:30", ANY, "ambiguous" }, { "03/04/2025", DMY, "2025-04-03" },
  { "03/04/2025", MDY, "2025-03-04" }, { "03/04/2025", YMD, "text" },
  { "13/04/2025", ANY, "2025-04-13 dmy" }, { "04/13/2025", ANY, "2025-04-13 mdy" },
  { "13/04/2025", MDY, "text" }, { "04/13/2025", DMY, "text" }, { "13/13/2025", ANY, "text" },
  { "31/02/2025", ANY, "text" }, { "25/03/04", YMD, "2025-03-04" }, { "1/2/99", DMY, "1999-02-01" },
  { "03/04-2025", ANY, "text" }, { "03/04/202", ANY, "text" }, { "0/4/2025", ANY, "text" },

  { "25-03-04", ANY, "ambiguous" }, { "25/01/31", ANY, "ambiguous" },
  { "25/01/31", YMD, "2025-01-31" }, { "25/01/31", DMY, "2031-01-25" },
  { "13/04/25", ANY, "ambiguous" }, { "04/13/25", ANY, "2025-04-13 mdy" },
  { "25/03/25", ANY, "2025-03-25 dmy" }, { "99/03/04", ANY, "1999-03-04 ymd" },
  { "31/12/99", ANY, "1999-12-31 dmy" }, { "25.03.04", ANY, "2004-03-25 dmy" },

  { "1. Mai 2026", ANY, "2026-05-01" }, { "Mrz 2026", ANY, "2026-03-31 month" },
  { "3. März 2026", ANY, "2026-03-03" }, { "Dez. 2026", ANY, "2026-12-31 month" },
  { "Okt-26", ANY, "2026-10-31 month" }, { "févr. 2026", ANY, "2026-02-28 month" },
  { "12 août 2026", ANY, "2026-08-12" }, { "ene 2026", ANY, "2026-01-31 month" },
  { "diciembre 2026", ANY, "2026-12-31 month" }, { "jui 2026", ANY, "text" },
  { "juil. 2026", ANY, "2026-07-31 month" }, { "juin 2026", ANY, "2026-06-30 month" },

  { "3 Mar 2025", ANY, "2025-03-03" }, { "3. March 2025", ANY, "2025-03-03" },
  { "March 3, 2025", ANY, "2025-03-03" }, { "Mar 3 2025", ANY, "2025-03-03" },
  { "3rd March 2025", ANY, "2025-03-03" }, { "03-Mar-25", ANY, "2025-03-03" },
  { "2025 Mar 3", ANY, "2025-03-03" }, { "31 Feb 2025", ANY, "text" },
  { "3 Mab 2025", ANY, "text" }, { "3 Ma 2025", ANY, "text" }, { "3 Sept 2025", ANY, "2025-09-03" },

  { "Mar 2025", ANY, "2025-03-31 month" }, { "MARCH 2025", ANY, "2025-03-31 month" },
  { "Feb 2024", ANY, "2024-02-29 month" }, { "Mar-25", ANY, "2025-03-31 month" },
  { "Mar '25", ANY, "2025-03-31 month" }, { "Mar ’25", ANY, "2025-03-31 month" },
  { "Mar 25", ANY, "text" }, { "March", ANY, "text" }, { "2025 Mar", ANY, "2025-03-31 month" },
  { "Mar 2025*", ANY, "2025-03-31 month" }, { "Mar. 2025", ANY, "2025-03-31 month" },
  { "Mar\302\2402025", ANY, "2025-03-31 month" }, { "3\302\240Mar\302\2402025", ANY, "2025-03-03" },
  { "2025-03", ANY, "2025-03-31 month" }, { "2025/3", ANY, "2025-03-31 month" },
  { "03/2025", ANY, "2025-03-31 month" }, { "03.2025", ANY, "2025-03-31 month" },
  { "2025.3", ANY, "text" }, { "2025-13", ANY, "text" }, { "2025M03", ANY, "2025-03-31 month" },
  { "Q1 2025", ANY, "2025-03-31 quarter" }, { "2025 Q4", ANY, "2025-12-31 quarter" },
  { "2025-Q2", ANY, "2025-06-30 quarter" }, { "Q3/25", ANY, "2025-09-30 quarter" },
  { "1Q25", ANY, "2025-03-31 quarter" }, { "2025Q1", ANY, "2025-03-31 quarter" },
  { "Q5 2025", ANY, "text" }, { "Q1", ANY, "text" }, { "2025", ANY, "2025-12-31 year" },
  { "1850", ANY, "text" }, { "3000", ANY, "text" }, { "45717", ANY, "text" },
};

static char *
dump (const EntDayReading *reading)
{
  static const char *const states[] = { "blank", NULL, "ambiguous", "text" };
  static const char *const spans[] = { "", " month", " quarter", " year" };
  static const char *const orders[] = { "", " dmy", " mdy", " ymd" };

  return reading->state != ENT_DAY_FOUND
    ? g_strdup (states[reading->state])
    : g_strconcat (reading->day, spans[reading->span], orders[reading->shows], NULL);
}

static void
test_date (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  EntDayReading reading;
  g_autofree char *found = NULL;

  g_assert_cmpint (ent_day_read (dates[i].text, dates[i].order, FALSE, &reading), ==, reading.state);
  found = dump (&reading);
  g_assert_cmpstr (found, ==, dates[i].expected);
}

static void
test_serials (void)
{
  static const struct { const char *text; const char *day; } cases[] = {
    { "45717", "2025-03-01" }, { "61", "1900-03-01" }, { "60", NULL }, { "0", NULL },
    { "109574", "2199-12-31" }, { "109575", NULL }, { "2025-03-01", "2025-03-01" },
    { "13/04/2025", "2025-04-13" }, { "999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntDayReading reading;

      ent_day_read (cases[i].text, ANY, TRUE, &reading);
      g_assert_cmpint (reading.state, ==, cases[i].day != NULL ? ENT_DAY_FOUND : ENT_DAY_TEXT);
      if (cases[i].day != NULL)
        g_assert_cmpstr (reading.day, ==, cases[i].day);
    }
}

/* Whatever the text is, there is an answer, and what is found is a day. */
static void
test_random (void)
{
  static const char *const some[] = {
    "1", "3", "13", "25", "2025", "0", "/", ".", "-", " ", "'", "’", ", ", "Mar", "May", "Q", "M",
    "th", "T", ":", "10:30", "é", "*", "\302\240", "Z",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 50000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      EntDayReading reading;

      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))]);
      ent_day_read (text->str, (EntDayOrder) (round % 4), round % 5 == 0, &reading);
      if (reading.state == ENT_DAY_FOUND)
        g_assert_true (ent_date_is_valid (reading.day));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/day-read/date/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_date);
    }
  g_test_add_func ("/day-read/serials", test_serials);
  g_test_add_func ("/day-read/random", test_random);

  return g_test_run ();
}
