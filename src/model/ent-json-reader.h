/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a file to a project, and a list of what could not be taken as it stands. */
#pragma once

#include "model/ent-problem.h"
#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntReadProgress:
 * @fraction: how much has been read, 0 to 1
 * @user_data: what was handed in
 *
 * Called in the thread that reads, every 128 KB or so.
 */
typedef void (*EntReadProgress) (double   fraction,
                                 gpointer user_data);

EntProject *ent_project_read    (GBytes           *bytes,
                                 EntProblemList   *problems,
                                 GCancellable     *cancellable,
                                 EntReadProgress   progress,
                                 gpointer          user_data,
                                 GError          **error);
EntProject *ent_project_salvage (GBytes           *bytes,
                                 EntProblemList   *problems,
                                 GCancellable     *cancellable,
                                 EntReadProgress   progress,
                                 gpointer          user_data,
                                 GError          **error);

G_END_DECLS
