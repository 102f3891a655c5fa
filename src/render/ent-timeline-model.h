/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline shows, the same on screen and on paper: lanes from top to bottom, and the items of
 * each by day. The first lanes are of what happened, then comes one for each KPI. Lanes and items go
 * by number. Which lanes are folded or filtered is a matter of the view, and never saved. */
#pragma once

#include "analysis/ent-kpis.h"

G_BEGIN_DECLS

/**
 * EntTimelineKind:
 * @ENT_TIMELINE_MILESTONES: milestones, on the day they were done or are due
 * @ENT_TIMELINE_CHECK_INS: meetings
 * @ENT_TIMELINE_DECISIONS: decisions and changes of course
 * @ENT_TIMELINE_STORIES: stories, small wins, quotes and lessons
 * @ENT_TIMELINE_MORALE: the morale of check-ins, 1 to 5
 * @ENT_TIMELINE_KPI: the measurements of a KPI
 *
 * What a lane is of, in the order of the lanes.
 */
typedef enum {
  ENT_TIMELINE_MILESTONES,
  ENT_TIMELINE_CHECK_INS,
  ENT_TIMELINE_DECISIONS,
  ENT_TIMELINE_STORIES,
  ENT_TIMELINE_MORALE,
  ENT_TIMELINE_KPI,
} EntTimelineKind;

/* So many kinds of lane are there once; there are many lanes of the last. */
#define ENT_TIMELINE_N_EVENT_KINDS ENT_TIMELINE_KPI

/**
 * EntTimelineMark:
 * @ENT_TIMELINE_MARK_POINT: a measurement that is no signal
 * @ENT_TIMELINE_MARK_IMPROVEMENT: one that is a signal for the better
 * @ENT_TIMELINE_MARK_CONCERN: one that is a signal for the worse
 * @ENT_TIMELINE_MARK_CHANGE: one that is a signal for neither
 * @ENT_TIMELINE_MARK_DUE: a milestone that is to come
 * @ENT_TIMELINE_MARK_MISSED: a milestone that was due and is not done
 * @ENT_TIMELINE_MARK_DONE: a milestone that is reached
 * @ENT_TIMELINE_MARK_CHECK_IN: a meeting
 * @ENT_TIMELINE_MARK_DECISION: a decision
 * @ENT_TIMELINE_MARK_PIVOT: a change of course
 * @ENT_TIMELINE_MARK_STORY: a story
 * @ENT_TIMELINE_MARK_SMALL_WIN: a small win
 * @ENT_TIMELINE_MARK_QUOTE: a quote
 * @ENT_TIMELINE_MARK_LESSON: a lesson
 * @ENT_TIMELINE_MARK_MORALE: a number from 1 to 5
 *
 * What stands for an item. Each has a shape or a letter of its own.
 */
typedef enum {
  ENT_TIMELINE_MARK_POINT,
  ENT_TIMELINE_MARK_IMPROVEMENT,
  ENT_TIMELINE_MARK_CONCERN,
  ENT_TIMELINE_MARK_CHANGE,
  ENT_TIMELINE_MARK_DUE,
  ENT_TIMELINE_MARK_MISSED,
  ENT_TIMELINE_MARK_DONE,
  ENT_TIMELINE_MARK_CHECK_IN,
  ENT_TIMELINE_MARK_DECISION,
  ENT_TIMELINE_MARK_PIVOT,
  ENT_TIMELINE_MARK_STORY,
  ENT_TIMELINE_MARK_SMALL_WIN,
  ENT_TIMELINE_MARK_QUOTE,
  ENT_TIMELINE_MARK_LESSON,
  ENT_TIMELINE_MARK_MORALE,
} EntTimelineMark;

/**
 * EntTimelineItem:
 * @day: when, as ent_day_to_number() counts
 * @due: for a milestone that was done on another day, when it was due; otherwise %ENT_DAY_NONE
 * @value: for measurements and morale, how much; otherwise NAN
 * @mark: what stands for it
 * @record: (unowned): the record
 */
