/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment of a partnership: what it is about, on which day, and its cells. It hears each step
 * of the project once, after it is complete, and touches only what it reaches: a changed position
 * costs one visit to each other partner. The figures are in ent-alignment-figures.c.
 *
 * The history of a cell is a chain of positions from the latest to the earliest, so looking at
 * another day needs no reading of the project. */
#include "config.h"

#include "analysis/ent-alignment-private.h"
#include "analysis/ent-day.h"

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntAlignment, ent_alignment, G_TYPE_OBJECT)

static void
ent_alignment_dispose (GObject *object)
{
  EntAlignment *self = ENT_ALIGNMENT (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  _ent_alignment_clear (self);
  g_clear_pointer (&self->as_of, g_free);

  G_OBJECT_CLASS (ent_alignment_parent_class)->dispose (object);
}

static void
ent_alignment_class_init (EntAlignmentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_alignment_dispose;

  /**
   * EntAlignment::changed:
   * @self: the alignment
   * @update: (type gpointer): an #EntAlignmentUpdate, valid during the emission
   *
   * A step of the project reached the alignment, or another day is looked at. It is up to date
   * again.
   */
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_ALIGNMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ent_alignment_init (EntAlignment *self)
{
  self->today = TRUE;
}

/* Today chosen as a day is another view than today itself: it marks what is said for later days. */
static void
look_at (EntAlignment *self, const char *date, gboolean today)
{
  g_autoptr(EntAlignmentUpdate) update = NULL;

  if (g_str_equal (date, self->as_of) && today == self->today)
    return;

  self->today = today;
  update = _ent_alignment_update_new ();
  update->layout = _ent_alignment_look_at (self, date);
  update->everything = update->figures = update->fields = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, update);
}

static void
on_committed (EntAlignment *self, const EntChangeSet *set)
{
  g_autoptr(EntAlignmentUpdate) update = _ent_alignment_follow (self, set);

  if (update != NULL)
    g_signal_emit (self, signals[CHANGED], 0, update);

  /* Midnight may have passed since the last step. */
  if (self->today)
    {
      g_autofree char *today = ent_day_dup_today ();

      look_at (self, today, TRUE);
    }
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_alignment_new:
 * @project: the project to follow
 *
 * Returns: (transfer full): its alignment, as of today
 */
EntAlignment *
ent_alignment_new (EntProject *project)
{
  EntAlignment *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  self = g_object_new (ENT_TYPE_ALIGNMENT, NULL);
  self->project = g_object_ref (project);
  self->as_of = ent_day_dup_today ();
  self->day = _ent_alignment_parse_day (self->as_of);
  _ent_alignment_read (self);
  g_signal_connect_object (project, "committed", G_CALLBACK (on_committed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_alignment_freeze:
 * @self: an alignment
 *
 * Follows the project no longer, for documents: goals, partners and figures stay those of now,
 * while the records may go on to get other names.
 */
void
ent_alignment_freeze (EntAlignment *self)
{
  g_return_if_fail (ENT_IS_ALIGNMENT (self));

  g_signal_handlers_disconnect_by_func (self->project, on_committed, self);
}

/**
 * ent_alignment_get_project:
 * @self: an alignment
 *
 * Returns: (transfer none): the project it is about
 */
EntProject *
ent_alignment_get_project (EntAlignment *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), NULL);

  return self->project;
}

/**
 * ent_alignment_set_as_of:
 * @self: an alignment
 * @date: (nullable): a day, `YYYY-MM-DD`, or %NULL for today
 *
 * Looks at another day. Positions of that very day count. Asked for %NULL, the alignment goes with
 * the calendar: it is looked at again here and after each step of the project.
 */
void
ent_alignment_set_as_of (EntAlignment *self, const char *date)
{
  g_autofree char *day = NULL;

  g_return_if_fail (ENT_IS_ALIGNMENT (self));
  g_return_if_fail (date == NULL || ent_date_is_valid (date));

  day = date != NULL ? g_strdup (date) : ent_day_dup_today ();
  look_at (self, day, date == NULL);
}

/**
 * ent_alignment_get_as_of:
 * @self: an alignment
 *
 * Returns: (transfer none): the day that is looked at, `YYYY-MM-DD`
 */
const char *
ent_alignment_get_as_of (EntAlignment *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), NULL);

  return self->as_of;
}

/**
 * ent_alignment_is_today:
 * @self: an alignment
 *
 * Returns: whether it goes with the calendar
 */
gboolean
ent_alignment_is_today (EntAlignment *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), FALSE);

  return self->today;
}

/**
 * ent_alignment_get_n_goals:
 * @self: an alignment
 *
 * Returns: the number of goals
 */
guint
ent_alignment_get_n_goals (EntAlignment *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), 0);

  return self->goals->len;
}

/**
 * ent_alignment_get_n_partners:
 * @self: an alignment
 *
 * Returns: the number of partners
 */
guint
ent_alignment_get_n_partners (EntAlignment *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), 0);

  return self->partners->len;
}

/**
 * ent_alignment_get_goal:
 * @self: an alignment
 * @goal: number of a goal
 *
 * Returns: (transfer none): the goal
 */
EntRecord *
ent_alignment_get_goal (EntAlignment *self, guint goal)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), NULL);
  g_return_val_if_fail (goal < self->goals->len, NULL);

  return g_ptr_array_index (self->goals, goal);
}

/**
 * ent_alignment_get_partner:
 * @self: an alignment
 * @partner: number of a partner
 *
 * Returns: (transfer none): the partner
 */
