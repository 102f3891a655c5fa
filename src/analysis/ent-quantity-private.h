/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of reading an amount share. */
#pragma once

#include "analysis/ent-quantity.h"

G_BEGIN_DECLS

gboolean    _ent_quantity_is_space      (gunichar           c);
const char *_ent_quantity_skip_spaces   (const char        *p);
const char *_ent_quantity_read_number   (const char        *p,
                                         const char        *end,
                                         EntDecimal         known,
                                         EntQuantity       *quantity,
                                         double            *value);
const char *_ent_quantity_skip_currency (const char        *p,
                                         EntQuantity       *quantity);
gboolean    _ent_quantity_has_unit      (const EntQuantity *quantity,
                                         const char        *unit,
                                         gsize              length);
gboolean    _ent_quantity_take_unit     (const char        *start,
                                         const char        *end,
                                         EntQuantity       *quantity);

G_END_DECLS
