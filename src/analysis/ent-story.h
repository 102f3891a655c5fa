/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a story beside its own words, the same on the screen and on paper. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

gboolean    ent_story_is_told      (EntRecord *story);
gboolean    ent_story_is_chosen    (EntRecord *story);
const char *ent_story_get_unshared (void);
char       *ent_story_dup_heading  (EntRecord *story);
char       *ent_story_dup_byline   (EntRecord *story);
char       *ent_story_dup_partners (EntRecord *story);
int         ent_story_compare      (EntRecord *a,
                                    EntRecord *b);

G_END_DECLS
