/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs and what else happened on one time axis, for keyboard, mouse, touch and screen reader. */
#pragma once

#include "render/ent-timeline-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The item that stands for the head of a lane. */
#define ENT_TIMELINE_HEAD -1

#define ENT_TYPE_TIMELINE (ent_timeline_get_type ())
G_DECLARE_FINAL_TYPE (EntTimeline, ent_timeline, ENT, TIMELINE, GtkWidget)

GtkWidget        *ent_timeline_new               (void);
EntTimelineModel *ent_timeline_get_model         (EntTimeline      *self);
void              ent_timeline_set_model         (EntTimeline      *self,
                                                  EntTimelineModel *model);
const char       *ent_timeline_get_label         (EntTimeline      *self);
void              ent_timeline_set_label         (EntTimeline      *self,
                                                  const char       *label);
gboolean          ent_timeline_get_high_contrast (EntTimeline      *self);
void              ent_timeline_set_high_contrast (EntTimeline      *self,
                                                  gboolean          high_contrast);
void              ent_timeline_get_shown         (EntTimeline      *self,
                                                  double           *start,
                                                  double           *end);
void              ent_timeline_show_time         (EntTimeline      *self,
                                                  double            start,
                                                  double            end);
void              ent_timeline_fit               (EntTimeline      *self);
void              ent_timeline_show_today        (EntTimeline      *self);
void              ent_timeline_zoom              (EntTimeline      *self,
                                                  double            factor);
void              ent_timeline_get_focus_item    (EntTimeline      *self,
                                                  int              *lane,
                                                  int              *item);
EntRecord        *ent_timeline_get_focus_record  (EntTimeline      *self);
void              ent_timeline_get_item_area     (EntTimeline      *self,
                                                  guint             lane,
                                                  int               item,
                                                  GdkRectangle     *area);
gboolean          ent_timeline_reveal            (EntTimeline      *self,
                                                  EntRecord        *record);

G_END_DECLS
