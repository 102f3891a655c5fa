/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step of the project changes in an alignment. */
#include "config.h"

#include "analysis/ent-alignment-private.h"

EntAlignmentUpdate *
_ent_alignment_update_new (void)
{
  EntAlignmentUpdate *update = g_new0 (EntAlignmentUpdate, 1);

  update->cells = g_array_new (FALSE, FALSE, sizeof (EntAlignmentCell));
  update->goals = g_array_new (FALSE, FALSE, sizeof (guint));
  update->partners = g_array_new (FALSE, FALSE, sizeof (guint));

  return update;
}

void
_ent_alignment_update_free (EntAlignmentUpdate *update)
{
  g_array_unref (update->cells);
  g_array_unref (update->goals);
  g_array_unref (update->partners);
  g_free (update);
}

/* An update being put together: each goal and partner once. */
typedef struct {
  EntAlignment *alignment;
  EntAlignmentUpdate *update;
  gboolean *goals;
  gboolean *partners;
} Reach;

static void
reach (GArray *list, gboolean *seen, guint number)
{
  if (!seen[number])
    g_array_append_val (list, number);
  seen[number] = TRUE;
}

static void
follow_position (Reach *self, EntRecord *position)
{
  EntAlignment *alignment = self->alignment;
  int goal = ent_alignment_find_goal (alignment, ent_project_lookup_kind (alignment->project,
    ENT_KIND_GOAL, ent_record_get_string (position, ENT_POSITION_GOAL)));
  int partner = ent_alignment_find_partner (alignment, ent_project_lookup_kind (alignment->project,
    ENT_KIND_PARTNER, ent_record_get_string (position, ENT_POSITION_PARTNER)));
  EntAlignmentCell cell = { (guint) goal, (guint) partner };

  if (goal < 0 || partner < 0)
    return;

  _ent_alignment_place (alignment, cell, position);
  g_array_append_val (self->update->cells, cell);
  if (!ent_stands_change (alignment->stands, cell.goal, cell.partner,
                          _ent_alignment_find_value (alignment, cell.goal, cell.partner,
                                                     alignment->day)))
    return;

  self->update->figures = TRUE;
  reach (self->update->goals, self->goals, cell.goal);
  reach (self->update->partners, self->partners, cell.partner);
}

static void
follow (Reach *self, const EntChange *change)
{
  int number;

  switch (ent_record_get_kind (change->record))
    {
    case ENT_KIND_POSITION:
      follow_position (self, change->record);
      break;
    case ENT_KIND_GOAL:
      number = ent_alignment_find_goal (self->alignment, change->record);
      if (number < 0)
        break;
      reach (self->update->goals, self->goals, (guint) number);
      self->update->fields = TRUE;
      break;
    case ENT_KIND_PARTNER:
      number = ent_alignment_find_partner (self->alignment, change->record);
      if (number < 0)
        break;
      reach (self->update->partners, self->partners, (guint) number);
      self->update->fields = TRUE;
      break;
    default:
      break;
    }
}

/* Whether a change adds, removes or moves a goal or partner. */
static gboolean
changes_layout (EntAlignment *self, const EntChange *change)
{
  switch (ent_record_get_kind (change->record))
    {
    case ENT_KIND_GOAL:
      return change->type != ENT_CHANGE_SET
        || (ent_alignment_find_goal (self, change->record) >= 0)
           != _ent_alignment_takes_goal (self, change->record);
    case ENT_KIND_PARTNER:
      return change->type != ENT_CHANGE_SET
        || (ent_alignment_find_partner (self, change->record) >= 0)
           != _ent_alignment_takes_partner (self, change->record);
    default:
      return FALSE;
    }
}

static void
follow_each (EntAlignment *self, const EntChangeSet *set, EntAlignmentUpdate *update)
{
  g_autofree gboolean *goals = g_new0 (gboolean, self->goals->len);
  g_autofree gboolean *partners = g_new0 (gboolean, self->partners->len);
  Reach reached = { self, update, goals, partners };

  for (guint i = 0; i < set->changes->len; i++)
    follow (&reached, g_ptr_array_index (set->changes, i));
}

EntAlignmentUpdate *
_ent_alignment_follow (EntAlignment *self, const EntChangeSet *set)
{
  g_autoptr(EntAlignmentUpdate) update = _ent_alignment_update_new ();

  for (guint i = 0; i < set->changes->len && !update->everything; i++)
    update->everything = changes_layout (self, g_ptr_array_index (set->changes, i));

  if (update->everything)
    {
      update->layout = _ent_alignment_read (self);
      update->figures = update->fields = TRUE;
      return g_steal_pointer (&update);
    }

  follow_each (self, set, update);
  if (update->cells->len == 0 && update->goals->len == 0 && update->partners->len == 0)
    return NULL;

  return g_steal_pointer (&update);
}
