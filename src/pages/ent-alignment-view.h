/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment matrix: goals against partners. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_ALIGNMENT_VIEW (ent_alignment_view_get_type ())
G_DECLARE_FINAL_TYPE (EntAlignmentView, ent_alignment_view, ENT, ALIGNMENT_VIEW, EntPage)

G_END_DECLS
