/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project and the file it is in: what a window shows, and what it asks to open and save. */
#pragma once

#include "model/ent-problem.h"
#include "model/ent-project.h"
#include "store/ent-progress.h"
#include "store/ent-store-error.h"
#include "store/ent-versions.h"

G_BEGIN_DECLS

#define ENT_TYPE_DOCUMENT (ent_document_get_type ())
G_DECLARE_FINAL_TYPE (EntDocument, ent_document, ENT, DOCUMENT, GObject)

EntDocument    *ent_document_new                (void);
EntDocument    *ent_document_new_from_sample    (GFile                *sample,
                                                 GError              **error);

void            ent_document_open_async         (GFile                *file,
                                                 EntProgressFunc       progress,
                                                 gpointer              progress_data,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
void            ent_document_salvage_async      (GFile                *file,
                                                 EntProgressFunc       progress,
                                                 gpointer              progress_data,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
EntDocument    *ent_document_open_finish        (GAsyncResult         *result,
                                                 GError              **error);

void            ent_document_open_version_async (const EntVersion     *version,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
EntDocument    *ent_document_open_version_finish
                                                (GAsyncResult         *result,
                                                 GError              **error);
char           *ent_version_dup_file_name       (const EntVersion     *version);

EntProject     *ent_document_get_project        (EntDocument          *self);
GFile          *ent_document_get_file           (EntDocument          *self);
const char     *ent_document_get_title          (EntDocument          *self);
gboolean        ent_document_get_modified       (EntDocument          *self);
gboolean        ent_document_get_busy           (EntDocument          *self);
double          ent_document_get_progress       (EntDocument          *self);
gboolean        ent_document_get_read_only      (EntDocument          *self);
EntProblemList *ent_document_get_problems       (EntDocument          *self);
const char     *ent_document_get_base           (EntDocument          *self);
const GError   *ent_document_get_trouble        (EntDocument          *self);
char           *ent_document_dup_suggested_name (EntDocument          *self);

void            ent_document_sync               (EntDocument          *self);
void            ent_document_close              (EntDocument          *self);

void            ent_document_save_async         (EntDocument          *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
void            ent_document_save_as_async      (EntDocument          *self,
                                                 GFile                *file,
                                                 gboolean              overwrite,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
void            ent_document_save_copy_async    (EntDocument          *self,
                                                 GFile                *file,
                                                 gboolean              overwrite,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        ent_document_save_finish        (EntDocument          *self,
                                                 GAsyncResult         *result,
                                                 gboolean             *confirmed,
                                                 GError              **error);

void            ent_document_reload_async       (EntDocument          *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        ent_document_reload_finish      (EntDocument          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
