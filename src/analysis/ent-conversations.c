/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Talk about this first” (methods.md section 1): the goals that divide the partners as a list that
 * follows the alignment, by division × weight. A conversation about a goal stays the same object
 * for as long as the goal divides; a step moves at most the goals it reaches. */
#include "config.h"

#include "analysis/ent-conversations.h"

struct _EntConversations {
  GObject parent_instance;

  EntAlignment *alignment;
  GSequence *items;                  /* EntConversation, in the order of the list */
  GHashTable *iters;                 /* goal → its place in items */
};

static void ent_conversations_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntConversations, ent_conversations, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_conversations_list_init))

/* The most pressing first; of equals the weightier, then the earlier goal. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  EntConversation *x = (gpointer) a;
  EntConversation *y = (gpointer) b;
  double p = ent_conversation_get_score (x);
  double q = ent_conversation_get_score (y);

  if (p > q || p < q)
    return p > q ? -1 : 1;
  if (ent_conversation_get_weight (x) != ent_conversation_get_weight (y))
    return ent_conversation_get_weight (x) > ent_conversation_get_weight (y) ? -1 : 1;

  return ent_alignment_find_goal (data, ent_conversation_get_goal (x))
    - ent_alignment_find_goal (data, ent_conversation_get_goal (y));
}

static void
add (EntConversations *self, EntConversation *conversation)
{
  g_hash_table_insert (self->iters, ent_conversation_get_goal (conversation),
                       g_sequence_insert_sorted (self->items, g_object_ref (conversation),
                                                 compare_items, self->alignment));
}

static guint
get_place (GSequenceIter *iter)
{
  return (guint) g_sequence_iter_get_position (iter);
}

static void
drop (EntConversations *self, GSequenceIter *iter)
{
  guint place = get_place (iter);

  g_hash_table_remove (self->iters, ent_conversation_get_goal (g_sequence_get (iter)));
  g_sequence_remove (iter);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

static void
move (EntConversations *self, GSequenceIter *iter)
{
  guint from = get_place (iter);
  guint to, n;

  g_sequence_sort_changed (iter, compare_items, self->alignment);
  to = get_place (iter);
  n = MAX (from, to) - MIN (from, to) + 1;
  if (from != to)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (from, to), n, n);
}

static void
follow_goal (EntConversations *self, guint goal)
{
  EntRecord *record = ent_alignment_get_goal (self->alignment, goal);
  GSequenceIter *iter = g_hash_table_lookup (self->iters, record);
  g_autoptr(EntConversation) fresh = NULL;

  if (iter != NULL)
    {
      EntConversation *present = g_sequence_get (iter);

      if (!ent_conversation_update (present))
        return;
      if (ent_conversation_get_score (present) > 0)
        move (self, iter);
      else
        drop (self, iter);
      return;
    }

  fresh = ent_conversation_new (self->alignment, record);
  if (ent_conversation_get_score (fresh) > 0)
    {
      add (self, fresh);
      g_list_model_items_changed (G_LIST_MODEL (self),
                                  get_place (g_hash_table_lookup (self->iters, record)), 0, 1);
    }
}

/* The conversations that there are, kept where there was one. */
static void
collect (EntConversations *self, GHashTable *known)
{
  for (guint i = 0; i < ent_alignment_get_n_goals (self->alignment); i++)
    {
      EntRecord *goal = ent_alignment_get_goal (self->alignment, i);
      EntConversation *present = g_hash_table_lookup (known, goal);
      g_autoptr(EntConversation) conversation = NULL;

      if (present != NULL)
        ent_conversation_update (present);
      conversation = present != NULL ? g_object_ref (present)
                                     : ent_conversation_new (self->alignment, goal);
      if (ent_conversation_get_score (conversation) > 0)
        add (self, conversation);
    }
}

static void
read_everything (EntConversations *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr(GSequence) before = self->items;
  guint n = (guint) g_sequence_get_length (before);

  for (GSequenceIter *iter = g_sequence_get_begin_iter (before); !g_sequence_iter_is_end (iter);
       iter = g_sequence_iter_next (iter))
    {
      EntConversation *conversation = g_sequence_get (iter);

      g_hash_table_insert (known, ent_conversation_get_goal (conversation),
                           g_object_ref (conversation));
    }

  self->items = g_sequence_new (g_object_unref);
  g_hash_table_remove_all (self->iters);
  collect (self, known);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n,
                              (guint) g_sequence_get_length (self->items));
}

