/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment's inside, shared by the files that make it up. */
#pragma once

#include "analysis/ent-alignment.h"
#include "analysis/ent-stands.h"

G_BEGIN_DECLS

/* After every day there is. */
#define ALIGNMENT_LAST_DAY G_MAXUINT32

/* A position in the history of its cell, a chain from the latest to the earliest. */
typedef struct {
  EntRecord *position;
  guint32 day;                       /* as a number that reads like the date: 20260314 */
  guint32 older;                     /* number of the next node; 0 ends the chain */
} EntAlignmentNode;

struct _EntAlignment {
  GObject parent_instance;

  EntProject *project;
  char *as_of;
  guint32 day;                       /* the same as a number */
  gboolean today;                    /* whether as_of goes with the calendar */

  GPtrArray *goals;
  GPtrArray *partners;
  GHashTable *goal_of;               /* goal → number */
  GHashTable *partner_of;            /* partner → number */

  EntStands *stands;                 /* as of that day */
  guint32 *heads;                    /* the latest node of each cell, partner by partner; 0: none */
  GArray *nodes;                     /* EntAlignmentNode; number 0 is nobody's */
  guint32 spare;                     /* a chain of nodes to use again */
};

static inline EntAlignmentNode *
alignment_node (EntAlignment *self, guint32 number)
{
  return &g_array_index (self->nodes, EntAlignmentNode, number);
}

static inline guint32 *
alignment_head (EntAlignment *self, guint goal, guint partner)
{
  return &self->heads[(gsize) partner * self->goals->len + goal];
}

/* The date as a number that reads like it. */
guint32             _ent_alignment_parse_day    (const char         *date);

/* The number of the node that counts on @day; 0: none. */
guint32             _ent_alignment_find_node    (EntAlignment       *self,
                                                 guint               goal,
                                                 guint               partner,
                                                 guint32             day);

/* The value that counts on @day. */
int                 _ent_alignment_find_value   (EntAlignment       *self,
                                                 guint               goal,
                                                 guint               partner,
                                                 guint32             day);

/* Whether a goal or partner has a row or column. */
gboolean            _ent_alignment_takes_goal   (EntAlignment       *self,
                                                 EntRecord          *goal);
gboolean            _ent_alignment_takes_partner (EntAlignment      *self,
                                                 EntRecord          *partner);

/* Reads everything anew; returns whether goals or partners have other numbers than before. */
gboolean            _ent_alignment_read         (EntAlignment       *self);
void                _ent_alignment_clear        (EntAlignment       *self);

/* Takes a position out of its chain, and puts it in where it belongs if the project has it. */
void                _ent_alignment_place        (EntAlignment       *self,
                                                 EntAlignmentCell    cell,
                                                 EntRecord          *position);

/* Looks at another day; returns whether goals or partners have other numbers than before. */
gboolean            _ent_alignment_look_at      (EntAlignment       *self,
                                                 const char         *date);

/* Follows one step of the project; NULL if it did not concern the alignment. */
EntAlignmentUpdate *_ent_alignment_follow       (EntAlignment       *self,
                                                 const EntChangeSet *set);
EntAlignmentUpdate *_ent_alignment_update_new   (void);
void                _ent_alignment_update_free  (EntAlignmentUpdate *update);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAlignmentUpdate, _ent_alignment_update_free)

G_END_DECLS
