/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three ways to replace a file: ours, the least that is durable, and GLib's. */
#pragma once

#include "store/ent-file-save.h"

G_BEGIN_DECLS

/* One of the three. */
typedef gboolean (*BenchSave) (const char     *target,
                               GBytes         *bytes,
                               EntFingerprint *known);

gboolean bench_save_prepare (const char     *target,
                             GBytes         *bytes,
                             EntFingerprint *known);
gboolean bench_save_ours    (const char     *target,
                             GBytes         *bytes,
                             EntFingerprint *known);
gboolean bench_save_by_hand (const char     *target,
                             GBytes         *bytes,
                             EntFingerprint *known);
gboolean bench_save_by_glib (const char     *target,
                             GBytes         *bytes,
                             EntFingerprint *known);

G_END_DECLS
