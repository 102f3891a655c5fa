/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of reading that saving needs as well. */
#pragma once

#include "store/ent-file-read.h"

G_BEGIN_DECLS

int     ent_open_retrying (int           folder,
                           const char   *path,
                           int           flags,
                           mode_t        mode);
GBytes *ent_read_fd       (int           fd,
                           struct stat  *st,
                           int          *errnum);
GBytes *ent_read_stream   (GFile        *file,
                           GCancellable *cancellable,
                           GError      **error);

G_END_DECLS
