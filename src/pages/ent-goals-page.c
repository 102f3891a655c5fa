/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several views of the same goals. Each is a page of its own, to which this one passes on what the
 * window asks. To add a view, write its type and add a row to the table. */
#include "config.h"

#include "pages/ent-goals-page.h"

#include <glib/gi18n.h>

#include "pages/ent-agreement-view.h"
#include "pages/ent-alignment-view.h"
#include "pages/ent-conversations-view.h"
#include "pages/ent-goals-view.h"
#include "pages/ent-view-keys.h"

struct _EntGoalsPage {
  EntPage parent_instance;

  AdwViewStack *views;
};

G_DEFINE_FINAL_TYPE (EntGoalsPage, ent_goals_page, ENT_TYPE_PAGE)

typedef struct {
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} ViewInfo;

static const ViewInfo view_infos[] = {
  { "goals", N_("Goals"), "view-list-bullet-symbolic", ent_goals_view_get_type },
  { "matrix", N_("Matrix"), "view-grid-symbolic", ent_alignment_view_get_type },
  { "agreement", N_("Agreement"), "system-users-symbolic", ent_agreement_view_get_type },
  { "conversations", N_("Talk About"), "chat-message-new-symbolic",
    ent_conversations_view_get_type },
};

static EntPage *
get_view (EntGoalsPage *self, guint index)
{
  return ENT_PAGE (adw_view_stack_get_child_by_name (self->views, view_infos[index].name));
}

static EntPage *
get_shown (EntGoalsPage *self)
{
  return ENT_PAGE (adw_view_stack_get_visible_child (self->views));
}

/* A view gets the project when somebody first looks at it, and keeps it. */
static void
on_shown (EntGoalsPage *self)
{
  EntPage *view = get_shown (self);

  if (view != NULL)
    ent_page_set_project (view, ent_page_get_project (ENT_PAGE (self)));
}

static void
on_deleted (EntGoalsPage *self, const char *label)
{
  g_signal_emit_by_name (self, "deleted", label);
}

static void
add_view (EntGoalsPage *self, const ViewInfo *info)
{
  GtkWidget *view = g_object_new (info->get_type (), NULL);
  AdwViewStackPage *page =
    adw_view_stack_add_titled (self->views, view, info->name, _(info->title));

  adw_view_stack_page_set_icon_name (page, info->icon_name);
  g_object_bind_property (self, "folded", view, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "deleted", G_CALLBACK (on_deleted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "message", G_CALLBACK (ent_page_show_message), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "reveal-record", G_CALLBACK (ent_page_request_reveal), self,
                           G_CONNECT_SWAPPED);
}

static void
ent_goals_page_project_changed (EntPage *page)
{
  EntGoalsPage *self = ENT_GOALS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    ent_page_set_project (get_view (self, i), NULL);
  on_shown (self);
}

/* Where a record stands in several views, the first in the table is where it is edited. */
static gboolean
ent_goals_page_reveal (EntPage *page, EntRecord *record, int field)
{
  EntGoalsPage *self = ENT_GOALS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    {
      EntPage *view = get_view (self, i);

      ent_page_set_project (view, ent_page_get_project (page));
      if (!ent_page_reveal (view, record, field))
        continue;

      adw_view_stack_set_visible_child (self->views, GTK_WIDGET (view));
      return TRUE;
    }

  return FALSE;
}

static gboolean
ent_goals_page_commit_edits (EntPage *page)
{
  EntGoalsPage *self = ENT_GOALS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    if (!ent_page_commit_edits (get_view (self, i)))
      {
        adw_view_stack_set_visible_child (self->views, GTK_WIDGET (get_view (self, i)));
        return FALSE;
      }

  return TRUE;
}

static void
ent_goals_page_add_record (EntPage *page)
{
  ent_page_add_record (get_shown (ENT_GOALS_PAGE (page)));
}

static gboolean
ent_goals_page_focus_content (EntPage *page)
{
  return ent_page_focus_content (get_shown (ENT_GOALS_PAGE (page)));
}

static void
ent_goals_page_class_init (EntGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  page_class->project_changed = ent_goals_page_project_changed;
  page_class->reveal = ent_goals_page_reveal;
  page_class->commit_edits = ent_goals_page_commit_edits;
  page_class->add_record = ent_goals_page_add_record;
  page_class->focus_content = ent_goals_page_focus_content;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntGoalsPage, views);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
}

static void
ent_goals_page_init (EntGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    add_view (self, &view_infos[i]);
  ent_view_keys_add (ENT_PAGE (self), self->views);
}
