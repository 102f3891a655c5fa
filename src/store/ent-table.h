/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that came from a spreadsheet: CSV, or text between tabs. */
#pragma once

#include "store/ent-store-error.h"

G_BEGIN_DECLS

GPtrArray *ent_table_parse (const char *text,
                            gsize       length,
                            GError    **error);
GPtrArray *ent_table_read  (GFile      *file,
                            GError    **error);

G_END_DECLS
