/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All expectations in columns, filtered and sorted. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_LEDGER (ent_ledger_get_type ())
G_DECLARE_FINAL_TYPE (EntLedger, ent_ledger, ENT, LEDGER, AdwBin)

void       ent_ledger_set_project  (EntLedger  *self,
                                    EntProject *project);
EntRecord *ent_ledger_get_selected (EntLedger  *self);
gboolean   ent_ledger_select       (EntLedger  *self,
                                    EntRecord  *record);
void       ent_ledger_focus_add    (EntLedger  *self);
void       ent_ledger_set_folded   (EntLedger  *self,
                                    gboolean    folded);

G_END_DECLS
