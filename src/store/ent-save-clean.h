/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clears away what saves left behind that were interrupted. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

guint ent_save_clean_folder (int    folder);
guint ent_save_clean_beside (GFile *file);

G_END_DECLS
