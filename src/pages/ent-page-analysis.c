/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several pages show the same figures. They are worked out once for each project, as long as some page
 * shows it, so that an edit costs no more with more pages. */
#include "config.h"

#include "pages/ent-page-analysis.h"

#include "pages/ent-kpi-settings.h"
#include "pages/ent-role-check-settings.h"

#define ROLE_CHECKS "ent-role-checks"
#define ALIGNMENT "ent-alignment"
#define ALIGNMENT_CHECKS "ent-alignment-checks"
#define KPIS "ent-kpis"
#define KPI_CHECKS "ent-kpi-checks"
#define STORY_CHECKS "ent-story-checks"
#define CALENDAR "ent-calendar"

static void
place_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

typedef gpointer (*NewFunc) (EntProject *project);

/* The project remembers what is worked out about it without holding it: the pages do. */
static gpointer
dup_shared (EntProject *project, const char *name, NewFunc new_shared)
{
  GWeakRef *place = g_object_get_data (G_OBJECT (project), name);
  gpointer shared = place != NULL ? g_weak_ref_get (place) : NULL;

  if (shared != NULL)
    return shared;

  shared = new_shared (project);
  if (place == NULL)
    {
      place = g_new0 (GWeakRef, 1);
      g_weak_ref_init (place, NULL);
      g_object_set_data_full (G_OBJECT (project), name, place, place_free);
    }
  g_weak_ref_set (place, shared);

  return shared;
}

static gpointer
new_calendar (EntProject *project)
{
  return ent_calendar_new ();
}

/* What is worked out as of today holds the calendar that tells it of another day. */
static void
follow_calendar (EntProject *project, gpointer shared, GCallback on_day_changed)
{
  EntCalendar *calendar = ent_page_analysis_dup_calendar (project);

  g_signal_connect_object (calendar, "day-changed", on_day_changed, shared, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (shared), CALENDAR, calendar, g_object_unref);
}

static gpointer
new_role_checks (EntProject *project)
{
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (project);
  EntRoleChecks *checks = ent_role_checks_new (chart);

  ent_role_check_settings_follow (checks);

  return checks;
}

/* A day that was chosen stays. */
static void
update_alignment (EntAlignment *alignment)
{
  if (ent_alignment_is_today (alignment))
    ent_alignment_set_as_of (alignment, NULL);
}

static gpointer
new_alignment (EntProject *project)
{
  EntAlignment *alignment = ent_alignment_new (project);

  follow_calendar (project, alignment, G_CALLBACK (update_alignment));

  return alignment;
}

/* Of an alignment of their own: what needs attention is that of today, whatever day pages look at. */
static gpointer
new_alignment_checks (EntProject *project)
{
  g_autoptr(EntAlignment) alignment = new_alignment (project);

  return ent_alignment_checks_new (alignment);
}

static void
update_kpis (EntKpis *kpis)
{
  ent_kpis_set_as_of (kpis, NULL);
}

static gpointer
new_kpis (EntProject *project)
{
  EntKpis *kpis = ent_kpis_new (project);

  follow_calendar (project, kpis, G_CALLBACK (update_kpis));

  ent_kpi_settings_follow (kpis);

  return kpis;
}

static gpointer
new_kpi_checks (EntProject *project)
{
  g_autoptr(EntKpis) kpis = ent_page_analysis_dup_kpis (project);

  return ent_kpi_checks_new (kpis);
}

static void
update_story_checks (EntStoryChecks *checks)
{
  ent_story_checks_set_today (checks, NULL);
}

static gpointer
new_story_checks (EntProject *project)
{
  EntStoryChecks *checks = ent_story_checks_new (project);
  g_autoptr(GSettings) settings = g_settings_new (ENT_APP_ID ".Stories");

  follow_calendar (project, checks, G_CALLBACK (update_story_checks));
  g_settings_bind (settings, "small-win-days", checks, "days", G_SETTINGS_BIND_GET);

  return checks;
}

/**
 * ent_page_analysis_dup_calendar:
 * @project: a project
 *
 * Returns: (transfer full): the calendar that pages and what is worked out for them go with; the same
 *   for all pages
 */
EntCalendar *
ent_page_analysis_dup_calendar (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, CALENDAR, new_calendar);
}

/**
 * ent_page_analysis_dup_role_checks:
 * @project: a project
 *
 * Returns: (transfer full): the findings of its role chart, which ask where people want to be asked;
 *   the same for all pages
 */
EntRoleChecks *
ent_page_analysis_dup_role_checks (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, ROLE_CHECKS, new_role_checks);
}

/**
 * ent_page_analysis_dup_alignment:
 * @project: a project
 *
 * Returns: (transfer full): its alignment; the same for all pages, so that they look at the same day
 */
EntAlignment *
ent_page_analysis_dup_alignment (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, ALIGNMENT, new_alignment);
}

/**
 * ent_page_analysis_dup_alignment_checks:
 * @project: a project
 *
 * Returns: (transfer full): the findings of its alignment as of today, whatever day the pages look at;
 *   the same for all pages
 */
EntAlignmentChecks *
ent_page_analysis_dup_alignment_checks (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, ALIGNMENT_CHECKS, new_alignment_checks);
}

/**
 * ent_page_analysis_dup_kpis:
 * @project: a project
 *
 * Returns: (transfer full): its KPIs as of today, with limits as people want them; the same for all
 *   pages, none of which may look at another day
 */
EntKpis *
ent_page_analysis_dup_kpis (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, KPIS, new_kpis);
}

/**
 * ent_page_analysis_dup_kpi_checks:
 * @project: a project
 *
 * Returns: (transfer full): the findings of its KPIs; the same for all pages
 */
EntKpiChecks *
ent_page_analysis_dup_kpi_checks (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, KPI_CHECKS, new_kpi_checks);
}

/**
 * ent_page_analysis_dup_story_checks:
 * @project: a project
 *
 * Returns: (transfer full): the findings of its milestones and small wins, which ask where people want
 *   to be asked; the same for all pages
 */
EntStoryChecks *
ent_page_analysis_dup_story_checks (EntProject *project)
{
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  return dup_shared (project, STORY_CHECKS, new_story_checks);
}
