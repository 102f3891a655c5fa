/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three ways to replace a file: ours, the least that is durable, and GLib's. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean bench_save_ours    (const char *target,
                             GBytes     *bytes);
gboolean bench_save_by_hand (const char *target,
                             GBytes     *bytes);
gboolean bench_save_by_glib (const char *target,
                             GBytes     *bytes);

G_END_DECLS
