/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening, saving and the document itself share. */
#pragma once

#include "store/ent-document.h"
#include "store/ent-file-save.h"
#include "store/ent-keeper.h"
#include "store/ent-project-file.h"

G_BEGIN_DECLS

#define ENT_DOCUMENT_SUFFIX ".entente.json"

EntDocument          *_ent_document_new_for_file    (GFile                *file,
                                                     EntProjectFile       *loaded);
EntDocument          *_ent_document_new_recovered   (GFile                *file,
                                                     EntProjectFile       *base,
                                                     const EntFingerprint *saved,
                                                     gboolean              begins_saved,
                                                     EntJournal           *journal);
EntProjectFile       *_ent_document_load            (GFile                *file,
                                                     gboolean              salvage,
                                                     EntProgress          *progress,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
void                  _ent_document_take_loaded     (EntDocument          *self,
                                                     EntProjectFile       *loaded);
void                  _ent_document_set_suggested_name
                                                    (EntDocument          *self,
                                                     const char           *name);
void                  _ent_document_set_saved       (EntDocument          *self,
                                                     GFile                *file,
                                                     const EntSaveReceipt *receipt,
                                                     guint64               state);
void                  _ent_document_set_progress    (double                fraction,
                                                     gpointer              document);
void                  _ent_document_set_busy        (EntDocument          *self,
                                                     gboolean              busy);
const EntFingerprint *_ent_document_get_fingerprint (EntDocument          *self);
GBytes               *_ent_document_get_original    (EntDocument          *self);
EntKeeper            *_ent_document_get_keeper      (EntDocument          *self);
GQueue               *_ent_document_get_jobs        (EntDocument          *self);

G_END_DECLS
