/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One copy of a text that many records hold: days, and ids of what they refer to. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *_ent_shared_text_ref   (const char *text);
void  _ent_shared_text_unref (char       *text);

G_END_DECLS
