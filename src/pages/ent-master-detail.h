/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list and what it leads to, side by side or, where it is narrow, one after the other. */
#pragma once

#include <adwaita.h>

#include "model/ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_MASTER_DETAIL (ent_master_detail_get_type ())
G_DECLARE_FINAL_TYPE (EntMasterDetail, ent_master_detail, ENT, MASTER_DETAIL, AdwBin)

gboolean ent_master_detail_get_folded (EntMasterDetail *self);
void     ent_master_detail_set_record (EntMasterDetail *self,
                                       EntRecord       *record);
void     ent_master_detail_show_detail (EntMasterDetail *self);
void     ent_master_detail_show_master (EntMasterDetail *self);

G_END_DECLS
