/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of one partner: a list that is edited in place. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTACTS (ent_contacts_get_type ())
G_DECLARE_FINAL_TYPE (EntContacts, ent_contacts, ENT, CONTACTS, AdwBin)

void     ent_contacts_set_partner (EntContacts *self,
                                   EntRecord   *partner);
gboolean ent_contacts_reveal      (EntContacts *self,
                                   EntRecord   *person,
                                   int          field);

G_END_DECLS
