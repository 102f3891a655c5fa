/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says when a new day has begun, for what stays open over midnight. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EntCalendarClock:
 * @data: what was given with it
 *
 * Returns: (transfer full): the time that it is, where the user is
 */
typedef GDateTime *(*EntCalendarClock) (gpointer data);

#define ENT_TYPE_CALENDAR (ent_calendar_get_type ())
G_DECLARE_FINAL_TYPE (EntCalendar, ent_calendar, ENT, CALENDAR, GObject)

EntCalendar *ent_calendar_new               (void);
void         ent_calendar_set_clock         (EntCalendar      *self,
                                             EntCalendarClock  clock,
                                             gpointer          data);
const char  *ent_calendar_get_today         (EntCalendar      *self);
void         ent_calendar_check             (EntCalendar      *self);

gint64       ent_calendar_count_to_midnight (GDateTime        *now);

G_END_DECLS
