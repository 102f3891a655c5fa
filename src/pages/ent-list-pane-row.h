/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list of records. */
#pragma once

#include "pages/ent-list-pane.h"

G_BEGIN_DECLS

#define ENT_TYPE_LIST_PANE_ROW (ent_list_pane_row_get_type ())
G_DECLARE_FINAL_TYPE (EntListPaneRow, ent_list_pane_row, ENT, LIST_PANE_ROW, GtkBox)

GtkWidget *ent_list_pane_row_new        (void);
void       ent_list_pane_row_set_record (EntListPaneRow        *self,
                                         EntRecord             *record,
                                         const EntListPaneSpec *spec);
EntRecord *ent_list_pane_row_get_record (EntListPaneRow        *self);
void       ent_list_pane_row_update     (EntListPaneRow        *self);

G_END_DECLS
