/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several views of the same goals. To add one, write its type and add a row to the table. */
#include "config.h"

#include "pages/ent-goals-page.h"

#include <glib/gi18n.h>

#include "pages/ent-agreement-view.h"
#include "pages/ent-alignment-view.h"
#include "pages/ent-conversations-view.h"
#include "pages/ent-goals-view.h"

struct _EntGoalsPage {
  EntViewsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (EntGoalsPage, ent_goals_page, ENT_TYPE_VIEWS_PAGE)

static const EntViewInfo views[] = {
  { "goals", N_("Goals"), "view-list-bullet-symbolic", ent_goals_view_get_type },
  { "matrix", N_("Matrix"), "view-grid-symbolic", ent_alignment_view_get_type },
  { "agreement", N_("Agreement"), "system-users-symbolic", ent_agreement_view_get_type },
  { "conversations", N_("Talk About"), "chat-message-new-symbolic",
    ent_conversations_view_get_type },
};

static void
ent_goals_page_class_init (EntGoalsPageClass *klass)
{
}

static void
ent_goals_page_init (EntGoalsPage *self)
{
  ent_views_page_add_views (ENT_VIEWS_PAGE (self), views, G_N_ELEMENTS (views));
}
