/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a timeline as one list, lane after lane, and what each says in the columns of a table. */
#pragma once

#include <gio/gio.h>

#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

/**
 * EntTimelineColumn:
 * @ENT_TIMELINE_COLUMN_LANE: which KPI or sort of event
 * @ENT_TIMELINE_COLUMN_DAY: when
 * @ENT_TIMELINE_COLUMN_VALUE: how much, of measurements and morale
 * @ENT_TIMELINE_COLUMN_TEXT: what it is called, or what a measurement is a signal of
 */
typedef enum {
  ENT_TIMELINE_COLUMN_LANE,
  ENT_TIMELINE_COLUMN_DAY,
  ENT_TIMELINE_COLUMN_VALUE,
  ENT_TIMELINE_COLUMN_TEXT,
  ENT_TIMELINE_N_COLUMNS
} EntTimelineColumn;

#define ENT_TYPE_TIMELINE_ROWS (ent_timeline_rows_get_type ())
G_DECLARE_FINAL_TYPE (EntTimelineRows, ent_timeline_rows, ENT, TIMELINE_ROWS, GObject)

EntTimelineRows *ent_timeline_rows_new        (EntTimelineModel  *model);
char            *ent_timeline_rows_dup_cell   (EntTimelineRows   *self,
                                               guint              row,
                                               EntTimelineColumn  column);
EntRecord       *ent_timeline_rows_get_record (EntTimelineRows   *self,
                                               guint              row);
char            *ent_timeline_rows_dup_tsv    (EntTimelineRows   *self);

const char      *ent_timeline_column_get_label (EntTimelineColumn column);

G_END_DECLS
