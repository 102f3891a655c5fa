/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One alignment for all views of a project: they look at the same day, and an edit is followed
 * once. */
#pragma once

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

EntAlignment *ent_shared_alignment_get (EntProject *project);

G_END_DECLS
