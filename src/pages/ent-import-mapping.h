/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table is understood, to be corrected: what each column holds and what names mean. */
#pragma once

#include <adwaita.h>

#include "pages/ent-import-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_MAPPING (ent_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (EntImportMapping, ent_import_mapping, ENT, IMPORT_MAPPING, AdwBin)

void ent_import_mapping_set_model (EntImportMapping *self,
                                   EntImportModel   *model);

G_END_DECLS
