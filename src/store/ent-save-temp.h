/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hidden file beside the real one, in which a save is got ready. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

#define ENT_SAVE_TEMP_NAME_SIZE 32

/**
 * EntSaveTemp:
 * @folder: descriptor of the folder it is in; not owned
 * @fd: descriptor while it is being written, or -1
 * @name: its name, empty while there is no such file
 */
typedef struct
{
  int folder;
  int fd;
  char name[ENT_SAVE_TEMP_NAME_SIZE];
} EntSaveTemp;

#define ENT_SAVE_TEMP_INIT { .folder = -1, .fd = -1 }

gboolean ent_save_temp_is_name (const char *name);
int  ent_save_temp_create  (EntSaveTemp    *self,
                            int             folder,
                            gboolean        is_private);
int  ent_save_temp_write   (EntSaveTemp    *self,
                            GBytes         *bytes);
int  ent_save_temp_finish  (EntSaveTemp    *self);
int  ent_save_temp_verify  (EntSaveTemp    *self,
                            GBytes         *bytes,
                            struct stat    *st,
                            gboolean       *as_written);
int  ent_save_temp_rename  (EntSaveTemp    *self,
                            const char     *base,
                            gboolean        replace);
void ent_save_temp_discard (EntSaveTemp    *self);

G_END_DECLS
