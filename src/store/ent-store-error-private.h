/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the store turns a failed system call into a text for people. */
#pragma once

#include "store/ent-store-error.h"

G_BEGIN_DECLS

/**
 * EntOnDisk:
 * @ENT_ON_DISK_UNCHANGED: the old file is as it was
 * @ENT_ON_DISK_NOTHING: there was no file and there is none now
 * @ENT_ON_DISK_THEIRS: what is there is somebody else's, and was not touched
 * @ENT_ON_DISK_UNKNOWN: the other end did not say what it kept
 * @ENT_ON_DISK_KEPT: that is not known either, but both versions are on this computer
 *
 * What a failed save has left behind, so that its message can say it.
 */
typedef enum
{
  ENT_ON_DISK_UNCHANGED,
  ENT_ON_DISK_NOTHING,
  ENT_ON_DISK_THEIRS,
  ENT_ON_DISK_UNKNOWN,
  ENT_ON_DISK_KEPT,
} EntOnDisk;

void _ent_store_set_open_errno (GError     **error,
                                const char  *name,
                                int          errnum);
void _ent_store_set_save_errno (GError     **error,
                                const char  *name,
                                int          errnum,
                                EntOnDisk    on_disk);
void _ent_store_set_save_error (GError       **error,
                                EntStoreError  code,
                                const char    *name,
                                const char    *reason,
                                EntOnDisk      on_disk,
                                const char    *advice);
int  _ent_store_errno_of       (const GError  *error);
char *
     _ent_store_dup_save_reason (int            errnum,
                                 EntStoreError *code);

G_END_DECLS
