/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of one kind in their order, as a GListModel that also knows where each record is. */
#pragma once

#include <gio/gio.h>

#include "model/ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_RECORD_LIST (ent_record_list_get_type ())
G_DECLARE_FINAL_TYPE (EntRecordList, ent_record_list, ENT, RECORD_LIST, GObject)

EntRecordList *ent_record_list_new      (EntKind        kind);
guint          ent_record_list_get_size (EntRecordList *self);
EntRecord     *ent_record_list_get      (EntRecordList *self,
                                         guint          position);
guint          ent_record_list_find     (EntRecordList *self,
                                         EntRecord     *record);
void           ent_record_list_insert   (EntRecordList *self,
                                         guint          position,
                                         EntRecord     *record);
void           ent_record_list_remove   (EntRecordList *self,
                                         guint          position);
void           ent_record_list_move     (EntRecordList *self,
                                         guint          from,
                                         guint          to);
void           ent_record_list_load_take (EntRecordList *self,
                                         EntRecord     *record);

G_END_DECLS
