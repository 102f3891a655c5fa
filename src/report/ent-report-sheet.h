/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What spreadsheets are told about a document, in whatever format. */
#pragma once

#include "render/ent-matrix-model.h"

G_BEGIN_DECLS

/* −, which spreadsheets do not take for a minus */
#define ENT_REPORT_MINUS "\342\210\222"

gboolean ent_report_sheet_is_number       (const char     *text);
gboolean ent_report_sheet_parse_number    (const char     *text,
                                           double         *value);
char    *ent_report_sheet_dup_column_name (EntMatrixModel *matrix,
                                           guint           column);

G_END_DECLS
