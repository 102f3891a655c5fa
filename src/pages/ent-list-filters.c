/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One drop-down a field: any, then what the field can say. What is added while a filter is set
 * takes the filter's value, and where it doesn't, the filter makes way for it. */
#include "config.h"

#include "pages/ent-list-filters.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-ref-model.h"

struct _EntListFilters {
  AdwBin parent_instance;

  const EntKindInfo *info;
  const EntListFilter *filters;
  guint n_filters;
  GtkDropDown *drop_downs[ENT_LIST_FILTERS_MOST];
  guint holds;

  GtkFlowBox *box;
  GtkLabel *count;
};

/* Characters of a choice that a filter grows to. */
#define FILTER_CHARS 24

G_DEFINE_FINAL_TYPE (EntListFilters, ent_list_filters, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const EntField *
get_field (EntListFilters *self, guint index)
{
  return &self->info->fields[self->filters[index].field];
}

static gboolean
is_ref (const EntField *field)
{
  return field->type == ENT_FIELD_REF || field->type == ENT_FIELD_REFS;
}

static const char *
get_label (EntListFilters *self, guint index)
{
  const char *label = self->filters[index].label;

  return label != NULL ? _(label) : ent_field_get_label (get_field (self, index));
}

/* "Status: any" */
static char *
dup_any (EntListFilters *self, guint index)
{
  /* Translators: what a list is filtered by, as in "Status: any". */
  return g_strdup_printf (_("%s: any"), get_label (self, index));
}

static void
on_selected (EntListFilters *self)
{
  if (self->holds == 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_set (EntListFilters *self, guint index)
{
  guint selected = gtk_drop_down_get_selected (self->drop_downs[index]);

  return selected != 0 && selected != GTK_INVALID_LIST_POSITION;
}

static gboolean
refers (EntRecord *record, guint field, EntRecord *target)
{
  const EntField *info = &ent_record_get_info (record)->fields[field];
  const char *const *ids;

  if (info->type == ENT_FIELD_REF)
    return ent_record_get_ref (record, field) == target;

  ids = ent_record_get_list (record, field);
  return target != NULL ? g_strv_contains (ids, ent_record_get_id (target)) : ids[0] == NULL;
}

static gboolean
matches (EntListFilters *self, guint index, EntRecord *record)
{
  const EntListFilter *filter = &self->filters[index];
  gpointer item = gtk_drop_down_get_selected_item (self->drop_downs[index]);
  guint choice = gtk_drop_down_get_selected (self->drop_downs[index]) - 1;

  if (!is_set (self, index))
    return TRUE;
  if (filter->matches != NULL)
    return filter->matches (record, choice);
  if (is_ref (get_field (self, index)))
    return refers (record, filter->field, ENT_IS_RECORD (item) ? item : NULL);

  return ent_record_get_raw (record, filter->field) == NULL
         && ent_record_get_enum (record, filter->field) == (int) choice;
}

static GListModel *
new_choices (const char *any, const EntListFilter *filter)
{
  GtkStringList *texts = gtk_string_list_new ((const char *[]) { any, NULL });

  for (guint i = 0; i < ENT_LIST_FILTER_MOST_CHOICES && filter->choices[i] != NULL; i++)
    gtk_string_list_append (texts, _(filter->choices[i]));

  return G_LIST_MODEL (texts);
}

static GListModel *
new_records (const char *any, EntProject *project, EntKind kind, const char *none)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkStringList) first = gtk_string_list_new ((const char *[]) { any, NULL });
  g_autoptr(GListModel) records = ent_ref_model_new (project, kind, none);

  g_list_store_append (parts, first);
  g_list_store_append (parts, records);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
add_drop_down (EntListFilters *self, guint index)
{
  const EntField *field = get_field (self, index);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  self->drop_downs[index] = GTK_DROP_DOWN (drop_down);
  ent_ref_model_set_up (self->drop_downs[index], FILTER_CHARS);
  gtk_drop_down_set_enable_search (self->drop_downs[index], is_ref (field));
  ent_compat_set_label (drop_down, get_label (self, index));
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), drop_down);
  gtk_flow_box_insert (self->box, child, (int) index);
}

static void
ent_list_filters_class_init (EntListFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * EntListFilters::changed:
   *
   * Other records match now.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_LIST_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-list-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, EntListFilters, box);
  gtk_widget_class_bind_template_child (widget_class, EntListFilters, count);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A list does not become wider for what one of its filters says. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
