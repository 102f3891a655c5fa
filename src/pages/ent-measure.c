/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day has one value of a KPI. To type a second one would be to overwrite the first unseen, so it is
 * refused with what stands there. */
#include "config.h"

#include "pages/ent-measure.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/ent-kpi-words.h"
#include "pages/ent-text.h"

static char *
read_day (const char *text, GError **error)
{
  g_autofree char *day = ent_text_parse_date (text);
  g_autofree char *example = NULL;

  if (day != NULL && *day != '\0')
    return g_steal_pointer (&day);

  example = ent_text_format_date ("2026-05-31");
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
               _("Not a day. Write it like %s"), example);
  return NULL;
}

static gboolean
is_free (EntRecord *kpi, const char *day, GError **error)
{
  EntRecord *other = ent_project_lookup_key (ent_record_get_project (kpi), ENT_KIND_MEASUREMENT,
                                             ent_record_get_id (kpi), day, NULL);
  g_autofree char *shown = NULL;
  g_autofree char *value = NULL;

  if (other == NULL)
    return TRUE;

  shown = ent_text_format_date (day);
  value = ent_kpi_format_value (kpi, ent_record_get_double (other, ENT_MEASUREMENT_VALUE));
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
               /* Translators: a day, and a value that was measured on it */
               _("%s already has a value: %s. Change it in the table of the KPI, or choose another "
                 "day."), shown, value);
  return FALSE;
}

/* The answer to a pulse is a step of its scale. */
static gboolean
fits_pulse (EntRecord *kpi, double value, GError **error)
{
  if (ent_record_get_enum (kpi, ENT_KPI_KIND) != ENT_KPI_PULSE || (value >= 1 && value <= 5))
    return TRUE;

  g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                       _("A pulse goes from 1 to 5."));
  return FALSE;
}

static gboolean
read_value (EntRecord *kpi, const char *text, EntValue *value, GError **error)
{
  const EntField *info = &ent_kind_get_info (ENT_KIND_MEASUREMENT)->fields[ENT_MEASUREMENT_VALUE];

  if (!ent_field_parse (info, text, value, error))
    return FALSE;
  if (value->form != ENT_VALUE_DOUBLE)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                           _("What was measured? Type a number."));
      return FALSE;
    }

  return fits_pulse (kpi, value->d, error);
}

/**
 * ent_measure_enter:
 * @kpi: a KPI of a project
 * @day: the day, as people write days
 * @value: the value, as people write numbers
 * @note: a note, or ""
 * @fault: (out): what was refused
 * @error: return location for an error: why, for people
 *
 * Enters what was measured, as a step of its own.
 *
 * Returns: (transfer none) (nullable): the measurement, or %NULL where something was refused
 */
EntRecord *
ent_measure_enter (EntRecord *kpi, const char *day, const char *value, const char *note,
                   EntMeasureFault *fault, GError **error)
{
  g_autofree char *iso = NULL;
  g_auto(EntValue) number = ENT_VALUE_INIT;
  g_autoptr(EntRecord) measurement = NULL;

  g_return_val_if_fail (ENT_IS_RECORD (kpi) && ent_record_get_project (kpi) != NULL, NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  *fault = ENT_MEASURE_DAY;
  iso = read_day (day, error);
  if (iso == NULL || !is_free (kpi, iso, error))
    return NULL;
  *fault = ENT_MEASURE_VALUE;
  if (!read_value (kpi, value, &number, error))
    return NULL;

  measurement = ent_record_new (ENT_KIND_MEASUREMENT);
  ent_record_set_string (measurement, ENT_MEASUREMENT_KPI, ent_record_get_id (kpi));
  ent_record_set_string (measurement, ENT_MEASUREMENT_DATE, iso);
  ent_record_set (measurement, ENT_MEASUREMENT_VALUE, &number, NULL);
  ent_record_set_string (measurement, ENT_MEASUREMENT_NOTE, *note != '\0' ? note : NULL);
  if (!ent_project_append (ent_record_get_project (kpi), measurement, error))
    return NULL;

  *fault = ENT_MEASURE_FINE;
  return measurement; /* the project holds it */
}
