/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place a project is saved to: its folder, held locked, and what is there under its name. */
#pragma once

#include "store/ent-fingerprint.h"

G_BEGIN_DECLS

/**
 * EntSaveTarget:
 * @folder: descriptor of the folder, or -1
 * @path: of the file, if it is a link then of what it means
 * @base: name in that folder, links followed
 * @current: descriptor of the file that is there, or -1
 * @exists: whether a file is there
 * @st: what the system says of it
 * @seen: what is in it
 */
typedef struct
{
  int folder;
  char *path;
  char *base;
  int current;
  gboolean exists;
  struct stat st;
  EntFingerprint seen;
} EntSaveTarget;

#define ENT_SAVE_TARGET_INIT { .folder = -1, .current = -1 }

int  ent_save_target_open          (EntSaveTarget *self,
                                    const char    *path,
                                    gboolean       follow);
int  ent_save_target_open_file     (EntSaveTarget *self,
                                    int            flags);
char *ent_save_target_dup_path     (EntSaveTarget *self);
int  ent_save_target_look          (EntSaveTarget *self);
int  ent_save_target_look_again    (EntSaveTarget *self,
                                    gboolean      *as_seen);
int  ent_save_target_check_writable (EntSaveTarget *self);
void ent_save_target_close_current (EntSaveTarget *self);
void ent_save_target_clear         (EntSaveTarget *self);
void ent_save_lock                 (int            fd);

G_END_DECLS
