/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people told, and what was reached: the two that make figures worth reading. */
#include "config.h"

#include "pages/ent-stories-page.h"

#include <glib/gi18n.h>

#include "pages/ent-milestones-view.h"
#include "pages/ent-stories-view.h"

struct _EntStoriesPage {
  EntViewsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (EntStoriesPage, ent_stories_page, ENT_TYPE_VIEWS_PAGE)

static const EntViewInfo views[] = {
  { "stories", N_("Stories"), "user-bookmarks-symbolic", ent_stories_view_get_type },
  { "milestones", N_("Milestones"), "emblem-ok-symbolic", ent_milestones_view_get_type },
};

static void
ent_stories_page_class_init (EntStoriesPageClass *klass)
{
}

static void
ent_stories_page_init (EntStoriesPage *self)
{
  ent_views_page_add_views (ENT_VIEWS_PAGE (self), views, G_N_ELEMENTS (views));
}
