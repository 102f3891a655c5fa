/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day has one value of a KPI. To type a second one would be to overwrite the first unseen, so it is
 * refused with what stands there. */
#include "config.h"

#include "pages/ent-measure.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "analysis/ent-kpi-words.h"
#include "analysis/ent-quantity.h"
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

static EntDecimal
get_decimal (void)
{
  return g_str_equal (localeconv ()->decimal_point, ",") ? ENT_DECIMAL_COMMA : ENT_DECIMAL_POINT;
}

/* The unit of the KPI may stand behind the number. */
static gboolean
has_fitting_unit (EntRecord *kpi, const EntQuantity *quantity)
{
  g_autofree char *unit = ent_quantity_dup_unit (quantity);

  return unit == NULL || *unit == '\0'
         || g_ascii_strcasecmp (unit, ent_record_get_string (kpi, ENT_KPI_UNIT)) == 0;
}

static gboolean
read_value (EntRecord *kpi, const char *text, double *value, GError **error)
{
  EntQuantity quantity;
  EntQuantityState state = ent_quantity_read (text, get_decimal (), &quantity);
  g_autofree char *example = NULL;

  if (state == ENT_QUANTITY_BLANK)
    {
      g_set_error_literal (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                           _("What was measured? Type a number."));
      return FALSE;
    }
  if (state != ENT_QUANTITY_NUMBER || !quantity.plain || !has_fitting_unit (kpi, &quantity))
    {
      example = ent_kpi_format_number (12.5);
      g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_VALUE,
                   _("Not a number. Write it like %s"), example);
      return FALSE;
    }

  *value = quantity.value;
  return fits_pulse (kpi, *value, error);
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
  double number;
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
  ent_record_set_double (measurement, ENT_MEASUREMENT_VALUE, number);
  ent_record_set_string (measurement, ENT_MEASUREMENT_NOTE, *note != '\0' ? note : NULL);
  if (!ent_project_append (ent_record_get_project (kpi), measurement, error))
    return NULL;

  *fault = ENT_MEASURE_FINE;
  return measurement; /* the project holds it */
}

/**
 * ent_measure_correct:
 * @measurement: a measurement of a project
 * @value: the value, as people write numbers
 * @error: return location for an error: why it can't be so, for people
 *
 * Puts another value in place of the one that was measured.
 *
 * Returns: (transfer none) (nullable): @measurement, or %NULL where the value was refused
 */
EntRecord *
ent_measure_correct (EntRecord *measurement, const char *value, GError **error)
{
  EntRecord *kpi;
  g_auto(EntValue) new_value = ENT_VALUE_INIT;
  double number;

  g_return_val_if_fail (ENT_IS_RECORD (measurement), NULL);

  kpi = ent_record_get_ref (measurement, ENT_MEASUREMENT_KPI);
  g_return_val_if_fail (kpi != NULL, NULL);
  if (!read_value (kpi, value, &number, error))
    return NULL;

  new_value = ent_value_double (number);
  return ent_record_set (measurement, ENT_MEASUREMENT_VALUE, &new_value, error) ? measurement : NULL;
}
