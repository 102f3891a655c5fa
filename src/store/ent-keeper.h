/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps on this computer what was done to a project and is not saved yet. */
#pragma once

#include "model/ent-project.h"
#include "store/ent-fingerprint.h"
#include "store/ent-journal.h"

G_BEGIN_DECLS

#define ENT_TYPE_KEEPER (ent_keeper_get_type ())
G_DECLARE_FINAL_TYPE (EntKeeper, ent_keeper, ENT, KEEPER, GObject)

/**
 * EntKeeperBase:
 * @file: (nullable): the file that was opened or saved, %NULL for a project without a name
 * @bytes: the project as it was then
 * @digest: (nullable): the version of these bytes, if it has been put away already
 * @saved: (nullable): fingerprint of @file as it was then
 *
 * What the edits of a journal begin with.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  const char *digest;
  const EntFingerprint *saved;
} EntKeeperBase;

EntKeeper    *ent_keeper_new         (EntProject           *project);
const GError *ent_keeper_get_trouble (EntKeeper            *self);
void          ent_keeper_set_base    (EntKeeper            *self,
                                      const EntKeeperBase  *base);
void          ent_keeper_resume      (EntKeeper            *self,
                                      EntJournal           *journal);
void          ent_keeper_begin_save  (EntKeeper            *self);
void          ent_keeper_end_save    (EntKeeper            *self,
                                      const EntKeeperBase  *base,
                                      gboolean              confirmed);
void          ent_keeper_cancel_save (EntKeeper            *self);
const char   *ent_keeper_get_base    (EntKeeper            *self);
gboolean      ent_keeper_sync        (EntKeeper            *self,
                                      GError              **error);
void          ent_keeper_close       (EntKeeper            *self,
                                      gboolean              discard);

G_END_DECLS
