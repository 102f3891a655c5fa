/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters narrow the list down; an expectation added while they are set takes its partners from
 * them, so that several for the same two partners are typed one after the other. */
#include "config.h"

#include "pages/ent-ledger.h"

#include <glib/gi18n.h>

#include "pages/ent-add-entry.h"
#include "pages/ent-compat.h"
#include "pages/ent-ledger-columns.h"
#include "pages/ent-page.h"
#include "pages/ent-ref-model.h"
#include "pages/ent-seen-list.h"

struct _EntLedger {
  AdwBin parent_instance;

  EntProject *project;
  GtkFilter *filter;
  GPtrArray *sorters;
  GtkFilterListModel *filtered;
  EntSeenList *seen; /* the first of those that are sorted */
  GtkSingleSelection *selection;
  GSignalGroup *project_signals;
  guint holds;

  GtkDropDown *from;
  GtkDropDown *to;
  GtkDropDown *status;
  GtkToggleButton *due;
  GtkStack *stack;
  GtkColumnView *view;
  EntAddEntry *entry;
};

/* Characters of a partner that a filter grows to. */
#define FILTER_CHARS 24

G_DEFINE_FINAL_TYPE (EntLedger, ent_ledger, ADW_TYPE_BIN)

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* An expectation of everyone is one of each partner, too. */
static gboolean
matches_partner (GtkDropDown *drop_down, EntRecord *expectation, guint field)
{
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);
  EntRecord *partner;

  if (!ENT_IS_RECORD (chosen))
    return TRUE;

  partner = ent_record_get_ref (expectation, field);
  return partner == chosen || partner == NULL;
}

static gboolean
is_due (EntRecord *expectation)
{
  const char *review = ent_record_get_string (expectation, ENT_EXPECTATION_REVIEW);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return *review != '\0' && g_strcmp0 (review, today) <= 0;
}

static gboolean
filter_record (gpointer item, gpointer data)
{
  EntLedger *self = data;
  guint status = gtk_drop_down_get_selected (self->status);

  return matches_partner (self->from, item, ENT_EXPECTATION_FROM)
         && matches_partner (self->to, item, ENT_EXPECTATION_TO)
         && (status == 0 || status == GTK_INVALID_LIST_POSITION
             || ent_record_get_enum (item, ENT_EXPECTATION_STATUS) == (int) status - 1)
         && (!gtk_toggle_button_get_active (self->due) || is_due (item));
}

static gboolean
can_edit (EntLedger *self)
{
  return self->project != NULL && !ent_project_is_read_only (self->project);
}

static void
update_stack (EntLedger *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean any =
    self->project && ent_project_get_n_records (self->project, ENT_KIND_EXPECTATION) > 0;

  gtk_stack_set_visible_child_name (self->stack, shown == 0 && any ? "no-match" : "list");
}

