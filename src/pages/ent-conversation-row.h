/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation to have: opened, it says who stands where and why, and plans the talk. */
#pragma once

#include <adwaita.h>

#include "analysis/ent-conversation.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONVERSATION_ROW (ent_conversation_row_get_type ())
G_DECLARE_FINAL_TYPE (EntConversationRow, ent_conversation_row, ENT, CONVERSATION_ROW,
                      AdwExpanderRow)

GtkWidget *ent_conversation_row_new (EntConversation *conversation);

G_END_DECLS