ent_list_filters_init (EntListFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_guard_flow_boxes (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/**
 * ent_list_filters_set_spec:
 * @self: filters
 * @kind: the kind of record that is filtered
 * @filters: (array length=n_filters): by what; must outlive @self
 * @n_filters: how many, at most %ENT_LIST_FILTERS_MOST
 *
 * To be called once, before a project is set.
 */
void
ent_list_filters_set_spec (EntListFilters      *self,
                           EntKind              kind,
                           const EntListFilter *filters,
                           guint                n_filters)
{
  g_return_if_fail (ENT_IS_LIST_FILTERS (self) && self->filters == NULL);
  g_return_if_fail (n_filters <= ENT_LIST_FILTERS_MOST);

  self->info = ent_kind_get_info (kind);
  self->filters = filters;
  self->n_filters = n_filters;
  for (guint i = 0; i < n_filters; i++)
    add_drop_down (self, i);
}

/**
 * ent_list_filters_set_project:
 * @self: filters
 * @project: (nullable): where the records are that one can filter by
 *
 * Nothing is filtered out afterwards. There is no signal.
 */
void
ent_list_filters_set_project (EntListFilters *self, EntProject *project)
{
  g_return_if_fail (ENT_IS_LIST_FILTERS (self));

  self->holds++;
  for (guint i = 0; i < self->n_filters; i++)
    {
      const EntField *field = get_field (self, i);
      const char *none = self->filters[i].none != NULL ? _(self->filters[i].none) : NULL;
      g_autofree char *any = dup_any (self, i);
      g_autoptr(GListModel) model =
        is_ref (field) ? new_records (any, project, (EntKind) field->target, none)
        : self->filters[i].matches != NULL ? new_choices (any, &self->filters[i])
                                           : ent_ref_model_new_words (any, field->choices);

      gtk_drop_down_set_model (self->drop_downs[i], model);
      gtk_drop_down_set_selected (self->drop_downs[i], 0);
    }
  self->holds--;
}

/**
 * ent_list_filters_is_set:
 * @self: filters
 *
 * Returns: whether any of them leaves something out
 */
gboolean
ent_list_filters_is_set (EntListFilters *self)
{
  g_return_val_if_fail (ENT_IS_LIST_FILTERS (self), FALSE);

  for (guint i = 0; i < self->n_filters; i++)
    if (is_set (self, i))
      return TRUE;

  return FALSE;
}

/**
 * ent_list_filters_matches:
 * @self: filters
 * @record: a record
 *
 * Returns: whether all filters let it through
 */
gboolean
ent_list_filters_matches (EntListFilters *self, EntRecord *record)
{
  g_return_val_if_fail (ENT_IS_LIST_FILTERS (self), TRUE);

  for (guint i = 0; i < self->n_filters; i++)
    if (!matches (self, i, record))
      return FALSE;

  return TRUE;
}

/**
 * ent_list_filters_give:
 * @self: filters
 * @record: a new record that is in no project yet
 *
 * Gives it the values of the filters that are set, as far as they hand them on.
 */
void
ent_list_filters_give (EntListFilters *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_LIST_FILTERS (self));
  g_return_if_fail (ENT_IS_RECORD (record));

  for (guint i = 0; i < self->n_filters; i++)
    {
      guint field = self->filters[i].field;
      gpointer item = gtk_drop_down_get_selected_item (self->drop_downs[i]);

      if (!self->filters[i].given || !is_set (self, i))
        continue;
      if (ENT_IS_RECORD (item) && get_field (self, i)->type == ENT_FIELD_REF)
        ent_record_set_string (record, field, ent_record_get_id (item));
      else if (ENT_IS_RECORD (item))
        ent_record_set_list (record, field, (const char *[]) { ent_record_get_id (item), NULL });
      else if (get_field (self, i)->type == ENT_FIELD_ENUM)
        ent_record_set_enum (record, field,
                             (int) gtk_drop_down_get_selected (self->drop_downs[i]) - 1);
    }
}

/**
 * ent_list_filters_make_way:
 * @self: filters
 * @record: a record
 *
 * Gives up the filters that leave @record out.
 */
void
ent_list_filters_make_way (EntListFilters *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_LIST_FILTERS (self));
  g_return_if_fail (ENT_IS_RECORD (record));

  for (guint i = 0; i < self->n_filters; i++)
    if (!matches (self, i, record))
      gtk_drop_down_set_selected (self->drop_downs[i], 0);
}

/**
 * ent_list_filters_clear:
 * @self: filters
 *
 * Gives up all filters.
 */
void
ent_list_filters_clear (EntListFilters *self)
{
  g_return_if_fail (ENT_IS_LIST_FILTERS (self));

  for (guint i = 0; i < self->n_filters; i++)
    gtk_drop_down_set_selected (self->drop_downs[i], 0);
}

/**
 * ent_list_filters_set_count:
 * @self: filters
 * @n_shown: how many records are in the list
 * @n_records: how many there are
 *
 * Says how much the filters leave.
 */
void
ent_list_filters_set_count (EntListFilters *self, guint n_shown, guint n_records)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ENT_IS_LIST_FILTERS (self));

  /* Translators: how many entries of a list are shown and how many there are. */
  text = g_strdup_printf (_("%u of %u"), n_shown, n_records);
  gtk_label_set_text (self->count, text);
}
