/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person: one line that unfolds to a form. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTACT_ROW (ent_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (EntContactRow, ent_contact_row, ENT, CONTACT_ROW, AdwExpanderRow)

GtkWidget *ent_contact_row_new        (EntRecord     *person);
EntRecord *ent_contact_row_get_person (EntContactRow *self);
void       ent_contact_row_open       (EntContactRow *self,
                                       int            field);

G_END_DECLS
