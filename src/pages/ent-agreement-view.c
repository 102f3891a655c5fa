/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture is a matrix, so it goes by keyboard and reads out; the cell in hand is the pair
 * beside it. */
#include "config.h"

#include "pages/ent-agreement-view.h"

#include <glib/gi18n.h>

#include "pages/ent-as-of-button.h"
#include "pages/ent-compat.h"
#include "pages/ent-pair-agreement.h"
#include "pages/ent-page-analysis.h"
#include "render/ent-agreement-matrix.h"
#include "widgets/ent-matrix.h"

struct _EntAgreementView {
  EntPage parent_instance;

  EntAlignment *alignment;
  EntAgreementMatrix *model;

  GtkStack *stack;
  AdwFlap *flap;
  EntAsOfButton *as_of;
  GtkToggleButton *valued;
  EntMatrix *matrix;
  EntPairAgreement *pair;
};

G_DEFINE_FINAL_TYPE (EntAgreementView, ent_agreement_view, ENT_TYPE_PAGE)

static EntRecord *
get_partner (EntAgreementView *self, int index)
{
  int partner = index >= 0 ? ent_agreement_matrix_get_partner (self->model, (guint) index) : -1;

  return partner >= 0 ? ent_alignment_get_partner (self->alignment, (guint) partner) : NULL;
}

static void
show_pair (EntAgreementView *self, int row, int column)
{
  if (self->model != NULL)
    ent_pair_agreement_set_pair (self->pair, get_partner (self, row), get_partner (self, column));
}

static void
on_focus_moved (EntAgreementView *self, int row, int column)
{
  show_pair (self, row, column);
}

static gboolean
on_open_cell (EntAgreementView *self, guint row, guint column)
{
  show_pair (self, (int) row, (int) column);
  adw_flap_set_reveal_flap (self->flap, TRUE);

  return TRUE;
}

static void
on_partner_activated (EntAgreementView *self, guint index)
{
  EntRecord *partner = get_partner (self, (int) index);

  if (partner != NULL)
    ent_page_request_reveal (ENT_PAGE (self), partner, -1);
}

static void
on_valued_toggled (EntAgreementView *self)
{
  gboolean valued = gtk_toggle_button_get_active (self->valued);

  ent_pair_agreement_set_valued (self->pair, valued);
  if (self->model != NULL)
    ent_agreement_matrix_set_valued (self->model, valued);
}

static void
update (EntAgreementView *self)
{
  gboolean any = self->model != NULL
    && ent_matrix_model_get_n_rows (ENT_MATRIX_MODEL (self->model)) > 1;
  int row, column;

  gtk_stack_set_visible_child_name (self->stack, any ? "some" : "none");
  ent_matrix_get_focus_cell (self->matrix, &row, &column);
  show_pair (self, row, column);
}

static void
unset (EntAgreementView *self)
{
  ent_matrix_set_model (self->matrix, NULL);
  ent_as_of_button_set_alignment (self->as_of, NULL);
  ent_pair_agreement_set_alignment (self->pair, NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  g_clear_object (&self->model);
  g_clear_object (&self->alignment);
}

static void
ent_agreement_view_project_changed (EntPage *page)
{
  EntAgreementView *self = ENT_AGREEMENT_VIEW (page);
  EntProject *project = ent_page_get_project (page);

  unset (self);
  if (project != NULL)
    {
      self->alignment = ent_page_analysis_dup_alignment (project);
      self->model = ent_agreement_matrix_new (self->alignment);
      ent_agreement_matrix_set_valued (self->model, gtk_toggle_button_get_active (self->valued));
      ent_as_of_button_set_alignment (self->as_of, self->alignment);
      ent_pair_agreement_set_alignment (self->pair, self->alignment);
      ent_matrix_set_model (self->matrix, ENT_MATRIX_MODEL (self->model));
      g_signal_connect_object (self->model, "layout-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

static gboolean
ent_agreement_view_focus_content (EntPage *page)
{
  EntAgreementView *self = ENT_AGREEMENT_VIEW (page);

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "some")
    && gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

static void
ent_agreement_view_dispose (GObject *object)
{
  EntAgreementView *self = ENT_AGREEMENT_VIEW (object);

  if (self->matrix != NULL)
    unset (self);

  G_OBJECT_CLASS (ent_agreement_view_parent_class)->dispose (object);
}

static void
ent_agreement_view_class_init (EntAgreementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_agreement_view_dispose;
  page_class->project_changed = ent_agreement_view_project_changed;
  page_class->focus_content = ent_agreement_view_focus_content;

  g_type_ensure (ENT_TYPE_AS_OF_BUTTON);
  g_type_ensure (ENT_TYPE_MATRIX);
  g_type_ensure (ENT_TYPE_PAIR_AGREEMENT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-agreement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAgreementView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementView, flap);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementView, as_of);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementView, valued);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementView, matrix);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementView, pair);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cell);
  gtk_widget_class_bind_template_callback (widget_class, on_partner_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_valued_toggled);
}

static void
ent_agreement_view_init (EntAgreementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ent_compat_settle_fold (GTK_WIDGET (self->flap));
  ent_matrix_set_label (self->matrix, _("Agreement of partners"));
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->matrix,
                          "high-contrast", G_BINDING_SYNC_CREATE);
}
