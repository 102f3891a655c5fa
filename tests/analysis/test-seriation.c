/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners in an order in which those that agree stand together. */
#include "alignment-fixture.h"
#include "analysis/ent-seriation.h"

#include <stdlib.h>

static char *
join (const guint *order, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? " " : "", order[i]);

  return g_string_free (out, FALSE);
}

static void
assert_order (const guint *order, guint n, const char *expected)
{
  g_autofree char *text = join (order, n);

  g_assert_cmpstr (text, ==, expected);
}

/* Distances of points on a line. */
static gint32 *
measure_points (const int *points, guint n)
{
  gint32 *distances = g_new (gint32, n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      distances[i * n + j] = abs (points[i] - points[j]);

  return distances;
}

static void
test_line (void)
{
  static const struct { int points[6]; const char *order; } cases[] = {
    { { 1, 2, 3, 4, 5, 6 }, "0 1 2 3 4 5" },
    { { 60, 10, 50, 20, 40, 30 }, "0 2 4 5 3 1" },
    /* The direction is that which begins with the earlier thing. */
    { { 10, 60, 20, 50, 30, 40 }, "0 2 4 5 3 1" },
    { { 7, 7, 7, 7, 7, 7 }, "0 1 2 3 4 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gint32 *distances = measure_points (cases[i].points, 6);
      g_autofree guint *order = ent_seriation_order (distances, 6);

      assert_order (order, 6, cases[i].order);
    }
}

static void
test_small (void)
{
  const gint32 two[] = { 0, 5, 5, 0 };
  g_autofree guint *none = ent_seriation_order (NULL, 0);
  g_autofree guint *one = ent_seriation_order (two, 1);
  g_autofree guint *both = ent_seriation_order (two, 2);

  assert_order (one, 1, "0");
  assert_order (both, 2, "0 1");
}

static gint32 *
random_distances (GRand *rand, guint n)
{
  gint32 *distances = g_new0 (gint32, n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      distances[i * n + j] = distances[j * n + i] = g_rand_int_range (rand, 0, 100000);

  return distances;
}

static gint64
measure_order (const gint32 *distances, guint n, const guint *order)
{
  gint64 sum = 0;

  for (guint i = 1; i < n; i++)
    sum += distances[order[i - 1] * n + order[i]];

  return sum;
}

static void
assert_permutation (const guint *order, guint n)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (order[i], <, n);
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
    }
}

/* Of four things in two pairs there are few orders that keep the pairs together: all are tried. */
static void
test_best_of_its_tree (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autofree gint32 *distances = random_distances (rand, 4);
      g_autofree guint *order = NULL;
      gint64 best = G_MAXINT64;

      distances[0 * 4 + 2] = distances[2 * 4 + 0] = 1;
      distances[1 * 4 + 3] = distances[3 * 4 + 1] = 2;
      for (guint i = 0; i < 4; i++)
        {
          guint x = i & 1 ? 2 : 0;
          guint y = i & 2 ? 3 : 1;
          guint candidate[] = { 2 - x, x, y, 4 - y };

          best = MIN (best, measure_order (distances, 4, candidate));
        }

      order = ent_seriation_order (distances, 4);
      assert_permutation (order, 4);
      if (measure_order (distances, 4, order) != best)
        g_test_fail ();
    }
}

static void
test_permutation (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  const guint n = 17;

  for (guint round = 0; round < 50; round++)
    {
      g_autofree gint32 *distances = random_distances (rand, n);
      g_autofree gint32 *moved = g_new0 (gint32, n * n);
      g_autofree guint *order = ent_seriation_order (distances, n);
      g_autofree guint *other = NULL;
      guint step = (guint) g_rand_int_range (rand, 1, (gint32) n);
      gboolean same = TRUE, reversed = TRUE;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          moved[(i + step) % n * n + (j + step) % n] = distances[i * n + j];
      other = ent_seriation_order (moved, n);

      assert_permutation (order, n);
      for (guint i = 0; i < n; i++)
        {
          same = same && other[i] == (order[i] + step) % n;
          reversed = reversed && other[i] == (order[n - 1 - i] + step) % n;
        }
      g_assert_true (same || reversed);
      g_assert_cmpuint (order[0], <, order[n - 1]);
    }
}

/* Two camps stand apart whatever the order they were entered in; the undecided come last. */
static void
test_partners (void)
{
  const char *rows[] = { "3 . -3 2 -4 .", "4 0 -1 4 -3 .", "-2 . 3 -1 2 .", NULL };
  g_autoptr(AlignmentFixture) fixture = alignment_fixture_new (6, rows);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (fixture->project);
  g_autofree guint *order = ent_seriation_order_partners (alignment);

  assert_permutation (order, 6);
  g_assert_true ((order[0] == 0 && order[1] == 3) || (order[0] == 3 && order[1] == 0)
                 || (order[2] == 0 && order[3] == 3) || (order[2] == 3 && order[3] == 0));
  g_assert_cmpuint (order[4], ==, 1);
  g_assert_cmpuint (order[5], ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seriation/line", test_line);
  g_test_add_func ("/seriation/small", test_small);
  g_test_add_func ("/seriation/best-of-its-tree", test_best_of_its_tree);
  g_test_add_func ("/seriation/permutation", test_permutation);
  g_test_add_func ("/seriation/partners", test_partners);

  return g_test_run ();
}
