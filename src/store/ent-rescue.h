/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves into a file that were interrupted: both versions are on this computer. */
#pragma once

#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * EntRescueState:
 * @ENT_RESCUE_UNTOUCHED: the file is the old version, whole; offer the new one
 * @ENT_RESCUE_MIXED: the file is neither version; offer both
 * @ENT_RESCUE_GONE: the file is not there, or cannot be reached just now; offer both
 *
 * What became of the file. Where it is the new version there is nothing to be done about it.
 */
typedef enum
{
  ENT_RESCUE_UNTOUCHED,
  ENT_RESCUE_MIXED,
  ENT_RESCUE_GONE,
} EntRescueState;

/**
 * EntRescueVersion:
 * @ENT_RESCUE_OLD: what was in the file before the save
 * @ENT_RESCUE_NEW: what was to be in it after that
 */
typedef enum
{
  ENT_RESCUE_OLD,
  ENT_RESCUE_NEW,
} EntRescueVersion;

/**
 * EntRescue:
 * @path: the file
 * @name: its name as people read it
 * @time: when the save began
 * @state: what became of the file
 *
 * A save that was interrupted. No other list has it until it is freed.
 */
typedef struct
{
  char *path;
  char *name;
  GDateTime *time;
  EntRescueState state;
} EntRescue;

gboolean   ent_rescue_is_needed (void);
GPtrArray *ent_rescue_list      (guint            *n_put_aside);
void       ent_rescue_free      (EntRescue        *self);
gboolean   ent_rescue_has       (EntRescue        *self,
                                 EntRescueVersion  version);
GBytes    *ent_rescue_get_bytes (EntRescue        *self,
                                 EntRescueVersion  version,
                                 GError          **error);
gboolean   ent_rescue_restore   (EntRescue        *self,
                                 EntRescueVersion  version,
                                 GError          **error);
void       ent_rescue_dismiss   (EntRescue        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRescue, ent_rescue_free)

G_END_DECLS
