/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as they stand in spreadsheets. */
#include <math.h>
#include <string.h>

#include "analysis/ent-quantity.h"

#define POINT ENT_DECIMAL_POINT
#define COMMA ENT_DECIMAL_COMMA
#define EITHER ENT_DECIMAL_UNKNOWN

/* An amount in short: a comparison, the number or two, its unit; “!” where more was said. */
static char *
dump (const EntQuantity *quantity)
{
  static const char *const comparisons[] = { "", ">=", "<=" };
  static const char *const words[] = { "blank", "unknown", NULL, NULL, "ambiguous", "text" };
  g_autofree char *unit = NULL;
  GString *out = g_string_new (words[quantity->state]);

  if (quantity->state == ENT_QUANTITY_NUMBER || quantity->state == ENT_QUANTITY_RANGE)
    {
      unit = ent_quantity_dup_unit (quantity);
      g_string_append_printf (out, "%s%.12g", comparisons[quantity->comparison], quantity->value);
      if (quantity->state == ENT_QUANTITY_RANGE)
        g_string_append_printf (out, "..%.12g", quantity->upper);
      if (unit != NULL)
        g_string_append_printf (out, " %s", unit);
      g_string_append (out, quantity->plain ? "" : "!");
    }

  return g_string_free (out, FALSE);
}

