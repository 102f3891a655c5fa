/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After a change of course the values before it say nothing about those after it. The pivots are
 * listed when somebody asks for them; without one there is no button. */
#include "config.h"

#include "pages/ent-kpi-pivots.h"

#include <glib/gi18n.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "pages/ent-compat.h"
#include "pages/ent-text.h"

struct _EntKpiPivots {
  AdwBin parent_instance;

  EntRecord *kpi;
  GSignalGroup *project_signals;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list;
  GtkCheckButton *all;
};

G_DEFINE_FINAL_TYPE (EntKpiPivots, ent_kpi_pivots, ADW_TYPE_BIN)

static EntProject *
get_project (EntKpiPivots *self)
{
  return self->kpi != NULL ? ent_record_get_project (self->kpi) : NULL;
}

static gboolean
is_pivot (EntRecord *decision)
{
  return ent_record_get_enum (decision, ENT_DECISION_KIND) == ENT_DECISION_PIVOT
         && ent_date_is_valid (ent_record_get_string (decision, ENT_DECISION_DATE));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  EntRecord *x = *(EntRecord *const *) a;
  EntRecord *y = *(EntRecord *const *) b;

  return -g_strcmp0 (ent_record_get_string (x, ENT_DECISION_DATE),
                     ent_record_get_string (y, ENT_DECISION_DATE));
}

/* The latest first. */
static GPtrArray *
dup_pivots (EntProject *project)
{
  GPtrArray *pivots = g_ptr_array_new ();
  guint n = project != NULL ? ent_project_get_n_records (project, ENT_KIND_DECISION) : 0;

  for (guint i = 0; i < n; i++)
    {
      EntRecord *decision = ent_project_get_record (project, ENT_KIND_DECISION, i);

      if (is_pivot (decision))
        g_ptr_array_add (pivots, decision);
    }
  g_ptr_array_sort (pivots, compare_days);

  return pivots;
}

static void
update (EntKpiPivots *self)
{
  EntProject *project = get_project (self);
  g_autoptr(GPtrArray) pivots = dup_pivots (project);

  gtk_widget_set_visible (GTK_WIDGET (self->button),
                          pivots->len > 0 && !ent_project_is_read_only (project));
}

static void
on_committed (EntKpiPivots *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_DECISION))
    update (self);
}

static void
add_row (EntKpiPivots *self, EntRecord *pivot)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = ent_day_format (ent_record_get_string (pivot, ENT_DECISION_DATE));
  g_autofree char *what = ent_text_shorten (ent_record_get_string (pivot, ENT_DECISION_WHAT));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  ent_compat_set_label (row, day);
  g_object_set_data_full (G_OBJECT (row), "day",
                          g_strdup (ent_record_get_string (pivot, ENT_DECISION_DATE)), g_free);
  gtk_list_box_append (self->list, row);
}

static void
on_show (EntKpiPivots *self)
{
  g_autoptr(GPtrArray) pivots = dup_pivots (get_project (self));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < pivots->len; i++)
    add_row (self, g_ptr_array_index (pivots, i));
}

static void
on_row_activated (EntKpiPivots *self, GtkListBoxRow *row)
{
  g_autofree char *day = g_strdup (g_object_get_data (G_OBJECT (row), "day"));
  gboolean all = gtk_check_button_get_active (self->all);

  gtk_popover_popdown (self->popover);
  gtk_check_button_set_active (self->all, FALSE);
  if (self->kpi != NULL)
    ent_kpi_pivots_rebase (self->kpi, day, all);
}

static void
ent_kpi_pivots_dispose (GObject *object)
{
  EntKpiPivots *self = ENT_KPI_PIVOTS (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->kpi);

  G_OBJECT_CLASS (ent_kpi_pivots_parent_class)->dispose (object);
}

static void
ent_kpi_pivots_class_init (EntKpiPivotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_kpi_pivots_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-kpi-pivots.ui");
  gtk_widget_class_bind_template_child (widget_class, EntKpiPivots, button);
  gtk_widget_class_bind_template_child (widget_class, EntKpiPivots, popover);
  gtk_widget_class_bind_template_child (widget_class, EntKpiPivots, list);
  gtk_widget_class_bind_template_child (widget_class, EntKpiPivots, all);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
ent_kpi_pivots_init (EntKpiPivots *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_set_label (GTK_WIDGET (self->button), _("Recalculate from a Pivot"));
  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_kpi_pivots_set_kpi:
 * @self: a button
 * @kpi: (nullable): the KPI whose limits it is about
 */
void
ent_kpi_pivots_set_kpi (EntKpiPivots *self, EntRecord *kpi)
{
  g_return_if_fail (ENT_IS_KPI_PIVOTS (self));

  if (!g_set_object (&self->kpi, kpi))
    return;

  g_signal_group_set_target (self->project_signals, get_project (self));
  update (self);
}

static gboolean
add_day (EntRecord *kpi, const char *day)
{
  const char *const *days = ent_record_get_list (kpi, ENT_KPI_REBASE);
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  gboolean added = FALSE;

  if (g_strv_contains (days, day))
    return TRUE;

  for (guint i = 0; days[i] != NULL; i++)
    {
      if (!added && strcmp (day, days[i]) < 0)
        {
          g_strv_builder_add (all, day);
          added = TRUE;
        }
      g_strv_builder_add (all, days[i]);
    }
  if (!added)
    g_strv_builder_add (all, day);
  list = g_strv_builder_end (all);

  return ent_record_set_list (kpi, ENT_KPI_REBASE, (const char *const *) list);
}

/**
 * ent_kpi_pivots_rebase:
 * @kpi: a KPI of a project
 * @day: a day, `YYYY-MM-DD`
 * @all: whether all KPIs of the project are meant
 *
 * Has limits worked out anew from @day, in one step.
 *
 * Returns: whether all of it could be written
 */
gboolean
ent_kpi_pivots_rebase (EntRecord *kpi, const char *day, gboolean all)
{
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;
  EntProject *project;

  g_return_val_if_fail (ENT_IS_RECORD (kpi), FALSE);
  g_return_val_if_fail (ent_date_is_valid (day), FALSE);

  project = ent_record_get_project (kpi);
  if (project == NULL || ent_project_is_read_only (project))
    return FALSE;

  shown = ent_day_format (day);
  /* Translators: a step that can be undone; %s is a day */
  label = g_strdup_printf (_("Recalculate from %s"), shown);
  step = ent_project_begin (project, label);
  for (guint i = 0; all && i < ent_project_get_n_records (project, ENT_KIND_KPI); i++)
    if (!add_day (ent_project_get_record (project, ENT_KIND_KPI, i), day))
      return FALSE;
  if (!add_day (kpi, day))
    return FALSE;

  ent_transaction_commit (step);
  return TRUE;
}
