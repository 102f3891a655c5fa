/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left side of a page that is a list and a form. "selected" is the record to show; "open" says
 * that somebody wants to go on to the form.
 *
 * What is selected stays in the list as long as it is selected, also when an edit makes it one that
 * search or filters leave out: a form must not change under the hands of who types in it.
 *
 * What one does to the records, adding, moving and deleting, is in ent-list-pane-edit.c. */
#include "config.h"

#include "pages/ent-list-pane-private.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-list-pane-menu.h"
#include "pages/ent-list-pane-row.h"
#include "pages/ent-list-sort.h"
#include "pages/ent-text.h"

G_DEFINE_FINAL_TYPE (EntListPane, ent_list_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_SELECTED, PROP_SORT, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_searched (EntListPane *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static gboolean
matches_search (EntListPane *self, EntRecord *record)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *whole = NULL;

  if (*text == '\0')
    return TRUE;

  title = ent_text_dup_title (record);
  detail = self->spec->dup_detail (record);
  whole = g_strconcat (title, " ", detail, NULL);

  return g_str_match_string (text, whole, TRUE);
}

/* Whether search and filters leave it in the list. */
gboolean
_ent_list_pane_lets_through (EntListPane *self, EntRecord *record)
{
  return record == self->kept
         || (ent_list_filters_matches (self->filters, record) && matches_search (self, record));
}

static gboolean
filter_record (gpointer item, gpointer data)
{
  return _ent_list_pane_lets_through (data, item);
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  EntListPane *self = data;
  int field = ent_kind_find_field (ent_kind_get_info (self->spec->kind), self->sort);

  if (g_str_equal (self->sort, ENT_LIST_PANE_SORT_COMPARE))
    return gtk_ordering_from_cmpfunc (self->spec->compare ((EntRecord *) a, (EntRecord *) b));
  if (field < 0)
    return GTK_ORDERING_EQUAL;

  return gtk_ordering_from_cmpfunc (
    ent_list_sort_compare ((EntRecord *) a, (EntRecord *) b, (guint) field));
}

static void
on_items_changed (EntListPane *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  guint n_records =
    self->project != NULL ? ent_project_get_n_records (self->project, self->spec->kind) : 0;
  gboolean narrowed = is_searched (self) || ent_list_filters_is_set (self->filters);

  gtk_stack_set_visible_child_name (self->stack,
                                    n_shown == 0 && narrowed ? "no-match" : "list");
  ent_list_filters_set_count (self->filters, n_shown, n_records);
  _ent_list_pane_update_actions (self);
}

/* Somebody narrows the list down, and what does not match is to go. */
static void
on_filter_changed (EntListPane *self)
{
  g_free (self->searched);
  self->searched = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_clear_weak_pointer (&self->kept);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_set_weak_pointer (&self->kept, ent_list_pane_get_selected (self));
  on_items_changed (self);
}

/* A search entry says so late, and also some time after it was made, when nobody searched: no reason to
 * take away a record that only its form still holds in the list. */
static void
on_search_changed (EntListPane *self)
{
  if (g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    on_filter_changed (self);
}

/* Filters that are out of sight are off. */
static void
on_filter_toggled (EntListPane *self)
{
  if (!gtk_toggle_button_get_active (self->filter_button))
    ent_list_filters_clear (self->filters);
}

static void
on_clear_clicked (EntListPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ent_list_filters_clear (self->filters);
  on_filter_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_selected (EntListPane *self)
{
  ent_seen_list_keep (self->seen, ent_list_pane_get_selected (self));
  g_set_weak_pointer (&self->kept, ent_list_pane_get_selected (self));
  _ent_list_pane_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
update_rows (EntListPane *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    ent_list_pane_row_update (g_ptr_array_index (self->rows, i));
}

/* Rows may speak of other records, such as a goal's of its owner. */
static void
on_committed (EntListPane *self, const EntChangeSet *set)
{
  const EntKindInfo *info = ent_kind_get_info (self->spec->kind);
  gboolean touched = FALSE;

  for (guint i = 0; i < info->n_fields && !touched; i++)
    touched = (info->fields[i].type == ENT_FIELD_REF || info->fields[i].type == ENT_FIELD_REFS)
              && ent_change_set_touches (set, (EntKind) info->fields[i].target);

  if (touched)
    update_rows (self);
}

static void
on_activate (EntListPane *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_activate (ENT_LIST_PANE (widget));
}

static void
on_row_destroyed (EntListPane *self, GtkWidget *row)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, row);
}

static void
on_setup (EntListPane *self, GtkListItem *item)
{
  GtkWidget *row = ent_list_pane_row_new ();

  g_signal_connect_object (row, "dropped", G_CALLBACK (_ent_list_pane_drop), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "destroy", G_CALLBACK (on_row_destroyed), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_bind (EntListPane *self, GtkListItem *item)
{
  ent_list_pane_row_set_record (ENT_LIST_PANE_ROW (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_item (item), self->spec);
}

static void
on_unbind (EntListPane *self, GtkListItem *item)
{
  ent_list_pane_row_set_record (ENT_LIST_PANE_ROW (gtk_list_item_get_child (item)), NULL,
                                  self->spec);
}

static void
set_sort (EntListPane *self, const char *sort)
{
  if (g_strcmp0 (self->sort, sort) == 0)
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);
  gtk_sort_list_model_set_sorter (self->sorted, g_str_equal (sort, "own") ? NULL : self->sorter);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  _ent_list_pane_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SORT]);
}

static void
ent_list_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntListPane *self = ENT_LIST_PANE (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, ent_list_pane_get_selected (self));
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_list_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SORT:
      set_sort (ENT_LIST_PANE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_list_pane_dispose (GObject *object)
{
  EntListPane *self = ENT_LIST_PANE (object);

  g_clear_object (&self->tracker);
  g_clear_object (&self->project);
  g_clear_object (&self->sorter);
  g_clear_weak_pointer (&self->kept);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_list_pane_parent_class)->dispose (object);
}

static void
ent_list_pane_finalize (GObject *object)
{
  EntListPane *self = ENT_LIST_PANE (object);

  g_free (self->sort);
  g_free (self->searched);

  G_OBJECT_CLASS (ent_list_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntListPane, search);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, filter_button);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, sort_button);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, filters);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, view);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ent_list_pane_class_init (EntListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_list_pane_get_property;
  object_class->set_property = ent_list_pane_set_property;
  object_class->dispose = ent_list_pane_dispose;
  object_class->finalize = ent_list_pane_finalize;

  props[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, ENT_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL, "own",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * EntListPane::open:
   *
   * Somebody wants to go on to the selected record's form.
   */
  signals[OPEN] = g_signal_new ("open", ENT_TYPE_LIST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  g_type_ensure (ENT_TYPE_LIST_FILTERS);
  gtk_widget_class_install_property_action (widget_class, "list-pane.sort", "sort");
  gtk_widget_class_install_action (widget_class, "list-pane.open", NULL, on_open);
  bind_template (widget_class);
  _ent_list_pane_class_init_editing (widget_class);
}

static void
ent_list_pane_init (EntListPane *self)
{
  GtkFilterListModel *filtered;

  self->sort = g_strdup ("own");
  self->searched = g_strdup ("");
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_record, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_records, self, NULL));
  filtered = gtk_filter_list_model_new (NULL, self->filter);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  self->seen = ent_seen_list_new (G_LIST_MODEL (self->sorted));
  ent_seen_list_follow (self->seen, GTK_WIDGET (self->view));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->seen));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view has it */
  g_object_unref (self->sorted);    /* the list before it has it */
  self->menu = ent_list_pane_menu_attach (self, self->view, self->rows);
}

