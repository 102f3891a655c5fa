/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix follows the alignment that all views of the project share. Values are typed into its
 * cells; Enter or a double click shows a cell's history and takes a reason. */
#include "config.h"

#include "pages/ent-alignment-view.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-arrange-popover.h"
#include "pages/ent-compat.h"
#include "pages/ent-as-of-button.h"
#include "pages/ent-position-popover.h"
#include "pages/ent-page-analysis.h"
#include "widgets/ent-matrix.h"

struct _EntAlignmentView {
  EntPage parent_instance;

  EntAlignment *alignment;
  EntPositionMatrix *model;
  GtkWidget *popover;

  GtkStack *stack;
  EntAddEntry *first_goal;
  EntAddEntry *first_partner;
  EntAsOfButton *as_of;
  GtkMenuButton *arrange_button;
  EntArrangePopover *arrange;
  GtkLabel *hint;
  GtkStack *filtered;
  EntMatrix *matrix;
};

G_DEFINE_FINAL_TYPE (EntAlignmentView, ent_alignment_view, ENT_TYPE_PAGE)

/* --- What is shown --------------------------------------------------------------------------- */

static const char *
choose_page (EntAlignmentView *self)
{
  if (self->alignment == NULL || ent_alignment_get_n_goals (self->alignment) == 0)
    return "no-goals";

  return ent_alignment_get_n_partners (self->alignment) == 0 ? "no-partners" : "matrix";
}

static void
update_hint (EntAlignmentView *self)
{
  gboolean today = self->alignment == NULL || ent_alignment_is_today (self->alignment);

  gtk_label_set_text (self->hint, today
    ? _("−4 against … +4 for · a corner: there is a reason")
    : _("▲ ▼ what rose or fell since · ● what was said since"));
}

static void
update (EntAlignmentView *self)
{
  EntMatrixModel *model = ENT_MATRIX_MODEL (self->model);
  gboolean any = model != NULL && ent_matrix_model_get_n_rows (model) > 0
    && ent_matrix_model_get_n_columns (model) > 0;

  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  gtk_stack_set_visible_child_name (self->filtered, any ? "some" : "none");
  update_hint (self);
}

static void
show_all (EntAlignmentView *self)
{
  const EntPositionView all = ENT_POSITION_VIEW_INIT;

  ent_position_matrix_set_view (self->model, &all);
}

