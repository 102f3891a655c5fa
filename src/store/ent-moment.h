/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When something happened, for a sentence. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_moment_dup_text (gint64 time);

G_END_DECLS
