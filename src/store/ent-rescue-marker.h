/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note that says which file is being written in place, and what with. */
#pragma once

#include "store/ent-fingerprint.h"

G_BEGIN_DECLS

/**
 * EntRescueMarker:
 * @path: the file; absolute, without links or dots
 * @time: when the save began
 * @old: SHA-256 of what was there
 * @new: SHA-256 of what was to be there
 */
typedef struct
{
  char *path;
  GDateTime *time;
  guint8 old[ENT_FINGERPRINT_DIGEST_LENGTH];
  guint8 new[ENT_FINGERPRINT_DIGEST_LENGTH];
} EntRescueMarker;

GBytes  *ent_rescue_marker_to_bytes (const EntRescueMarker *self);
gboolean ent_rescue_marker_parse    (EntRescueMarker       *self,
                                     GBytes                *bytes);
void     ent_rescue_marker_clear    (EntRescueMarker       *self);

G_END_DECLS
