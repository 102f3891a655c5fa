/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of records made fit for labels, and dates as people write them. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

char *ent_text_shorten     (const char *text);
char *ent_text_dup_title   (EntRecord  *record);
char *ent_text_format_date (const char *date);
char *ent_text_parse_date  (const char *text);

G_END_DECLS
