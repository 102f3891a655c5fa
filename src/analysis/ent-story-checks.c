/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of milestones and small wins (methods.md section 7): what is overdue, and that nobody
 * has noted a small win for a while. The latter is about the project; its list has one place for each
 * milestone, and after them one for the project. */
#include "config.h"

#include "analysis/ent-story-checks.h"

#include "analysis/ent-day.h"
#include "analysis/ent-milestone.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>

struct _EntStoryChecks {
  EntChecks parent_instance;

  EntProject *project;
  char *today;
  gboolean today_is_set; /* else it is the day that it is */
  guint days;
};

G_DEFINE_FINAL_TYPE (EntStoryChecks, ent_story_checks, ENT_TYPE_CHECKS)

enum { PROP_0, PROP_DAYS, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- The rules ------------------------------------------------------------------------------- */

static gboolean
check_overdue (EntStoryChecks *self, EntRecord *milestone, EntVerdict *verdict)
{
  int late = ent_milestone_get_days_late (milestone, self->today);
  g_autofree char *title = NULL;

  if (ent_milestone_get_state (milestone, self->today) != ENT_MILESTONE_STATE_OVERDUE)
    return FALSE;

  title = ent_phrase_quote (ent_record_get_string (milestone, ENT_MILESTONE_TITLE));
  ent_verdict_say (verdict, late,
                   g_strdup_printf (ngettext ("The milestone %s is overdue by %d day.",
                                              "The milestone %s is overdue by %d days.",
                                              (gulong) late), title, late),
                   _("Say what it waits for and agree on a day, or note the day on which it was done."));
  g_ptr_array_add (verdict->records, milestone);

  return TRUE;
}

static EntRecord *
find_latest_win (EntStoryChecks *self, int today)
{
  EntRecord *latest = NULL;
  int latest_day = ENT_DAY_NONE;

  for (guint i = 0; i < ent_project_get_n_records (self->project, ENT_KIND_STORY); i++)
    {
      EntRecord *story = ent_project_get_record (self->project, ENT_KIND_STORY, i);
      int day = ent_day_to_number (ent_record_get_string (story, ENT_STORY_DATE));

      if (ent_record_get_raw (story, ENT_STORY_KIND) != NULL
          || ent_record_get_enum (story, ENT_STORY_KIND) != ENT_STORY_SMALL_WIN
          || day == ENT_DAY_NONE || day > today || day <= latest_day)
        continue;
      latest = story;
      latest_day = day;
    }

  return latest;
}

/* Counted from the last one, else from the start; of a partnership that is over nobody asks. */
static gboolean
check_small_win (EntStoryChecks *self, EntVerdict *verdict)
{
  EntRecord *info = ent_project_get_info (self->project);
  int today = ent_day_to_number (self->today);
  int end = ent_day_to_number (ent_record_get_string (info, ENT_PROJECT_END));
  EntRecord *win = find_latest_win (self, today);
  int since = ent_day_to_number (win != NULL ? ent_record_get_string (win, ENT_STORY_DATE)
                                             : ent_record_get_string (info, ENT_PROJECT_START));
  int n;

  if (since == ENT_DAY_NONE || (end != ENT_DAY_NONE && end < today)
      || today - since < (int) self->days)
    return FALSE;

  n = today - since;
  ent_verdict_say (verdict, n,
                   g_strdup_printf (ngettext ("Nobody has noted a small win for %d day.",
                                              "Nobody has noted a small win for %d days.",
                                              (gulong) n), n),
                   _("Ask every partner what went well lately, note it, and celebrate."));
  g_ptr_array_add (verdict->records, win != NULL ? win : info);

  return TRUE;
}

/* --- Asking them ----------------------------------------------------------------------------- */

static void
put (EntStoryChecks *self, EntRecord *record, EntFindingKind kind, EntFindingSeverity severity,
     gboolean applies, const EntVerdict *verdict)
{
  if (applies)
    ent_checks_put (ENT_CHECKS (self), record, kind, severity, verdict);
  else
    ent_checks_clear (ENT_CHECKS (self), record, kind);
}

static void
ask_milestone (EntStoryChecks *self, EntRecord *milestone)
{
  g_auto(EntVerdict) verdict = { 0, NULL, NULL, g_ptr_array_new () };
  gboolean applies = check_overdue (self, milestone, &verdict);

  put (self, milestone, ENT_FINDING_MILESTONE_OVERDUE, ENT_FINDING_LOOK_INTO, applies, &verdict);
}

static void
ask_small_win (EntStoryChecks *self)
{
  g_auto(EntVerdict) verdict = { 0, NULL, NULL, g_ptr_array_new () };
  gboolean applies = check_small_win (self, &verdict);

  put (self, ent_project_get_info (self->project), ENT_FINDING_NO_SMALL_WIN, ENT_FINDING_NOTE,
       applies, &verdict);
}

static void
ask_everything (EntStoryChecks *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_MILESTONE);
  EntRecord *info = ent_project_get_info (self->project);
  g_autoptr(GHashTable) present = g_hash_table_new (NULL, NULL);

