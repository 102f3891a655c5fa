/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and numbers as JSON, the one way we write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ent_json_append_text   (GString           *json,
                             const char        *text);
void ent_json_append_texts  (GString           *json,
                             const char *const *texts);
void ent_json_append_int    (GString           *json,
                             gint64             value);
void ent_json_append_double (GString           *json,
                             double             value);

G_END_DECLS
