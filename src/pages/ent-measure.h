/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A measurement as people type it. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntMeasureFault:
 * @ENT_MEASURE_FINE: nothing is wrong
 * @ENT_MEASURE_DAY: the day can't be understood
 * @ENT_MEASURE_VALUE: the value can't be understood, or can't be so
 *
 * What of a measurement somebody typed was refused.
 */
typedef enum {
  ENT_MEASURE_FINE,
  ENT_MEASURE_DAY,
  ENT_MEASURE_VALUE,
} EntMeasureFault;

EntRecord *ent_measure_enter (EntRecord        *kpi,
                              const char       *day,
                              const char       *value,
                              const char       *note,
                              EntMeasureFault  *fault,
                              GError          **error);
EntRecord *ent_measure_correct (EntRecord     *measurement,
                              const char       *value,
                              GError          **error);

G_END_DECLS