  ent_checks_begin (ENT_CHECKS (self));
  for (guint i = 0; i < n; i++)
    {
      EntRecord *milestone = ent_project_get_record (self->project, ENT_KIND_MILESTONE, i);

      ent_checks_place (ENT_CHECKS (self), milestone, i);
      g_hash_table_add (present, milestone);
    }
  ent_checks_place (ENT_CHECKS (self), info, n);
  g_hash_table_add (present, info);
  ent_checks_drop_others (ENT_CHECKS (self), present);

  for (guint i = 0; i < n; i++)
    ask_milestone (self, ent_project_get_record (self->project, ENT_KIND_MILESTONE, i));
  ask_small_win (self);
  ent_checks_end (ENT_CHECKS (self));
}

static gboolean
moves_milestones (const EntChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (set->changes, i);

      if (change->type != ENT_CHANGE_SET
          && ent_record_get_kind (change->record) == ENT_KIND_MILESTONE)
        return TRUE;
    }

  return FALSE;
}

/* Whether a new day has begun since. */
static gboolean
follow_calendar (EntStoryChecks *self)
{
  g_autofree char *today = ent_day_dup_today ();

  if (self->today_is_set || g_strcmp0 (today, self->today) == 0)
    return FALSE;

  g_free (self->today);
  self->today = g_steal_pointer (&today);

  return TRUE;
}

static void
on_committed (EntStoryChecks *self, const EntChangeSet *set)
{
  if (follow_calendar (self) || moves_milestones (set))
    {
      ask_everything (self);
      return;
    }

  for (guint i = 0; i < set->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (set->changes, i);

      if (ent_record_get_kind (change->record) == ENT_KIND_MILESTONE)
        ask_milestone (self, change->record);
    }
  if (ent_change_set_touches (set, ENT_KIND_STORY)
      || ent_change_set_touches (set, ENT_KIND_PROJECT))
    ask_small_win (self);
}

static void
ent_story_checks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAYS:
      g_value_set_int (value, (int) ENT_STORY_CHECKS (object)->days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_story_checks_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAYS:
      ent_story_checks_set_days (ENT_STORY_CHECKS (object), (guint) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_story_checks_dispose (GObject *object)
{
  EntStoryChecks *self = ENT_STORY_CHECKS (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (ent_story_checks_parent_class)->dispose (object);
}

static void
ent_story_checks_class_init (EntStoryChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_story_checks_get_property;
  object_class->set_property = ent_story_checks_set_property;
  object_class->dispose = ent_story_checks_dispose;

  props[PROP_DAYS] =
    g_param_spec_int ("days", NULL, NULL, 1, G_MAXINT, ENT_STORY_CHECKS_DAYS,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_story_checks_init (EntStoryChecks *self)
{
  self->today = ent_day_dup_today ();
  self->days = ENT_STORY_CHECKS_DAYS;
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_story_checks_new:
 * @project: a project
 *
 * Returns: (transfer full): the findings of its milestones and small wins as of today, a #GListModel
 *   of #EntFinding ordered by severity, then by days, then by the order of the milestones
 */
EntStoryChecks *
ent_story_checks_new (EntProject *project)
{
  EntStoryChecks *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_STORY_CHECKS, NULL);
  self->project = g_object_ref (project);
  ask_everything (self);
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_story_checks_set_today:
 * @self: findings
 * @day: (nullable): the day to look at them, `YYYY-MM-DD`; %NULL for the day that it is
 */
void
ent_story_checks_set_today (EntStoryChecks *self, const char *day)
{
  g_return_if_fail (ENT_IS_STORY_CHECKS (self));
  g_return_if_fail (day == NULL || ent_date_is_valid (day));

  g_free (self->today);
  self->today = day != NULL ? g_strdup (day) : ent_day_dup_today ();
  self->today_is_set = day != NULL;
  ask_everything (self);
}

/**
 * ent_story_checks_set_days:
 * @self: findings
 * @days: after how many days without a small win one is asked for, at least 1
 */
void
ent_story_checks_set_days (EntStoryChecks *self, guint days)
{
  g_return_if_fail (ENT_IS_STORY_CHECKS (self));
  g_return_if_fail (days > 0);

  if (self->days == days)
    return;

  self->days = days;
  if (self->project != NULL)
    ask_small_win (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAYS]);
}
