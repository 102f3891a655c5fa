/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The KPIs of a project. It hears each step of the project once, after it is complete, and only marks
 * what the step reaches; a series is worked out when somebody asks for it. */
#include "config.h"

#include "analysis/ent-kpis.h"

#include "analysis/ent-day.h"
#include "model/ent-kinds.h"

/* A KPI's series, and whether its figures are still to be worked out. */
typedef struct {
  EntKpiSeries *series;
  EntRecord *kpi;                    /* keeps the one of the series alive */
  guint number;
  gboolean stale;
} Entry;

struct _EntKpis {
  GObject parent_instance;

  EntProject *project;
  char *as_of;
  int day;                           /* the same as a number */
  gboolean today;                    /* whether as_of goes with the calendar */
  gboolean screened;

  GPtrArray *entries;                /* in the order of the list */
  GHashTable *by_kpi;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntKpis, ent_kpis, G_TYPE_OBJECT)

static void
entry_free (Entry *self)
{
  ent_kpi_series_free (self->series);
  g_object_unref (self->kpi);
  g_free (self);
}

static Entry *
entry_new (EntRecord *kpi)
{
  Entry *self = g_new0 (Entry, 1);

  self->kpi = g_object_ref (kpi);
  self->series = ent_kpi_series_new (kpi);
  self->stale = TRUE;

  return self;
}

static void
update_free (EntKpisUpdate *update)
{
  g_array_unref (update->kpis);
  g_free (update);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntKpisUpdate, update_free)

static EntKpisUpdate *
update_new (void)
{
  EntKpisUpdate *update = g_new0 (EntKpisUpdate, 1);

  update->kpis = g_array_new (FALSE, FALSE, sizeof (guint));

  return update;
}

/* --- Reading --------------------------------------------------------------------------------- */

/* The entry of a KPI that is in the list, made if there is none. */
static Entry *
ensure_entry (EntKpis *self, EntRecord *kpi)
{
  Entry *entry = g_hash_table_lookup (self->by_kpi, kpi);

  if (entry == NULL)
    {
      entry = entry_new (kpi);
      g_hash_table_insert (self->by_kpi, kpi, entry);
    }

  return entry;
}

static EntRecord *
get_kpi_of (EntKpis *self, EntRecord *measurement)
{
  return ent_project_lookup_kind (self->project, ENT_KIND_KPI,
                                  ent_record_get_string (measurement, ENT_MEASUREMENT_KPI));
}

/* Numbers the KPIs as they stand in the list, and forgets those that are gone. */
static void
read_layout (EntKpis *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_KPI);
  g_autoptr(GHashTable) old = g_steal_pointer (&self->by_kpi);

  self->by_kpi = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) entry_free);
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *kpi = ent_project_get_record (self->project, ENT_KIND_KPI, i);
      gpointer entry;

      if (g_hash_table_steal_extended (old, kpi, NULL, &entry))
        g_hash_table_insert (self->by_kpi, kpi, entry);
      else
        entry = ensure_entry (self, kpi);
      ((Entry *) entry)->number = i;
      g_ptr_array_add (self->entries, entry);
    }
}

static void
read_measurements (EntKpis *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_MEASUREMENT);

  for (guint i = 0; i < n; i++)
    {
      EntRecord *measurement = ent_project_get_record (self->project, ENT_KIND_MEASUREMENT, i);
      EntRecord *kpi = get_kpi_of (self, measurement);
      Entry *entry = kpi != NULL ? g_hash_table_lookup (self->by_kpi, kpi) : NULL;

      if (entry != NULL)
        ent_kpi_series_place (entry->series, measurement);
    }
}

/* --- Following ------------------------------------------------------------------------------- */

static void
touch (EntKpisUpdate *update, Entry *entry, gboolean *seen)
{
  if (!seen[entry->number])
    g_array_append_val (update->kpis, entry->number);
  seen[entry->number] = TRUE;
  entry->stale = TRUE;
}

/* A KPI that comes back brings its measurements in changes of their own. */
static void
follow_kpi (EntKpis *self, EntKpisUpdate *update, const EntChange *change, gboolean *seen)
{
  Entry *entry = g_hash_table_lookup (self->by_kpi, change->record);

  if (entry != NULL)
    touch (update, entry, seen);
}

