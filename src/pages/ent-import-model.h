/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that is about to be imported, as the widgets of the import share it. */
#pragma once

#include "analysis/ent-import.h"

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_MODEL (ent_import_model_get_type ())
G_DECLARE_FINAL_TYPE (EntImportModel, ent_import_model, ENT, IMPORT_MODEL, GObject)

EntImportModel *ent_import_model_new            (EntProject             *project,
                                                 EntImportWhat           what);
EntProject     *ent_import_model_get_project    (EntImportModel         *self);
EntImportWhat   ent_import_model_get_what       (EntImportModel         *self);
void            ent_import_model_set_what       (EntImportModel         *self,
                                                 EntImportWhat           what);
void            ent_import_model_set_rows       (EntImportModel         *self,
                                                 GPtrArray              *rows);
EntImport      *ent_import_model_get_import     (EntImportModel         *self);
void            ent_import_model_set_options    (EntImportModel         *self,
                                                 const EntImportOptions *options);
void            ent_import_model_set_has_header (EntImportModel         *self,
                                                 gboolean                has_header);
void            ent_import_model_set_role       (EntImportModel         *self,
                                                 guint                   column,
                                                 guint                   role);
void            ent_import_model_set_name       (EntImportModel         *self,
                                                 guint                   name,
                                                 EntImportAnswer         answer,
                                                 EntRecord              *kpi);
gboolean        ent_import_model_apply          (EntImportModel         *self,
                                                 GError                **error);

G_END_DECLS
