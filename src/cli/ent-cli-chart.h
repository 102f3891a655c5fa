/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as text. */
#pragma once

#include "analysis/ent-role-chart.h"

G_BEGIN_DECLS

char *ent_cli_chart_dup_text (EntRoleChart *chart,
                              guint         width);

G_END_DECLS
