/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSettings on one side, the limits of KPIs on the other. */
#include "config.h"

#include "pages/ent-kpi-settings.h"

#include <gio/gio.h>

#define SCHEMA_ID ENT_APP_ID ".Kpis"
#define SCREEN_LIMITS "screen-limits"

/**
 * ent_kpi_settings_read_screened:
 *
 * Returns: whether moving ranges that are far too large are left out of the limits, for documents
 */
gboolean
ent_kpi_settings_read_screened (void)
{
  g_autoptr(GSettings) settings = g_settings_new (SCHEMA_ID);

  return g_settings_get_boolean (settings, SCREEN_LIMITS);
}

static void
on_changed (EntKpis *kpis, const char *key, GSettings *settings)
{
  ent_kpis_set_screened (kpis, g_settings_get_boolean (settings, SCREEN_LIMITS));
}

/**
 * ent_kpi_settings_follow:
 * @kpis: KPIs that somebody looks at
 *
 * Has the limits worked out as people set it, now and as long as @kpis live.
 */
void
ent_kpi_settings_follow (EntKpis *kpis)
{
  GSettings *settings;

  g_return_if_fail (ENT_IS_KPIS (kpis));

  settings = g_settings_new (SCHEMA_ID);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_changed), kpis, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (kpis), "ent-settings", settings, g_object_unref);
  on_changed (kpis, NULL, settings);
}
