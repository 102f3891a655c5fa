/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of reading that saving needs as well. */
#pragma once

#include "store/ent-file-read.h"

G_BEGIN_DECLS

typedef void (*EntReadFunc) (const guint8 *data,
                             gsize         length,
                             gpointer      user_data);

int     _ent_open_retrying (int           folder,
                            const char   *path,
                            int           flags,
                            mode_t        mode);
GBytes *_ent_read_fd       (int           fd,
                            struct stat  *st,
                            int          *errnum);
int     _ent_read_fd_each  (int           fd,
                            gsize         most,
                            struct stat  *st,
                            EntReadFunc   each,
                            gpointer      user_data);
GBytes *_ent_read_stream   (GFile        *file,
                            gsize         most,
                            GCancellable *cancellable,
                            GError      **error);

G_END_DECLS
