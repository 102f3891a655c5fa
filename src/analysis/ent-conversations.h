/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Talk about this first”: the conversations to have, the most pressing first. */
#pragma once

#include "analysis/ent-conversation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_TYPE_CONVERSATIONS (ent_conversations_get_type ())
G_DECLARE_FINAL_TYPE (EntConversations, ent_conversations, ENT, CONVERSATIONS, GObject)

EntConversations *ent_conversations_new           (EntAlignment     *alignment);
EntAlignment     *ent_conversations_get_alignment (EntConversations *self);
EntConversation  *ent_conversations_find          (EntConversations *self,
                                                   EntRecord        *goal);

G_END_DECLS
