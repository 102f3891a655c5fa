/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The KPIs that are due, the longest due first, each with a place to type: a number, Enter, the next
 * one. A row stays where it is until the list is asked for anew, so that nothing moves under the
 * hands of who types. */
#include "config.h"

#include "pages/ent-kpi-enter-view.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "pages/ent-compat.h"
#include "pages/ent-kpi-entry-row.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-text.h"

/* So many at a time; the others follow once these are entered. */
#define MOST_ROWS 60

struct _EntKpiEnterView {
  EntPage parent_instance;

  EntKpis *kpis;
  GSignalGroup *kpis_signals;
  EntCalendar *calendar;
  GSignalGroup *calendar_signals;
  char *today; /* as it was put into the entry */
  gboolean stale; /* KPIs came or went while nobody was looking */

  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *nothing_all;
  GtkEntry *day_entry;
  GtkToggleButton *all_button;
  GtkLabel *count;
  GtkListBox *list;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (EntKpiEnterView, ent_kpi_enter_view, ENT_TYPE_PAGE)

/* --- What is due ----------------------------------------------------------------------------- */

typedef struct {
  EntRecord *kpi;
  int due;
} Due;

static int
get_due (const EntKpiSeries *series)
{
  return ent_kpi_plan_get_due (&series->plan, series->standing.latest_day);
}

/* What was never measured is due by now. */
static gboolean
is_due (EntKpiEnterView *self, const EntKpiSeries *series)
{
  int due = get_due (series);

  return series->n == 0 || (due != ENT_DAY_NONE && due <= ent_kpis_get_today (self->kpis));
}

/* The earliest first; what is never due comes last, in its own order. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  int x = ((const Due *) a)->due;
  int y = ((const Due *) b)->due;

  if (x == ENT_DAY_NONE || y == ENT_DAY_NONE)
    return (x == ENT_DAY_NONE) - (y == ENT_DAY_NONE);

  return (x > y) - (x < y);
}

static GArray *
dup_due (EntKpiEnterView *self, gboolean all)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Due));

  for (guint i = 0; self->kpis != NULL && i < ent_kpis_get_n (self->kpis); i++)
    {
      const EntKpiSeries *series = ent_kpis_get_series (self->kpis, i);
      Due due = { series->kpi, series->n == 0 ? ent_kpis_get_today (self->kpis)
                                              : get_due (series) };

      if (all || is_due (self, series))
        g_array_append_val (found, due);
    }
  g_array_sort (found, compare_due);

  return found;
}

static guint
count_due (EntKpiEnterView *self)
{
  g_autoptr(GArray) due = dup_due (self, FALSE);

  return due->len;
}

/* --- What stands there ----------------------------------------------------------------------- */

static void
update_count (EntKpiEnterView *self)
{
  guint n = count_due (self);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u KPI is due", "%u KPIs are due", n), n)
                                : g_strdup (_("Nothing is due"));

  gtk_label_set_text (self->count, text);
}

/* "The next one is “Volunteer hours”, on 30 November 2026." */
static char *
describe_next (EntKpiEnterView *self)
{
  g_autoptr(GArray) all = dup_due (self, TRUE);
  const Due *next = all->len > 0 ? &g_array_index (all, Due, 0) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;

  if (next == NULL || next->due == ENT_DAY_NONE)
    return g_strdup (_("A KPI is due again once the days between its measurements have passed."));

  title = ent_text_dup_title (next->kpi);
  day = ent_day_from_number (next->due);
  shown = ent_day_format (day);
  /* Translators: a KPI and the day on which it is due */
  return g_strdup_printf (_("The next one is “%s”, on %s."), title, shown);
}

static void
show_nothing (EntKpiEnterView *self)
{
  gboolean any = self->kpis != NULL && ent_kpis_get_n (self->kpis) > 0;
  g_autofree char *description = any ? describe_next (self)
    : g_strdup (_("Once there are KPIs, their values are typed here, one after the other."));
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->nothing, any ? _("Nothing Is Due") : _("No KPIs Yet"));
  adw_status_page_set_description (self->nothing, escaped);
  gtk_widget_set_visible (self->nothing_all, any);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static EntKpiEntryRow *
get_row (EntKpiEnterView *self, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  return row != NULL ? ENT_KPI_ENTRY_ROW (row) : NULL;
}

static void
focus_row (EntKpiEntryRow *row)
{
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The next one that is open, from the beginning again at the end; else the plain next one. */
static void
on_go_on (EntKpiEnterView *self, EntKpiEntryRow *row)
{
  int first = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  EntKpiEntryRow *next;

  for (int i = first + 1; (next = get_row (self, i)) != NULL; i++)
    if (!ent_kpi_entry_row_is_entered (next))
      {
        focus_row (next);
        return;
      }
  for (int i = 0; i < first; i++)
    if (!ent_kpi_entry_row_is_entered (get_row (self, i)))
      {
        focus_row (get_row (self, i));
        return;
      }
}

static void
on_step (EntKpiEnterView *self, int step, EntKpiEntryRow *row)
{
  focus_row (get_row (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step));
}

static void
add_row (EntKpiEnterView *self, EntRecord *kpi)
{
  GtkWidget *row = ent_kpi_entry_row_new (kpi);

  ent_kpi_entry_row_set_day (ENT_KPI_ENTRY_ROW (row),
                             gtk_editable_get_text (GTK_EDITABLE (self->day_entry)));
  g_signal_connect_object (row, "go-on", G_CALLBACK (on_go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "step", G_CALLBACK (on_step), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
fill (EntKpiEnterView *self)
{
  g_autoptr(GArray) due = dup_due (self, gtk_toggle_button_get_active (self->all_button));
  guint n_shown = MIN (due->len, MOST_ROWS);
  guint n_more = due->len - n_shown;
  GtkWidget *row;
  g_autofree char *more =
    g_strdup_printf (ngettext ("%u more follows when these are entered and the page is opened again.",
                               "%u more follow when these are entered and the page is opened again.",
                               n_more), n_more);

  self->stale = FALSE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n_shown; i++)
    add_row (self, g_array_index (due, Due, i).kpi);

  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  update_count (self);
  if (due->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_nothing (self);
}

static void
update_rows (EntKpiEnterView *self)
{
  EntKpiEntryRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    ent_kpi_entry_row_update (row);
  update_count (self);
}

/* --- Following ------------------------------------------------------------------------------- */

static void
on_changed (EntKpiEnterView *self, const EntKpisUpdate *update)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (update->layout)
    fill (self);
  else
    update_rows (self);
}

static void
on_all_toggled (EntKpiEnterView *self)
{
  ent_page_commit_edits (ENT_PAGE (self));
  fill (self);
  focus_row (get_row (self, 0));
}

static void
on_show_all (EntKpiEnterView *self)
{
  gtk_toggle_button_set_active (self->all_button, TRUE);
}

static void
set_day_error (EntKpiEnterView *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
}

static void
on_day_changed (EntKpiEnterView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day_entry));
  g_autofree char *day = ent_text_parse_date (text);
  EntKpiEntryRow *row;

  set_day_error (self, day == NULL || *day == '\0');
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    ent_kpi_entry_row_set_day (row, text);
}

static void
on_day_activate (EntKpiEnterView *self)
{
  focus_row (get_row (self, 0));
}

static void
set_today (EntKpiEnterView *self)
{
  g_autofree char *today = ent_day_dup_today ();
  g_autofree char *shown = ent_text_format_date (today);

  g_free (self->today);
  self->today = g_strdup (shown);
  gtk_editable_set_text (GTK_EDITABLE (self->day_entry), shown);
}

/* A day that somebody typed stays. */
static void
on_calendar_day_changed (EntKpiEnterView *self)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->day_entry)), self->today))
    set_today (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && get_row (self, 0) == NULL)
    fill (self);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
