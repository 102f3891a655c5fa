/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings, most pressing first; each leads to what it is about. */
#pragma once

#include <adwaita.h>

#include "analysis/ent-finding.h"

G_BEGIN_DECLS

#define ENT_TYPE_FINDING_LIST (ent_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (EntFindingList, ent_finding_list, ENT, FINDING_LIST, AdwBin)

void ent_finding_list_set_model (EntFindingList *self,
                                 GListModel     *findings);

G_END_DECLS
