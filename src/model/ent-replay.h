/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does steps again that were written as text, so that a project is what it was, with its undo. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * ENT_REPLAY_RESUME:
 *
 * Stands between the steps that a project was recovered from and those that were done then, whose
 * states go on from the numbers of the replay.
 */
#define ENT_REPLAY_RESUME "{\"resume\":true}"

/**
 * EntReplay:
 *
 * The steps that are being done again on one project.
 */
typedef struct _EntReplay EntReplay;

EntReplay *ent_replay_new  (EntProject  *project);
gboolean   ent_replay_step (EntReplay   *self,
                            const char  *text,
                            GError     **error);
void       ent_replay_free (EntReplay   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReplay, ent_replay_free)

G_END_DECLS
