/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry in which a new record is begun by typing its name. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_ADD_ENTRY (ent_add_entry_get_type ())
G_DECLARE_FINAL_TYPE (EntAddEntry, ent_add_entry, ENT, ADD_ENTRY, GtkEntry)

void ent_add_entry_set_prompt (EntAddEntry *self,
                               const char  *prompt);
void ent_add_entry_commit     (EntAddEntry *self);

G_END_DECLS
