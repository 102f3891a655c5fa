/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an alignment: worked and published examples, and what must hold for all of
 * them. */
#include "alignment-fixture.h"
#include "analysis/ent-division.h"
#include "analysis/ent-stands.h"

#include <math.h>

#define N_ROUNDS 60

static void
test_worked_example (void)
{
  const char *rows[] = { "3 1", "-2 2", "0 3", "4 3", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (2, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  EntAlignmentPair pair = ent_alignment_get_pair (alignment, 0, 1);
  g_autoptr(GArray) apart = ent_alignment_dup_shared (alignment, 0, 1, TRUE);
  g_autoptr(GArray) agreed = ent_alignment_dup_shared (alignment, 0, 1, FALSE);

  g_assert_cmpuint (pair.convergence, ==, 2);
  g_assert_cmpuint (pair.divergence, ==, 1);
  g_assert_cmpfloat (pair.valued_convergence, ==, 5.5);
  g_assert_cmpfloat (pair.valued_divergence, ==, 2);
  g_assert_cmpfloat (pair.net, ==, 3.5);
  /* 1 − |5.5 − 2| / (5.5 + 2) */
  g_assert_cmpfloat (ent_alignment_get_ambivalence (alignment, 0), ==, 1 - 3.5 / 7.5);

  g_assert_cmpuint (apart->len, ==, 1);
  g_assert_cmpuint (g_array_index (apart, EntAlignmentShared, 0).goal, ==, 1);
  g_assert_cmpint (g_array_index (apart, EntAlignmentShared, 0).a, ==, -2);
  g_assert_cmpint (g_array_index (apart, EntAlignmentShared, 0).b, ==, 2);
  g_assert_cmpuint (agreed->len, ==, 2);
  g_assert_cmpfloat (g_array_index (agreed, EntAlignmentShared, 1).amount, ==, 3.5);

  /* A partner and itself. */
  g_assert_cmpuint (ent_alignment_get_pair (alignment, 0, 0).convergence, ==, 0);
}

static void
test_sums (void)
{
  const char *rows[] = { "4 -3 0 .", "-1 . 2 -2", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  EntMobilisation sum;
  EntAlignmentTally tally;

  ent_record_set_int (alignment_fixture_goal (fixture, 1), ENT_GOAL_WEIGHT, 5);

  sum = ent_alignment_get_mobilisation (alignment, 1, FALSE);
  g_assert_cmpuint (sum.in_favour, ==, 2);
  g_assert_cmpuint (sum.against, ==, 3);
  g_assert_cmpuint (sum.total, ==, 5);
  g_assert_cmpuint (ent_alignment_get_mobilisation (alignment, 1, TRUE).total, ==, 25);

  sum = ent_alignment_get_involvement (alignment, 0, FALSE);
  g_assert_cmpuint (sum.in_favour, ==, 4);
  g_assert_cmpuint (sum.against, ==, 1);
  g_assert_cmpuint (ent_alignment_get_involvement (alignment, 0, TRUE).against, ==, 5);
  g_assert_cmpuint (ent_alignment_count_unknown (alignment, 3), ==, 1);

  tally = ent_alignment_get_tally (alignment, 0);
  g_assert_cmpuint (tally.in_favour, ==, 1);
  g_assert_cmpuint (tally.neutral, ==, 1);
  g_assert_cmpuint (tally.against, ==, 1);
  g_assert_cmpuint (tally.unknown, ==, 1);
}

static void
test_division_published (void)
{
  /* Scale −2 to 2: half at one end and half at the other, and all at one end. */
  const guint split[] = { 50, 0, 0, 0, 50 };
  const guint agreed[] = { 0, 0, 0, 0, 100 };

  g_assert_cmpfloat (ent_division (split, 2), ==, 1);
  g_assert_cmpfloat (ent_division (agreed, 2), ==, 0);
}

static void
test_division (void)
{
  static const struct { const char *row; double division; } cases[] = {
    { "4 -4 . .", 1 },
    { "4 -4 -4 .", 1 },                 /* of three, one against two is all the conflict there can be */
    { "4 4 -4 -4", 1 },
    { "4 4 4 4", 0 },
    { "0 4 . .", 0 },                   /* nobody is against it */
    { "0 0 0 0", 0 },
    { "1 -1 . .", 2 * 1 / 14.0 },
    { "3 -2 0 .", 2 * 4 / (7 * 4.0) },  /* N = 3: (9 − 1) / 2 = 4 */
    { "1 . . .", NAN },
    { ". . . .", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *rows[] = { cases[i].row, NULL };
      g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
      g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
      double division = ent_alignment_get_division (alignment, 0);

      if (isnan (cases[i].division))
        g_assert_true (isnan (division));
      else
        g_assert_cmpfloat (division, ==, cases[i].division);
    }
}

static void
test_ambivalence (void)
{
  /* The first agrees with the second and parts with the third; the fourth has nothing in common. */
  const char *rows[] = { "2 2 . .", "3 . -3 .", "1 1 -1 0", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);

  g_assert_cmpfloat (ent_alignment_get_ambivalence (alignment, 0), ==, 0);
  g_assert_true (isnan (ent_alignment_get_ambivalence (alignment, 3)));
  g_assert_true (ent_alignment_is_undecided (alignment, 3));
  g_assert_false (ent_alignment_is_undecided (alignment, 0));

  /* As much for as against one and the same partner. */
  alignment_fixture_say (fixture, 1, 1, FIXTURE_DAY, -2, NULL);
  alignment_fixture_say (fixture, 2, 1, FIXTURE_DAY, 0, NULL);
  alignment_fixture_say (fixture, 2, 2, FIXTURE_DAY, 0, NULL);
  alignment_fixture_say (fixture, 1, 2, FIXTURE_DAY, 0, NULL);
  alignment_fixture_say (fixture, 0, 1, FIXTURE_DAY, 3, NULL);
  g_assert_cmpfloat (ent_alignment_get_ambivalence (alignment, 0), ==, 1);
}

static void
test_undecided (void)
{
  /* The last two have signs, but on goals that nobody else has a sign on. */
  const char *rows[] = { "2 -1 . .", "0 . 4 .", ". . . -2", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (4, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);

  g_assert_false (ent_alignment_is_undecided (alignment, 0));
  g_assert_false (ent_alignment_is_undecided (alignment, 1));
  g_assert_true (ent_alignment_is_undecided (alignment, 2));
  g_assert_true (ent_alignment_is_undecided (alignment, 3));
}

static void
test_empty (void)
{
  const char *rows[] = { NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (0, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);

  g_assert_cmpuint (ent_alignment_get_n_goals (alignment), ==, 0);
  alignment_fixture_add (fixture, ENT_KIND_PARTNER, "Riverside Trust");
  g_assert_true (isnan (ent_alignment_get_ambivalence (alignment, 0)));
  alignment_fixture_add (fixture, ENT_KIND_GOAL, "Plant the first beds");
  g_assert_true (isnan (ent_alignment_get_division (alignment, 0)));
  alignment_fixture_say (fixture, 0, 0, FIXTURE_DAY, 3, NULL);
  g_assert_cmpuint (ent_alignment_get_involvement (alignment, 0, FALSE).total, ==, 3);
}

/* --- What must hold for any values ------------------------------------------------------------ */

static EntStands *
random_stands (guint n_goals, guint n_partners, GRand *rand)
{
  EntStands *stands = ent_stands_new (n_goals, n_partners);

  for (guint partner = 0; partner < n_partners; partner++)
    for (guint goal = 0; goal < n_goals; goal++)
      if (g_rand_int_range (rand, 0, 4) > 0)
        ent_stands_put (stands, goal, partner, g_rand_int_range (rand, -4, 5));
  ent_stands_add_up (stands);

  return stands;
}

/* The definition, goal by goal. */
static EntStandsPair
define_pair (EntStands *stands, guint n_goals, guint a, guint b)
{
  EntStandsPair pair = { 0 };

  for (guint goal = 0; goal < n_goals; goal++)
    {
      int x = ent_stands_get (stands, goal, a);
      int y = ent_stands_get (stands, goal, b);

      if (x == ENT_STAND_UNKNOWN || y == ENT_STAND_UNKNOWN || x == 0 || y == 0)
        continue;
      if ((x > 0) == (y > 0))
        {
          pair.convergence++;
          pair.convergence2 += ABS (x) + ABS (y);
        }
      else
        {
          pair.divergence++;
          pair.divergence2 += ABS (x) + ABS (y);
        }
    }

  return pair;
}

static void
assert_pairs_equal (const EntStandsPair *a, const EntStandsPair *b)
{
  g_assert_cmpint (a->convergence, ==, b->convergence);
  g_assert_cmpint (a->divergence, ==, b->divergence);
  g_assert_cmpint (a->convergence2, ==, b->convergence2);
  g_assert_cmpint (a->divergence2, ==, b->divergence2);
}

static void
assert_partners_equal (const EntStandsPartner *a, const EntStandsPartner *b)
{
  g_assert_cmpint (a->in_favour, ==, b->in_favour);
  g_assert_cmpint (a->against, ==, b->against);
  g_assert_cmpint (a->known, ==, b->known);
  g_assert_cmpint (a->shared2, ==, b->shared2);
  g_assert_cmpint (a->lean2, ==, b->lean2);
}

/* Around whole vectors, and where their eight bits would overflow. */
static const guint sizes[] = { 0, 1, 2, 15, 16, 17, 31, 33, 495, 496, 497, 1000 };

static void
test_definition (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  const guint n = 5;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(EntStands) stands = random_stands (sizes[i], n, rand);

      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < n; b++)
          {
            EntStandsPair pair = define_pair (stands, sizes[i], a, b);

            if (a != b)
              assert_pairs_equal (ent_stands_get_pair (stands, a, b), &pair);
          }
    }
}

static void
test_extremes (void)
{
  for (int value = -4; value <= 4; value += 8)
    {
      g_autoptr(EntStands) stands = ent_stands_new (1000, 2);

      for (guint goal = 0; goal < 1000; goal++)
        {
          ent_stands_put (stands, goal, 0, 4);
          ent_stands_put (stands, goal, 1, value);
        }
      ent_stands_add_up (stands);
      g_assert_cmpint (ent_stands_get_pair (stands, 0, 1)->convergence2, ==, value > 0 ? 8000 : 0);
      g_assert_cmpint (ent_stands_get_pair (stands, 0, 1)->divergence, ==, value > 0 ? 0 : 1000);
    }
}

/* Turning the signs of every partner round changes no pair; of one, it swaps its pairs. */
static void
test_sign_flips (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  const guint n_goals = 40, n = 6;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(EntStands) stands = random_stands (n_goals, n, rand);
      g_autoptr(EntStands) all = ent_stands_new (n_goals, n);
      g_autoptr(EntStands) one = ent_stands_new (n_goals, n);

      for (guint partner = 0; partner < n; partner++)
        for (guint goal = 0; goal < n_goals; goal++)
          {
            int value = ent_stands_get (stands, goal, partner);

            if (value == ENT_STAND_UNKNOWN)
              continue;
            ent_stands_put (all, goal, partner, -value);
            ent_stands_put (one, goal, partner, partner == 0 ? -value : value);
          }
      ent_stands_add_up (all);
      ent_stands_add_up (one);

      for (guint b = 1; b < n; b++)
        {
          const EntStandsPair *pair = ent_stands_get_pair (stands, 0, b);
          EntStandsPair swapped = { pair->divergence, pair->convergence, pair->divergence2,
                                    pair->convergence2 };

          assert_pairs_equal (ent_stands_get_pair (all, 0, b), pair);
          assert_pairs_equal (ent_stands_get_pair (one, 0, b), &swapped);
        }
      g_assert_cmpint (ent_stands_get_partner (one, 0)->lean2, ==,
                       ent_stands_get_partner (stands, 0)->lean2);
    }
}

/* Partners in another order have the same figures, in that order. */
static void
test_permutation (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  const guint n_goals = 30, n = 7;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(EntStands) stands = random_stands (n_goals, n, rand);
      g_autoptr(EntStands) moved = ent_stands_new (n_goals, n);
      guint step = (guint) g_rand_int_range (rand, 1, (gint32) n);

      for (guint partner = 0; partner < n; partner++)
        for (guint goal = 0; goal < n_goals; goal++)
          ent_stands_put (moved, goal, (partner + step) % n, ent_stands_get (stands, goal, partner));
      ent_stands_add_up (moved);

      for (guint a = 0; a < n; a++)
        {
          assert_partners_equal (ent_stands_get_partner (moved, (a + step) % n),
                                 ent_stands_get_partner (stands, a));
          for (guint b = 0; b < n; b++)
            assert_pairs_equal (ent_stands_get_pair (moved, (a + step) % n, (b + step) % n),
                                ent_stands_get_pair (stands, a, b));
        }
      for (guint goal = 0; goal < n_goals; goal++)
        g_assert_cmpmem (ent_stands_get_counts (moved, goal), 9 * sizeof (guint),
                         ent_stands_get_counts (stands, goal), 9 * sizeof (guint));
    }
}

/* A goal and a partner of which nothing is known change nothing. */
static void
test_unknown_changes_nothing (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  const guint n_goals = 31, n = 6;
  g_autoptr(EntStands) stands = random_stands (n_goals, n, rand);
  g_autoptr(EntStands) more = ent_stands_new (n_goals + 2, n + 1);

  for (guint partner = 0; partner < n; partner++)
    for (guint goal = 0; goal < n_goals; goal++)
      ent_stands_put (more, goal, partner, ent_stands_get (stands, goal, partner));
  ent_stands_add_up (more);

  for (guint a = 0; a < n; a++)
    {
      assert_partners_equal (ent_stands_get_partner (more, a), ent_stands_get_partner (stands, a));
      for (guint b = 0; b < n; b++)
        assert_pairs_equal (ent_stands_get_pair (more, a, b), ent_stands_get_pair (stands, a, b));
    }
  for (guint goal = 0; goal < n_goals; goal++)
    g_assert_cmpmem (ent_stands_get_counts (more, goal), 9 * sizeof (guint),
                     ent_stands_get_counts (stands, goal), 9 * sizeof (guint));
}

/* Brought up to date, every sum is what adding up anew gives. */
static void
test_changes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  const guint n_goals = 50, n = 9;
  g_autoptr(EntStands) stands = random_stands (n_goals, n, rand);

  for (guint round = 0; round < 2000; round++)
    {
      guint goal = (guint) g_rand_int_range (rand, 0, (gint32) n_goals);
      guint partner = (guint) g_rand_int_range (rand, 0, (gint32) n);
      int value = g_rand_int_range (rand, -5, 5);
      int before = ent_stands_get (stands, goal, partner);

      value = value < -4 ? ENT_STAND_UNKNOWN : value;
      g_assert_cmpint (ent_stands_change (stands, goal, partner, value), ==, value != before);
    }

  for (guint a = 0; a < n; a++)
    {
      EntStandsPartner kept = *ent_stands_get_partner (stands, a);
      EntStandsPair pairs[9];

      for (guint b = 0; b < n; b++)
        pairs[b] = *ent_stands_get_pair (stands, a, b);
      ent_stands_add_up (stands);
      assert_partners_equal (ent_stands_get_partner (stands, a), &kept);
      for (guint b = 0; b < n; b++)
        assert_pairs_equal (ent_stands_get_pair (stands, a, b), &pairs[b]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment-figures/worked-example", test_worked_example);
  g_test_add_func ("/alignment-figures/sums", test_sums);
  g_test_add_func ("/alignment-figures/division-published", test_division_published);
  g_test_add_func ("/alignment-figures/division", test_division);
  g_test_add_func ("/alignment-figures/ambivalence", test_ambivalence);
  g_test_add_func ("/alignment-figures/undecided", test_undecided);
  g_test_add_func ("/alignment-figures/empty", test_empty);
  g_test_add_func ("/alignment-figures/definition", test_definition);
  g_test_add_func ("/alignment-figures/extremes", test_extremes);
  g_test_add_func ("/alignment-figures/sign-flips", test_sign_flips);
  g_test_add_func ("/alignment-figures/permutation", test_permutation);
  g_test_add_func ("/alignment-figures/unknown-changes-nothing", test_unknown_changes_nothing);
  g_test_add_func ("/alignment-figures/changes", test_changes);

  return g_test_run ();
}
