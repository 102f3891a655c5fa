/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of KPIs and, beside it, how the chosen one goes, what it should become, and what was
 * measured. The form shows what applies to the KPI as it is, and what is filled in. */
#include "config.h"

#include "pages/ent-kpis-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-kpi-words.h"
#include "pages/ent-kpi-measurements.h"
#include "pages/ent-kpi-pivots.h"
#include "pages/ent-kpi-status.h"
#include "pages/ent-kpi-summary.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-record-pane.h"
#include "pages/ent-text.h"

struct _EntKpisView {
  EntPage parent_instance;

  EntKpis *kpis;
  GSignalGroup *kpis_signals;
  GSignalGroup *kpi_signals;
  gboolean stale; /* figures changed while nobody was looking */

  EntRecordPane *pane;
  EntKpiSummary *summary;
  EntKpiMeasurements *measurements;
  EntForm *plan;
  EntKpiPivots *pivots;
};

G_DEFINE_FINAL_TYPE (EntKpisView, ent_kpis_view, ENT_TYPE_PAGE)

static const EntFormSection about[] = {
  { NULL, NULL, { ENT_KPI_NAME, ENT_KPI_GOAL, ENT_KPI_OWNER }, 3 },
  { 0 }
};

static const EntFormSection plan[] = {
  { N_("How it is measured"), NULL,
    { ENT_KPI_KIND, ENT_KPI_UNIT, ENT_KPI_EVERY, ENT_KPI_SOURCE }, 4 },
  { N_("What it should become"),
    N_("The status compares the latest value with what is expected by now, on a straight line from "
       "the baseline to the target."),
    { ENT_KPI_DIRECTION, ENT_KPI_LOW, ENT_KPI_HIGH, ENT_KPI_BASELINE, ENT_KPI_BASELINE_DATE,
      ENT_KPI_TARGET, ENT_KPI_TARGET_DATE, ENT_KPI_TOLERANCE }, 8 },
  { N_("Limits"),
    N_("What the values usually do is worked out anew from each of these days, for instance after a "
       "change of course."),
    { ENT_KPI_REBASE }, 1 },
  { 0 }
};

static const EntFormSection note[] = {
  { NULL, NULL, { ENT_KPI_NOTE }, 1 },
  { 0 }
};

/* --- The list -------------------------------------------------------------------------------- */

/* "118 people of 200 people · Riverside Trust" */
static char *
dup_detail (EntRecord *kpi)
{
  const EntKpiSeries *series = ent_kpi_status_get_series (kpi);
  EntRecord *owner = ent_record_get_ref (kpi, ENT_KPI_OWNER);
  g_autofree char *owner_title = owner != NULL ? ent_text_dup_title (owner) : NULL;
  g_autofree char *latest =
    ent_kpi_format_value (kpi, series != NULL ? series->standing.latest : (double) NAN);
  g_autofree char *target = ent_kpi_format_target (kpi);
  g_autofree char *values = NULL;

  if (*target == '\0')
    values = g_strdup (latest);
  else if (*latest == '\0')
    /* Translators: what a KPI should become, such as “200 people” or “3 to 5 days” */
    values = g_strdup_printf (_("Target %s"), target);
  else
    /* Translators: the latest value of a KPI and its target */
    values = g_strdup_printf (_("%s, target %s"), latest, target);

  if (owner_title == NULL || *values == '\0')
    return owner_title != NULL ? g_steal_pointer (&owner_title) : g_steal_pointer (&values);

  return g_strdup_printf ("%s · %s", values, owner_title);
}

static char *
dup_status (EntRecord *kpi)
{
  const EntKpiSeries *series = ent_kpi_status_get_series (kpi);

  return series != NULL ? ent_kpi_status_format (series) : g_strdup ("");
}

static const char *
get_status_class (EntRecord *kpi)
{
  const EntKpiSeries *series = ent_kpi_status_get_series (kpi);

  return series != NULL ? ent_kpi_status_get_css_class (series->standing.status) : NULL;
}

static gboolean
has_status (EntRecord *kpi, guint status)
{
  const EntKpiSeries *series = ent_kpi_status_get_series (kpi);

  return series != NULL && series->standing.status == status;
}

