/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stories: told in a line or at length, read, shared and chosen. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_STORIES_VIEW (ent_stories_view_get_type ())
G_DECLARE_FINAL_TYPE (EntStoriesView, ent_stories_view, ENT, STORIES_VIEW, EntPage)

G_END_DECLS
