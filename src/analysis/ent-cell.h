/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a cell on its way to a spreadsheet and back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    ent_cell_needs_mark (const char *text);
const char *ent_cell_skip_mark  (const char *cell);

G_END_DECLS