static void
on_filter_changed (EntLedger *self)
{
  if (self->holds > 0)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
on_committed (EntLedger *self, const EntChangeSet *set)
{
  if (!ent_change_set_touches (set, ENT_KIND_EXPECTATION)
      && !ent_change_set_touches (set, ENT_KIND_PARTNER))
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < self->sorters->len; i++)
    gtk_sorter_changed (g_ptr_array_index (self->sorters, i), GTK_SORTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
on_selected (EntLedger *self)
{
  ent_seen_list_keep (self->seen, ent_ledger_get_selected (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
on_activate (EntLedger *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
take_partner (GtkDropDown *drop_down, EntRecord *expectation, guint field)
{
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);

  if (ENT_IS_RECORD (chosen))
    ent_record_set_string (expectation, field, ent_record_get_id (chosen));
}

static gboolean
on_add (EntLedger *self, const char *statement, GError **error)
{
  g_autoptr(EntRecord) record = NULL;

  if (!can_edit (self))
    return FALSE;

  record = ent_record_new (ENT_KIND_EXPECTATION);
  ent_record_set_string (record, ENT_EXPECTATION_STATEMENT, statement);
  take_partner (self->from, record, ENT_EXPECTATION_FROM);
  take_partner (self->to, record, ENT_EXPECTATION_TO);
  if (!ent_project_append (self->project, record, error))
    return FALSE;

  ent_ledger_select (self, record);
  return TRUE;
}

static gboolean
on_delete_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntRecord *record = ent_ledger_get_selected (ENT_LEDGER (widget));
  EntPage *page = ent_page_find (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* In the entry, Delete takes a letter. */
  if (record == NULL || page == NULL || focus == NULL
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (ENT_LEDGER (widget)->view)))
    return FALSE;

  ent_page_delete_record (page, record);
  return TRUE;
}

static gboolean
on_open_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, signals[OPEN], 0);
  return TRUE;
}

static void
ent_ledger_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, ent_ledger_get_selected (ENT_LEDGER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_ledger_dispose (GObject *object)
{
  EntLedger *self = ENT_LEDGER (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->project);
  g_clear_pointer (&self->sorters, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_ledger_parent_class)->dispose (object);
}

static void
ent_ledger_class_init (EntLedgerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_ledger_get_property;
  object_class->dispose = ent_ledger_dispose;

  props[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, ENT_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * EntLedger::open:
   *
   * Somebody wants to go on to the selected expectation's form.
   */
  signals[OPEN] = g_signal_new ("open", ENT_TYPE_LEDGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_delete_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, on_open_key, NULL);

  g_type_ensure (ENT_TYPE_ADD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-ledger.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLedger, from);
  gtk_widget_class_bind_template_child (widget_class, EntLedger, to);
  gtk_widget_class_bind_template_child (widget_class, EntLedger, status);
  gtk_widget_class_bind_template_child (widget_class, EntLedger, due);
  gtk_widget_class_bind_template_child (widget_class, EntLedger, stack);
  gtk_widget_class_bind_template_child (widget_class, EntLedger, view);
  gtk_widget_class_bind_template_child (widget_class, EntLedger, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
init_models (EntLedger *self)
{
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_record, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, self->filter);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->seen = ent_seen_list_new (G_LIST_MODEL (sorted));
  ent_seen_list_follow (self->seen, GTK_WIDGET (self->view));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->seen));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_object_unref (self->selection); /* the view has it */
  g_object_unref (sorted);          /* the list before it has it */
}

static void
init_status (EntLedger *self)
{
  g_autoptr(GListModel) choices = ent_ref_model_new_words (_("Any status"),
                                                           &ent_expectation_status_enum);

  gtk_drop_down_set_model (self->status, choices);
}

static void
ent_ledger_init (EntLedger *self)
{
  self->holds = 1;
  self->sorters = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_guard_flow_boxes (GTK_WIDGET (self));

  ent_ledger_columns_add (self->view, self->sorters);
  init_models (self);
  init_status (self);
  ent_ref_model_set_up (self->from, FILTER_CHARS);
  ent_ref_model_set_up (self->to, FILTER_CHARS);
  self->holds = 0;

  ent_compat_set_label (GTK_WIDGET (self->from), _("From"));
  ent_compat_set_label (GTK_WIDGET (self->to), _("To"));
  ent_compat_set_label (GTK_WIDGET (self->status), _("Status"));
  ent_compat_set_label (GTK_WIDGET (self->view), ent_kind_get_label (ENT_KIND_EXPECTATION, TRUE));

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_ledger_set_project:
 * @self: a ledger
 * @project: (nullable): where the expectations are
 */
void
ent_ledger_set_project (EntLedger *self, EntProject *project)
{
  g_autoptr(GListModel) from = NULL;
  g_autoptr(GListModel) to = NULL;

  g_return_if_fail (ENT_IS_LEDGER (self));

  if (!g_set_object (&self->project, project))
    return;

  self->holds++;
  from = ent_ref_model_new (project, ENT_KIND_PARTNER, _("From any"));
  to = ent_ref_model_new (project, ENT_KIND_PARTNER, _("To any"));
  gtk_drop_down_set_model (self->from, from);
  gtk_drop_down_set_model (self->to, to);
  self->holds--;

  gtk_filter_list_model_set_model (
    self->filtered, project ? ent_project_get_list (project, ENT_KIND_EXPECTATION) : NULL);
  g_signal_group_set_target (self->project_signals, project);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), can_edit (self));
  on_filter_changed (self);
}

/**
 * ent_ledger_get_selected:
 * @self: a ledger
 *
 * Returns: (transfer none) (nullable): the expectation that is selected
 */
EntRecord *
ent_ledger_get_selected (EntLedger *self)
{
  g_return_val_if_fail (ENT_IS_LEDGER (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

static void
clear_filters (EntLedger *self)
{
  self->holds++;
  gtk_drop_down_set_selected (self->from, 0);
  gtk_drop_down_set_selected (self->to, 0);
  gtk_drop_down_set_selected (self->status, 0);
  gtk_toggle_button_set_active (self->due, FALSE);
  self->holds--;
  on_filter_changed (self);
}

/**
 * ent_ledger_select:
 * @self: a ledger
 * @record: an expectation
 *
 * Selects an expectation and scrolls to it; filters that hide it are given up.
 *
 * Returns: whether it is in the project
 */
gboolean
ent_ledger_select (EntLedger *self, EntRecord *record)
{
  g_return_val_if_fail (ENT_IS_LEDGER (self), FALSE);
  g_return_val_if_fail (ENT_IS_RECORD (record), FALSE);

  if (!filter_record (record, self))
    clear_filters (self);

  ent_seen_list_keep (self->seen, record);
  return ent_compat_select (GTK_WIDGET (self->view), self->selection, record);
}

/**
 * ent_ledger_focus_add:
 * @self: a ledger
 *
 * Puts the focus where a new expectation is typed.
 */
void
ent_ledger_focus_add (EntLedger *self)
{
  g_return_if_fail (ENT_IS_LEDGER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * ent_ledger_set_folded:
 * @self: a ledger
 * @folded: whether there is no room for a form beside it
 */
void
ent_ledger_set_folded (EntLedger *self, gboolean folded)
{
  g_return_if_fail (ENT_IS_LEDGER (self));

  gtk_column_view_set_single_click_activate (self->view, folded);
  ent_ledger_columns_set_folded (self->view, folded);
}
