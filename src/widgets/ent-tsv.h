/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab-separated text, as spreadsheets put it on the clipboard. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *ent_tsv_parse  (const char *text);
void       ent_tsv_append (GString    *text,
                           const char *field);

G_END_DECLS