typedef struct {
  int day;
  int due;
  double value;
  EntTimelineMark mark;
  EntRecord *record;
} EntTimelineItem;

/* In ent_timeline_model_set_statuses(), every status. */
#define ENT_TIMELINE_ALL_STATUSES ((1U << ENT_N_KPI_STATUSES) - 1)

#define ENT_TYPE_TIMELINE_MODEL (ent_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineModel, ent_timeline_model, ENT, TIMELINE_MODEL, GObject)

EntTimelineModel   *ent_timeline_model_new              (EntKpis          *kpis);
void                ent_timeline_model_freeze           (EntTimelineModel *self);
EntKpis            *ent_timeline_model_get_kpis         (EntTimelineModel *self);

/* Which lanes there are */
EntRecord          *ent_timeline_model_get_goal         (EntTimelineModel *self);
void                ent_timeline_model_set_goal         (EntTimelineModel *self,
                                                         EntRecord        *goal);
EntRecord          *ent_timeline_model_get_owner        (EntTimelineModel *self);
void                ent_timeline_model_set_owner        (EntTimelineModel *self,
                                                         EntRecord        *owner);
guint               ent_timeline_model_get_statuses     (EntTimelineModel *self);
void                ent_timeline_model_set_statuses     (EntTimelineModel *self,
                                                         guint             statuses);
gboolean            ent_timeline_model_is_filtered      (EntTimelineModel *self);
gboolean            ent_timeline_model_is_folded        (EntTimelineModel *self,
                                                         guint             lane);
void                ent_timeline_model_set_folded       (EntTimelineModel *self,
                                                         guint             lane,
                                                         gboolean          folded);
void                ent_timeline_model_fold_all         (EntTimelineModel *self,
                                                         gboolean          folded);
gboolean            ent_timeline_model_move_lane        (EntTimelineModel *self,
                                                         guint             lane,
                                                         guint             to);

/* Lanes */
guint               ent_timeline_model_get_n_lanes      (EntTimelineModel *self);
guint               ent_timeline_model_get_n_event_lanes (EntTimelineModel *self);
EntTimelineKind     ent_timeline_model_get_kind         (EntTimelineModel *self,
                                                         guint             lane);
const EntKpiSeries *ent_timeline_model_get_series       (EntTimelineModel *self,
                                                         guint             lane);
int                 ent_timeline_model_find_record      (EntTimelineModel *self,
                                                         EntRecord        *record,
                                                         int              *item);
int                 ent_timeline_model_find_item        (EntTimelineModel *self,
                                                         guint             lane,
                                                         EntRecord        *record);
char               *ent_timeline_model_dup_title        (EntTimelineModel *self,
                                                         guint             lane);
char               *ent_timeline_model_dup_lane_text    (EntTimelineModel *self,
                                                         guint             lane);
gboolean            ent_timeline_model_get_span         (EntTimelineModel *self,
                                                         int              *first,
                                                         int              *last);
int                 ent_timeline_model_get_today        (EntTimelineModel *self);

/* Items */
guint               ent_timeline_model_get_n_items      (EntTimelineModel *self,
                                                         guint             lane);
EntTimelineItem     ent_timeline_model_get_item         (EntTimelineModel *self,
                                                         guint             lane,
                                                         guint             item);
guint               ent_timeline_model_find_day         (EntTimelineModel *self,
                                                         guint             lane,
                                                         int               day);
const char         *ent_timeline_model_get_item_kind    (EntTimelineModel *self,
                                                         guint             lane,
                                                         guint             item);
char               *ent_timeline_model_dup_item_title   (EntTimelineModel *self,
                                                         guint             lane,
                                                         guint             item);
char               *ent_timeline_model_dup_item_text    (EntTimelineModel *self,
                                                         guint             lane,
                                                         guint             item);

/* Changes of course, which are drawn through all lanes */
guint               ent_timeline_model_get_n_pivots     (EntTimelineModel *self);
int                 ent_timeline_model_get_pivot        (EntTimelineModel *self,
                                                         guint             pivot);

G_END_DECLS