static int
compare_status (EntRecord *a, EntRecord *b)
{
  const EntKpiSeries *x = ent_kpi_status_get_series (a);
  const EntKpiSeries *y = ent_kpi_status_get_series (b);

  return (x != NULL ? (int) x->standing.status : ENT_N_KPI_STATUSES)
         - (y != NULL ? (int) y->standing.status : ENT_N_KPI_STATUSES);
}

static const EntListPaneSpec list_spec = {
  .kind = ENT_KIND_KPI,
  .search = N_("Search KPIs"),
  .add = N_("Add a KPI"),
  .dup_detail = dup_detail,
  .dup_word = dup_status,
  .get_word_class = get_status_class,
  .compare = compare_status,
  .compare_title = N_("Most Pressing First"),
  .own_order_first = TRUE,
  .sorts = { ENT_KPI_NAME, ENT_KPI_GOAL, ENT_KPI_OWNER, ENT_KPI_TARGET_DATE },
  .n_sorts = 4,
  .filters = { { .label = N_("Status"), .matches = has_status,
                 .choices = { N_("Off track"), N_("Lagging"), N_("On track"), N_("Met"),
                              N_("No target"), N_("No data") } },
               { ENT_KPI_GOAL, TRUE, N_("No goal") },
               { ENT_KPI_OWNER, TRUE, N_("No owner") },
               { ENT_KPI_KIND, TRUE, NULL } },
  .n_filters = 4,
};

static const EntRecordPaneEmpty empty = {
  .icon_name = "ent-chart-symbolic",
  .title = N_("How Will You See That It Works?"),
  .description = N_("A KPI is a number that shows whether a goal comes closer, measured again and "
                    "again: “Families that grow food here”. A pulse asks people from 1 to 5 how it "
                    "goes."),
  .prompt = N_("The first KPI"),
  .other_way = N_("_Import from a Spreadsheet…"),
  .other_way_action = "win.import",
};

/* --- The form -------------------------------------------------------------------------------- */

/* A field that does not apply is there where it is filled in: nothing that counts is hidden. */
static void
show_field (EntKpisView *self, EntRecord *kpi, guint field, gboolean applies)
{
  ent_form_show_field (self->plan, field, applies || !ent_record_is_initial (kpi, field));
}

static void
update_form (EntKpisView *self)
{
  EntRecord *kpi = ent_record_pane_get_record (self->pane);
  gboolean pulse;
  gboolean within;

  if (kpi == NULL)
    return;

  pulse = ent_record_get_enum (kpi, ENT_KPI_KIND) == ENT_KPI_PULSE;
  within = ent_record_get_enum (kpi, ENT_KPI_DIRECTION) == ENT_DIRECTION_WITHIN;
  show_field (self, kpi, ENT_KPI_UNIT, !pulse);
  show_field (self, kpi, ENT_KPI_LOW, within);
  show_field (self, kpi, ENT_KPI_HIGH, within);
  show_field (self, kpi, ENT_KPI_BASELINE, !within);
  show_field (self, kpi, ENT_KPI_BASELINE_DATE, !within);
  show_field (self, kpi, ENT_KPI_TARGET, !within);
  show_field (self, kpi, ENT_KPI_TARGET_DATE, !within);
}

static void
on_record (EntKpisView *self)
{
  EntRecord *kpi = ent_record_pane_get_record (self->pane);

  g_signal_group_set_target (self->kpi_signals, kpi);
  ent_kpi_summary_set_kpi (self->summary, kpi);
  ent_kpi_measurements_set_kpi (self->measurements, kpi);
  ent_kpi_pivots_set_kpi (self->pivots, kpi);
  update_form (self);
}

static void
update_figures (EntKpisView *self)
{
  self->stale = FALSE;
  ent_record_pane_update_list (self->pane);
  ent_kpi_summary_update (self->summary);
}

static void
on_changed (EntKpisView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_figures (self);
  else
    self->stale = TRUE;
}

/* --- The page -------------------------------------------------------------------------------- */

