/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table of measurements. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"
#include "pages/ent-measurement-cell.h"

G_BEGIN_DECLS

/**
 * EntMeasurementColumns:
 * @cells: (element-type EntMeasurementCell): all cells of text there are
 * @people: (nullable): who can have measured, as ent_ref_model_new() makes it
 * @on_refused: what to do where a cell can't be understood, or can again
 * @on_moved: what to do where a measurement was given another day
 * @data: (unowned): the first argument of both
 *
 * What the columns of one table share.
 */
typedef struct {
  GPtrArray *cells;
  GListModel *people;
  GCallback on_refused;
  GCallback on_moved;
  gpointer data;
} EntMeasurementColumns;

void ent_measurement_columns_add (EntMeasurementColumns *self,
                                  GtkColumnView         *view);

G_END_DECLS