EntRecord *
ent_alignment_get_partner (EntAlignment *self, guint partner)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), NULL);
  g_return_val_if_fail (partner < self->partners->len, NULL);

  return g_ptr_array_index (self->partners, partner);
}

static int
find_number (GHashTable *numbers, EntRecord *record)
{
  gpointer number;

  if (record == NULL || !g_hash_table_lookup_extended (numbers, record, NULL, &number))
    return -1;

  return GPOINTER_TO_INT (number);
}

/**
 * ent_alignment_find_goal:
 * @self: an alignment
 * @goal: (nullable): a record
 *
 * Returns: its number, or -1 where it is no goal that counts
 */
int
ent_alignment_find_goal (EntAlignment *self, EntRecord *goal)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), -1);

  return find_number (self->goal_of, goal);
}

/**
 * ent_alignment_find_partner:
 * @self: an alignment
 * @partner: (nullable): a record
 *
 * Returns: its number, or -1 where it is no partner that takes part on the day looked at
 */
int
ent_alignment_find_partner (EntAlignment *self, EntRecord *partner)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), -1);

  return find_number (self->partner_of, partner);
}

#define RETURN_UNLESS_CELL(value) \
  g_return_val_if_fail (ENT_IS_ALIGNMENT (self), value); \
  g_return_val_if_fail (goal < self->goals->len && partner < self->partners->len, value)

/**
 * ent_alignment_get_value:
 * @self: an alignment
 * @goal: number of a goal
 * @partner: number of a partner
 *
 * Returns: −4 to +4, or %ENT_STAND_UNKNOWN
 */
int
ent_alignment_get_value (EntAlignment *self, guint goal, guint partner)
{
  RETURN_UNLESS_CELL (ENT_STAND_UNKNOWN);

  return ent_stands_get (self->stands, goal, partner);
}

/**
 * ent_alignment_get_position:
 * @self: an alignment
 * @goal: number of a goal
 * @partner: number of a partner
 *
 * Returns: (transfer none) (nullable): the position that counts, with its date, reason and who said
 *   it; %NULL where none was given by that day
 */
EntRecord *
ent_alignment_get_position (EntAlignment *self, guint goal, guint partner)
{
  guint32 node;

  RETURN_UNLESS_CELL (NULL);

  node = _ent_alignment_find_node (self, goal, partner, self->day);

  return node != 0 ? alignment_node (self, node)->position : NULL;
}

static guint32
day_or (const char *date, guint32 otherwise)
{
  return date != NULL ? _ent_alignment_parse_day (date) : otherwise;
}

/**
 * ent_alignment_get_value_on:
 * @self: an alignment
 * @goal: number of a goal
 * @partner: number of a partner
 * @date: (nullable): a day, or %NULL for the latest there is
 *
 * Returns: what counted on @date: −4 to +4, or %ENT_STAND_UNKNOWN
 */
int
ent_alignment_get_value_on (EntAlignment *self, guint goal, guint partner, const char *date)
{
  RETURN_UNLESS_CELL (ENT_STAND_UNKNOWN);
  g_return_val_if_fail (date == NULL || ent_date_is_valid (date), ENT_STAND_UNKNOWN);

  return _ent_alignment_find_value (self, goal, partner, day_or (date, ALIGNMENT_LAST_DAY));
}

/**
 * ent_alignment_has_changed:
 * @self: an alignment
 * @goal: number of a goal
 * @partner: number of a partner
 * @from: (nullable): a day, or %NULL for the day looked at
 * @to: (nullable): another day, or %NULL for the latest position there is
 *
 * With %NULL for both it says what has changed since the day looked at.
 *
 * Returns: whether the values that count on the two days differ; becoming known is a difference
 */
gboolean
ent_alignment_has_changed (EntAlignment *self,
                           guint         goal,
                           guint         partner,
                           const char   *from,
                           const char   *to)
{
  RETURN_UNLESS_CELL (FALSE);
  g_return_val_if_fail (from == NULL || ent_date_is_valid (from), FALSE);
  g_return_val_if_fail (to == NULL || ent_date_is_valid (to), FALSE);

  return _ent_alignment_find_value (self, goal, partner, day_or (from, self->day))
    != _ent_alignment_find_value (self, goal, partner, day_or (to, ALIGNMENT_LAST_DAY));
}

static void
step_clear (gpointer data)
{
  g_clear_object (&((EntAlignmentStep *) data)->position);
}

/**
 * ent_alignment_dup_history:
 * @self: an alignment
 * @goal: number of a goal
 * @partner: number of a partner
 *
 * Returns: (transfer full) (element-type EntAlignmentStep): every position of the cell, the
 *   earliest first, later ones than the day looked at included
 */
GArray *
ent_alignment_dup_history (EntAlignment *self, guint goal, guint partner)
{
  GArray *history;
  guint32 in_force;
  int from = ENT_STAND_UNKNOWN;

  RETURN_UNLESS_CELL (NULL);

  history = g_array_new (FALSE, FALSE, sizeof (EntAlignmentStep));
  g_array_set_clear_func (history, step_clear);
  in_force = _ent_alignment_find_node (self, goal, partner, self->day);
  for (guint32 i = *alignment_head (self, goal, partner); i != 0;
       i = alignment_node (self, i)->older)
    {
      EntAlignmentStep step = { g_object_ref (alignment_node (self, i)->position), 0,
        _ent_alignment_find_value (self, goal, partner, alignment_node (self, i)->day),
        i == in_force };

      g_array_prepend_val (history, step);
    }

  for (guint i = 0; i < history->len; i++)
    {
      g_array_index (history, EntAlignmentStep, i).from = from;
      from = g_array_index (history, EntAlignmentStep, i).to;
    }

  return history;
}
