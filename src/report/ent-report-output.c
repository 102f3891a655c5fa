/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a cairo surface to bytes. */
#include "config.h"

#include "report/ent-report-output.h"
#include "report/ent-report-error.h"

#include <glib/gi18n.h>

/**
 * ent_report_output_write:
 * @array: a #GByteArray
 * @data: what cairo wrote
 * @length: how many bytes
 *
 * A #cairo_write_func_t that collects what is written.
 *
 * Returns: %CAIRO_STATUS_SUCCESS
 */
cairo_status_t
ent_report_output_write (void *array, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (array, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * ent_report_output_finish:
 * @array: (transfer full): what was written
 * @surface: (transfer full): what was drawn on
 * @status: how the writing ended, as far as it is known without @surface
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bytes, if all went well
 */
GBytes *
ent_report_output_finish (GByteArray *array, cairo_surface_t *surface, cairo_status_t status,
                          GError **error)
{
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (array);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&bytes);

  g_set_error (error, ENT_REPORT_ERROR, ENT_REPORT_ERROR_DRAW,
               _("The document could not be drawn: %s. Nothing was written."),
               cairo_status_to_string (status));

  return NULL;
}