/**
 * ent_list_pane_new_record:
 * @spec: what a list shows
 * @title: what somebody typed
 *
 * Returns: (transfer full): a new record for the list, in no project yet
 */
EntRecord *
ent_list_pane_new_record (const EntListPaneSpec *spec, const char *title)
{
  EntRecord *record;

  g_return_val_if_fail (spec != NULL && title != NULL, NULL);

  record = ent_record_new (spec->kind);
  ent_record_set_string (record, (guint) ent_record_get_info (record)->title_field, title);
  if (spec->fill != NULL)
    spec->fill (record);

  return record;
}

/**
 * ent_list_pane_set_spec:
 * @self: a list
 * @spec: what it shows; must outlive the list
 *
 * To be called once, before a project is set.
 */
void
ent_list_pane_set_spec (EntListPane *self, const EntListPaneSpec *spec)
{
  g_autoptr(GMenuModel) order = NULL;

  g_return_if_fail (ENT_IS_LIST_PANE (self));
  g_return_if_fail (spec != NULL && self->spec == NULL);

  self->spec = spec;
  self->tracker = ent_compat_track_model (spec->kind, self->filter, self->sorter);
  g_signal_group_connect_swapped (self->tracker, "committed", G_CALLBACK (on_committed), self);

  if (spec->compare != NULL && !spec->own_order_first)
    set_sort (self, ENT_LIST_PANE_SORT_COMPARE);
  order = ent_list_pane_menu_new_order (spec);
  gtk_menu_button_set_menu_model (self->sort_button, order);
  ent_list_filters_set_spec (self->filters, spec->kind, spec->filters, spec->n_filters);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), spec->n_filters > 0);

  g_object_set (self->search, "placeholder-text", _(spec->search), NULL);
  ent_add_entry_set_prompt (self->entry, _(spec->add));
  ent_compat_set_label (GTK_WIDGET (self->search), _(spec->search));
  ent_compat_limit_line (GTK_EDITABLE (self->search));
  ent_compat_set_label (GTK_WIDGET (self->sort_button), _("Sort"));
  ent_compat_set_label (GTK_WIDGET (self->view), ent_kind_get_label (spec->kind, TRUE));
}

