/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people read them. In the project a day is text, `YYYY-MM-DD`. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No day. */
#define ENT_DAY_NONE G_MININT

char *ent_day_dup_today    (void);
char *ent_day_format       (const char *day);
char *ent_day_format_month (const char *day,
                            const char *beside);
char *ent_day_format_period (const char *first,
                             const char *last);

int   ent_day_to_number    (const char *day);
char *ent_day_from_number  (int         number);

G_END_DECLS