static const struct {
  const char *text;
  EntDecimal decimal;
  const char *expected;
} amounts[] = {
  { "", EITHER, "blank" }, { "  ", EITHER, "blank" }, { "\302\240", EITHER, "blank" },
  { "'", EITHER, "blank" }, { "*", EITHER, "unknown" },
  { "TBD", EITHER, "unknown" }, { "tbc", EITHER, "unknown" }, { "n/a", EITHER, "unknown" },
  { "–", EITHER, "unknown" }, { "?", EITHER, "unknown" }, { "TBD*", EITHER, "unknown" },
  { "achieved", EITHER, "text" }, { "reach more people", EITHER, "text" }, { "x", EITHER, "text" },

  { "0", EITHER, "0" }, { "300", EITHER, "300" }, { "-5", EITHER, "-5" }, { "−5", EITHER, "-5" },
  { "–5", EITHER, "-5" }, { "+5", EITHER, "5" }, { "'-5", EITHER, "-5" }, { "007", EITHER, "7" },
  { " 12 ", EITHER, "12" }, { "1e5", EITHER, "100000" }, { "1.5E+05", EITHER, "150000" },
  { "1e999", EITHER, "text" }, { "(5)", EITHER, "-5!" }, { "(1,234.5)", EITHER, "-1234.5!" },

  { ">= 300", EITHER, ">=300!" }, { "≤5%", EITHER, "<=5 %!" }, { "+25%", EITHER, "25 %" },
  { "<=30 min*", EITHER, "<=30 min!" }, { "> 3", EITHER, ">=3!" }, { "<3", EITHER, "<=3!" },
  { "at least 80 %", EITHER, ">=80 %!" }, { "Max. 10", EITHER, "<=10!" },
  { "min 4", EITHER, ">=4!" }, { "minutes 4", EITHER, "text" }, { "300+", EITHER, ">=300!" },
  { "300 or more", EITHER, ">=300!" }, { "up to 7 days", EITHER, "<=7 days!" },
  { "~40", EITHER, "40!" }, { "ca. 40", EITHER, "40!" }, { "< = 3", EITHER, "text" },

  { "45%", EITHER, "45 %" }, { "45 %", EITHER, "45 %" }, { "12 m²", EITHER, "12 m²" },
  { "12¹", EITHER, "12!" }, { "12²", EITHER, "12!" }, { "12 †", EITHER, "12!" },
  { "12 [1]", EITHER, "12!" }, { "12 (a)", EITHER, "12!" }, { "12 kg (a)", EITHER, "12 kg!" },
  { "€ 5", EITHER, "5 €" }, { "5 €", EITHER, "5 €" }, { "£1,200.50", EITHER, "1200.5 £" },
  { "-$5", EITHER, "-5 $" }, { "$-5", EITHER, "-5 $" }, { "€ 5 million", EITHER, "5 million!" },
  { "12/month", EITHER, "12 month" }, { "300 people in the whole year", EITHER, "300!" },
  { "21 °C", EITHER, "21 °C" }, { "5 tCO2e", EITHER, "5 tCO2e" },

  { "10-20", EITHER, "10..20" }, { "10 – 20 %", EITHER, "10..20 %" },
  { "10% - 20%", EITHER, "10..20 %" }, { "between 10 and 20", EITHER, "10..20!" },
  { "10 to 20", EITHER, "10..20" }, { "20-10", EITHER, "text" }, { "2025-03", EITHER, "text" },
  { "2025-03-01", EITHER, "text" }, { "03/04/2025", EITHER, "text" }, { "4/5", EITHER, "text" },
  { "1.2.3", EITHER, "text" }, { "12:30", EITHER, "text" }, { "Q1 2025", EITHER, "text" },

  { "-5 to -2", EITHER, "-5..-2" }, { "-5 – -2", EITHER, "-5..-2" }, { "-5 to 5", EITHER, "-5..5" },
  { "+5% to +10%", EITHER, "5..10 %" }, { "-2 to -5", EITHER, "text" },
  { "€5–€10", EITHER, "5..10 €" },
  { "€5 to 10", EITHER, "5..10 €" }, { "5 € to 10 €", EITHER, "5..10 €" },
  { "5 to €10", EITHER, "5..10 €" }, { "€5 to $10", EITHER, "text" },
  { "10%–20", EITHER, "10..20 %" },
  { "(5 to 10)", EITHER, "text" }, { "(>= 5)", EITHER, "text" }, { "5 bis 10", EITHER, "5..10" },

  { "5 of 20", EITHER, "text" }, { "5 von 20", EITHER, "text" }, { "3 out of 4", EITHER, "text" },
  { "3 out of four", EITHER, "text" }, { "3 workshops out of four", EITHER, "text" },
  { "5 to TBD", EITHER, "text" }, { "5% to TBD", EITHER, "text" }, { "5 TBC", EITHER, "text" },
  { "5 – TBD", EITHER, "text" }, { "5% – TBD", EITHER, "text" }, { "5 kg?", EITHER, "text" },
  { "5 or so", EITHER, "text" }, { "5 and counting", EITHER, "text" },
  { "5 bis auf weiteres", EITHER, "text" },
  { "50% (n=20)", EITHER, "text" }, { "50% n=20", EITHER, "text" }, { "50%, n=20", EITHER, "text" },
  { "50% (provisional)", EITHER, "50 %!" }, { "50% of members", EITHER, "50 % of members" },
  { "0x10", EITHER, "text" }, { "5h30", EITHER, "text" }, { "5 h 30 min", EITHER, "text" },
  { "2025M03", EITHER, "text" }, { "2025 Q1", EITHER, "text" },
  { "5 workshops, 20 planned in the autumn", EITHER, "text" },
  { "5 item2", EITHER, "text" }, { "3 tons of waste", EITHER, "3 tons of waste" },
  { "12 hours of training", EITHER, "12 hours of training" }, { "3 tons", EITHER, "3 tons" },
  { "5 outings", EITHER, "5 outings" }, { "5 officers", EITHER, "5 officers" },
  { "5 CO2", EITHER, "5 CO2" }, { "5 t CO₂e", EITHER, "5 t CO₂e" },
  { "5 ktCO2eq", EITHER, "5 ktCO2eq" },
  { "5 m2", EITHER, "5 m2" }, { "5 kWh/m2", EITHER, "5 kWh/m2" }, { "5 km²", EITHER, "5 km²" },
  { "9 µg/m3 PM2.5", EITHER, "9 µg/m3 PM2.5" }, { "9 m/s^2", EITHER, "9 m/s^2" },

  { "12.5", EITHER, "12.5" }, { "12,5", EITHER, "12.5" }, { ".5", EITHER, "0.5" },
  { ",5", EITHER, "0.5" }, { "0.125", EITHER, "0.125" }, { "0,125", EITHER, "0.125" },
  { "1,234", EITHER, "ambiguous" }, { "1.234", EITHER, "ambiguous" },
  { "123,456", EITHER, "ambiguous" }, { "1,234 kg", EITHER, "ambiguous" },
  { "1,234", POINT, "1234" }, { "1.234", POINT, "1.234" }, { "1,234", COMMA, "1.234" },
  { "1.234", COMMA, "1234" }, { "12.5", COMMA, "text" }, { "12,5", POINT, "text" },
  { "1,234.5", EITHER, "1234.5" }, { "1.234,5", EITHER, "1234.5" },
  { "1,234,567", EITHER, "1234567" }, { "1.234.567", EITHER, "1234567" },
  { "1.234.567,89", EITHER, "1234567.89" }, { "1234.567", EITHER, "1234.567" },
  { "12,34,567", EITHER, "1234567" }, { "1,00,000", EITHER, "100000" },
  { "12,34,567.5", EITHER, "1234567.5" }, { "12.34.567", EITHER, "text" },
  { "1,23,45", EITHER, "text" }, { "1,2345,678", EITHER, "text" },
  { "1234,567,890", EITHER, "text" },
  { "1 234", EITHER, "1234" }, { "1\302\240234,5", EITHER, "1234.5" },
  { "1\342\200\257234\342\200\257567", EITHER, "1234567" }, { "1 234.567", EITHER, "1234.567" },
  { "1'234", EITHER, "1234" }, { "1’234’567.5", EITHER, "1234567.5" },
  { "1 23", EITHER, "text" }, { "1,234 567", EITHER, "text" }, { "1.234.5", EITHER, "text" },
};

