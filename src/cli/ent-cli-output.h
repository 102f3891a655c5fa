/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to standard output and standard error. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_cli_print    (const char *text);
gboolean ent_cli_write    (GBytes     *bytes);
void     ent_cli_complain (const char *format,
                           ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
