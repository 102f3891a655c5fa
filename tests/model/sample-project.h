/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project that has every field of every kind set to something else than its initial value. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

EntProject *sample_project_new   (guint       n_each);
EntValue    sample_value         (EntKind     kind,
                                  guint       field,
                                  guint       n);
void        sample_assert_equal  (EntProject *a,
                                  EntProject *b);

G_END_DECLS
