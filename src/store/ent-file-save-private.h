/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both ways of saving share: by system calls on this computer, by GIO anywhere else. */
#pragma once

#include "store/ent-file-save.h"

G_BEGIN_DECLS

/**
 * EntSaveRequest:
 * @file: where to save
 * @name: its name as people read it
 * @bytes: what to save
 * @expected: (nullable): what was there when it was opened
 * @overwrite: whether the user chose to replace whatever is there
 * @exactly: whether a link is refused instead of followed
 */
typedef struct
{
  GFile *file;
  const char *name;
  GBytes *bytes;
  const EntFingerprint *expected;
  gboolean overwrite;
  gboolean exactly;
} EntSaveRequest;

gboolean _ent_save_request_check_seen (const EntSaveRequest  *self,
                                       const EntFingerprint  *seen,
                                       GError               **error);
void     _ent_save_request_set_changed (const EntSaveRequest *self,
                                        gboolean              was_there,
                                        GError              **error);
gboolean _ent_file_save_exactly        (GFile                *file,
                                        GBytes               *bytes,
                                        const EntFingerprint *expected,
                                        GError              **error);
gboolean _ent_save_local               (const EntSaveRequest *self,
                                        const char           *path,
                                        EntSaveReceipt       *receipt,
                                        GCancellable         *cancellable,
                                        GError              **error);
gboolean _ent_save_stream              (const EntSaveRequest *self,
                                        EntSaveReceipt       *receipt,
                                        GCancellable         *cancellable,
                                        GError              **error);

G_END_DECLS
