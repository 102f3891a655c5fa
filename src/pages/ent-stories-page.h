/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories and wins: what changed in somebody’s words, and what was reached. */
#pragma once

#include "pages/ent-views-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_STORIES_PAGE (ent_stories_page_get_type ())
G_DECLARE_FINAL_TYPE (EntStoriesPage, ent_stories_page, ENT, STORIES_PAGE, EntViewsPage)

G_END_DECLS
