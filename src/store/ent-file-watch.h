/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices when the file of an open project becomes another one. */
#pragma once

#include "store/ent-fingerprint.h"

G_BEGIN_DECLS

/**
 * EntFileState:
 * @ENT_FILE_UNCHANGED: it holds what was last opened or saved, or it is not known yet
 * @ENT_FILE_CHANGED: somebody else wrote something else into it
 * @ENT_FILE_GONE: it was deleted or moved away
 * @ENT_FILE_UNREACHABLE: the disk or share it is on is not there, or does not answer properly
 *
 * What became of a file.
 */
typedef enum
{
  ENT_FILE_UNCHANGED,
  ENT_FILE_CHANGED,
  ENT_FILE_GONE,
  ENT_FILE_UNREACHABLE,
} EntFileState;

#define ENT_TYPE_FILE_STATE (ent_file_state_get_type ())
GType         ent_file_state_get_type     (void) G_GNUC_CONST;

#define ENT_TYPE_FILE_WATCH (ent_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (EntFileWatch, ent_file_watch, ENT, FILE_WATCH, GObject)

EntFileWatch *ent_file_watch_new          (GFile                *file);
GFile        *ent_file_watch_get_file     (EntFileWatch         *self);
void          ent_file_watch_set_expected (EntFileWatch         *self,
                                           const EntFingerprint *expected);
void          ent_file_watch_pause        (EntFileWatch         *self);
void          ent_file_watch_resume       (EntFileWatch         *self);
void          ent_file_watch_check        (EntFileWatch         *self);
EntFileState  ent_file_watch_get_state    (EntFileWatch         *self);
gint64        ent_file_watch_get_time     (EntFileWatch         *self);

G_END_DECLS
