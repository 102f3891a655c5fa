/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing to an open file, and making certain of it: what the ways of saving share. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

int _ent_random_number  (guint64     *number);
int _ent_write_all      (int          fd,
                         GBytes      *bytes,
                         gsize       *written);
int _ent_sync_and_close (int         *fd);
int _ent_compare_file   (int          folder,
                         const char  *name,
                         GBytes      *bytes,
                         struct stat *st,
                         gboolean    *same);

G_END_DECLS
