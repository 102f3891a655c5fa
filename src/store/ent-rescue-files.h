/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are kept on this computer while a file is written in place: both versions, and a
 * marker that says of what. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_RESCUE_ID_LENGTH   16
#define ENT_RESCUE_MARKER      ".json"
#define ENT_RESCUE_UNFINISHED  ".part"
#define ENT_RESCUE_OLD_ENDING  ".old"
#define ENT_RESCUE_NEW_ENDING  ".new"

/**
 * EntRescueFiles:
 * @folder: descriptor of the rescue folder, or -1
 * @marker: descriptor of the marker, which is locked for as long as it is open, or -1
 * @id: the name of all three, without their endings
 */
typedef struct
{
  int folder;
  int marker;
  char id[ENT_RESCUE_ID_LENGTH + 1];
} EntRescueFiles;

#define ENT_RESCUE_FILES_INIT { .folder = -1, .marker = -1 }

int   ent_rescue_files_begin    (EntRescueFiles       *self,
                                 const char           *path,
                                 GBytes               *old_bytes,
                                 GBytes               *new_bytes);
int   ent_rescue_files_take     (EntRescueFiles       *self,
                                 int                   folder,
                                 const char           *id,
                                 const char           *ending);
void  ent_rescue_files_drop     (EntRescueFiles       *self);
void  ent_rescue_files_leave    (EntRescueFiles       *self);
void  ent_rescue_files_put_aside (EntRescueFiles      *self);
char *ent_rescue_files_dup_name (const EntRescueFiles *self,
                                 const char           *ending);

G_END_DECLS
