/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files named on the command line. */
#pragma once

#include "store/ent-project-file.h"

G_BEGIN_DECLS

GFile          *ent_cli_file_for_path (const char *path);
char           *ent_cli_file_dup_name (const char *path);
EntProjectFile *ent_cli_read          (const char *path);
gboolean        ent_cli_save          (const char *path,
                                       GBytes     *bytes,
                                       gboolean    replace);
GBytes         *ent_cli_make_bytes    (const char     *path,
                                       EntProjectFile *file);
gboolean        ent_cli_save_back     (const char           *path,
                                       const EntProjectFile *file,
                                       GBytes               *bytes);

G_END_DECLS
