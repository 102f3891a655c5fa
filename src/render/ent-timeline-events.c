/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, as items of a timeline: milestones, check-ins, decisions, stories. */
#include "config.h"

#include "render/ent-timeline-events-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-phrase.h"
#include "model/ent-kinds.h"

/* Makes an item of a record; returns whether it has a day. */
typedef gboolean (*Read) (EntRecord *record, int today, EntTimelineItem *item);

/* Whether a record has to do with a goal. */
typedef gboolean (*Concern) (EntRecord *record, EntRecord *goal);

/* --- Reading --------------------------------------------------------------------------------- */

static gboolean
read_milestone (EntRecord *record, int today, EntTimelineItem *item)
{
  int due = ent_day_to_number (ent_record_get_string (record, ENT_MILESTONE_DUE));
  int done = ent_day_to_number (ent_record_get_string (record, ENT_MILESTONE_DONE));

  if (done != ENT_DAY_NONE)
    {
      item->day = done;
      item->due = due != done ? due : ENT_DAY_NONE;
      item->mark = ENT_TIMELINE_MARK_DONE;
    }
  else
    {
      item->day = due;
      item->mark = due < today ? ENT_TIMELINE_MARK_MISSED : ENT_TIMELINE_MARK_DUE;
    }

  return item->day != ENT_DAY_NONE;
}

static gboolean
read_check_in (EntRecord *record, int today, EntTimelineItem *item)
{
  item->day = ent_day_to_number (ent_record_get_string (record, ENT_CHECK_IN_DATE));
  item->mark = ENT_TIMELINE_MARK_CHECK_IN;

  return item->day != ENT_DAY_NONE;
}

static gboolean
read_morale (EntRecord *record, int today, EntTimelineItem *item)
{
  int morale = ent_record_get_int (record, ENT_CHECK_IN_MORALE);

  item->day = ent_day_to_number (ent_record_get_string (record, ENT_CHECK_IN_DATE));
  item->value = morale;
  item->mark = ENT_TIMELINE_MARK_MORALE;

  return item->day != ENT_DAY_NONE && morale != ENT_INT_UNSET;
}

static gboolean
read_decision (EntRecord *record, int today, EntTimelineItem *item)
{
  gboolean pivot = ent_record_get_enum (record, ENT_DECISION_KIND) == ENT_DECISION_PIVOT;

  item->day = ent_day_to_number (ent_record_get_string (record, ENT_DECISION_DATE));
  item->mark = pivot ? ENT_TIMELINE_MARK_PIVOT : ENT_TIMELINE_MARK_DECISION;

  return item->day != ENT_DAY_NONE;
}

static gboolean
read_story (EntRecord *record, int today, EntTimelineItem *item)
{
  static const EntTimelineMark marks[] = {
    [ENT_STORY_STORY] = ENT_TIMELINE_MARK_STORY,
    [ENT_STORY_SMALL_WIN] = ENT_TIMELINE_MARK_SMALL_WIN,
    [ENT_STORY_QUOTE] = ENT_TIMELINE_MARK_QUOTE,
    [ENT_STORY_LESSON] = ENT_TIMELINE_MARK_LESSON,
  };
  guint kind = (guint) ent_record_get_enum (record, ENT_STORY_KIND);

  item->day = ent_day_to_number (ent_record_get_string (record, ENT_STORY_DATE));
  item->mark = kind < G_N_ELEMENTS (marks) ? marks[kind] : ENT_TIMELINE_MARK_STORY;

  return item->day != ENT_DAY_NONE;
}

/* --- By goal --------------------------------------------------------------------------------- */

static gboolean
milestone_concerns (EntRecord *record, EntRecord *goal)
{
  return ent_record_get_ref (record, ENT_MILESTONE_GOAL) == goal;
}

static gboolean
decision_concerns (EntRecord *record, EntRecord *goal)
{
  const char *const *goals = ent_record_get_list (record, ENT_DECISION_GOALS);

  return goals != NULL && g_strv_contains (goals, ent_record_get_id (goal));
}

