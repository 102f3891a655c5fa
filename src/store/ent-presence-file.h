/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file beside a partnership that says who has it open. */
#pragma once

#include "store/ent-presence-note.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ENT_PRESENCE_STALE_SECONDS:
 *
 * How long the word of somebody counts who does not renew it.
 */
#define ENT_PRESENCE_STALE_SECONDS (15 * 60)

typedef struct _EntPresenceFile EntPresenceFile;

EntPresenceFile *ent_presence_file_new         (GFile           *file);
EntPresenceFile *ent_presence_file_ref         (EntPresenceFile *self);
void             ent_presence_file_unref       (EntPresenceFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPresenceFile, ent_presence_file_unref)

EntPresenceNote *ent_presence_file_look        (EntPresenceFile *self);
EntPresenceNote *ent_presence_file_claim       (EntPresenceFile *self);
gboolean         ent_presence_file_is_ours     (EntPresenceFile *self);
void             ent_presence_file_leave       (EntPresenceFile *self);
void             ent_presence_file_leave_async (EntPresenceFile *self);
gboolean         ent_presence_file_leave_all   (guint            most_ms);

char            *_ent_presence_file_dup_path   (const char      *path);

G_END_DECLS
