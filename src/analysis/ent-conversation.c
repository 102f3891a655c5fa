/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation to have: about a goal that divides the partners. How pressing it is, is kept; who
 * stands where and who could bridge is looked up when somebody asks. */
#include "config.h"

#include "analysis/ent-conversation.h"

#include <math.h>

struct _EntConversation {
  GObject parent_instance;

  EntAlignment *alignment;
  EntRecord *goal;
  double division;
  guint weight;
};

enum { PROP_0, PROP_GOAL, PROP_SCORE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntConversation, ent_conversation, G_TYPE_OBJECT)

static void
ent_conversation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntConversation *self = ENT_CONVERSATION (object);

  switch (id)
    {
    case PROP_GOAL:
      g_value_set_object (value, self->goal);
      break;
    case PROP_SCORE:
      g_value_set_double (value, ent_conversation_get_score (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_conversation_dispose (GObject *object)
{
  EntConversation *self = ENT_CONVERSATION (object);

  g_clear_object (&self->alignment);
  g_clear_object (&self->goal);

  G_OBJECT_CLASS (ent_conversation_parent_class)->dispose (object);
}

static void
ent_conversation_class_init (EntConversationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ent_conversation_get_property;
  object_class->dispose = ent_conversation_dispose;

  props[PROP_GOAL] = g_param_spec_object ("goal", NULL, NULL, ENT_TYPE_RECORD, flags);
  props[PROP_SCORE] = g_param_spec_double ("score", NULL, NULL, 0, 5, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * EntConversation::changed:
   * @self: the conversation
   *
   * Something of it may be different: the score, who stands where and why, or who could bridge.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_CONVERSATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_conversation_init (EntConversation *self)
{
  self->division = NAN;
  self->weight = 1;
}

/* Returns: whether score or weight, by which conversations are ranked, are other ones */
static gboolean
read_score (EntConversation *self)
{
  double before = ent_conversation_get_score (self);
  guint weight = self->weight;
  int goal = ent_alignment_find_goal (self->alignment, self->goal);

  self->division = (double) NAN;
  self->weight = 1;
  if (goal >= 0)
    {
      self->division = ent_alignment_get_division (self->alignment, (guint) goal);
      self->weight = ent_alignment_get_weight (self->alignment, (guint) goal);
    }

  return self->weight != weight || ent_conversation_get_score (self) > before
    || ent_conversation_get_score (self) < before;
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_conversation_new:
 * @alignment: an alignment
 * @goal: a goal
 *
 * Returns: (transfer full): a conversation about @goal
 */
EntConversation *
ent_conversation_new (EntAlignment *alignment, EntRecord *goal)
{
  EntConversation *self;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);
  g_return_val_if_fail (ENT_IS_RECORD (goal), NULL);

  self = g_object_new (ENT_TYPE_CONVERSATION, NULL);
  self->alignment = g_object_ref (alignment);
  self->goal = g_object_ref (goal);
  read_score (self);

  return self;
}

/**
 * ent_conversation_update:
 * @self: a conversation
 *
 * Reads the score again and says that things changed.
 *
 * Returns: whether its place among others may be another one
 */
gboolean
ent_conversation_update (EntConversation *self)
{
  gboolean other;

  g_return_val_if_fail (ENT_IS_CONVERSATION (self), FALSE);

  other = read_score (self);
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCORE]);
  ent_conversation_tell (self);

  return other;
}

/**
 * ent_conversation_tell:
 * @self: a conversation
 *
 * Says that something other than the score changed.
 */
void
ent_conversation_tell (EntConversation *self)
{
  g_return_if_fail (ENT_IS_CONVERSATION (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ent_conversation_get_alignment:
 * @self: a conversation
 *
 * Returns: (transfer none): the alignment its numbers of goals and partners are of
 */
EntAlignment *
ent_conversation_get_alignment (EntConversation *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NULL);

  return self->alignment;
}

/**
 * ent_conversation_get_goal:
 * @self: a conversation
 *
 * Returns: (transfer none): what it is about
 */
EntRecord *
ent_conversation_get_goal (EntConversation *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NULL);

  return self->goal;
}

/**
 * ent_conversation_get_score:
 * @self: a conversation
 *
 * Returns: division × weight, 0 to 5: how pressing it is; 0 where the division is not known
 */
double
ent_conversation_get_score (EntConversation *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATION (self), 0);

  return isnan (self->division) ? 0 : self->division * self->weight;
}

/**
 * ent_conversation_get_division:
 * @self: a conversation
 *
 * Returns: how divided the partners are about the goal, 0 to 1, or NAN
 */
double
ent_conversation_get_division (EntConversation *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATION (self), NAN);

  return self->division;
}

/**
 * ent_conversation_get_weight:
 * @self: a conversation
 *
 * Returns: the weight of the goal, 1 to 5
 */
guint
ent_conversation_get_weight (EntConversation *self)
{
  g_return_val_if_fail (ENT_IS_CONVERSATION (self), 1);

  return self->weight;
}

/* --- Who ------------------------------------------------------------------------------------- */

static EntConversationSide
get_side (int value)
{
  if (value == ENT_STAND_UNKNOWN)
    return ENT_CONVERSATION_UNKNOWN;
  if (value == 0)
    return ENT_CONVERSATION_NEUTRAL;

  return value > 0 ? ENT_CONVERSATION_FOR : ENT_CONVERSATION_AGAINST;
}

static int
compare_stands (gconstpointer a, gconstpointer b)
{
  const EntConversationStand *x = a;
  const EntConversationStand *y = b;

  if (ABS (x->value) != ABS (y->value))
    return ABS (y->value) - ABS (x->value);

  return x->partner < y->partner ? -1 : x->partner > y->partner;
}

/**
 * ent_conversation_dup_stands:
 * @self: a conversation
 * @side: a side
 *
 * Returns: (transfer full) (element-type EntConversationStand): the partners on that side, those it
 *   touches most first
 */
GArray *
ent_conversation_dup_stands (EntConversation *self, EntConversationSide side)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (EntConversationStand));
  int goal;

  g_return_val_if_fail (ENT_IS_CONVERSATION (self), stands);

  goal = ent_alignment_find_goal (self->alignment, self->goal);
  for (guint i = 0; goal >= 0 && i < ent_alignment_get_n_partners (self->alignment); i++)
    {
      EntConversationStand stand = { i,
        ent_alignment_get_value (self->alignment, (guint) goal, i),
        ent_alignment_get_position (self->alignment, (guint) goal, i) };

      if (get_side (stand.value) == side)
        g_array_append_val (stands, stand);
    }
  g_array_sort (stands, compare_stands);

  return stands;
}

