/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project of any size with positions, made in memory: a file may not hold as many. */
#include "config.h"

#include "bench.h"
#include "bench-project.h"

/* A value for each cell, the same every time; one in eight is unknown. */
int
bench_stand (guint goal,
             guint partner)
{
  guint mixed = (goal * 2654435761u) ^ (partner * 2246822519u);

  mixed = (mixed ^ (mixed >> 15)) * 2246822519u;
  mixed ^= mixed >> 13;
  return mixed % 8 == 0 ? ENT_STAND_UNKNOWN : (int) (mixed / 8 % 9) - 4;
}

static void
take (EntProject *project,
      EntRecord  *record)
{
  bench_check (ent_project_load_take (project, record), "an entry was not taken");
}

static void
take_titled (EntProject *project,
             EntKind     kind,
             const char *name,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", name, i + 1);
      EntRecord *record = ent_record_new (kind);

      ent_record_set_string (record, 0, title);
      take (project, record);
    }
}

/* Partners, goals, and a position for each value, all of one day. */
EntProject *
bench_project_new (guint n_goals,
                   guint n_partners)
{
  EntProject *project = ent_project_new ();

  ent_project_load_begin (project, NULL);
  take_titled (project, ENT_KIND_PARTNER, "Partner", n_partners);
  take_titled (project, ENT_KIND_GOAL, "Goal", n_goals);
  for (guint goal = 0; goal < n_goals; goal++)
    for (guint partner = 0; partner < n_partners; partner++)
      {
        int value = bench_stand (goal, partner);
        EntRecord *position;

        if (value == ENT_STAND_UNKNOWN)
          continue;
        position = ent_record_new (ENT_KIND_POSITION);
        ent_record_set_string (position, ENT_POSITION_GOAL, ent_record_get_id (
          ent_project_get_record (project, ENT_KIND_GOAL, goal)));
        ent_record_set_string (position, ENT_POSITION_PARTNER, ent_record_get_id (
          ent_project_get_record (project, ENT_KIND_PARTNER, partner)));
        ent_record_set_string (position, ENT_POSITION_DATE, "2026-01-10");
        ent_record_set_int (position, ENT_POSITION_VALUE, value);
        take (project, position);
      }
  ent_project_load_end (project);
  return project;
}
