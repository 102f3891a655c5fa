/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Culture gaps: what each step between two profiles means. */
#include "config.h"

#include "analysis/ent-culture.h"

static EntRecord *
add_partner (EntProject *project, const char *name, int pace, int risk)
{
  g_autoptr(EntRecord) partner = ent_record_new (ENT_KIND_PARTNER);

  ent_record_set_string (partner, ENT_PARTNER_NAME, name);
  ent_record_set_int (partner, ENT_PARTNER_PACE, pace);
  ent_record_set_int (partner, ENT_PARTNER_RISK, risk);
  g_assert_true (ent_project_append (project, partner, NULL));

  return partner; /* the project holds it */
}

static void
test_levels (void)
{
  static const struct {
    int a, b;
    EntCultureLevel level;
  } cases[] = {
    { 1, 1, ENT_CULTURE_CLOSE },
    { 2, 1, ENT_CULTURE_CLOSE },
    { 1, 3, ENT_CULTURE_TALK },
    { 5, 3, ENT_CULTURE_TALK },
    { 1, 4, ENT_CULTURE_FRICTION },
    { 5, 1, ENT_CULTURE_FRICTION },
    { ENT_INT_UNSET, 1, ENT_CULTURE_UNKNOWN },
    { 1, ENT_INT_UNSET, ENT_CULTURE_UNKNOWN },
    { ENT_INT_UNSET, ENT_INT_UNSET, ENT_CULTURE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_culture_get_level (cases[i].a, cases[i].b), ==, cases[i].level);
}

static void
test_dimensions (void)
{
  for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
    {
      const EntCultureDimension *dimension = ent_culture_get_dimension (i);

      g_assert_cmpint (ent_culture_find_dimension (dimension->field), ==, (int) i);
      g_assert_nonnull (dimension->low);
      g_assert_nonnull (dimension->high);
      g_assert_nonnull (dimension->practice);
    }
  g_assert_cmpint (ent_culture_find_dimension (ENT_PARTNER_NAME), ==, -1);
}

static void
test_pair (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *fast = add_partner (project, "Fast", 1, 3);
  EntRecord *slow = add_partner (project, "Slow", 5, ENT_INT_UNSET);
  EntCultureGap gaps[ENT_CULTURE_N_DIMENSIONS];
  g_autofree char *pace = NULL;
  g_autofree char *risk = NULL;

  ent_culture_compare (slow, fast, gaps);
  g_assert_cmpint (gaps[0].gap, ==, 4);
  g_assert_true (gaps[0].low == fast && gaps[0].high == slow);
  g_assert_cmpint (gaps[4].gap, ==, -1);
  g_assert_cmpint (gaps[4].level, ==, ENT_CULTURE_UNKNOWN);

  pace = ent_culture_dup_sentence (&gaps[0]);
  risk = ent_culture_dup_sentence (&gaps[4]);
  g_assert_true (g_str_has_prefix (pace, "Fast: Rapid iteration. Slow: Thorough compliance. "));
  g_assert_null (risk);
}

/* Against all: the widest gap counts, and the partner itself does not. */
static void
test_all (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *middle = add_partner (project, "Middle", 3, 3);
  EntRecord *low = add_partner (project, "Low", 2, 5);
  EntRecord *high = add_partner (project, "High", 5, ENT_INT_UNSET);
  EntCultureGap gaps[ENT_CULTURE_N_DIMENSIONS];

  ent_culture_compare_all (middle, ent_project_get_list (project, ENT_KIND_PARTNER), gaps);
  g_assert_cmpint (gaps[0].gap, ==, 2);
  g_assert_true (gaps[0].low == middle && gaps[0].high == high);
  g_assert_cmpint (gaps[4].gap, ==, 2);
  g_assert_true (gaps[4].high == low);
  g_assert_cmpint (gaps[1].level, ==, ENT_CULTURE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/culture/levels", test_levels);
  g_test_add_func ("/culture/dimensions", test_dimensions);
  g_test_add_func ("/culture/pair", test_pair);
  g_test_add_func ("/culture/all", test_all);

  return g_test_run ();
}
