/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left side of a page that is a list and a form. "selected" is the record to show; "open" says
 * that somebody wants to go on to the form. */
#include "config.h"

#include "pages/ent-list-pane.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-compat.h"
#include "pages/ent-page.h"
#include "pages/ent-list-pane-row.h"
#include "pages/ent-text.h"

struct _EntListPane {
  AdwBin parent_instance;

  const EntListPaneSpec *spec;
  EntProject *project;
  char *sort;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  GSignalGroup *tracker;

  GtkSearchEntry *search;
  GtkMenuButton *sort_button;
  GtkStack *stack;
  GtkListView *view;
  EntAddEntry *entry;
};

G_DEFINE_FINAL_TYPE (EntListPane, ent_list_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_SELECTED, PROP_SORT, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
filter_record (gpointer item, gpointer data)
{
  EntListPane *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *whole = NULL;

  if (*text == '\0')
    return TRUE;

  title = ent_text_dup_title (item);
  detail = self->spec->dup_detail (item);
  whole = g_strconcat (title, " ", detail, NULL);

  return g_str_match_string (text, whole, TRUE);
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  EntListPane *self = data;
  const EntKindInfo *info = ent_kind_get_info (self->spec->kind);
  int field = ent_kind_find_field (info, self->sort);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (field < 0)
    return GTK_ORDERING_EQUAL;

  x = ent_record_format ((EntRecord *) a, (guint) field);
  y = ent_record_format ((EntRecord *) b, (guint) field);

  return gtk_ordering_from_cmpfunc (g_utf8_collate (x, y));
}

static gboolean
is_own_order (EntListPane *self)
{
  return g_str_equal (self->sort, "own")
         && *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0';
}

static gboolean
can_edit (EntListPane *self)
{
  return self->project != NULL && !ent_project_is_read_only (self->project);
}

static void
update_stack (EntListPane *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  gtk_stack_set_visible_child_name (self->stack,
                                    shown == 0 && *text != '\0' ? "no-match" : "list");
}

static void
on_search_changed (EntListPane *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
on_selected (EntListPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
on_activate (EntListPane *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static gboolean
on_add (EntListPane *self, const char *title, GError **error)
{
  g_autoptr(EntRecord) record = NULL;

  if (!can_edit (self))
    return FALSE;

  record = ent_record_new (self->spec->kind);
  ent_record_set_string (record, (guint) ent_kind_get_info (self->spec->kind)->title_field, title);
  if (!ent_project_append (self->project, record, error))
    return FALSE;

  ent_list_pane_select (self, record);
  return TRUE;
}

static gboolean
on_delete_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntListPane *self = ENT_LIST_PANE (gtk_widget_get_ancestor (widget, ENT_TYPE_LIST_PANE));
  EntRecord *record = ent_list_pane_get_selected (self);
  EntPage *page = ent_page_find (widget);

  if (record == NULL || page == NULL)
    return FALSE;

  ent_page_delete_record (page, record);
  return TRUE;
}

static gboolean
on_open_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (gtk_widget_get_ancestor (widget, ENT_TYPE_LIST_PANE), signals[OPEN], 0);
  return TRUE;
}

/* Alt+Up and Alt+Down, while the list stands in its own order */
static gboolean
on_move_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntListPane *self = ENT_LIST_PANE (gtk_widget_get_ancestor (widget, ENT_TYPE_LIST_PANE));
  EntRecord *record = ent_list_pane_get_selected (self);
  gint64 position;

  if (record == NULL || !can_edit (self) || !is_own_order (self))
    return FALSE;

  position = (gint64) ent_record_get_position (record) + g_variant_get_int32 (args);
  if (position < 0 || position >= ent_project_get_n_records (self->project, self->spec->kind))
    return TRUE;

  ent_project_move (self->project, record, (guint) position);
  ent_list_pane_select (self, record);
  return TRUE;
}

static gboolean
on_row_dropped (EntListPane *self, EntRecord *dragged, EntRecord *onto, gboolean below)
{
  guint from = ent_record_get_position (dragged);
  guint to = ent_record_get_position (onto) + (below ? 1 : 0);

  if (!can_edit (self) || !is_own_order (self)
      || ent_record_get_project (dragged) != self->project)
    return FALSE;

  if (from < to)
    to--;
  if (from != to)
    ent_project_move (self->project, dragged, to);
  ent_list_pane_select (self, dragged);
  return TRUE;
}

static void
on_setup (EntListPane *self, GtkListItem *item)
{
  GtkWidget *row = ent_list_pane_row_new ();

  g_signal_connect_object (row, "dropped", G_CALLBACK (on_row_dropped), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
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

  G_OBJECT_CLASS (ent_list_pane_parent_class)->dispose (object);
}

static void
ent_list_pane_finalize (GObject *object)
{
  g_free (ENT_LIST_PANE (object)->sort);

  G_OBJECT_CLASS (ent_list_pane_parent_class)->finalize (object);
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
  gtk_widget_class_install_property_action (widget_class, "list-pane.sort", "sort");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntListPane, search);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, sort_button);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, view);
  gtk_widget_class_bind_template_child (widget_class, EntListPane, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
add_key (GtkEventController *controller, guint key, GdkModifierType modifiers,
         GtkShortcutFunc func, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (EntListPane *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_key (keys, GDK_KEY_Delete, 0, on_delete_key, 0);
  add_key (keys, GDK_KEY_KP_Delete, 0, on_delete_key, 0);
  add_key (keys, GDK_KEY_F2, 0, on_open_key, 0);
  add_key (keys, GDK_KEY_Up, GDK_ALT_MASK, on_move_key, -1);
  add_key (keys, GDK_KEY_Down, GDK_ALT_MASK, on_move_key, 1);

  /* Before the list view itself, which takes every arrow key. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
ent_list_pane_init (EntListPane *self)
{
  GtkFilterListModel *filtered;

  self->sort = g_strdup ("own");
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_record, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_records, self, NULL));
  filtered = gtk_filter_list_model_new (NULL, self->filter);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view has it */
  add_keys (self);
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
  g_autoptr(GMenu) menu = g_menu_new ();
  const EntKindInfo *info;

  g_return_if_fail (ENT_IS_LIST_PANE (self));
  g_return_if_fail (spec != NULL && self->spec == NULL);

  self->spec = spec;
  info = ent_kind_get_info (spec->kind);
  self->tracker = ent_compat_track_model (spec->kind, self->filter, self->sorter);

  g_menu_append (menu, _("Own Order"), "list-pane.sort::own");
  for (guint i = 0; i < spec->n_sorts; i++)
    {
      const EntField *field = &info->fields[spec->sorts[i]];
      g_autofree char *action = g_strconcat ("list-pane.sort::", field->name, NULL);

      g_menu_append (menu, ent_field_get_label (field), action);
    }
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));

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

  filtered = GTK_FILTER_LIST_MODEL (gtk_sort_list_model_get_model (self->sorted));
  gtk_filter_list_model_set_model (
    filtered, project ? ent_project_get_list (project, self->spec->kind) : NULL);
  g_signal_group_set_target (self->tracker, project);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), can_edit (self));
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
 * Selects a record and scrolls to it; a search that hides it is given up.
 *
 * Returns: whether the record is in the list
 */
gboolean
ent_list_pane_select (EntListPane *self, EntRecord *record)
{
  g_return_val_if_fail (ENT_IS_LIST_PANE (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  if (!filter_record (record, self))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_LESS_STRICT);
    }

  return ent_compat_select (GTK_WIDGET (self->view), self->selection, record);
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