static gboolean
story_concerns (EntRecord *record, EntRecord *goal)
{
  EntRecord *kpi = ent_record_get_ref (record, ENT_STORY_KPI);

  return ent_record_get_ref (record, ENT_STORY_GOAL) == goal
         || (kpi != NULL && ent_record_get_ref (kpi, ENT_KPI_GOAL) == goal);
}

/* Meetings are about all goals. */
static const struct {
  EntKind kind;
  Read read;
  Concern concern;
  const char *title;
} sources[ENT_TIMELINE_N_EVENT_KINDS] = {
  [ENT_TIMELINE_MILESTONES] = { ENT_KIND_MILESTONE, read_milestone, milestone_concerns,
                                N_("Milestones") },
  [ENT_TIMELINE_CHECK_INS] = { ENT_KIND_CHECK_IN, read_check_in, NULL, N_("Check-ins") },
  [ENT_TIMELINE_DECISIONS] = { ENT_KIND_DECISION, read_decision, decision_concerns,
                               N_("Decisions") },
  [ENT_TIMELINE_STORIES] = { ENT_KIND_STORY, read_story, story_concerns, N_("Stories & wins") },
  [ENT_TIMELINE_MORALE] = { ENT_KIND_CHECK_IN, read_morale, NULL, N_("Morale") },
};

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const EntTimelineItem *first = a;
  const EntTimelineItem *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/**
 * _ent_timeline_events_new:
 * @project: a project
 * @kind: what happened
 * @goal: (nullable): the goal it has to do with, or %NULL for all of it
 * @today: the day from which it is looked at
 *
 * Returns: (transfer full) (element-type EntTimelineItem): the items, by day
 */
GArray *
_ent_timeline_events_new (EntProject *project, EntTimelineKind kind, EntRecord *goal, int today)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (EntTimelineItem));
  guint n;

  g_assert (kind < ENT_TIMELINE_N_EVENT_KINDS);

  n = ent_project_get_n_records (project, sources[kind].kind);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *record = ent_project_get_record (project, sources[kind].kind, i);
      EntTimelineItem item = { ENT_DAY_NONE, ENT_DAY_NONE, NAN, ENT_TIMELINE_MARK_POINT, record };

      if ((goal == NULL || sources[kind].concern == NULL || sources[kind].concern (record, goal))
          && sources[kind].read (record, today, &item))
        g_array_append_val (items, item);
    }
  /* What happened on the same day stays in the order of the list. */
  g_array_sort (items, compare_days);

  return items;
}

/**
 * _ent_timeline_events_depend_on:
 * @kind: what happened
 * @record_kind: a kind of record
 *
 * Returns: whether a change of such a record can change the items
 */
gboolean
_ent_timeline_events_depend_on (EntTimelineKind kind, EntKind record_kind)
{
  g_assert (kind < ENT_TIMELINE_N_EVENT_KINDS);

  return sources[kind].kind == record_kind
         || (kind == ENT_TIMELINE_STORIES && record_kind == ENT_KIND_KPI);
}

/**
 * _ent_timeline_kind_get_title:
 * @kind: what happened
 *
 * Returns: (transfer none): what the lane is called, translated
 */
const char *
_ent_timeline_kind_get_title (EntTimelineKind kind)
{
  g_assert (kind < ENT_TIMELINE_N_EVENT_KINDS);

  return _(sources[kind].title);
}

/* --- Words ----------------------------------------------------------------------------------- */

/**
 * _ent_timeline_event_get_kind:
 * @item: an item
 *
 * Returns: (transfer none): the word for what it is, translated
 */
const char *
_ent_timeline_event_get_kind (const EntTimelineItem *item)
{
  static const char *const words[] = {
    [ENT_TIMELINE_MARK_DUE] = N_("Milestone, due"),
    [ENT_TIMELINE_MARK_MISSED] = N_("Milestone, overdue"),
    [ENT_TIMELINE_MARK_DONE] = N_("Milestone"),
    [ENT_TIMELINE_MARK_CHECK_IN] = N_("Check-in"),
    [ENT_TIMELINE_MARK_DECISION] = N_("Decision"),
    [ENT_TIMELINE_MARK_PIVOT] = N_("Change of course"),
    [ENT_TIMELINE_MARK_STORY] = N_("Story"),
    [ENT_TIMELINE_MARK_SMALL_WIN] = N_("Small win"),
    [ENT_TIMELINE_MARK_QUOTE] = N_("Quote"),
    [ENT_TIMELINE_MARK_LESSON] = N_("Lesson"),
    [ENT_TIMELINE_MARK_MORALE] = N_("Morale"),
  };

  g_assert (item->mark < G_N_ELEMENTS (words) && words[item->mark] != NULL);

  return _(words[item->mark]);
}

