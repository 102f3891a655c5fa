/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a cairo surface to bytes. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

cairo_status_t ent_report_output_write  (void             *array,
                                         const unsigned char *data,
                                         unsigned int      length);
GBytes        *ent_report_output_finish (GByteArray       *array,
                                         cairo_surface_t  *surface,
                                         cairo_status_t    status,
                                         GError          **error);

G_END_DECLS
