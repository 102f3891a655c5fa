/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file that may be anything: never waits, never reads without end. */
#pragma once

#include "model/ent-json-error.h"
#include "store/ent-fingerprint.h"
#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * ENT_FILE_SIZE_MAX:
 *
 * The largest project file that is read or written, in bytes. A plan with 25,000 actions is 28 MB.
 */
#define ENT_FILE_SIZE_MAX ((gsize) ENT_JSON_MAX_BYTES)

GBytes *ent_file_read (GFile           *file,
                       EntFingerprint  *fingerprint,
                       GCancellable    *cancellable,
                       GError         **error);

G_END_DECLS
