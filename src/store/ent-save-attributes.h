/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what with a file, carried over to the file that takes its place. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

int ent_save_attributes_copy (int                from,
                              const struct stat *st,
                              int                to);

G_END_DECLS