/* Those that gave the goal no weight, then those in two minds, then those nobody has asked. */
static int
rank_bridge (const EntConversationBridge *bridge)
{
  if (!bridge->undecided)
    return 1;

  return bridge->value == ENT_STAND_UNKNOWN ? 2 : 0;
}

static int
compare_bridges (gconstpointer a, gconstpointer b)
{
  const EntConversationBridge *x = a;
  const EntConversationBridge *y = b;
  double p = isnan (x->ambivalence) ? -1 : x->ambivalence;
  double q = isnan (y->ambivalence) ? -1 : y->ambivalence;

  if (rank_bridge (x) != rank_bridge (y))
    return rank_bridge (x) - rank_bridge (y);
  if (p > q || p < q)
    return p > q ? -1 : 1;

  return x->partner < y->partner ? -1 : x->partner > y->partner;
}

/**
 * ent_conversation_dup_bridges:
 * @self: a conversation
 *
 * Partners that could bridge: the undecided, which have no sign on the goal, and the ambivalent,
 * which take a side here but over all goals agree with others about as much as they part with them
 * (%ENT_ALIGNMENT_AMBIVALENT).
 *
 * Returns: (transfer full) (element-type EntConversationBridge): those it is of little consequence
 *   to first, then the ambivalent, then those who have not said; of these the most ambivalent first
 */
GArray *
ent_conversation_dup_bridges (EntConversation *self)
{
  GArray *bridges = g_array_new (FALSE, FALSE, sizeof (EntConversationBridge));
  int goal;

  g_return_val_if_fail (ENT_IS_CONVERSATION (self), bridges);

  goal = ent_alignment_find_goal (self->alignment, self->goal);
  for (guint i = 0; goal >= 0 && i < ent_alignment_get_n_partners (self->alignment); i++)
    {
      int value = ent_alignment_get_value (self->alignment, (guint) goal, i);
      EntConversationBridge bridge = { i, value == 0 || value == ENT_STAND_UNKNOWN, value,
        ent_alignment_get_ambivalence (self->alignment, i) };

      if (bridge.undecided || bridge.ambivalence >= ENT_ALIGNMENT_AMBIVALENT)
        g_array_append_val (bridges, bridge);
    }
  g_array_sort (bridges, compare_bridges);

  return bridges;
}
