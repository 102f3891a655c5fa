/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would change, line by line. */
#pragma once

#include <adwaita.h>

#include "pages/ent-import-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_PREVIEW (ent_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (EntImportPreview, ent_import_preview, ENT, IMPORT_PREVIEW, AdwBin)

void ent_import_preview_set_model (EntImportPreview *self,
                                   EntImportModel   *model);

G_END_DECLS
