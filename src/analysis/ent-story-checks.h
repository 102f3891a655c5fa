/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of milestones and small wins as a list that follows them, most pressing first. */
#pragma once

#include "analysis/ent-checks.h"
#include "model/ent-project.h"

G_BEGIN_DECLS

/* After so many days without a small win, one is asked for. */
#define ENT_STORY_CHECKS_DAYS 30

#define ENT_TYPE_STORY_CHECKS (ent_story_checks_get_type ())
G_DECLARE_FINAL_TYPE (EntStoryChecks, ent_story_checks, ENT, STORY_CHECKS, EntChecks)

EntStoryChecks *ent_story_checks_new       (EntProject     *project);
void            ent_story_checks_set_today (EntStoryChecks *self,
                                            const char     *day);
void            ent_story_checks_set_days  (EntStoryChecks *self,
                                            guint           days);

G_END_DECLS
