/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline on paper, cut between lanes into parts that fit a page. */
#pragma once

#include "render/ent-paper.h"
#include "render/ent-timeline-model.h"

G_BEGIN_DECLS

/**
 * EntTimelinePaper:
 *
 * The plan of a timeline on paper: which lanes stand on which part. Each part has the time axis, the key
 * that says what lines and marks mean, and what happened above its lanes as long as that leaves room
 * for them; the first part has it anyway. In a short first room there may be no lane: then the plan begins on a new page.
 */
typedef struct _EntTimelinePaper EntTimelinePaper;

EntTimelinePaper *ent_timeline_paper_new          (EntTimelineModel       *model,
                                                   PangoContext           *context,
                                                   double                  width,
                                                   double                  first_height,
                                                   double                  height);
void              ent_timeline_paper_free         (EntTimelinePaper       *self);
void              ent_timeline_paper_set_period   (EntTimelinePaper       *self,
                                                   int                     first,
                                                   int                     last);
gboolean          ent_timeline_paper_starts_anew  (const EntTimelinePaper *self);
guint             ent_timeline_paper_get_n_parts  (const EntTimelinePaper *self);
double            ent_timeline_paper_get_height   (const EntTimelinePaper *self,
                                                   guint                   part);
void              ent_timeline_paper_draw         (EntTimelinePaper       *self,
                                                   EntPaperCanvas         *canvas,
                                                   guint                   part,
                                                   double                  x,
                                                   double                  y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTimelinePaper, ent_timeline_paper_free)

G_END_DECLS
