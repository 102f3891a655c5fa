/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How divided answers on a scale are: the Potential for Conflict Index. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double ent_division (const guint *counts,
                     guint        reach);

G_END_DECLS
