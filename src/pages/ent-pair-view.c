/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two drop-downs choose the partners; each side lists one direction. */
#include "config.h"

#include "pages/ent-pair-view.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-pair-side.h"
#include "pages/ent-ref-model.h"

struct _EntPairView {
  AdwBin parent_instance;

  EntProject *project;
  GSignalGroup *project_signals;
  gboolean holds;

  GtkStack *stack;
  GtkDropDown *first;
  GtkDropDown *second;
  EntPairSide *left;
  EntPairSide *right;
};

/* Characters of a partner that a drop-down grows to. */
#define TITLE_CHARS 40

G_DEFINE_FINAL_TYPE (EntPairView, ent_pair_view, ADW_TYPE_BIN)

static EntRecord *
get_partner (GtkDropDown *drop_down)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  return ENT_IS_RECORD (item) && ent_record_get_project (item) != NULL ? item : NULL;
}

static void
update (EntPairView *self)
{
  EntRecord *first = get_partner (self->first);
  EntRecord *second = get_partner (self->second);
  gboolean same = first == second;
  gboolean enough =
    self->project != NULL && ent_project_get_n_records (self->project, ENT_KIND_PARTNER) > 1;

  if (self->holds)
    return;

  gtk_stack_set_visible_child_name (self->stack, !enough ? "alone" : same ? "same" : "pair");
  ent_pair_side_set_partners (self->left, same ? NULL : first, same ? NULL : second);
  ent_pair_side_set_partners (self->right, same ? NULL : second, same ? NULL : first);
}

static void
on_committed (EntPairView *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_EXPECTATION)
      || ent_change_set_touches (set, ENT_KIND_PARTNER))
    update (self);
}

static void
on_swap_clicked (EntPairView *self)
{
  guint first = gtk_drop_down_get_selected (self->first);

  self->holds = TRUE;
  gtk_drop_down_set_selected (self->first, gtk_drop_down_get_selected (self->second));
  gtk_drop_down_set_selected (self->second, first);
  self->holds = FALSE;
  update (self);
}

static void
ent_pair_view_dispose (GObject *object)
{
  EntPairView *self = ENT_PAIR_VIEW (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_pair_view_parent_class)->dispose (object);
}

static void
ent_pair_view_class_init (EntPairViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pair_view_dispose;

  g_type_ensure (ENT_TYPE_PAIR_SIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-pair-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPairView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPairView, first);
  gtk_widget_class_bind_template_child (widget_class, EntPairView, second);
  gtk_widget_class_bind_template_child (widget_class, EntPairView, left);
  gtk_widget_class_bind_template_child (widget_class, EntPairView, right);
  gtk_widget_class_bind_template_callback (widget_class, on_swap_clicked);
}

static void
init_drop_down (EntPairView *self, GtkDropDown *drop_down, const char *label)
{
  ent_ref_model_set_up (drop_down, TITLE_CHARS);
  ent_compat_set_label (GTK_WIDGET (drop_down), label);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
ent_pair_view_init (EntPairView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_guard_flow_boxes (GTK_WIDGET (self));
  init_drop_down (self, self->first, _("One partner"));
  init_drop_down (self, self->second, _("The other partner"));

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_pair_view_set_project:
 * @self: a view
 * @project: (nullable): where partners and expectations are
 */
void
ent_pair_view_set_project (EntPairView *self, EntProject *project)
{
  g_autoptr(GListModel) first = NULL;
  g_autoptr(GListModel) second = NULL;

  g_return_if_fail (ENT_IS_PAIR_VIEW (self));

  if (!g_set_object (&self->project, project))
    return;

  first = ent_ref_model_new (project, ENT_KIND_PARTNER, NULL);
  second = ent_ref_model_new (project, ENT_KIND_PARTNER, NULL);
  self->holds = TRUE;
  gtk_drop_down_set_model (self->first, first);
  gtk_drop_down_set_model (self->second, second);
  if (g_list_model_get_n_items (second) > 1)
    gtk_drop_down_set_selected (self->second, 1);
  self->holds = FALSE;

  g_signal_group_set_target (self->project_signals, project);
  update (self);
}
