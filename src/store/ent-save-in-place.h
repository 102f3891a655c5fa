/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving into a file that no other file can take the place of. */
#pragma once

#include "store/ent-file-save-private.h"
#include "store/ent-save-target.h"

G_BEGIN_DECLS

gboolean _ent_save_in_place (const EntSaveRequest  *request,
                             EntSaveTarget         *target,
                             const char            *reason,
                             struct stat           *st,
                             GCancellable          *cancellable,
                             GError               **error);

G_END_DECLS
