/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The partnership itself, and what needs attention. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_OVERVIEW_PAGE (ent_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (EntOverviewPage, ent_overview_page, ENT, OVERVIEW_PAGE, EntPage)

G_END_DECLS
