/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as JSON, for `entente-cli analyze`. What each member means is in the manual; once there, a
 * member stays as it is. */
#pragma once

#include "analysis/ent-alignment.h"
#include "analysis/ent-kpis.h"

G_BEGIN_DECLS

void ent_cli_figures_append_alignment (GString      *json,
                                       EntAlignment *alignment);
void ent_cli_figures_append_kpis      (GString      *json,
                                       EntKpis      *kpis);

/* For those who append figures. */
void ent_cli_figures_begin_member     (GString      *json,
                                       const char   *indent,
                                       const char   *name);
void ent_cli_figures_append_number    (GString      *json,
                                       double        value);
void ent_cli_figures_append_comma     (GString      *json,
                                       guint         index);
void ent_cli_figures_append_id        (GString      *json,
                                       EntRecord    *record);

G_END_DECLS