static void
follow_measurement (EntKpis *self, EntKpisUpdate *update, EntRecord *measurement, gboolean *seen)
{
  EntRecord *kpi = get_kpi_of (self, measurement);
  Entry *entry = kpi != NULL ? g_hash_table_lookup (self->by_kpi, kpi) : NULL;

  if (entry == NULL)
    return;

  ent_kpi_series_place (entry->series, measurement);
  touch (update, entry, seen);
}

static gboolean
changes_layout (const EntChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (set->changes, i);

      if (ent_record_get_kind (change->record) == ENT_KIND_KPI && change->type != ENT_CHANGE_SET)
        return TRUE;
    }

  return FALSE;
}

static EntKpisUpdate *
follow (EntKpis *self, const EntChangeSet *set)
{
  g_autoptr(EntKpisUpdate) update = update_new ();
  g_autofree gboolean *seen = NULL;

  update->layout = update->everything = changes_layout (set);
  if (update->layout)
    read_layout (self);

  seen = g_new0 (gboolean, self->entries->len);
  for (guint i = 0; i < set->changes->len; i++)
    {
      const EntChange *change = g_ptr_array_index (set->changes, i);

      if (ent_record_get_kind (change->record) == ENT_KIND_KPI)
        follow_kpi (self, update, change, seen);
      else if (ent_record_get_kind (change->record) == ENT_KIND_MEASUREMENT)
        follow_measurement (self, update, change->record, seen);
    }
  if (update->everything)
    g_array_set_size (update->kpis, 0);
  else if (update->kpis->len == 0)
    return NULL;

  return g_steal_pointer (&update);
}

static void
change_everything (EntKpis *self)
{
  g_autoptr(EntKpisUpdate) update = update_new ();

  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) g_ptr_array_index (self->entries, i))->stale = TRUE;
  update->everything = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, update);
}

static void
look_at (EntKpis *self, const char *date)
{
  if (g_str_equal (date, self->as_of))
    return;

  g_free (self->as_of);
  self->as_of = g_strdup (date);
  self->day = ent_day_to_number (date);
  change_everything (self);
}

static void
on_committed (EntKpis *self, const EntChangeSet *set)
{
  g_autoptr(EntKpisUpdate) update = follow (self, set);

  if (update != NULL)
    g_signal_emit (self, signals[CHANGED], 0, update);

  /* Midnight may have passed since the last step. */
  if (self->today)
    {
      g_autofree char *today = ent_day_dup_today ();

      look_at (self, today);
    }
}

/* --- Life ------------------------------------------------------------------------------------ */

static void
ent_kpis_dispose (GObject *object)
{
  EntKpis *self = ENT_KPIS (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->by_kpi, g_hash_table_unref);
  g_clear_pointer (&self->as_of, g_free);

  G_OBJECT_CLASS (ent_kpis_parent_class)->dispose (object);
}

