/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a partnership's versions as a file: a line each, with a sum of its own, so that one
 * damaged line costs no other. */
#pragma once

#include "store/ent-versions.h"

G_BEGIN_DECLS

#define ENT_VERSION_TITLE_CHARS 200

/**
 * EntVersionsIndex:
 * @name: name of the file
 * @bytes: (nullable): what is in it, damaged lines included; %NULL if there is no such file
 * @versions: (element-type EntVersion): the lines that can be read, newest first
 *
 * The versions of a partnership.
 */
typedef struct
{
  char *name;
  GBytes *bytes;
  GPtrArray *versions;
} EntVersionsIndex;

EntVersionsIndex *ent_versions_index_read      (int                folder,
                                                const char        *project,
                                                int               *errnum);
void              ent_versions_index_free      (EntVersionsIndex  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVersionsIndex, ent_versions_index_free)

int               ent_versions_index_append    (EntVersionsIndex  *self,
                                                int                folder,
                                                EntVersion        *version);
int               ent_versions_index_rewrite   (EntVersionsIndex  *self,
                                                int                folder);
GPtrArray        *ent_versions_index_read_all  (int                folder,
                                                int               *errnum);

G_END_DECLS
