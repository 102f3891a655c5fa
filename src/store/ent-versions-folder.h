/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of versions as files: nothing in it is reached through a link or by a name that did
 * not come from here. Error numbers are the system's, and 0 is none. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

#include "store/ent-state-folder.h"

G_BEGIN_DECLS

#define ENT_VERSIONS_CONTENT_SUFFIX ".json"
#define ENT_VERSIONS_INDEX_SUFFIX   ".index"

/**
 * EntFolderEach:
 * @folder: descriptor of the folder
 * @name: a name in it
 * @user_data: what was handed in
 *
 * Called for each name in a folder, which it may remove.
 */
typedef void (*EntFolderEach) (int         folder,
                               const char *name,
                               gpointer    user_data);

int       ent_versions_folder_open       (EntStatePart    part,
                                          int            *errnum);
int       ent_versions_folder_lock       (GError        **error);
void      ent_versions_folder_wait       (int             folder);
int       ent_versions_folder_each       (int             folder,
                                          EntFolderEach   each,
                                          gpointer        user_data);
gboolean  ent_versions_is_damage         (int             errnum);
GBytes   *ent_versions_read              (int             folder,
                                          const char     *name,
                                          int            *errnum);
int       ent_versions_write             (int             folder,
                                          const char     *name,
                                          GBytes         *bytes);
gboolean  ent_versions_put_aside         (int             folder,
                                          const char     *name);
int       ent_versions_sync              (int             folder);
char     *ent_versions_dup_digest        (GBytes         *bytes);
char     *ent_versions_dup_content_name  (const char     *digest);
char     *ent_versions_dup_name_digest   (const char     *name);

G_END_DECLS
