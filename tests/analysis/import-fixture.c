/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project with a few KPIs, and tables written with bars between cells. */
#include "import-fixture.h"

#include <math.h>

static EntRecord *
add (EntProject *project, EntKind kind, const char *id, guint field, const char *name)
{
  g_autoptr(EntRecord) record = ent_record_new_with_id (kind, id);

  ent_record_set_string (record, field, name);
  g_assert_true (ent_project_append (project, record, NULL));

  return record;
}

/* Visitors (people), Waiting time (min) and two KPIs called Twin; three measurements. */
EntProject *
import_fixture_new (void)
{
  static const struct { const char *day; double value; const char *note; } measured[] = {
    { "2025-01-31", 100, "" }, { "2025-02-28", 110, "Snow" }, { "2025-03-31", 120.5, "" },
  };
  EntProject *project = ent_project_new ();
  EntRecord *kpi;

  add (project, ENT_KIND_PARTNER, "lib", ENT_PARTNER_NAME, "Library");
  add (project, ENT_KIND_GOAL, "reach", ENT_GOAL_TITLE, "Reach more people");
  add (project, ENT_KIND_PERSON, "ann", ENT_PERSON_NAME, "Ann");
  kpi = add (project, ENT_KIND_KPI, "vis", ENT_KPI_NAME, "Visitors");
  ent_record_set_string (kpi, ENT_KPI_UNIT, "people");
  kpi = add (project, ENT_KIND_KPI, "wait", ENT_KPI_NAME, "Waiting time");
  ent_record_set_string (kpi, ENT_KPI_UNIT, "min");
  add (project, ENT_KIND_KPI, "t1", ENT_KPI_NAME, "Twin");
  add (project, ENT_KIND_KPI, "t2", ENT_KPI_NAME, "twin");
  for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_MEASUREMENT);

      ent_record_set_string (record, ENT_MEASUREMENT_KPI, "vis");
      ent_record_set_string (record, ENT_MEASUREMENT_DATE, measured[i].day);
      ent_record_set_double (record, ENT_MEASUREMENT_VALUE, measured[i].value);
      ent_record_set_string (record, ENT_MEASUREMENT_NOTE, measured[i].note);
      g_assert_true (ent_project_append (project, record, NULL));
    }

  return project;
}

EntRecord *
import_fixture_find (EntProject *project, const char *name)
{
  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_KPI); i++)
    {
      EntRecord *kpi = ent_project_get_record (project, ENT_KIND_KPI, i);

      if (g_str_equal (ent_record_get_string (kpi, ENT_KPI_NAME), name))
        return kpi;
    }

  return NULL;
}

/* A line a row, bars between the cells. */
GPtrArray *
import_fixture_rows (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (char **line = lines; *line != NULL; line++)
    g_ptr_array_add (rows, **line == '\0' ? g_strdupv ((char *[]) { (char *) "", NULL })
                                          : g_strsplit (*line, "|", -1));

  return rows;
}

/* A line an item: its place, a letter for the verdict, what it is about, what it says, and why. */
char *
import_fixture_dump (EntImport *import)
{
  static const char letters[] = "NCSL!";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ent_import_get_n_items (import); i++)
    {
      const EntImportItem *item = ent_import_get_item (import, i);
      g_autofree char *place = ent_import_dup_place (import, i);
      g_autofree char *subject = ent_import_dup_subject (import, i);
      g_autofree char *change = ent_import_dup_change (import, i);
      g_autofree char *reason = ent_import_dup_reason (import, i);

      g_string_append_printf (text, "%s %c %s | %s%s%s\n", place, letters[item->verdict], subject,
                              change, *reason != '\0' ? " | " : "", reason);
    }

  return g_string_free (text, FALSE);
}
