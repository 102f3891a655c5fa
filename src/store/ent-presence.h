/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells others who has a document open, and this window who else has. */
#pragma once

#include "store/ent-document.h"

G_BEGIN_DECLS

#define ENT_TYPE_PRESENCE (ent_presence_get_type ())
G_DECLARE_FINAL_TYPE (EntPresence, ent_presence, ENT, PRESENCE, GObject)

EntPresence *ent_presence_new         (EntDocument *document);
void         ent_presence_check       (EntPresence *self);
const char  *ent_presence_get_message (EntPresence *self);

G_END_DECLS
