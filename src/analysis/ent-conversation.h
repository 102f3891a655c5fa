/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation to have: about a goal that divides the partners. */
#pragma once

#include "analysis/ent-alignment.h"

G_BEGIN_DECLS

/**
 * EntConversationSide:
 * @ENT_CONVERSATION_FOR: for the goal
 * @ENT_CONVERSATION_AGAINST: against it
 * @ENT_CONVERSATION_NEUTRAL: of little consequence to it
 * @ENT_CONVERSATION_UNKNOWN: has not said
 */
typedef enum {
  ENT_CONVERSATION_FOR,
  ENT_CONVERSATION_AGAINST,
  ENT_CONVERSATION_NEUTRAL,
  ENT_CONVERSATION_UNKNOWN,
  ENT_N_CONVERSATION_SIDES
} EntConversationSide;

/**
 * EntConversationStand:
 * @partner: number of the partner in the alignment
 * @value: −4 to +4, or %ENT_STAND_UNKNOWN
 * @position: (nullable): the position that counts, with date, reason and who said it
 *
 * Where one partner stands.
 */
typedef struct {
  guint partner;
  int value;
  EntRecord *position;
} EntConversationStand;

/**
 * EntConversationBridge:
 * @partner: number of the partner in the alignment
 * @undecided: whether it has no sign on the goal; else it takes a side, but is ambivalent
 * @value: its value: 0, %ENT_STAND_UNKNOWN or that of the side it takes
 * @ambivalence: its ambivalence over all goals, or NAN
 *
 * A partner that could bridge.
 */
typedef struct {
  guint partner;
  gboolean undecided;
  int value;
  double ambivalence;
} EntConversationBridge;

#define ENT_TYPE_CONVERSATION (ent_conversation_get_type ())
G_DECLARE_FINAL_TYPE (EntConversation, ent_conversation, ENT, CONVERSATION, GObject)

EntConversation *ent_conversation_new           (EntAlignment         *alignment,
                                                 EntRecord            *goal);
EntAlignment    *ent_conversation_get_alignment (EntConversation      *self);
EntRecord       *ent_conversation_get_goal      (EntConversation      *self);
double           ent_conversation_get_score     (EntConversation      *self);
double           ent_conversation_get_division  (EntConversation      *self);
guint            ent_conversation_get_weight    (EntConversation      *self);
gboolean         ent_conversation_update        (EntConversation      *self);
void             ent_conversation_tell          (EntConversation      *self);

GArray          *ent_conversation_dup_stands    (EntConversation      *self,
                                                 EntConversationSide   side);
GArray          *ent_conversation_dup_bridges   (EntConversation      *self);
GArray          *ent_conversation_dup_clashes   (EntConversation      *self);
const char      *ent_conversation_get_side_title (EntConversationSide   side);
char            *ent_conversation_dup_explanation (EntConversation    *self);
char            *ent_conversation_dup_agenda    (EntConversation      *self);
EntRecord       *ent_conversation_record        (EntConversation      *self,
                                                 const char           *date,
                                                 GError              **error);

G_END_DECLS
