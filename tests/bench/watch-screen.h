/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at a whole screen from outside, the same way for every program. */
#pragma once

#include <X11/Xlib.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _WatchScreen WatchScreen;

WatchScreen *watch_screen_open     (void);
void         watch_screen_close    (WatchScreen *self);
Display     *watch_screen_display  (WatchScreen *self);
void         watch_screen_wait     (WatchScreen *self,
                                    double       seconds);
void         watch_screen_look     (WatchScreen *self);
void         watch_screen_reset    (WatchScreen *self);
double       watch_screen_drawn    (WatchScreen *self);
double       watch_screen_first    (WatchScreen *self);
double       watch_screen_changed  (WatchScreen *self);
gboolean     watch_screen_set_ping (WatchScreen *self,
                                    gboolean     ping);
double       watch_screen_hold     (WatchScreen *self);

G_END_DECLS
