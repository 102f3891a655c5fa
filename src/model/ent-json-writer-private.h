/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a file that the text of a step is made of as well. */
#pragma once

#include "model/ent-json-writer.h"

G_BEGIN_DECLS

void _ent_json_append_record (GString        *json,
                              EntRecord      *record);
void _ent_json_append_value  (GString        *json,
                              const EntField *field,
                              const EntValue *value);

G_END_DECLS
