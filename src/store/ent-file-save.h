/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a project file so that the old one or the new one is there, whole, whatever happens. */
#pragma once

#include "store/ent-fingerprint.h"
#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * EntSaveReceipt:
 * @fingerprint: of the file as it is on disk now; what the next ent_file_save() expects
 * @confirmed: whether the disk confirmed that the new file survives a power failure; if not it is
 *   saved all the same
 */
typedef struct
{
  EntFingerprint fingerprint;
  gboolean confirmed;
} EntSaveReceipt;

gboolean ent_file_save      (GFile                *file,
                             GBytes               *bytes,
                             const EntFingerprint *expected,
                             EntSaveReceipt       *receipt,
                             GCancellable         *cancellable,
                             GError              **error);
gboolean ent_file_save_copy (GFile                *file,
                             GBytes               *bytes,
                             gboolean              overwrite,
                             EntSaveReceipt       *receipt,
                             GCancellable         *cancellable,
                             GError              **error);

G_END_DECLS