/* Who could bridge depends on every figure, and everybody's name is in every conversation. */
static void
tell_all (EntConversations *self)
{
  for (GSequenceIter *iter = g_sequence_get_begin_iter (self->items);
       !g_sequence_iter_is_end (iter); iter = g_sequence_iter_next (iter))
    ent_conversation_tell (g_sequence_get (iter));
}

static void
tell_cells (EntConversations *self, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      EntConversation *conversation = ent_conversations_find (self,
        ent_alignment_get_goal (self->alignment, g_array_index (cells, EntAlignmentCell, i).goal));

      if (conversation != NULL)
        ent_conversation_tell (conversation);
    }
}

static void
on_changed (EntConversations *self, const EntAlignmentUpdate *update)
{
  if (update->everything)
    {
      read_everything (self);
      return;
    }

  for (guint i = 0; i < update->goals->len; i++)
    follow_goal (self, g_array_index (update->goals, guint, i));
  if (update->figures || update->partners->len > 0)
    tell_all (self);
  else
    tell_cells (self, update->cells);
}

static GType
ent_conversations_get_item_type (GListModel *list)
{
  return ENT_TYPE_CONVERSATION;
}

static guint
ent_conversations_get_n_items (GListModel *list)
{
  return (guint) g_sequence_get_length (ENT_CONVERSATIONS (list)->items);
}

static gpointer
ent_conversations_get_item (GListModel *list, guint position)
{
  EntConversations *self = ENT_CONVERSATIONS (list);

  if (position >= (guint) g_sequence_get_length (self->items))
    return NULL;

  return g_object_ref (g_sequence_get (g_sequence_get_iter_at_pos (self->items, (int) position)));
}

static void
ent_conversations_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_conversations_get_item_type;
  iface->get_n_items = ent_conversations_get_n_items;
  iface->get_item = ent_conversations_get_item;
}

static void
ent_conversations_dispose (GObject *object)
{
  EntConversations *self = ENT_CONVERSATIONS (object);

  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_data (self->alignment, self);
  g_clear_object (&self->alignment);

  G_OBJECT_CLASS (ent_conversations_parent_class)->dispose (object);
}

static void
ent_conversations_finalize (GObject *object)
{
  EntConversations *self = ENT_CONVERSATIONS (object);

  g_sequence_free (self->items);
  g_hash_table_unref (self->iters);

  G_OBJECT_CLASS (ent_conversations_parent_class)->finalize (object);
}

static void
ent_conversations_class_init (EntConversationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_conversations_dispose;
  object_class->finalize = ent_conversations_finalize;
}

static void
ent_conversations_init (EntConversations *self)
{
  self->items = g_sequence_new (g_object_unref);
  self->iters = g_hash_table_new (NULL, NULL);
}

/**
 * ent_conversations_new:
 * @alignment: the alignment to follow
 *
 * Returns: (transfer full): the conversations to have, a #GListModel of #EntConversation: one for
 *   each goal with a division above 0, ordered by division × weight, then weight, then the order of
 *   goals
 */
EntConversations *
ent_conversations_new (EntAlignment *alignment)
{
  EntConversations *self;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);

  self = g_object_new (ENT_TYPE_CONVERSATIONS, NULL);
  self->alignment = g_object_ref (alignment);
  read_everything (self);
  g_signal_connect_object (alignment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_conversations_get_alignment:
 * @self: conversations
 *
 * Returns: (transfer none): the alignment they follow
 */
EntAlignment *
ent_conversations_get_alignment (EntConversations *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATIONS (self), NULL);

  return self->alignment;
}

/**
 * ent_conversations_find:
 * @self: conversations
 * @goal: a goal
 *
 * Returns: (transfer none) (nullable): the conversation about @goal, or %NULL if it does not divide
 */
EntConversation *
ent_conversations_find (EntConversations *self, EntRecord *goal)
{
  GSequenceIter *iter;

  g_return_val_if_fail (ENT_IS_CONVERSATIONS (self), NULL);

  iter = g_hash_table_lookup (self->iters, goal);

  return iter != NULL ? g_sequence_get (iter) : NULL;
}
