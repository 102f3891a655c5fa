/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of the role chart. */
#pragma once

#include "analysis/ent-role-chart.h"
#include "render/ent-matrix-model.h"

G_BEGIN_DECLS

const char    *ent_role_code_get_letters (int         code);
EntMatrixTone  ent_role_code_get_tone    (int         code);
gboolean       ent_role_code_parse       (const char *text,
                                          int        *code);

G_END_DECLS
