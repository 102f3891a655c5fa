/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list may have hundreds of thousands of rows, of which a few are looked at. So it holds only where
 * each lane begins, and its objects are its records or stand for them. */
#include "config.h"

#include "pages/ent-timeline-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-day.h"
#include "analysis/ent-kpi-words.h"
#include "pages/ent-text.h"
#include "widgets/ent-tsv.h"

struct _EntTimelineRows {
  GObject parent_instance;

  EntTimelineModel *model;
  GArray *starts; /* (element-type guint): the row at which each lane begins, and their number */
};

static void ent_timeline_rows_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntTimelineRows, ent_timeline_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ent_timeline_rows_list_init))

static guint
get_start (EntTimelineRows *self, guint lane)
{
  return g_array_index (self->starts, guint, lane);
}

static guint
get_n (EntTimelineRows *self)
{
  return get_start (self, self->starts->len - 1);
}

/* The last lane that begins at or before @row, and which of its items it is. */
static guint
find_lane (EntTimelineRows *self, guint row, guint *item)
{
  guint low = 0;
  guint high = self->starts->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (self, middle) <= row)
        low = middle;
      else
        high = middle;
    }

  *item = row - get_start (self, low);
  return low;
}

static void
count (EntTimelineRows *self)
{
  guint n = 0;

  g_array_set_size (self->starts, 0);
  g_array_append_val (self->starts, n);
  for (guint lane = 0; lane < ent_timeline_model_get_n_lanes (self->model); lane++)
    {
      n += ent_timeline_model_get_n_items (self->model, lane);
      g_array_append_val (self->starts, n);
    }
}

static void
on_layout_changed (EntTimelineRows *self)
{
  guint before = get_n (self);

  count (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n (self));
}

static guint
count_between (const GArray *starts, guint first, guint end)
{
  return g_array_index (starts, guint, end) - g_array_index (starts, guint, first);
}

/* Its rows alone, but all of them: the name of the lane and what is a signal may be others. Where a
 * step reaches several lanes, which are told one by one, those between go with the first. */
static void
on_changed (EntTimelineRows *self, guint lane)
{
  g_autoptr(GArray) before = g_array_copy (self->starts);
  guint first = lane;
  guint end = lane + 1;

  count (self);
  g_assert (before->len == self->starts->len);
  for (guint i = 0; i + 1 < before->len; i++)
    if (count_between (before, i, i + 1) != count_between (self->starts, i, i + 1))
      {
        first = MIN (first, i);
        end = MAX (end, i + 1);
      }
  g_list_model_items_changed (G_LIST_MODEL (self), get_start (self, first),
                              count_between (before, first, end),
                              count_between (self->starts, first, end));
}

/* Views tell rows apart by their objects, and a check-in has a second row in the lane of morale. */
static GObject *
dup_object (EntTimelineRows *self, guint row)
{
  static const char twin[] = "ent-timeline-morale";
  EntRecord *record = ent_timeline_rows_get_record (self, row);
  GObject *object = G_OBJECT (record);
  guint item;

  if (ent_timeline_model_get_kind (self->model, find_lane (self, row, &item)) == ENT_TIMELINE_MORALE)
    {
      object = g_object_get_data (G_OBJECT (record), twin);
      if (object == NULL)
        {
          object = g_object_new (G_TYPE_OBJECT, NULL);
          g_object_set_data_full (G_OBJECT (record), twin, object, g_object_unref);
        }
    }

  return g_object_ref (object);
}

static GType
ent_timeline_rows_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
ent_timeline_rows_get_n_items (GListModel *list)
{
  return get_n (ENT_TIMELINE_ROWS (list));
}

static gpointer
ent_timeline_rows_get_item (GListModel *list, guint position)
{
  EntTimelineRows *self = ENT_TIMELINE_ROWS (list);

  return position < get_n (self) ? dup_object (self, position) : NULL;
}

static void
ent_timeline_rows_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_timeline_rows_get_item_type;
  iface->get_n_items = ent_timeline_rows_get_n_items;
  iface->get_item = ent_timeline_rows_get_item;
}

static void
ent_timeline_rows_dispose (GObject *object)
{
  EntTimelineRows *self = ENT_TIMELINE_ROWS (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ent_timeline_rows_parent_class)->dispose (object);
}

static void
ent_timeline_rows_finalize (GObject *object)
{
  g_array_unref (ENT_TIMELINE_ROWS (object)->starts);

  G_OBJECT_CLASS (ent_timeline_rows_parent_class)->finalize (object);
}

static void
ent_timeline_rows_class_init (EntTimelineRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_timeline_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_timeline_rows_finalize;
}

