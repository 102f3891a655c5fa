/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of today the hour is enough; of another day it says little. */
#include "config.h"

#include "store/ent-moment.h"

#include <glib/gi18n.h>

/**
 * ent_moment_dup_text:
 * @time: seconds since 1970
 *
 * Returns: (transfer full): the time of the day, with the day unless that is today
 */
char *
ent_moment_dup_text (gint64 time)
{
  g_autoptr(GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  gboolean today;

  if (then == NULL)
    return g_strdup ("?");
  today = g_date_time_get_year (then) == g_date_time_get_year (now) &&
          g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now);

  /* Translators: a time of today, then a day and a time, as in “changes from 14:02”. */
  return g_date_time_format (then, today ? _("%H:%M") : _("%x, %H:%M"));
}