static void
ent_kpis_class_init (EntKpisClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_kpis_dispose;

  /**
   * EntKpis::changed:
   * @self: the KPIs
   * @update: (type gpointer): an #EntKpisUpdate, valid during the emission
   *
   * A step of the project reached the KPIs, or another day is looked at. They are up to date again.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_KPIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ent_kpis_init (EntKpis *self)
{
  self->today = TRUE;
  self->entries = g_ptr_array_new ();
  self->by_kpi = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) entry_free);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_kpis_new:
 * @project: the project to follow
 *
 * Returns: (transfer full): its KPIs, as of today
 */
EntKpis *
ent_kpis_new (EntProject *project)
{
  EntKpis *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_KPIS, NULL);
  self->project = g_object_ref (project);
  self->as_of = ent_day_dup_today ();
  self->day = ent_day_to_number (self->as_of);
  read_layout (self);
  read_measurements (self);
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_kpis_freeze:
 * @self: KPIs
 *
 * Follows the project no longer, for documents.
 */
void
ent_kpis_freeze (EntKpis *self)
{
  g_return_if_fail (ENT_IS_KPIS (self));

  for (guint i = 0; i < self->entries->len; i++)
    ent_kpis_get_series (self, i);
  g_signal_handlers_disconnect_by_func (self->project, on_committed, self);
}

/**
 * ent_kpis_get_project:
 * @self: KPIs
 *
 * Returns: (transfer none): the project they are of
 */
EntProject *
ent_kpis_get_project (EntKpis *self)
{
  g_return_val_if_fail (ENT_IS_KPIS (self), NULL);

  return self->project;
}

/**
 * ent_kpis_set_as_of:
 * @self: KPIs
 * @date: (nullable): a day, `YYYY-MM-DD`, or %NULL for today
 *
 * Looks at another day. Measurements of that very day count, later ones do not. Asked for %NULL, the
 * KPIs go with the calendar: it is looked at again here and after each step of the project.
 */
void
ent_kpis_set_as_of (EntKpis *self, const char *date)
{
  g_autofree char *day = NULL;

  g_return_if_fail (ENT_IS_KPIS (self));
  g_return_if_fail (date == NULL || ent_date_is_valid (date));

  self->today = date == NULL;
  day = date != NULL ? g_strdup (date) : ent_day_dup_today ();
  look_at (self, day);
}

/**
 * ent_kpis_get_as_of:
 * @self: KPIs
 *
 * Returns: (transfer none): the day that is looked at, `YYYY-MM-DD`
 */
const char *
ent_kpis_get_as_of (EntKpis *self)
{
  g_return_val_if_fail (ENT_IS_KPIS (self), NULL);

  return self->as_of;
}

/**
 * ent_kpis_get_today:
 * @self: KPIs
 *
 * Returns: the day that is looked at, as ent_day_to_number() counts
 */
int
ent_kpis_get_today (EntKpis *self)
{
  g_return_val_if_fail (ENT_IS_KPIS (self), ENT_DAY_NONE);

  return self->day;
}

/**
 * ent_kpis_is_today:
 * @self: KPIs
 *
 * Returns: whether they go with the calendar
 */
gboolean
ent_kpis_is_today (EntKpis *self)
{
  g_return_val_if_fail (ENT_IS_KPIS (self), FALSE);

  return self->today;
}

/**
 * ent_kpis_set_screened:
 * @self: KPIs
 * @screened: whether moving ranges that are far too large are left out of the limits
 *
 * Sets how limits are worked out. The default is not to leave out any.
 */
void
ent_kpis_set_screened (EntKpis *self, gboolean screened)
{
  g_return_if_fail (ENT_IS_KPIS (self));

  if (self->screened == screened)
    return;

  self->screened = screened;
  change_everything (self);
}

/**
 * ent_kpis_get_screened:
 * @self: KPIs
 *
 * Returns: whether moving ranges that are far too large are left out of the limits
 */
gboolean
ent_kpis_get_screened (EntKpis *self)
{
  g_return_val_if_fail (ENT_IS_KPIS (self), FALSE);

  return self->screened;
}

/**
 * ent_kpis_get_n:
 * @self: KPIs
 *
 * Returns: how many there are
 */
guint
ent_kpis_get_n (EntKpis *self)
{
  g_return_val_if_fail (ENT_IS_KPIS (self), 0);

  return self->entries->len;
}

/**
 * ent_kpis_find:
 * @self: KPIs
 * @kpi: (nullable): a KPI
 *
 * Returns: its number, or -1
 */
int
ent_kpis_find (EntKpis *self, EntRecord *kpi)
{
  const Entry *entry;

  g_return_val_if_fail (ENT_IS_KPIS (self), -1);

  entry = kpi != NULL ? g_hash_table_lookup (self->by_kpi, kpi) : NULL;

  return entry != NULL ? (int) entry->number : -1;
}

/**
 * ent_kpis_get_series:
 * @self: KPIs
 * @kpi: number of a KPI
 *
 * Returns: (transfer none): what was measured of it and what that says, valid until something changes
 */
const EntKpiSeries *
ent_kpis_get_series (EntKpis *self, guint kpi)
{
  Entry *entry;

  g_return_val_if_fail (ENT_IS_KPIS (self), NULL);
  g_return_val_if_fail (kpi < self->entries->len, NULL);

  entry = g_ptr_array_index (self->entries, kpi);
  if (entry->stale)
    ent_kpi_series_compute (entry->series, self->day, self->screened);
  entry->stale = FALSE;

  return entry->series;
}
