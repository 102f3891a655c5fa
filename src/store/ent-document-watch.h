/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices what becomes of the file of a document while the document is open. */
#pragma once

#include "store/ent-document.h"
#include "store/ent-file-watch.h"

G_BEGIN_DECLS

#define ENT_TYPE_DOCUMENT_WATCH (ent_document_watch_get_type ())
G_DECLARE_FINAL_TYPE (EntDocumentWatch, ent_document_watch, ENT, DOCUMENT_WATCH, GObject)

EntDocumentWatch *ent_document_watch_new              (EntDocument          *document);
void              ent_document_watch_check            (EntDocumentWatch     *self);
EntFileState      ent_document_watch_get_state        (EntDocumentWatch     *self);
char             *ent_document_watch_dup_message      (EntDocumentWatch     *self);

void              ent_document_watch_summarise_async  (EntDocumentWatch     *self,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
char             *ent_document_watch_summarise_finish (EntDocumentWatch     *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
