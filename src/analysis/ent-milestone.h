/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a milestone stands on a day. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntMilestoneState:
 * @ENT_MILESTONE_STATE_OVERDUE: it was due before the day and is not done
 * @ENT_MILESTONE_STATE_AHEAD: it is not done, and due on the day, later, or at no time
 * @ENT_MILESTONE_STATE_DONE: it is done
 */
typedef enum {
  ENT_MILESTONE_STATE_OVERDUE,
  ENT_MILESTONE_STATE_AHEAD,
  ENT_MILESTONE_STATE_DONE,
} EntMilestoneState;

EntMilestoneState ent_milestone_get_state     (EntRecord  *milestone,
                                               const char *day);
int               ent_milestone_get_days_late (EntRecord  *milestone,
                                               const char *day);
char             *ent_milestone_dup_word      (EntRecord  *milestone,
                                               const char *day);
char             *ent_milestone_dup_standing  (EntRecord  *milestone,
                                               const char *day);
char             *ent_milestone_dup_mark      (EntRecord  *milestone,
                                               const char *day);
int               ent_milestone_compare       (EntRecord  *a,
                                               EntRecord  *b);

G_END_DECLS
