/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a partner stands on a goal: −4 to +4, as a figure, in words, and read back from text. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

/* Strongest stand in either direction. */
#define ENT_STAND_MAX 4

/* No position given: neither for nor against nor of little consequence. Never part of a sum. */
#define ENT_STAND_UNKNOWN G_MININT8

char       *ent_stand_format      (int          value);
char       *ent_stand_format_sum  (double       sum,
                                   guint        n_decimals);
char       *ent_stand_spell       (int          value);
const char *ent_stand_get_meaning (int          value);
gboolean    ent_stand_parse       (const char  *text,
                                   int         *value);

char       *ent_stand_dup_reason  (EntRecord   *position);
char       *ent_stand_name_step   (EntRecord   *goal,
                                   EntRecord   *partner,
                                   int          value);
gboolean    ent_stand_record      (EntProject  *project,
                                   EntRecord   *goal,
                                   EntRecord   *partner,
                                   const char  *date,
                                   int          value,
                                   const char  *reason,
                                   EntRecord   *said_by,
                                   GError     **error);

G_END_DECLS
