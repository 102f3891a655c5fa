/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in sentences: isolated where they could turn a sentence round, and joined as people do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_phrase_show  (const char         *text);
char *ent_phrase_show_lines (const char   *text);
char *ent_phrase_name  (const char         *name);
char *ent_phrase_quote (const char         *name);
char *ent_phrase_join  (const char *const  *parts);

gboolean ent_phrase_is_right_to_left (const char *text,
                                      gboolean    otherwise);

G_END_DECLS