static void
test_amount (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  EntQuantity quantity;
  g_autofree char *found = NULL;

  g_assert_cmpint (ent_quantity_read (amounts[i].text, amounts[i].decimal, &quantity), ==,
                   quantity.state);
  found = dump (&quantity);
  g_assert_cmpstr (found, ==, amounts[i].expected);
}

static void
test_evidence (void)
{
  static const struct { const char *text; EntDecimal shows; char sign; } cases[] = {
    { "12", EITHER, 0 }, { "1,234", EITHER, 0 }, { "12.5", POINT, 0 }, { "-12,5", COMMA, '-' },
    { "+1,234,567", POINT, '+' }, { "1.234.567", COMMA, 0 }, { "0,125", COMMA, 0 },
    { "1 234,567", COMMA, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntQuantity quantity;

      ent_quantity_read (cases[i].text, EITHER, &quantity);
      g_assert_cmpint (quantity.decimal, ==, cases[i].shows);
      g_assert_cmpint (quantity.sign, ==, cases[i].sign);
    }
}

/* What is written is read again as the same number, whatever the decimals of the table. */
static void
test_format (void)
{
  static const struct { double value; const char *text; } cases[] = {
    { 0, "0" }, { -5, "-5" }, { 0.1, "0.1" }, { 1.234, "1.2340" }, { -12.345, "-12.3450" },
    { 1234.567, "1234.567" }, { 0.125, "0.125" }, { 1e21, "1e+21" }, { 1.0 / 3, "0.33333333333333331" },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  EntQuantity quantity;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ent_quantity_format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  for (guint i = 0; i < 20000; i++)
    {
      double scale = pow (10, g_rand_int_range (rand, -4, 9));
      double value = i % 2 == 0 ? g_rand_double_range (rand, -1, 1) * scale
                                : round (g_rand_double_range (rand, -1e6, 1e6)) / 1000;
      g_autofree char *text = ent_quantity_format (value);

      ent_quantity_read (text, EITHER, &quantity);
      g_assert_cmpint (quantity.state, ==, ENT_QUANTITY_NUMBER);
      g_assert_true (quantity.value == value);
      g_assert_true (quantity.plain);
    }
}

/* Whatever the text is, there is an answer, and no number without digits. */
static void
test_random (void)
{
  static const char *const some[] = {
    "1", "23", "456", "0", ",", ".", " ", "'", "’", "\302\240", "-", "−", "+", "%", "€", "(", ")",
    "[", "]", "*", "¹", "²", ">", "=", "≤", "min", "or more", "to", "e", "E+", "/", "m", "é", "\n",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 50000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      EntQuantity quantity;

      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))]);
      ent_quantity_read (text->str, (EntDecimal) (round % 3), &quantity);
      if (quantity.state == ENT_QUANTITY_NUMBER || quantity.state == ENT_QUANTITY_RANGE)
        {
          g_autofree char *unit = ent_quantity_dup_unit (&quantity);

          g_assert_true (isfinite (quantity.value) && isfinite (quantity.upper));
          g_assert_nonnull (strpbrk (text->str, "0123456"));
          g_assert_true (unit == NULL || strstr (text->str, unit) != NULL);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quantity/amount/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_amount);
    }
  g_test_add_func ("/quantity/evidence", test_evidence);
  g_test_add_func ("/quantity/format", test_format);
  g_test_add_func ("/quantity/random", test_random);

  return g_test_run ();
}
