/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two records stands first, by one of their fields. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

int ent_list_sort_compare (EntRecord *a,
                           EntRecord *b,
                           guint      field);

G_END_DECLS
