/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an alignment reads from its project: which goals and partners there are, and the history of
 * each cell. */
#include "config.h"

#include "analysis/ent-alignment-private.h"

guint32
_ent_alignment_parse_day (const char *date)
{
  guint32 day = 0;

  for (; *date != '\0'; date++)
    if (*date != '-')
      day = day * 10 + (guint32) (*date - '0');

  return day;
}

gboolean
_ent_alignment_takes_goal (EntAlignment *self, EntRecord *goal)
{
  return ent_record_get_project (goal) == self->project
    && ent_record_get_enum (goal, ENT_GOAL_STATUS) != ENT_GOAL_DROPPED;
}

gboolean
_ent_alignment_takes_partner (EntAlignment *self, EntRecord *partner)
{
  const char *left;

  if (ent_record_get_project (partner) != self->project)
    return FALSE;
  if (ent_record_get_enum (partner, ENT_PARTNER_STATUS) != ENT_PARTNER_LEFT)
    return TRUE;

  left = ent_record_get_string (partner, ENT_PARTNER_LEFT_ON);

  return ent_date_is_valid (left) && self->day < _ent_alignment_parse_day (left);
}

/* --- Rows and columns ------------------------------------------------------------------------ */

static GPtrArray *
collect (EntAlignment *self, EntKind kind, gboolean (*takes) (EntAlignment *, EntRecord *))
{
  guint n = ent_project_get_n_records (self->project, kind);
  GPtrArray *records = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      EntRecord *record = ent_project_get_record (self->project, kind, i);

      if (takes (self, record))
        g_ptr_array_add (records, g_object_ref (record));
    }

  return records;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

static GHashTable *
number (GPtrArray *records)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (places, g_ptr_array_index (records, i), GUINT_TO_POINTER (i));

  return places;
}

/* --- Histories ------------------------------------------------------------------------------- */

static void
node_clear (gpointer data)
{
  g_clear_object (&((EntAlignmentNode *) data)->position);
}

static guint32
take_node (EntAlignment *self)
{
  guint32 taken = self->spare;

  if (taken != 0)
    {
      self->spare = alignment_node (self, taken)->older;
      return taken;
    }
  g_array_set_size (self->nodes, self->nodes->len + 1);

  return self->nodes->len - 1;
}

static void
insert_position (EntAlignment *self, EntAlignmentCell cell, EntRecord *position)
{
  guint32 taken = take_node (self);
  guint32 day = _ent_alignment_parse_day (ent_record_get_string (position, ENT_POSITION_DATE));
  guint32 *link = alignment_head (self, cell.goal, cell.partner);

  while (*link != 0 && alignment_node (self, *link)->day > day)
    link = &alignment_node (self, *link)->older;
  *alignment_node (self, taken) = (EntAlignmentNode) { g_object_ref (position), day, *link };
  *link = taken;
}

static void
remove_position (EntAlignment *self, EntAlignmentCell cell, EntRecord *position)
{
  guint32 *link = alignment_head (self, cell.goal, cell.partner);
  guint32 found;

  while (*link != 0 && alignment_node (self, *link)->position != position)
    link = &alignment_node (self, *link)->older;
  if (*link == 0)
    return;

  found = *link;
  *link = alignment_node (self, found)->older;
  g_clear_object (&alignment_node (self, found)->position);
  alignment_node (self, found)->older = self->spare;
  self->spare = found;
}

void
_ent_alignment_place (EntAlignment *self, EntAlignmentCell cell, EntRecord *position)
{
  remove_position (self, cell, position);
  if (ent_record_get_project (position) == self->project)
    insert_position (self, cell, position);
}

guint32
_ent_alignment_find_node (EntAlignment *self, guint goal, guint partner, guint32 day)
{
  guint32 found = *alignment_head (self, goal, partner);

  while (found != 0 && alignment_node (self, found)->day > day)
    found = alignment_node (self, found)->older;

  return found;
}

int
_ent_alignment_find_value (EntAlignment *self, guint goal, guint partner, guint32 day)
{
  guint32 found = _ent_alignment_find_node (self, goal, partner, day);
  int value;

  if (found == 0)
    return ENT_STAND_UNKNOWN;

  /* A value that this version can't read is not the one before it either. */
  value = ent_record_get_int (alignment_node (self, found)->position, ENT_POSITION_VALUE);

  return value >= -ENT_STAND_MAX && value <= ENT_STAND_MAX ? value : ENT_STAND_UNKNOWN;
}

static void
read_positions (EntAlignment *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_POSITION);

  g_array_set_size (self->nodes, 1);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *position = ent_project_get_record (self->project, ENT_KIND_POSITION, i);
      int goal = ent_alignment_find_goal (self, ent_record_get_ref (position, ENT_POSITION_GOAL));
      int partner = goal < 0 ? -1 : ent_alignment_find_partner (self,
        ent_record_get_ref (position, ENT_POSITION_PARTNER));
      EntAlignmentCell cell = { (guint) goal, (guint) partner };

      if (goal >= 0 && partner >= 0)
        insert_position (self, cell, position);
    }
}

static void
read_values (EntAlignment *self)
{
  for (guint partner = 0; partner < self->partners->len; partner++)
    for (guint goal = 0; goal < self->goals->len; goal++)
      ent_stands_put (self->stands, goal, partner,
                      _ent_alignment_find_value (self, goal, partner, self->day));
  ent_stands_add_up (self->stands);
}

void
_ent_alignment_clear (EntAlignment *self)
{
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->partners, g_ptr_array_unref);
  g_clear_pointer (&self->goal_of, g_hash_table_unref);
  g_clear_pointer (&self->partner_of, g_hash_table_unref);
  g_clear_pointer (&self->stands, ent_stands_free);
  g_clear_pointer (&self->heads, g_free);
  g_clear_pointer (&self->nodes, g_array_unref);
  self->spare = 0;
}

gboolean
_ent_alignment_read (EntAlignment *self)
{
  GPtrArray *goals = collect (self, ENT_KIND_GOAL, _ent_alignment_takes_goal);
  GPtrArray *partners = collect (self, ENT_KIND_PARTNER, _ent_alignment_takes_partner);
  gboolean same = is_same (goals, self->goals) && is_same (partners, self->partners);

  _ent_alignment_clear (self);
  self->goals = goals;
  self->partners = partners;
  self->goal_of = number (goals);
  self->partner_of = number (partners);
  self->stands = ent_stands_new (goals->len, partners->len);
  self->heads = g_new0 (guint32, (gsize) goals->len * partners->len);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (EntAlignmentNode));
  g_array_set_clear_func (self->nodes, node_clear);

  read_positions (self);
  read_values (self);

  return !same;
}

gboolean
_ent_alignment_look_at (EntAlignment *self, const char *date)
{
  g_autoptr(GPtrArray) partners = NULL;

  g_free (self->as_of);
  self->as_of = g_strdup (date);
  self->day = _ent_alignment_parse_day (date);

  partners = collect (self, ENT_KIND_PARTNER, _ent_alignment_takes_partner);
  if (!is_same (partners, self->partners))
    return _ent_alignment_read (self);

  read_values (self);
  return FALSE;
}
