/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kernel knows of a program and all it has started: everything in its session. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double watch_process_memory  (GPid session);
double watch_process_cpu     (GPid session);
double watch_process_wakeups (GPid session);

G_END_DECLS
