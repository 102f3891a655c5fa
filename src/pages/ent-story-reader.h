/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story to be read: as one would print it, not as a form. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_STORY_READER (ent_story_reader_get_type ())
G_DECLARE_FINAL_TYPE (EntStoryReader, ent_story_reader, ENT, STORY_READER, AdwBin)

void ent_story_reader_set_record (EntStoryReader *self,
                                  EntRecord      *story);

G_END_DECLS
