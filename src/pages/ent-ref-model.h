/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one can choose from, records or words, with "none" or "any" before them, and how a drop-down
 * shows records. */
#pragma once

#include <gtk/gtk.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

GListModel    *ent_ref_model_new            (EntProject    *project,
                                             EntKind        kind,
                                             const char    *none);
GListModel    *ent_ref_model_new_words      (const char    *first,
                                             const EntEnum *words);
guint          ent_ref_model_find           (GListModel    *self,
                                             EntRecord     *record);
char          *ent_ref_model_dup_label      (gpointer       item);
GtkExpression *ent_ref_model_new_expression (void);
void           ent_ref_model_set_up         (GtkDropDown   *drop_down,
                                             int            n_chars);

G_END_DECLS
