/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second files of one partnership, beside the one that is open. */
#pragma once

#include "store/ent-document.h"

G_BEGIN_DECLS

/**
 * EntConflictCopy:
 * @file: where it is
 * @summary: (nullable): what in it is other than in the file that is open, such as “1 partner
 *   added”; %NULL if that can't be said
 * @digest: of what is in it
 *
 * A file that belongs to the same partnership, made by a program that synchronises folders.
 */
typedef struct
{
  GFile *file;
  char *summary;
  char *digest;
} EntConflictCopy;

void       ent_conflict_copies_find_async  (EntDocument          *document,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ent_conflict_copies_find_finish (EntDocument          *document,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
