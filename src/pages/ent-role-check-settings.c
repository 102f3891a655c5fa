/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSettings on one side, the rules of the role chart on the other. */
#include "config.h"

#include "pages/ent-role-check-settings.h"

#include <gio/gio.h>

#define SCHEMA_ID ENT_APP_ID ".RoleCheck"

static EntRoleCheckSettings
read_settings (GSettings *settings)
{
  EntRoleCheckSettings checks = ENT_ROLE_CHECK_SETTINGS_DEFAULT;

  checks.several_responsible = (guint) g_settings_get_int (settings, "several-r");
  checks.many_consulted = (guint) g_settings_get_int (settings, "many-c");
  checks.many_informed = (guint) g_settings_get_int (settings, "many-i");
  checks.responsible_load = (guint) g_settings_get_int (settings, "role-many-r");
  checks.accountable_load = (guint) g_settings_get_int (settings, "too-many-a");

  return checks;
}

/**
 * ent_role_check_settings_read:
 *
 * Returns: where the questions begin now, for documents
 */
EntRoleCheckSettings
ent_role_check_settings_read (void)
{
  g_autoptr(GSettings) settings = g_settings_new (SCHEMA_ID);

  return read_settings (settings);
}

static void
on_changed (EntRoleChecks *checks, const char *key, GSettings *settings)
{
  const EntRoleCheckSettings values = read_settings (settings);

  ent_role_checks_set_settings (checks, &values);
}

/**
 * ent_role_check_settings_follow:
 * @checks: findings that somebody looks at
 *
 * Lets the questions begin where people set them to, now and as long as @checks lives.
 */
void
ent_role_check_settings_follow (EntRoleChecks *checks)
{
  GSettings *settings;

  g_return_if_fail (ENT_IS_ROLE_CHECKS (checks));

  settings = g_settings_new (SCHEMA_ID);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_changed), checks,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (checks), "ent-settings", settings, g_object_unref);
  on_changed (checks, NULL, settings);
}