static void
ent_timeline_rows_init (EntTimelineRows *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* --- Cells ----------------------------------------------------------------------------------- */

static char *
dup_value (EntTimelineRows *self, guint lane, const EntTimelineItem *item)
{
  const EntKpiSeries *series;

  if (ent_timeline_model_get_kind (self->model, lane) != ENT_TIMELINE_KPI)
    return ent_kpi_format_number (item->value);

  series = ent_timeline_model_get_series (self->model, lane);
  return ent_kpi_format_value (series->kpi, item->value);
}

/* "Concern, outside the limits" */
static char *
dup_signal (EntTimelineRows *self, guint lane, guint point)
{
  const EntKpiSeries *series = ent_timeline_model_get_series (self->model, lane);
  EntSignal signal = { ENT_SIGNAL_NONE, 0 };

  if (point < series->n)
    signal = ent_kpi_series_get_signal (series, point);
  if (signal.rule == ENT_SIGNAL_NONE)
    return g_strdup ("");

  /* Translators: “Improvement” or such, and why */
  return g_strdup_printf (_("%s, %s"),
                          ent_kpi_sense_get_label (ent_kpi_series_get_sense (series, signal)),
                          ent_signal_rule_get_label (signal.rule));
}

static char *
dup_text (EntTimelineRows *self, guint lane, guint item)
{
  return ent_timeline_model_get_kind (self->model, lane) == ENT_TIMELINE_KPI
           ? dup_signal (self, lane, item)
           : ent_timeline_model_dup_item_title (self->model, lane, item);
}

/* Days and numbers so that a spreadsheet takes them for what they are. */
static void
append_line (EntTimelineRows *self, GString *tsv, guint lane, guint item)
{
  EntTimelineItem found = ent_timeline_model_get_item (self->model, lane, item);
  g_autofree char *title = ent_timeline_model_dup_title (self->model, lane);
  g_autofree char *day = ent_day_from_number (found.day);
  g_autofree char *value = isnan (found.value) ? g_strdup ("")
                                               : g_strdup_printf ("%.15g", found.value);
  g_autofree char *text = dup_text (self, lane, item);
  const char *fields[] = { title, day, value, text };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (i > 0)
        g_string_append_c (tsv, '\t');
      ent_tsv_append (tsv, fields[i]);
    }
  g_string_append_c (tsv, '\n');
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_timeline_rows_new:
 * @model: a timeline
 *
 * Returns: (transfer full): its items, a #GListModel of an object each
 */
EntTimelineRows *
ent_timeline_rows_new (EntTimelineModel *model)
{
  EntTimelineRows *self;

  g_return_val_if_fail (ENT_IS_TIMELINE_MODEL (model), NULL);

  self = g_object_new (ENT_TYPE_TIMELINE_ROWS, NULL);
  self->model = g_object_ref (model);
  count (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "layout-changed", G_CALLBACK (on_layout_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_timeline_rows_dup_cell:
 * @self: rows
 * @row: one of them
 * @column: a column
 *
 * Returns: (transfer full): what stands there, for people
 */
char *
ent_timeline_rows_dup_cell (EntTimelineRows *self, guint row, EntTimelineColumn column)
{
  EntTimelineItem found;
  g_autofree char *day = NULL;
  guint lane;
  guint item;

  g_return_val_if_fail (ENT_IS_TIMELINE_ROWS (self) && row < get_n (self), NULL);

  lane = find_lane (self, row, &item);
  found = ent_timeline_model_get_item (self->model, lane, item);
  switch (column)
    {
    case ENT_TIMELINE_COLUMN_LANE:
      return ent_timeline_model_dup_title (self->model, lane);
    case ENT_TIMELINE_COLUMN_DAY:
      day = ent_day_from_number (found.day);
      return ent_text_format_date (day);
    case ENT_TIMELINE_COLUMN_VALUE:
      return dup_value (self, lane, &found);
    case ENT_TIMELINE_COLUMN_TEXT:
    case ENT_TIMELINE_N_COLUMNS:
    default:
      return dup_text (self, lane, item);
    }
}

/**
 * ent_timeline_rows_get_record:
 * @self: rows
 * @row: one of them
 *
 * Returns: (transfer none): the record it is of
 */
EntRecord *
ent_timeline_rows_get_record (EntTimelineRows *self, guint row)
{
  guint lane;
  guint item;

  g_return_val_if_fail (ENT_IS_TIMELINE_ROWS (self) && row < get_n (self), NULL);

  lane = find_lane (self, row, &item);

  return ent_timeline_model_get_item (self->model, lane, item).record;
}

/**
 * ent_timeline_rows_dup_tsv:
 * @self: rows
 *
 * Returns: (transfer full): all of them for a spreadsheet, with titles, in tab-separated text
 */
char *
ent_timeline_rows_dup_tsv (EntTimelineRows *self)
{
  GString *tsv;

  g_return_val_if_fail (ENT_IS_TIMELINE_ROWS (self), NULL);

  tsv = g_string_new (NULL);
  for (guint i = 0; i < ENT_TIMELINE_N_COLUMNS; i++)
    g_string_append_printf (tsv, "%s%s", i > 0 ? "\t" : "",
                            ent_timeline_column_get_label ((EntTimelineColumn) i));
  g_string_append_c (tsv, '\n');
  for (guint lane = 0; lane + 1 < self->starts->len; lane++)
    for (guint item = 0; item < ent_timeline_model_get_n_items (self->model, lane); item++)
      append_line (self, tsv, lane, item);

  return g_string_free (tsv, FALSE);
}

/**
 * ent_timeline_column_get_label:
 * @column: a column
 *
 * Returns: its title, translated
 */
const char *
ent_timeline_column_get_label (EntTimelineColumn column)
{
  static const char *const labels[ENT_TIMELINE_N_COLUMNS] = {
    N_("What"), N_("Day"), N_("Value"), N_("Remark"),
  };

  g_return_val_if_fail ((guint) column < ENT_TIMELINE_N_COLUMNS, "");

  return _(labels[column]);
}
