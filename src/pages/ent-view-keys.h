/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that go from one view of a page to the next. */
#pragma once

#include <adwaita.h>

#include "pages/ent-page.h"

G_BEGIN_DECLS

void ent_view_keys_add (EntPage      *page,
                        AdwViewStack *views);

G_END_DECLS
