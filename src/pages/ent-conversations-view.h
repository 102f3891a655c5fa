/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Talk about this first”: the conversations to have, the most pressing first. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONVERSATIONS_VIEW (ent_conversations_view_get_type ())
G_DECLARE_FINAL_TYPE (EntConversationsView, ent_conversations_view, ENT, CONVERSATIONS_VIEW,
                      EntPage)

G_END_DECLS