static void
on_show_all_clicked (EntAlignmentView *self)
{
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

/* --- First steps ----------------------------------------------------------------------------- */

static gboolean
add_first (EntAlignmentView *self, EntKind kind, const char *title, GError **error)
{
  EntProject *project = ent_page_get_project (ENT_PAGE (self));
  g_autoptr(EntRecord) record = ent_record_new (kind);

  ent_record_set_string (record, 0, title);
  if (project == NULL || !ent_project_append (project, record, error))
    return FALSE;

  ent_page_focus_content (ENT_PAGE (self));
  return TRUE;
}

static gboolean
on_first_goal (EntAlignmentView *self, const char *title, GError **error)
{
  return add_first (self, ENT_KIND_GOAL, title, error);
}

static gboolean
on_first_partner (EntAlignmentView *self, const char *title, GError **error)
{
  return add_first (self, ENT_KIND_PARTNER, title, error);
}

/* --- The matrix ------------------------------------------------------------------------------ */

static void
on_popover_closed (EntAlignmentView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

static void
ensure_popover (EntAlignmentView *self)
{
  if (self->popover != NULL)
    return;

  self->popover = ent_position_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
}

/* Totals have no history; for them the matrix opens its own menu. */
static gboolean
on_open_cell (EntAlignmentView *self, guint row, guint column)
{
  int goal = ent_position_matrix_get_goal (self->model, row);
  int partner = ent_position_matrix_get_partner (self->model, column);
  GdkRectangle area;
  graphene_point_t place;

  if (goal < 0 || partner < 0)
    return FALSE;

  ensure_popover (self);
  ent_matrix_get_cell_area (self->matrix, row, column, &area);
  if (gtk_widget_compute_point (GTK_WIDGET (self->matrix), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y), &place))
    {
      area.x = (int) place.x;
      area.y = (int) place.y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  ent_position_popover_set_cell (ENT_POSITION_POPOVER (self->popover), self->alignment,
                                 (guint) goal, (guint) partner);
  gtk_popover_popup (GTK_POPOVER (self->popover));

  return TRUE;
}

static void
on_row_activated (EntAlignmentView *self, guint row)
{
  int goal = ent_position_matrix_get_goal (self->model, row);

  if (goal >= 0)
    ent_page_request_reveal (ENT_PAGE (self),
                             ent_alignment_get_goal (self->alignment, (guint) goal), -1);
}

static void
on_column_activated (EntAlignmentView *self, guint column)
{
  int partner = ent_position_matrix_get_partner (self->model, column);

  if (partner >= 0)
    ent_page_request_reveal (ENT_PAGE (self),
                             ent_alignment_get_partner (self->alignment, (guint) partner), -1);
}

static void
on_remove_rows (EntAlignmentView *self, guint row, guint n_rows)
{
  g_autoptr(GPtrArray) goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = row; i < row + n_rows; i++)
    {
      int goal = ent_position_matrix_get_goal (self->model, i);

      if (goal >= 0)
        g_ptr_array_add (goals, g_object_ref (ent_alignment_get_goal (self->alignment,
                                                                      (guint) goal)));
    }
  if (goals->len > 0)
    ent_page_delete_records (ENT_PAGE (self), (EntRecord *const *) goals->pdata, goals->len);
}

static void
on_problem (EntAlignmentView *self, const char *message)
{
  ent_page_show_message (ENT_PAGE (self), message);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
unset_alignment (EntAlignmentView *self)
{
  ent_matrix_set_model (self->matrix, NULL);
  ent_as_of_button_set_alignment (self->as_of, NULL);
  ent_arrange_popover_set_matrix (self->arrange, NULL);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  g_clear_object (&self->model);
  g_clear_object (&self->alignment);
}

static void
ent_alignment_view_project_changed (EntPage *page)
{
  EntAlignmentView *self = ENT_ALIGNMENT_VIEW (page);
  EntProject *project = ent_page_get_project (page);

  unset_alignment (self);
  if (project != NULL)
    {
      self->alignment = ent_page_analysis_dup_alignment (project);
      self->model = ent_position_matrix_new (self->alignment);
      g_signal_connect_object (self->model, "layout-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      ent_as_of_button_set_alignment (self->as_of, self->alignment);
      ent_arrange_popover_set_matrix (self->arrange, self->model);
      ent_matrix_set_model (self->matrix, ENT_MATRIX_MODEL (self->model));
    }
  update (self);
}

static gboolean
find_cell (EntAlignmentView *self, EntRecord *position, int *row, int *column)
{
  *row = ent_position_matrix_find_row (self->model,
                                       ent_record_get_ref (position, ENT_POSITION_GOAL));
  *column = ent_position_matrix_find_column (self->model,
                                             ent_record_get_ref (position, ENT_POSITION_PARTNER));

  return *row >= 0 && *column >= 0;
}

/* Whether goal and partner take part, though filters may hide them. */
static gboolean
has_cell (EntAlignmentView *self, EntRecord *position)
{
  return ent_alignment_find_goal (self->alignment,
                                  ent_record_get_ref (position, ENT_POSITION_GOAL)) >= 0
    && ent_alignment_find_partner (self->alignment,
                                   ent_record_get_ref (position, ENT_POSITION_PARTNER)) >= 0;
}

/* What was said before, or later than the day looked at, stands in the history of the cell only. */
static gboolean
is_in_force (EntAlignmentView *self, EntRecord *position)
{
  EntRecord *goal = ent_record_get_ref (position, ENT_POSITION_GOAL);
  EntRecord *partner = ent_record_get_ref (position, ENT_POSITION_PARTNER);

  return ent_alignment_get_position (self->alignment,
                                     (guint) ent_alignment_find_goal (self->alignment, goal),
                                     (guint) ent_alignment_find_partner (self->alignment, partner))
         == position;
}

static gboolean
ent_alignment_view_reveal (EntPage *page, EntRecord *record, int field)
{
  EntAlignmentView *self = ENT_ALIGNMENT_VIEW (page);
  int row, column;

  if (ent_record_get_kind (record) != ENT_KIND_POSITION || self->model == NULL
      || !has_cell (self, record))
    return FALSE;

  if (!find_cell (self, record, &row, &column))
    {
      show_all (self);
      find_cell (self, record, &row, &column);
      ent_page_show_message (page, _("Filters are off now, to show the position."));
    }
  ent_matrix_reveal (self->matrix, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  if (!is_in_force (self, record))
    on_open_cell (self, (guint) row, (guint) column);
  return TRUE;
}

static gboolean
ent_alignment_view_commit_edits (EntPage *page)
{
  EntAlignmentView *self = ENT_ALIGNMENT_VIEW (page);

  ent_add_entry_commit (self->first_goal);
  ent_add_entry_commit (self->first_partner);

  return ent_matrix_commit_edit (self->matrix);
}

static void
ent_alignment_view_add_record (EntPage *page)
{
  EntAlignmentView *self = ENT_ALIGNMENT_VIEW (page);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (shown, "no-goals"))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_goal));
  else if (g_str_equal (shown, "no-partners"))
    gtk_widget_grab_focus (GTK_WIDGET (self->first_partner));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
}

static gboolean
ent_alignment_view_focus_content (EntPage *page)
{
  EntAlignmentView *self = ENT_ALIGNMENT_VIEW (page);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "matrix"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->matrix));

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
ent_alignment_view_dispose (GObject *object)
{
  EntAlignmentView *self = ENT_ALIGNMENT_VIEW (object);

  if (self->matrix != NULL)
    unset_alignment (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (ent_alignment_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-alignment-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, first_goal);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, first_partner);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, as_of);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, arrange);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, hint);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, filtered);
  gtk_widget_class_bind_template_child (widget_class, EntAlignmentView, matrix);
  gtk_widget_class_bind_template_callback (widget_class, on_column_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_first_goal);
  gtk_widget_class_bind_template_callback (widget_class, on_first_partner);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cell);
  gtk_widget_class_bind_template_callback (widget_class, on_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
}

static void
ent_alignment_view_class_init (EntAlignmentViewClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_alignment_view_dispose;
  page_class->project_changed = ent_alignment_view_project_changed;
  page_class->reveal = ent_alignment_view_reveal;
  page_class->commit_edits = ent_alignment_view_commit_edits;
  page_class->add_record = ent_alignment_view_add_record;
  page_class->focus_content = ent_alignment_view_focus_content;

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  g_type_ensure (ENT_TYPE_ARRANGE_POPOVER);
  g_type_ensure (ENT_TYPE_AS_OF_BUTTON);
  g_type_ensure (ENT_TYPE_MATRIX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ent_alignment_view_init (EntAlignmentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ent_add_entry_set_prompt (self->first_goal, _("The first goal"));
  ent_add_entry_set_prompt (self->first_partner, _("The first partner"));
  ent_matrix_set_label (self->matrix, _("Alignment matrix"));
  ent_compat_set_label (GTK_WIDGET (self->arrange_button), _("Arrange"));
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->matrix,
                          "high-contrast", G_BINDING_SYNC_CREATE);
}
