/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages with several views have in common. Each view is a page of its own, to which this one
 * passes on what the window asks. */
#include "config.h"

#include "pages/ent-views-page.h"

#include <glib/gi18n.h>

#include "pages/ent-view-keys.h"

typedef struct {
  AdwViewStack *views;
  GPtrArray *pages; /* (element-type EntPage): those in the stack */
} EntViewsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntViewsPage, ent_views_page, ENT_TYPE_PAGE)

static EntViewsPagePrivate *
get_private (gpointer self)
{
  return ent_views_page_get_instance_private (self);
}

static EntPage *
get_shown (EntViewsPage *self)
{
  return ENT_PAGE (adw_view_stack_get_visible_child (get_private (self)->views));
}

/* A view gets the project when somebody first looks at it, and keeps it. */
static void
on_shown (EntViewsPage *self)
{
  EntPage *view = get_shown (self);

  if (view != NULL)
    ent_page_set_project (view, ent_page_get_project (ENT_PAGE (self)));
}

static void
on_deleted (EntViewsPage *self, const char *label)
{
  g_signal_emit_by_name (self, "deleted", label);
}

static void
ent_views_page_project_changed (EntPage *page)
{
  GPtrArray *pages = get_private (page)->pages;

  for (guint i = 0; i < pages->len; i++)
    ent_page_set_project (g_ptr_array_index (pages, i), NULL);
  on_shown (ENT_VIEWS_PAGE (page));
}

/* Where a record stands in several views, the first is where it is edited. */
static gboolean
ent_views_page_reveal (EntPage *page, EntRecord *record, int field)
{
  EntViewsPagePrivate *priv = get_private (page);

  for (guint i = 0; i < priv->pages->len; i++)
    {
      EntPage *view = g_ptr_array_index (priv->pages, i);

      ent_page_set_project (view, ent_page_get_project (page));
      if (!ent_page_reveal (view, record, field))
        continue;

      adw_view_stack_set_visible_child (priv->views, GTK_WIDGET (view));
      return TRUE;
    }

  return FALSE;
}

static gboolean
ent_views_page_commit_edits (EntPage *page)
{
  EntViewsPagePrivate *priv = get_private (page);

  for (guint i = 0; i < priv->pages->len; i++)
    if (!ent_page_commit_edits (g_ptr_array_index (priv->pages, i)))
      {
        adw_view_stack_set_visible_child (priv->views, g_ptr_array_index (priv->pages, i));
        return FALSE;
      }

  return TRUE;
}

static void
ent_views_page_add_record (EntPage *page)
{
  ent_page_add_record (get_shown (ENT_VIEWS_PAGE (page)));
}

static gboolean
ent_views_page_focus_content (EntPage *page)
{
  return ent_page_focus_content (get_shown (ENT_VIEWS_PAGE (page)));
}

/* A view that has nothing to show leads to the one where that is entered. */
static void
on_show_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (get_private (widget)->views,
                                         g_variant_get_string (parameter, NULL));
  ent_page_focus_content (ENT_PAGE (widget));
}

static void
ent_views_page_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (object)->pages);

  G_OBJECT_CLASS (ent_views_page_parent_class)->finalize (object);
}

static void
ent_views_page_class_init (EntViewsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_views_page_finalize;
  page_class->project_changed = ent_views_page_project_changed;
  page_class->reveal = ent_views_page_reveal;
  page_class->commit_edits = ent_views_page_commit_edits;
  page_class->add_record = ent_views_page_add_record;
  page_class->focus_content = ent_views_page_focus_content;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-views-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, EntViewsPage, views);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_install_action (widget_class, "views.show", "s", on_show_view);
}

static void
ent_views_page_init (EntViewsPage *self)
{
  get_private (self)->pages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_view_keys_add (ENT_PAGE (self), get_private (self)->views);
}

static void
add_view (EntViewsPage *self, const EntViewInfo *info)
{
  EntViewsPagePrivate *priv = get_private (self);
  GtkWidget *view = g_object_new (info->get_type (), NULL);
  AdwViewStackPage *page;

  g_ptr_array_add (priv->pages, view);
  page = adw_view_stack_add_titled (priv->views, view, info->name, _(info->title));
  adw_view_stack_page_set_icon_name (page, info->icon_name);
  g_object_bind_property (self, "folded", view, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "deleted", G_CALLBACK (on_deleted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "message", G_CALLBACK (ent_page_show_message), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "reveal-record", G_CALLBACK (ent_page_request_reveal), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_views_page_add_views:
 * @self: a page that is just being made
 * @infos: (array length=n_infos): its views, in the order of the tabs
 * @n_infos: how many
 *
 * Gives the page its views.
 */
void
ent_views_page_add_views (EntViewsPage *self, const EntViewInfo *infos, guint n_infos)
{
  g_return_if_fail (ENT_IS_VIEWS_PAGE (self));
  g_return_if_fail (infos != NULL);

  for (guint i = 0; i < n_infos; i++)
    add_view (self, &infos[i]);
}
