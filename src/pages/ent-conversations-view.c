/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ranked list. It shows the first few dozen: of a thousand goals nobody talks about the last ones
 * first. */
#include "config.h"

#include "pages/ent-conversations-view.h"

#include "analysis/ent-conversations.h"
#include "pages/ent-as-of-button.h"
#include "pages/ent-conversation-row.h"
#include "pages/ent-page-analysis.h"

#define N_AT_ONCE 30

struct _EntConversationsView {
  EntPage parent_instance;

  EntAlignment *alignment;
  EntConversations *conversations;
  GtkSliceListModel *first;

  GtkStack *stack;
  EntAsOfButton *as_of;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (EntConversationsView, ent_conversations_view, ENT_TYPE_PAGE)

static guint
count (EntConversationsView *self)
{
  return self->conversations != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->conversations))
                                     : 0;
}

/* Where nobody has said anything yet, that nothing divides them says nothing. */
static const char *
choose_page (EntConversationsView *self)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));

  if (count (self) > 0)
    return "some";
  if (project == NULL || ent_project_get_n_records (project, ENT_KIND_POSITION) == 0)
    return "unasked";

  return "none";
}

static void
update (EntConversationsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  gtk_widget_set_visible (self->more, count (self) > gtk_slice_list_model_get_size (self->first));
}

static void
on_more_clicked (EntConversationsView *self)
{
  gtk_slice_list_model_set_size (self->first,
                                 gtk_slice_list_model_get_size (self->first) + N_AT_ONCE);
  update (self);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return ent_conversation_row_new (item);
}

static void
unset (EntConversationsView *self)
{
  if (self->conversations != NULL)
    g_signal_handlers_disconnect_by_func (self->conversations, update, self);
  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_func (self->alignment, update, self);
  gtk_slice_list_model_set_model (self->first, NULL);
  ent_as_of_button_set_alignment (self->as_of, NULL);
  g_clear_object (&self->conversations);
  g_clear_object (&self->alignment);
}

static void
ent_conversations_view_project_changed (EntPage *page)
{
  EntConversationsView *self = ENT_CONVERSATIONS_VIEW (page);
  EntProject *project = ent_page_get_project (page);

  unset (self);
  if (project != NULL)
    {
      self->alignment = ent_page_analysis_dup_alignment (project);
      self->conversations = ent_conversations_new (self->alignment);
      g_signal_connect_object (self->alignment, "changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->conversations, "items-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      gtk_slice_list_model_set_size (self->first, N_AT_ONCE);
      gtk_slice_list_model_set_model (self->first, G_LIST_MODEL (self->conversations));
      ent_as_of_button_set_alignment (self->as_of, self->alignment);
    }
  update (self);
}

static gboolean
ent_conversations_view_focus_content (EntPage *page)
{
  EntConversationsView *self = ENT_CONVERSATIONS_VIEW (page);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  return row != NULL && gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
ent_conversations_view_dispose (GObject *object)
{
  EntConversationsView *self = ENT_CONVERSATIONS_VIEW (object);

  if (self->first != NULL)
    unset (self);
  g_clear_object (&self->first);

  G_OBJECT_CLASS (ent_conversations_view_parent_class)->dispose (object);
}

static void
ent_conversations_view_class_init (EntConversationsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_conversations_view_dispose;
  page_class->project_changed = ent_conversations_view_project_changed;
  page_class->focus_content = ent_conversations_view_focus_content;

  g_type_ensure (ENT_TYPE_AS_OF_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-conversations-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntConversationsView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntConversationsView, as_of);
  gtk_widget_class_bind_template_child (widget_class, EntConversationsView, list);
  gtk_widget_class_bind_template_child (widget_class, EntConversationsView, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
ent_conversations_view_init (EntConversationsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->first = gtk_slice_list_model_new (NULL, 0, N_AT_ONCE);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->first), create_row, NULL, NULL);
}
