/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who does what: the role chart and the roles it is made of. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROLES_PAGE (ent_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (EntRolesPage, ent_roles_page, ENT, ROLES_PAGE, EntPage)

G_END_DECLS
