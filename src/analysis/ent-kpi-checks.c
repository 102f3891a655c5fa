/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of KPIs as a list that follows them, most pressing first. When a step of the project
 * reaches a KPI, its rules are asked again. */
#include "config.h"

#include "analysis/ent-kpi-checks.h"

struct _EntKpiChecks {
  EntChecks parent_instance;

  EntKpis *kpis;
};

G_DEFINE_FINAL_TYPE (EntKpiChecks, ent_kpi_checks, ENT_TYPE_CHECKS)

static void
ask_rules (EntKpiChecks *self, guint kpi)
{
  const EntKpiSeries *series = ent_kpis_get_series (self->kpis, kpi);

  for (guint i = 0; i < ENT_KPI_N_RULES; i++)
    {
      const EntKpiRule *rule = &ent_kpi_rules[i];
      g_auto(EntVerdict) verdict = { 0, NULL, NULL, g_ptr_array_new () };

      g_ptr_array_add (verdict.records, series->kpi);
      if (rule->check (series, ent_kpis_get_today (self->kpis), &verdict))
        ent_checks_put (ENT_CHECKS (self), series->kpi, rule->kind, rule->severity, &verdict);
      else
        ent_checks_clear (ENT_CHECKS (self), series->kpi, rule->kind);
    }
}

/* Gives every KPI its present place, and takes out what is no longer there. */
static void
place_all (EntKpiChecks *self)
{
  g_autoptr(GHashTable) present = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ent_kpis_get_n (self->kpis); i++)
    {
      EntRecord *kpi = ent_kpis_get_series (self->kpis, i)->kpi;

      ent_checks_place (ENT_CHECKS (self), kpi, i);
      g_hash_table_add (present, kpi);
    }

  ent_checks_drop_others (ENT_CHECKS (self), present);
}

static void
ask_everything (EntKpiChecks *self)
{
  ent_checks_begin (ENT_CHECKS (self));
  place_all (self);
  for (guint i = 0; i < ent_kpis_get_n (self->kpis); i++)
    ask_rules (self, i);
  ent_checks_end (ENT_CHECKS (self));
}

static void
on_changed (EntKpiChecks *self, const EntKpisUpdate *update)
{
  if (update->everything)
    {
      ask_everything (self);
      return;
    }

  for (guint i = 0; i < update->kpis->len; i++)
    ask_rules (self, g_array_index (update->kpis, guint, i));
}

static void
ent_kpi_checks_dispose (GObject *object)
{
  EntKpiChecks *self = ENT_KPI_CHECKS (object);

  if (self->kpis != NULL)
    g_signal_handlers_disconnect_by_data (self->kpis, self);
  g_clear_object (&self->kpis);

  G_OBJECT_CLASS (ent_kpi_checks_parent_class)->dispose (object);
}

static void
ent_kpi_checks_class_init (EntKpiChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_kpi_checks_dispose;
}

static void
ent_kpi_checks_init (EntKpiChecks *self)
{
}

/**
 * ent_kpi_checks_new:
 * @kpis: the KPIs to check
 *
 * Returns: (transfer full): their findings, a #GListModel of #EntFinding ordered by severity, then
 *   strength, then the order of KPIs
 */
EntKpiChecks *
ent_kpi_checks_new (EntKpis *kpis)
{
  EntKpiChecks *self;

  g_return_val_if_fail (ENT_IS_KPIS (kpis), NULL);

  self = g_object_new (ENT_TYPE_KPI_CHECKS, NULL);
  self->kpis = g_object_ref (kpis);
  ask_everything (self);
  g_signal_connect_object (kpis, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_kpi_checks_get_kpis:
 * @self: findings
 *
 * Returns: (transfer none): the KPIs they are about
 */
EntKpis *
ent_kpi_checks_get_kpis (EntKpiChecks *self)
{
  g_return_val_if_fail (ENT_IS_KPI_CHECKS (self), NULL);

  return self->kpis;
}
