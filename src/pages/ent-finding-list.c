/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each finding is an icon, how pressing it is in a word, what is the matter, and what to do. */
#include "config.h"

#include "pages/ent-finding-list.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-seen-list.h"
#include "pages/ent-text.h"

struct _EntFindingList {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *view;
  GListModel *model;
  EntSeenList *seen;
};

G_DEFINE_FINAL_TYPE (EntFindingList, ent_finding_list, ADW_TYPE_BIN)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_icon_name (EntFindingSeverity severity)
{
  switch (severity)
    {
    case ENT_FINDING_ACT_NOW:
      return "dialog-error-symbolic";
    case ENT_FINDING_LOOK_INTO:
      return "dialog-question-symbolic";
    case ENT_FINDING_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static GtkWidget *
add_label (GtkGrid *row, int line, const char *name, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (row, label, 1, line, 1, 1);
  g_object_set_data (G_OBJECT (row), name, label);

  return label;
}

/* A grid, not boxes: a box in a row asks each label how wide it is for a height, and a label that wraps
 * tries width after width to find out, which was half of the work of opening a project. */
static void
on_setup (EntFindingList *self, GtkListItem *item)
{
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *icon = gtk_image_new ();

  gtk_grid_set_column_spacing (GTK_GRID (row), 12);
  gtk_grid_set_row_spacing (GTK_GRID (row), 3);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 3);
  gtk_grid_attach (GTK_GRID (row), icon, 0, 0, 1, 3);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  add_label (GTK_GRID (row), 0, "word", "caption-heading");
  add_label (GTK_GRID (row), 1, "text", NULL);
  gtk_widget_add_css_class (add_label (GTK_GRID (row), 2, "advice", "caption"), "dim-label");
  gtk_list_item_set_child (item, row);
}

static void
set_line (GtkWidget *row, const char *name, const char *text)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (row), name);
  g_autofree char *line = ent_text_shorten (text);

  if (!g_str_equal (line, gtk_label_get_text (label)))
    gtk_label_set_text (label, line);
}

static void
set_icon (GtkWidget *row, EntFindingSeverity severity)
{
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  const char *name = get_icon_name (severity);

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (icon)), name) == 0)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), name);
  if (severity == ENT_FINDING_ACT_NOW)
    gtk_widget_add_css_class (icon, "error");
  else
    gtk_widget_remove_css_class (icon, "error");
}

static void
update_row (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  EntFinding *finding = gtk_list_item_get_item (item);
  EntFindingSeverity severity = ent_finding_get_severity (finding);

  set_icon (row, severity);
  set_line (row, "word", ent_finding_severity_get_label (severity));
  set_line (row, "text", ent_finding_get_text (finding));
  set_line (row, "advice", ent_finding_get_advice (finding));
}

/* GTK binds a row anew whenever its place in the list changes, which is all rows below a new one:
 * what stays the same must cost nothing. */
static void
on_bind (EntFindingList *self, GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify", G_CALLBACK (update_row), item,
                           G_CONNECT_SWAPPED);
  update_row (item);
}

static void
on_unbind (EntFindingList *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_row, item);
}

static void
on_activate (EntFindingList *self, guint position)
{
  g_autoptr(EntFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->seen), position);

  if (finding != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, finding);
}

static void
update_stack (EntFindingList *self)
{
  gboolean none = self->model == NULL || g_list_model_get_n_items (self->model) == 0;

  gtk_stack_set_visible_child_name (self->stack, none ? "none" : "list");
}

/* The list holds on to what it shows. That is right in the middle of it; at its beginning it would
 * hide what is more pressing than anything so far. */
static void
stay_at_start (EntFindingList *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL && gtk_adjustment_get_value (adjustment) < 1.0
      && g_list_model_get_n_items (G_LIST_MODEL (self->seen)) > 0)
    ent_compat_scroll_to (GTK_WIDGET (self->view), 0);
}

static void
ent_finding_list_map (GtkWidget *widget)
{
  ent_seen_list_set_still (ENT_FINDING_LIST (widget)->seen, FALSE);

  GTK_WIDGET_CLASS (ent_finding_list_parent_class)->map (widget);
}

/* On a page behind another one nobody needs to see findings come and go. */
static void
ent_finding_list_unmap (GtkWidget *widget)
{
  EntFindingList *self = ENT_FINDING_LIST (widget);

  GTK_WIDGET_CLASS (ent_finding_list_parent_class)->unmap (widget);

  if (self->seen != NULL)
    ent_seen_list_set_still (self->seen, TRUE);
}

static void
ent_finding_list_dispose (GObject *object)
{
  EntFindingList *self = ENT_FINDING_LIST (object);

  ent_finding_list_set_model (self, NULL);
  g_clear_object (&self->seen);

  G_OBJECT_CLASS (ent_finding_list_parent_class)->dispose (object);
}

static void
ent_finding_list_class_init (EntFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_finding_list_dispose;
  widget_class->map = ent_finding_list_map;
  widget_class->unmap = ent_finding_list_unmap;

  /**
   * EntFindingList::activated:
   * @finding: what somebody wants to be led to
   */
  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_FINDING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFindingList, stack);
  gtk_widget_class_bind_template_child (widget_class, EntFindingList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ent_finding_list_init (EntFindingList *self)
{
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_set_label (GTK_WIDGET (self->view), _("Findings"));

  self->seen = ent_seen_list_new (NULL);
  ent_seen_list_set_still (self->seen, TRUE);
  ent_seen_list_follow (self->seen, GTK_WIDGET (self->view));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->seen)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection); /* the view has it */

  /* After the view, so that it knows the items. */
  g_signal_connect_object (self->seen, "items-changed", G_CALLBACK (stay_at_start), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_finding_list_set_model:
 * @self: a list
 * @findings: (nullable) (element-type EntFinding): what to show
 */
void
ent_finding_list_set_model (EntFindingList *self, GListModel *findings)
{
  g_return_if_fail (ENT_IS_FINDING_LIST (self));
  g_return_if_fail (findings == NULL || G_IS_LIST_MODEL (findings));

  if (self->model == findings)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update_stack, self);
  g_set_object (&self->model, findings);
  if (findings != NULL)
    g_signal_connect_object (findings, "items-changed", G_CALLBACK (update_stack), self,
                             G_CONNECT_SWAPPED);
  ent_seen_list_set_model (self->seen, findings);
  update_stack (self);
}
