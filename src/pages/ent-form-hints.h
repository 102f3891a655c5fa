/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says about a field beyond its label. */
#pragma once

#include "model/ent-kinds.h"

G_BEGIN_DECLS

/**
 * EntFormHint:
 * @placeholder: a question or an example shown while the field is empty, marked with N_()
 * @none: for references, what an empty one is called, marked with N_()
 * @low: for scales, what the least value means, marked with N_()
 * @high: for scales, what the greatest value means, marked with N_()
 */
typedef struct {
  const char *placeholder;
  const char *none;
  const char *low;
  const char *high;
} EntFormHint;

EntFormHint ent_form_get_hint (EntKind kind,
                               guint   field);

G_END_DECLS
