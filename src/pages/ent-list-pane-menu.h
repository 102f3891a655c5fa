/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of a list: how it is sorted, and what can be done with an entry. */
#pragma once

#include "pages/ent-list-pane.h"

G_BEGIN_DECLS

GMenuModel *ent_list_pane_menu_new_order (const EntListPaneSpec *spec);
GtkWidget  *ent_list_pane_menu_attach    (EntListPane           *pane,
                                          GtkListView           *view,
                                          GPtrArray             *rows);

G_END_DECLS
