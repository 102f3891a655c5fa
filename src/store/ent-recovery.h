/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what was not saved when the program ended without being asked to. */
#pragma once

#include "store/ent-document.h"

G_BEGIN_DECLS

/**
 * EntRecoveryState:
 * @ENT_RECOVERY_UNSAVED: the file is as it was: the document has what was done since
 * @ENT_RECOVERY_NAMELESS: the project had no file yet
 * @ENT_RECOVERY_CHANGED: the file was changed by somebody else since
 * @ENT_RECOVERY_GONE: the file is not where it was, or cannot be read now
 * @ENT_RECOVERY_FAILED: nothing could be recovered; there is no document
 *
 * What has become of a project that was not saved.
 */
typedef enum
{
  ENT_RECOVERY_UNSAVED,
  ENT_RECOVERY_NAMELESS,
  ENT_RECOVERY_CHANGED,
  ENT_RECOVERY_GONE,
  ENT_RECOVERY_FAILED,
} EntRecoveryState;

/**
 * EntRecovery:
 *
 * A project that was not saved.
 */
typedef struct _EntRecovery EntRecovery;

gboolean         ent_recovery_is_needed    (void);
void             ent_recovery_find_async   (GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray       *ent_recovery_find_finish  (GAsyncResult         *result);
EntRecoveryState ent_recovery_get_state    (EntRecovery          *self);
EntDocument     *ent_recovery_get_document (EntRecovery          *self);
char            *ent_recovery_dup_message  (EntRecovery          *self);
void             ent_recovery_accept       (EntRecovery          *self);
void             ent_recovery_free         (EntRecovery          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRecovery, ent_recovery_free)

G_END_DECLS