/**
 * ent_list_pane_set_project:
 * @self: a list
 * @project: (nullable): where the records are
 */
void
ent_list_pane_set_project (EntListPane *self, EntProject *project)
{
  GtkFilterListModel *filtered;

  g_return_if_fail (ENT_IS_LIST_PANE (self) && self->spec != NULL);

  if (!g_set_object (&self->project, project))
    return;

  g_clear_weak_pointer (&self->kept);
  ent_list_filters_set_project (self->filters, project);
  filtered = GTK_FILTER_LIST_MODEL (gtk_sort_list_model_get_model (self->sorted));
  gtk_filter_list_model_set_model (
    filtered, project ? ent_project_get_list (project, self->spec->kind) : NULL);
  g_signal_group_set_target (self->tracker, project);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), _ent_list_pane_can_edit (self));
  on_items_changed (self);
}

/**
 * ent_list_pane_update:
 * @self: a list
 *
 * Writes, filters and sorts its rows anew, as when figures changed that they speak of and that stand
 * in no record.
 */
void
ent_list_pane_update (EntListPane *self)
{
  g_return_if_fail (ENT_IS_LIST_PANE (self));

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update_rows (self);
}

/**
 * ent_list_pane_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the record that is selected
 */
EntRecord *
ent_list_pane_get_selected (EntListPane *self)
{
  g_return_val_if_fail (ENT_IS_LIST_PANE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * ent_list_pane_select:
 * @self: a list
 * @record: a record
 *
 * Selects a record and scrolls to it; a search and filters that hide it are given up.
 *
 * Returns: whether the record is in the list
 */
gboolean
ent_list_pane_select (EntListPane *self, EntRecord *record)
{
  g_return_val_if_fail (ENT_IS_LIST_PANE (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  if (!_ent_list_pane_lets_through (self, record))
    {
      ent_list_filters_make_way (self->filters, record);
      if (!matches_search (self, record))
        gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_LESS_STRICT);
    }

  ent_seen_list_keep (self->seen, record);
  return ent_compat_select (GTK_WIDGET (self->view), self->selection, record);
}

/**
 * ent_list_pane_focus_list:
 * @self: a list
 *
 * Puts the focus on the selected row, in sight or not; where a search or filters leave no row, into
 * the search. To focus the view would not do: it knows which row had the focus last, not which was
 * selected since.
 *
 * Returns: whether it is there
 */
gboolean
ent_list_pane_focus_list (EntListPane *self)
{
  EntRecord *record;

  g_return_val_if_fail (ENT_IS_LIST_PANE (self), FALSE);

  record = ent_list_pane_get_selected (self);
  if (record == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search));

  ent_compat_scroll_to (GTK_WIDGET (self->view), gtk_single_selection_get_selected (self->selection));
  for (guint i = 0; i < self->rows->len; i++)
    {
      EntListPaneRow *row = g_ptr_array_index (self->rows, i);

      if (ent_list_pane_row_get_record (row) == record)
        return gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
    }

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * ent_list_pane_focus_add:
 * @self: a list
 *
 * Puts the focus where a new record's name is typed.
 */
void
ent_list_pane_focus_add (EntListPane *self)
{
  g_return_if_fail (ENT_IS_LIST_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * ent_list_pane_set_folded:
 * @self: a list
 * @folded: whether the form is not beside the list, so that a click has to lead there
 */
void
ent_list_pane_set_folded (EntListPane *self, gboolean folded)
{
  g_return_if_fail (ENT_IS_LIST_PANE (self));

  gtk_list_view_set_single_click_activate (self->view, folded);
}
