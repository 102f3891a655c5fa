/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions with the clock and the limits handed in, for tests. */
#pragma once

#include "store/ent-versions.h"

G_BEGIN_DECLS

/**
 * EntVersionsLimits:
 * @newest: how many of each partnership stay, whatever their age
 * @days: of how many days, today included, the last version stays as well
 * @size: bytes in all
 *
 * What stays when the versions are pruned.
 */
typedef struct
{
  guint newest;
  guint days;
  guint64 size;
} EntVersionsLimits;

#define ENT_VERSIONS_LIMITS { .newest = 20, .days = 30, .size = 200 * 1000 * 1000 }

gboolean _ent_versions_put_at   (GBytes                   *bytes,
                                 const char               *project,
                                 const char               *title,
                                 EntVersionOrigin          origin,
                                 gint64                    now,
                                 char                    **digest,
                                 GError                  **error);
gboolean _ent_versions_prune_at (const char *const        *needed,
                                 const EntVersionsLimits  *limits,
                                 gint64                    now,
                                 GError                  **error);
GHashTable *_ent_versions_dup_needed (const char *const   *needed);

G_END_DECLS