ent_kpi_enter_view_project_changed (EntPage *page)
{
  EntKpiEnterView *self = ENT_KPI_ENTER_VIEW (page);
  EntProject *project = ent_page_get_project (page);

  g_clear_object (&self->kpis);
  g_clear_object (&self->calendar);
  if (project != NULL)
    {
      self->kpis = ent_page_analysis_dup_kpis (project);
      self->calendar = ent_page_analysis_dup_calendar (project);
    }
  g_signal_group_set_target (self->calendar_signals, self->calendar);
  g_signal_group_set_target (self->kpis_signals, self->kpis);
  gtk_toggle_button_set_active (self->all_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list),
                            project != NULL && !ent_project_is_read_only (project));
  fill (self);
}

static gboolean
ent_kpi_enter_view_commit_edits (EntPage *page)
{
  EntKpiEnterView *self = ENT_KPI_ENTER_VIEW (page);
  EntKpiEntryRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (!ent_kpi_entry_row_commit (row))
      {
        focus_row (row);
        return FALSE;
      }

  return TRUE;
}

static gboolean
ent_kpi_enter_view_focus_content (EntPage *page)
{
  EntKpiEnterView *self = ENT_KPI_ENTER_VIEW (page);
  EntKpiEntryRow *first = get_row (self, 0);

  if (first == NULL)
    return gtk_widget_get_visible (self->nothing_all) && gtk_widget_grab_focus (self->nothing_all);

  return gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* Whoever comes back finds what is due now. */
static void
ent_kpi_enter_view_map (GtkWidget *widget)
{
  EntKpiEnterView *self = ENT_KPI_ENTER_VIEW (widget);

  if (self->kpis != NULL && self->stale)
    fill (self);

  GTK_WIDGET_CLASS (ent_kpi_enter_view_parent_class)->map (widget);
}

static void
ent_kpi_enter_view_unmap (GtkWidget *widget)
{
  ENT_KPI_ENTER_VIEW (widget)->stale = TRUE;

  GTK_WIDGET_CLASS (ent_kpi_enter_view_parent_class)->unmap (widget);
}

static void
ent_kpi_enter_view_dispose (GObject *object)
{
  EntKpiEnterView *self = ENT_KPI_ENTER_VIEW (object);

  g_clear_object (&self->kpis_signals);
  g_clear_object (&self->kpis);
  g_clear_object (&self->calendar_signals);
  g_clear_object (&self->calendar);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (ent_kpi_enter_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-kpi-enter-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, nothing);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, nothing_all);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, day_entry);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, all_button);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, count);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, list);
  gtk_widget_class_bind_template_child (widget_class, EntKpiEnterView, more);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_day_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
}

static void
ent_kpi_enter_view_class_init (EntKpiEnterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_kpi_enter_view_dispose;
  widget_class->map = ent_kpi_enter_view_map;
  widget_class->unmap = ent_kpi_enter_view_unmap;
  page_class->project_changed = ent_kpi_enter_view_project_changed;
  page_class->commit_edits = ent_kpi_enter_view_commit_edits;
  page_class->focus_content = ent_kpi_enter_view_focus_content;
  bind_template (widget_class);
}

static void
ent_kpi_enter_view_init (EntKpiEnterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_limit_line (GTK_EDITABLE (self->day_entry));
  ent_compat_set_label (GTK_WIDGET (self->day_entry), _("Measured on"));
  set_today (self);

  self->calendar_signals = g_signal_group_new (ENT_TYPE_CALENDAR);
  g_signal_group_connect_swapped (self->calendar_signals, "day-changed",
                                  G_CALLBACK (on_calendar_day_changed), self);
  self->kpis_signals = g_signal_group_new (ENT_TYPE_KPIS);
  g_signal_group_connect_swapped (self->kpis_signals, "changed", G_CALLBACK (on_changed), self);
}
