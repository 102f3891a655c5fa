/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of every sort over all kinds, for tests that want a project to have lived. */
#pragma once

#include "model/ent-project.h"

char *random_edits_dump  (EntProject *project);
void  random_edits_fill  (EntProject *project,
                          GRand      *rand,
                          guint       n);
void  random_edits_apply (EntProject *project,
                          GRand      *rand);
EntValue random_edits_value (EntProject     *project,
                             const EntField *field,
                             GRand          *rand);
