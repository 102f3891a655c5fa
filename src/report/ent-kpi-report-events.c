/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened beside the KPIs, as one list by day: on paper nothing tells what a mark of the timeline
 * is when one points at it. */
#include "config.h"

#include "report/ent-kpi-report-private.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "model/ent-kinds.h"

/* Where an item stands in the timeline. */
typedef struct {
  int day;
  guint lane;
  guint item;
} Place;

/* What happened on the same day stays in the order of the lanes. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/* A meeting and how things went by those who met are one. */
static char *
dup_title (EntTimelineModel *timeline, const Place *place)
{
  EntRecord *record = ent_timeline_model_get_item (timeline, place->lane, place->item).record;
  char *title = ent_timeline_model_dup_item_title (timeline, place->lane, place->item);
  g_autofree char *kind = NULL;
  int morale;

  if (ent_record_get_kind (record) != ENT_KIND_CHECK_IN)
    return title;

  morale = ent_record_get_int (record, ENT_CHECK_IN_MORALE);
  if (morale == ENT_INT_UNSET)
    return title;

  kind = title;

  /* Translators: a kind of meeting, and how things went by those who met: Review, morale 4 of 5 */
  return g_strdup_printf (_("%s, morale %d of 5"), kind, morale);
}

static GArray *
collect_places (EntTimelineModel *timeline, int first, int last)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint lane = 0; lane < ent_timeline_model_get_n_event_lanes (timeline); lane++)
    for (guint i = 0; i < ent_timeline_model_get_n_items (timeline, lane); i++)
      {
        Place place = { ent_timeline_model_get_item (timeline, lane, i).day, lane, i };

        if (place.day >= first && place.day <= last
            && ent_timeline_model_get_kind (timeline, lane) != ENT_TIMELINE_MORALE)
          g_array_append_val (places, place);
      }
  g_array_sort (places, compare_places);

  return places;
}

static void
add_event (EntBlock *table, EntTimelineModel *timeline, const Place *place)
{
  char **texts = g_new0 (char *, 4);
  char **raws;

  texts[1] = g_strdup (ent_timeline_model_get_item_kind (timeline, place->lane, place->item));
  texts[2] = dup_title (timeline, place);
  texts[0] = ent_day_from_number (place->day);
  raws = g_strdupv (texts);
  g_free (texts[0]);
  texts[0] = ent_day_format (raws[0]);
  ent_block_take_data_row (table, texts, raws);
}

/**
 * _ent_kpi_report_add_events:
 * @report: a document
 * @timeline: a timeline
 * @first: the first day to tell of, as ent_day_to_number() counts
 * @last: the last one
 *
 * Adds what happened, if there is anything.
 */
void
_ent_kpi_report_add_events (EntReport *report, EntTimelineModel *timeline, int first, int last)
{
  const char *columns[] = { _("Date"), _("What"), _("Title"), NULL };
  const EntColumnType types[] = { ENT_COLUMN_DATE, ENT_COLUMN_TEXT, ENT_COLUMN_TEXT };
  const double weights[] = { 3.4, 3.2, 11.4 };
  g_autoptr(GArray) places = collect_places (timeline, first, last);
  EntBlock *table;

  if (places->len == 0)
    return;

  ent_report_add_heading (report, _("What happened"));
  table = ent_report_add_table (report, columns, weights);
  ent_block_set_types (table, types);
  for (guint i = 0; i < places->len; i++)
    add_event (table, timeline, &g_array_index (places, Place, i));
}
