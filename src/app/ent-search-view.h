/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found, in place of the page while somebody searches. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_SEARCH_VIEW (ent_search_view_get_type ())
G_DECLARE_FINAL_TYPE (EntSearchView, ent_search_view, ENT, SEARCH_VIEW, AdwBin)

guint ent_search_view_search         (EntSearchView *self,
                                      EntProject    *project,
                                      const char    *text);
void  ent_search_view_activate_first (EntSearchView *self);

G_END_DECLS
