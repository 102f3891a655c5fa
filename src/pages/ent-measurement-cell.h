/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of a measurement in a table: a line of text that goes through the gate when it is left. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_MEASUREMENT_CELL (ent_measurement_cell_get_type ())
G_DECLARE_FINAL_TYPE (EntMeasurementCell, ent_measurement_cell, ENT, MEASUREMENT_CELL, AdwBin)

GtkWidget *ent_measurement_cell_new        (guint               field);
EntRecord *ent_measurement_cell_get_record (EntMeasurementCell *self);
guint      ent_measurement_cell_get_field  (EntMeasurementCell *self);
void       ent_measurement_cell_set_record (EntMeasurementCell *self,
                                            EntRecord          *record);
gboolean   ent_measurement_cell_commit     (EntMeasurementCell *self);

G_END_DECLS
