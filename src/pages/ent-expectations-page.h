/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who expects what of whom. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_EXPECTATIONS_PAGE (ent_expectations_page_get_type ())
G_DECLARE_FINAL_TYPE (EntExpectationsPage, ent_expectations_page, ENT, EXPECTATIONS_PAGE, EntPage)

G_END_DECLS