/**
 * _ent_timeline_event_dup_title:
 * @item: an item
 *
 * Returns: (transfer full): what it is called
 */
char *
_ent_timeline_event_dup_title (const EntTimelineItem *item)
{
  if (ent_record_get_kind (item->record) == ENT_KIND_CHECK_IN)
    {
      /* Translators: how things went by those who met; %d is from 1 to 5 */
      if (item->mark == ENT_TIMELINE_MARK_MORALE)
        return g_strdup_printf (_("Morale %d of 5"), (int) item->value);
      return ent_record_format (item->record, ENT_CHECK_IN_KIND);
    }

  return ent_record_dup_title (item->record);
}

static char *
describe_milestone (const EntTimelineItem *item, const char *day)
{
  g_autofree char *due_day = NULL;
  g_autofree char *due = NULL;

  if (item->mark == ENT_TIMELINE_MARK_DUE)
    return g_strdup_printf (_("milestone, due on %s"), day);
  if (item->mark == ENT_TIMELINE_MARK_MISSED)
    return g_strdup_printf (_("milestone, was due on %s, not done"), day);
  if (item->due == ENT_DAY_NONE)
    return g_strdup_printf (_("milestone, done on %s"), day);

  due_day = ent_day_from_number (item->due);
  due = ent_day_format (due_day);

  return g_strdup_printf (_("milestone, done on %s, was due on %s"), day, due);
}

static char *
describe (const EntTimelineItem *item, const char *day)
{
  switch (item->mark)
    {
    case ENT_TIMELINE_MARK_DUE:
    case ENT_TIMELINE_MARK_MISSED:
    case ENT_TIMELINE_MARK_DONE:
      return describe_milestone (item, day);
    case ENT_TIMELINE_MARK_CHECK_IN:
      return g_strdup_printf (_("check-in on %s"), day);
    case ENT_TIMELINE_MARK_MORALE:
      return g_strdup_printf (_("at the check-in on %s"), day);
    case ENT_TIMELINE_MARK_DECISION:
      return g_strdup_printf (_("decision of %s"), day);
    case ENT_TIMELINE_MARK_PIVOT:
      return g_strdup_printf (_("change of course on %s"), day);
    case ENT_TIMELINE_MARK_SMALL_WIN:
      return g_strdup_printf (_("small win of %s"), day);
    case ENT_TIMELINE_MARK_QUOTE:
      return g_strdup_printf (_("quote of %s"), day);
    case ENT_TIMELINE_MARK_LESSON:
      return g_strdup_printf (_("lesson of %s"), day);
    case ENT_TIMELINE_MARK_STORY:
      return g_strdup_printf (_("story of %s"), day);
    case ENT_TIMELINE_MARK_POINT:
    case ENT_TIMELINE_MARK_IMPROVEMENT:
    case ENT_TIMELINE_MARK_CONCERN:
    case ENT_TIMELINE_MARK_CHANGE:
    default:
      return g_strdup (day);
    }
}

/**
 * _ent_timeline_event_dup_text:
 * @item: an item
 *
 * Returns: (transfer full): the item in words: “First workshop: milestone, done on 3 May 2026”
 */
char *
_ent_timeline_event_dup_text (const EntTimelineItem *item)
{
  g_autofree char *title = _ent_timeline_event_dup_title (item);
  g_autofree char *name = ent_phrase_name (title);
  g_autofree char *text = ent_day_from_number (item->day);
  g_autofree char *day = ent_day_format (text);
  g_autofree char *words = describe (item, day);

  /* Translators: the name of something that happened, and what it was and when */
  return g_strdup_printf (C_("timeline", "%s: %s"), name, words);
}
