/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as a list: for tables of which only what is seen is ever put into words. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_LIST (ent_import_list_get_type ())
G_DECLARE_FINAL_TYPE (EntImportList, ent_import_list, ENT, IMPORT_LIST, GObject)

#define ENT_TYPE_IMPORT_NUMBER (ent_import_number_get_type ())
G_DECLARE_FINAL_TYPE (EntImportNumber, ent_import_number, ENT, IMPORT_NUMBER, GObject)

EntImportList *ent_import_list_new       (void);
void           ent_import_list_take      (EntImportList   *self,
                                          GArray          *numbers);
guint          ent_import_number_get     (EntImportNumber *self);

G_END_DECLS