/* The KPIs are held before the list asks for them, and hear of a step before it does. */
static void
ent_kpis_view_project_changed (EntPage *page)
{
  EntKpisView *self = ENT_KPIS_VIEW (page);
  EntProject *project = ent_page_get_project (page);
  g_autoptr(EntKpis) before = g_steal_pointer (&self->kpis);

  if (project != NULL)
    self->kpis = ent_page_analysis_dup_kpis (project);
  ent_record_pane_set_project (self->pane, project);
  g_signal_group_set_target (self->kpis_signals, self->kpis);
}

static gboolean
ent_kpis_view_reveal (EntPage *page, EntRecord *record, int field)
{
  EntKpisView *self = ENT_KPIS_VIEW (page);
  EntRecord *kpi;

  switch ((int) ent_record_get_kind (record))
    {
    case ENT_KIND_KPI:
      return ent_record_pane_reveal (self->pane, record, field);
    case ENT_KIND_MEASUREMENT:
      kpi = ent_record_get_ref (record, ENT_MEASUREMENT_KPI);
      return kpi != NULL && ent_record_pane_reveal (self->pane, kpi, -1)
             && ent_kpi_measurements_reveal (self->measurements, record, field);
    default:
      return FALSE;
    }
}

static gboolean
ent_kpis_view_commit_edits (EntPage *page)
{
  gboolean taken = ent_kpi_measurements_commit (ENT_KPIS_VIEW (page)->measurements);

  return ENT_PAGE_CLASS (ent_kpis_view_parent_class)->commit_edits (page) && taken;
}

static void
ent_kpis_view_add_record (EntPage *page)
{
  ent_record_pane_focus_add (ENT_KPIS_VIEW (page)->pane);
}

static gboolean
ent_kpis_view_focus_content (EntPage *page)
{
  return ent_record_pane_focus_list (ENT_KPIS_VIEW (page)->pane);
}

static void
ent_kpis_view_map (GtkWidget *widget)
{
  EntKpisView *self = ENT_KPIS_VIEW (widget);

  if (self->stale)
    update_figures (self);

  GTK_WIDGET_CLASS (ent_kpis_view_parent_class)->map (widget);
}

static void
ent_kpis_view_dispose (GObject *object)
{
  EntKpisView *self = ENT_KPIS_VIEW (object);

  g_clear_object (&self->kpis_signals);
  g_clear_object (&self->kpi_signals);
  g_clear_object (&self->kpis);

  G_OBJECT_CLASS (ent_kpis_view_parent_class)->dispose (object);
}

static void
ent_kpis_view_class_init (EntKpisViewClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_kpis_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = ent_kpis_view_map;
  page_class->project_changed = ent_kpis_view_project_changed;
  page_class->reveal = ent_kpis_view_reveal;
  page_class->commit_edits = ent_kpis_view_commit_edits;
  page_class->add_record = ent_kpis_view_add_record;
  page_class->focus_content = ent_kpis_view_focus_content;
}

static void
add_parts (EntKpisView *self)
{
  self->summary = g_object_new (ENT_TYPE_KPI_SUMMARY, NULL);
  self->measurements = g_object_new (ENT_TYPE_KPI_MEASUREMENTS, NULL);
  self->pivots = g_object_new (ENT_TYPE_KPI_PIVOTS, NULL);

  ent_record_pane_set_spec (self->pane, &list_spec, &empty);
  ent_record_pane_add_form (self->pane, about);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->summary));
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->measurements));
  self->plan = ent_record_pane_add_form (self->pane, plan);
  ent_record_pane_add_widget (self->pane, GTK_WIDGET (self->pivots));
  ent_record_pane_add_form (self->pane, note);
}

static void
ent_kpis_view_init (EntKpisView *self)
{
  self->pane = g_object_new (ENT_TYPE_RECORD_PANE, NULL);
  add_parts (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));

  self->kpis_signals = g_signal_group_new (ENT_TYPE_KPIS);
  g_signal_group_connect_swapped (self->kpis_signals, "changed", G_CALLBACK (on_changed), self);
  self->kpi_signals = g_signal_group_new (ENT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->kpi_signals, "notify", G_CALLBACK (update_form), self);
  g_signal_connect_object (self->pane, "notify::record", G_CALLBACK (on_record), self,
                           G_CONNECT_SWAPPED);
}
