/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: how wide it is, and fitting it into that. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint ent_cli_terminal_width (void);
guint ent_cli_text_width     (const char *text);
char *ent_cli_text_wrap      (const char *text,
                              guint       width);
void  ent_cli_append_hanging (GString    *out,
                              const char *lead,
                              const char *text,
                              guint       width);
void  ent_cli_append_padding (GString    *out,
                              guint       n);

G_END_DECLS
