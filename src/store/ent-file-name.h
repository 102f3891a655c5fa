/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a file as people may read it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *ent_file_dup_display_name   (GFile      *file);
char *ent_file_dup_name_for_title (const char *title);

G_END_DECLS
