/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table pasted into a line of text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntTablePasted:
 * @data: what was handed over with it
 * @text: more than one cell, as it comes from a spreadsheet
 */
typedef void (*EntTablePasted) (gpointer    data,
                                const char *text);

void  ent_table_paste_add       (GtkEditable    *line,
                                 EntTablePasted  pasted,
                                 gpointer        data);
char *ent_table_paste_dup_named (const char     *text,
                                 const char     *name);

G_END_DECLS
