/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of goals in the order the partners give them, with a form beside it. */
#include "config.h"

#include "pages/ent-goals-view.h"

#include <glib/gi18n.h>

#include "pages/ent-record-pane.h"
#include "pages/ent-text.h"

struct _EntGoalsView {
  EntPage parent_instance;

  EntRecordPane *pane;
};

G_DEFINE_FINAL_TYPE (EntGoalsView, ent_goals_view, ENT_TYPE_PAGE)

static const EntFormSection sections[] = {
  { NULL, NULL, { ENT_GOAL_TITLE, ENT_GOAL_OWNER, ENT_GOAL_STATUS }, 3 },
  { N_("What success is"), N_("Words that everybody would count in the same way."),
    { ENT_GOAL_SUCCESS, ENT_GOAL_DUE, ENT_GOAL_HORIZON }, 3 },
  { NULL, NULL, { ENT_GOAL_WEIGHT, ENT_GOAL_DESCRIPTION }, 2 },
  { 0 }
};

/* "Long term · Riverside Trust" */
static char *
dup_detail (EntRecord *goal)
{
  EntRecord *owner = ent_record_get_ref (goal, ENT_GOAL_OWNER);
  g_autofree char *owner_title =
    owner != NULL ? ent_text_dup_title (owner) : g_strdup (_("Shared"));
  g_autofree char *horizon = ent_record_format (goal, ENT_GOAL_HORIZON);

  return g_strdup_printf ("%s · %s", horizon, owner_title);
}

static char *
dup_status (EntRecord *goal)
{
  return ent_record_format (goal, ENT_GOAL_STATUS);
}

static char *
dup_weight (EntRecord *goal)
{
  g_autofree char *weight = ent_record_format (goal, ENT_GOAL_WEIGHT);

  /* Translators: how much a goal weighs, 1 to 5. */
  return g_strdup_printf (_("Weight %s"), weight);
}

static const EntListPaneSpec list_spec = {
  .kind = ENT_KIND_GOAL,
  .search = N_("Search goals"),
  .add = N_("Add a goal"),
  .dup_detail = dup_detail,
  .dup_word = dup_status,
  .dup_note = dup_weight,
  .sorts = { ENT_GOAL_WEIGHT, ENT_GOAL_DUE, ENT_GOAL_HORIZON, ENT_GOAL_STATUS, ENT_GOAL_TITLE },
  .n_sorts = 5,
  .filters = { { ENT_GOAL_STATUS, FALSE, NULL },
               { ENT_GOAL_HORIZON, TRUE, NULL },
               { ENT_GOAL_OWNER, TRUE, N_("Shared") } },
  .n_filters = 3,
};

static const EntRecordPaneEmpty empty = {
  .icon_name = "find-location-symbolic",
  .title = N_("What Do the Partners Want to Reach?"),
  .description = N_("Write down each goal, a partner’s own or one of all. Then ask every partner "
                    "how far it is for it or against it."),
  .prompt = N_("The first goal"),
};

static void
ent_goals_view_project_changed (EntPage *page)
{
  ent_record_pane_set_project (ENT_GOALS_VIEW (page)->pane, ent_page_get_project (page));
}

static gboolean
ent_goals_view_reveal (EntPage *page, EntRecord *record, int field)
{
  return ent_record_get_kind (record) == ENT_KIND_GOAL
         && ent_record_pane_reveal (ENT_GOALS_VIEW (page)->pane, record, field);
}

static void
ent_goals_view_add_record (EntPage *page)
{
  ent_record_pane_focus_add (ENT_GOALS_VIEW (page)->pane);
}

static gboolean
ent_goals_view_focus_content (EntPage *page)
{
  return ent_record_pane_focus_list (ENT_GOALS_VIEW (page)->pane);
}

static void
ent_goals_view_class_init (EntGoalsViewClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  page_class->project_changed = ent_goals_view_project_changed;
  page_class->reveal = ent_goals_view_reveal;
  page_class->add_record = ent_goals_view_add_record;
  page_class->focus_content = ent_goals_view_focus_content;
}

static void
ent_goals_view_init (EntGoalsView *self)
{
  self->pane = g_object_new (ENT_TYPE_RECORD_PANE, NULL);
  ent_record_pane_set_spec (self->pane, &list_spec, &empty);
  ent_record_pane_add_form (self->pane, sections);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));
}
