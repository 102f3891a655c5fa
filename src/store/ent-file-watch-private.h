/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests need to know of a watch, and the look at the file that its thread takes. */
#pragma once

#include "store/ent-file-watch.h"

G_BEGIN_DECLS

/**
 * EntFileLook:
 * @expected: what was last opened or saved
 * @seen: what was last found there; reading it again is saved as long as the system says that it is
 *   the same file
 * @etag: (nullable): what GIO says of the state in @seen, for files that have no inode
 * @state: what became of the file
 * @time: when it was changed last, in seconds since 1970; 0 if that is not known
 *
 * What a look at a file starts from and what it finds.
 */
typedef struct
{
  EntFingerprint expected;
  EntFingerprint seen;
  char *etag;
  EntFileState state;
  gint64 time;
} EntFileLook;

void  _ent_file_look              (EntFileLook  *self,
                                   GFile        *file);
guint _ent_file_watch_get_n_looks (EntFileWatch *self);
guint _ent_file_watch_get_n_hints (EntFileWatch *self);

G_END_DECLS
