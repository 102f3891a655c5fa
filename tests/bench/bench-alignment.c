/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an alignment: from nothing and after one change, as bare arrays and in a project.
 * The largest sizes hold more positions than a project may, so everything is made in memory.
 *
 * usage: bench-alignment TASK GOALS PARTNERS */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ent-alignment-checks.h"
#include "analysis/ent-conversations.h"
#include "analysis/ent-seriation.h"
#include "analysis/ent-stands.h"
#include "bench.h"
#include "bench-project.h"

#define EDITS 200

/* Changes of bare arrays are too quick for the clock one by one. */
#define BARE_EDITS 20000

static EntStands *
make_stands (guint n_goals,
             guint n_partners)
{
  EntStands *stands = ent_stands_new (n_goals, n_partners);

  for (guint partner = 0; partner < n_partners; partner++)
    for (guint goal = 0; goal < n_goals; goal++)
      ent_stands_put (stands, goal, partner, bench_stand (goal, partner));
  return stands;
}

/* --- Bare arrays ------------------------------------------------------------------------------ */

static void
bench_sums (guint n_goals,
            guint n_partners)
{
  g_autoptr (EntStands) stands = make_stands (n_goals, n_partners);
  double start = bench_now ();

  ent_stands_add_up (stands);
  bench_say ("seconds", bench_now () - start);

  start = bench_now ();
  for (guint i = 0; i < BARE_EDITS; i++)
    ent_stands_change (stands, i * 7 % n_goals, i * 13 % n_partners, (int) (i % 9) - 4);
  bench_say ("change", (bench_now () - start) / BARE_EDITS);
}

/* The floor: a plain loop over the same bytes, each pair once, with whole numbers. */
static void
bench_loop (guint n_goals,
            guint n_partners)
{
  g_autoptr (EntStands) stands = make_stands (n_goals, n_partners);
  g_autofree gint8 *values = g_new (gint8, n_goals * n_partners);
  g_autofree int *pairs = g_new0 (int, 4 * n_partners * n_partners);
  double start;

  for (guint partner = 0; partner < n_partners; partner++)
    for (guint goal = 0; goal < n_goals; goal++)
      values[partner * n_goals + goal] = (gint8) ent_stands_get_signed (stands, goal, partner);

  start = bench_now ();
  for (guint a = 0; a < n_partners; a++)
    for (guint b = a + 1; b < n_partners; b++)
      {
        const gint8 *x = &values[a * n_goals];
        const gint8 *y = &values[b * n_goals];
        int *pair = &pairs[4 * (a * n_partners + b)];

        for (guint goal = 0; goal < n_goals; goal++)
          {
            int product = x[goal] * y[goal];
            int amount = abs (x[goal]) + abs (y[goal]);

            pair[0] += product > 0;
            pair[1] += product < 0;
            pair[2] += product > 0 ? amount : 0;
            pair[3] += product < 0 ? amount : 0;
          }
      }
  bench_say ("seconds", bench_now () - start);
  ent_stands_add_up (stands);
  bench_check (pairs[4] == ent_stands_get_pair (stands, 0, 1)->convergence
               && pairs[7] == ent_stands_get_pair (stands, 0, 1)->divergence2,
               "the loop and the sums differ");
}

/* What a table of numbers with "not a number" for unknown costs: each pair both ways, as formulas
 * would. */
static void
bench_naive (guint n_goals,
             guint n_partners)
{
  g_autofree double *values = g_new (double, n_goals * n_partners);
  g_autofree double *pairs = g_new0 (double, 2 * n_partners * n_partners);
  double start;

  for (guint goal = 0; goal < n_goals; goal++)
    for (guint partner = 0; partner < n_partners; partner++)
      {
        int value = bench_stand (goal, partner);

        values[goal * n_partners + partner] = value == ENT_STAND_UNKNOWN ? (double) NAN : value;
      }

  start = bench_now ();
  for (guint a = 0; a < n_partners; a++)
    for (guint b = 0; b < n_partners; b++)
      for (guint goal = 0; goal < n_goals; goal++)
        {
          double x = values[goal * n_partners + a];
          double y = values[goal * n_partners + b];

          if (isnan (x) || isnan (y) || a == b)
            continue;
          if (x * y > 0)
            pairs[2 * (a * n_partners + b)] += (fabs (x) + fabs (y)) / 2;
          else if (x * y < 0)
            pairs[2 * (a * n_partners + b) + 1] += (fabs (x) + fabs (y)) / 2;
        }
  bench_say ("seconds", bench_now () - start);
  bench_check (pairs[2] >= 0, "nothing was added up");
}

/* --- A project -------------------------------------------------------------------------------- */

/* Everything that follows from the positions, and what one changed position costs with it. */
static void
bench_project (guint n_goals,
               guint n_partners)
{
  g_autoptr (EntProject) project = bench_project_new (n_goals, n_partners);
  guint n = ent_project_get_n_records (project, ENT_KIND_POSITION);
  double start = bench_now ();
  g_autoptr (EntAlignment) alignment = ent_alignment_new (project);
  g_autoptr (EntConversations) conversations = ent_conversations_new (alignment);
  g_autoptr (EntAlignmentChecks) checks = ent_alignment_checks_new (alignment);

  bench_say ("whole", bench_now () - start);

  start = bench_now ();
  for (guint i = 0; i < EDITS; i++)
    {
      EntRecord *position = ent_project_get_record (project, ENT_KIND_POSITION, i * 31 % n);
      int value = ent_record_get_int (position, ENT_POSITION_VALUE);

      bench_check (ent_record_set_int (position, ENT_POSITION_VALUE, value > 0 ? -value : 4 + value),
                   "a position could not be changed");
    }
  bench_say ("edit", (bench_now () - start) / EDITS);

  start = bench_now ();
  ent_alignment_set_as_of (alignment, "2026-01-09");
  bench_say ("day", bench_now () - start);
  bench_check (g_list_model_get_n_items (G_LIST_MODEL (conversations)) == 0, "an empty day has talks");
  bench_check (g_list_model_get_n_items (G_LIST_MODEL (checks)) == 0, "an empty day has findings");
}

static void
bench_order (guint n_goals,
             guint n_partners)
{
  g_autoptr (EntProject) project = bench_project_new (n_goals, n_partners);
  g_autoptr (EntAlignment) alignment = ent_alignment_new (project);
  double start = bench_now ();
  g_autofree guint *order = ent_seriation_order_partners (alignment);

  bench_say ("seconds", bench_now () - start);
  bench_check (order[0] < n_partners, "the order has no partners");
}

static const struct {
  const char *name;
  void (*run) (guint n_goals,
               guint n_partners);
} tasks[] = {
  { "sums", bench_sums },
  { "loop", bench_loop },
  { "naive", bench_naive },
  { "project", bench_project },
  { "order", bench_order },
};

int
main (int    argc,
      char **argv)
{
  guint n_goals = argc == 4 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  guint n_partners = argc == 4 ? (guint) strtoul (argv[3], NULL, 10) : 0;

  for (gsize i = 0; n_goals > 0 && n_partners > 1 && i < G_N_ELEMENTS (tasks); i++)
    if (strcmp (argv[1], tasks[i].name) == 0)
      {
        tasks[i].run (n_goals, n_partners);
        return 0;
      }
  g_printerr ("usage: bench-alignment TASK GOALS PARTNERS\n");
  return 2;
}
