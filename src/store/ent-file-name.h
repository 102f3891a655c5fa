/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a file as people may read it, and what it leads to. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *ent_name_dup_shown          (const char *name,
                                      guint       most_chars);
char    *ent_file_dup_display_name   (GFile      *file);
char    *ent_file_dup_name_for_title (const char *title,
                                      const char *ending);
gboolean ent_file_is_same            (GFile      *a,
                                      GFile      *b);

G_END_DECLS
