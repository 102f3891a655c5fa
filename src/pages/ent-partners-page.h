/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisations taking part, their people, and how differently they work. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_PARTNERS_PAGE (ent_partners_page_get_type ())
G_DECLARE_FINAL_TYPE (EntPartnersPage, ent_partners_page, ENT, PARTNERS_PAGE, EntPage)

G_END_DECLS
