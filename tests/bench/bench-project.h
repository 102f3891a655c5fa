/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project of any size with positions, made in memory. */
#pragma once

#include "analysis/ent-stand.h"

G_BEGIN_DECLS

int         bench_stand       (guint goal,
                               guint partner);
EntProject *bench_project_new (guint n_goals,
                               guint n_partners);

G_END_DECLS
