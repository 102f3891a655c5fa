/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals against partners as a matrix: where each stands, and totals; ordered and filtered as the
 * reader likes, and where positions are typed. */
#pragma once

#include "analysis/ent-alignment.h"
#include "render/ent-matrix-model.h"

G_BEGIN_DECLS

/**
 * EntPositionRowOrder:
 * @ENT_POSITION_ROWS_OWN: as the goals stand in their list
 * @ENT_POSITION_ROWS_DIVISION: the most divided first
 * @ENT_POSITION_ROWS_MOBILISATION: those first that set most in motion
 * @ENT_POSITION_ROWS_WEIGHT: the weightiest first
 *
 * The order of goals. Equal ones keep their own order.
 */
typedef enum {
  ENT_POSITION_ROWS_OWN,
  ENT_POSITION_ROWS_DIVISION,
  ENT_POSITION_ROWS_MOBILISATION,
  ENT_POSITION_ROWS_WEIGHT,
} EntPositionRowOrder;

/**
 * EntPositionColumnOrder:
 * @ENT_POSITION_COLUMNS_OWN: as the partners stand in their list
 * @ENT_POSITION_COLUMNS_SECTOR: sector by sector
 * @ENT_POSITION_COLUMNS_AGREEMENT: those who agree side by side (ent_seriation_order_partners())
 *
 * The order of partners.
 */
typedef enum {
  ENT_POSITION_COLUMNS_OWN,
  ENT_POSITION_COLUMNS_SECTOR,
  ENT_POSITION_COLUMNS_AGREEMENT,
} EntPositionColumnOrder;

/**
 * EntPositionView:
 * @rows: the order of goals
 * @columns: the order of partners
 * @horizon: the #EntHorizon of the goals to show, or -1 for all
 * @sector: the #EntSector of the partners to show, or -1 for all
 * @partner: (nullable): only goals on which this partner gave a position, and the partner first
 *
 * What of an alignment is seen, and in which order. Totals are always those of everybody.
 */
typedef struct {
  EntPositionRowOrder     rows;
  EntPositionColumnOrder  columns;
  int                     horizon;
  int                     sector;
  EntRecord              *partner;
} EntPositionView;

#define ENT_POSITION_VIEW_INIT { ENT_POSITION_ROWS_OWN, ENT_POSITION_COLUMNS_OWN, -1, -1, NULL }

#define ENT_TYPE_POSITION_MATRIX (ent_position_matrix_get_type ())
G_DECLARE_FINAL_TYPE (EntPositionMatrix, ent_position_matrix, ENT, POSITION_MATRIX, GObject)

EntPositionMatrix *ent_position_matrix_new           (EntAlignment          *alignment);
EntAlignment      *ent_position_matrix_get_alignment (EntPositionMatrix     *self);
void               ent_position_matrix_set_view      (EntPositionMatrix     *self,
                                                      const EntPositionView *view);
void               ent_position_matrix_get_view      (EntPositionMatrix     *self,
                                                      EntPositionView       *view);

int                ent_position_matrix_get_goal      (EntPositionMatrix     *self,
                                                      guint                  row);
int                ent_position_matrix_get_partner   (EntPositionMatrix     *self,
                                                      guint                  column);
int                ent_position_matrix_find_row      (EntPositionMatrix     *self,
                                                      EntRecord             *goal);
int                ent_position_matrix_find_column   (EntPositionMatrix     *self,
                                                      EntRecord             *partner);

EntMatrixTone      ent_position_get_tone             (int                    value);
char              *ent_position_spell                (int                    value);

G_END_DECLS
