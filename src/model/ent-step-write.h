/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step as text: what the recovery journal keeps of it. */
#pragma once

#include "model/ent-change.h"

G_BEGIN_DECLS

char *ent_step_write (const EntChangeSet *step,
                      guint64             from,
                      guint64             to);

G_END_DECLS
