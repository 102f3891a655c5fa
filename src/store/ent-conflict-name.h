/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the second files that programs make that synchronise folders. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_conflict_name_is_copy (const char *name,
                                    const char *of,
                                    const char *host);

G_END_DECLS
