/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How differently organisations work: gaps between culture profiles, dimension by dimension. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_CULTURE_N_DIMENSIONS 6

/**
 * EntCultureLevel:
 * @ENT_CULTURE_UNKNOWN: one side has no value
 * @ENT_CULTURE_CLOSE: a gap of 0 or 1: hardly noticed
 * @ENT_CULTURE_TALK: a gap of 2: worth a conversation
 * @ENT_CULTURE_FRICTION: a gap of 3 or 4: friction to plan for
 */
typedef enum {
  ENT_CULTURE_UNKNOWN,
  ENT_CULTURE_CLOSE,
  ENT_CULTURE_TALK,
  ENT_CULTURE_FRICTION,
} EntCultureLevel;

/**
 * EntCultureDimension:
 * @field: the field of a partner that holds the value, 1 to 5
 * @low: what 1 means, marked with N_()
 * @high: what 5 means, marked with N_()
 * @practice: what a wide gap looks like from day to day, and what to agree on, marked with N_()
 */
typedef struct {
  guint field;
  const char *low;
  const char *high;
  const char *practice;
} EntCultureDimension;

/**
 * EntCultureGap:
 * @dimension: number of the dimension
 * @level: how wide the gap is
 * @gap: 0 to 4, or -1 where a value is missing
 * @low: (nullable) (transfer none): the partner nearer to 1
 * @high: (nullable) (transfer none): the partner nearer to 5
 */
typedef struct {
  guint dimension;
  EntCultureLevel level;
  int gap;
  EntRecord *low;
  EntRecord *high;
} EntCultureGap;

const EntCultureDimension *ent_culture_get_dimension (guint                dimension);
int                        ent_culture_find_dimension (guint               field);
EntCultureLevel            ent_culture_get_level     (int                  a,
                                                      int                  b);
void                       ent_culture_compare       (EntRecord           *a,
                                                      EntRecord           *b,
                                                      EntCultureGap       *gaps);
void                       ent_culture_compare_all   (EntRecord           *partner,
                                                      GListModel          *others,
                                                      EntCultureGap       *gaps);
char                      *ent_culture_dup_sentence  (const EntCultureGap *gap);
const char                *ent_culture_get_level_label (EntCultureLevel    level);

G_END_DECLS
