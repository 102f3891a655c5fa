/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours for what a widget draws itself: they follow those of its texts. */
#pragma once

#include "render/ent-matrix-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const EntMatrixPalette *ent_look_get (GtkWidget *widget,
                                      gboolean   high_contrast,
                                      GdkRGBA   *accent);

G_END_DECLS
