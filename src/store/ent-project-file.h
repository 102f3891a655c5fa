/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between a file and a project: reading one from the other, and the bytes to write. */
#pragma once

#include "model/ent-json-reader.h"
#include "store/ent-fingerprint.h"
#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * EntProjectFile:
 * @project: what was read
 * @problems: what could not be taken as it stands
 * @bytes: the file as it was
 * @fingerprint: of it, for the next save
 * @is_partial: whether a part of the file is missing from @project; the file must not be replaced
 *   by it unasked
 * @version: (nullable): digest under which @bytes were put away on this computer
 *
 * A project file that was read.
 */
typedef struct
{
  EntProject *project;
  EntProblemList *problems;
  GBytes *bytes;
  EntFingerprint fingerprint;
  gboolean is_partial;
  char *version;
} EntProjectFile;

EntProjectFile *ent_project_file_read       (GFile            *file,
                                             EntReadProgress   progress,
                                             gpointer          user_data,
                                             GCancellable     *cancellable,
                                             GError          **error);
EntProjectFile *ent_project_file_salvage    (GFile            *file,
                                             EntReadProgress   progress,
                                             gpointer          user_data,
                                             GCancellable     *cancellable,
                                             GError          **error);
EntProjectFile *ent_project_file_read_version
                                            (const char        *digest,
                                             GCancellable      *cancellable,
                                             GError           **error);
void            ent_project_file_free       (EntProjectFile   *self);
GBytes         *ent_project_file_make_bytes (EntProject       *project,
                                             const char       *name,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntProjectFile, ent_project_file_free)

G_END_DECLS
