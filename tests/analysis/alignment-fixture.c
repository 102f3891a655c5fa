/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alignment-fixture.h"

#include <stdlib.h>

/* Adds a record with its title; what it is called stands in the first field of these kinds. */
EntRecord *
alignment_fixture_add (AlignmentFixture *self, EntKind kind, const char *title)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  g_assert_true (ent_record_set_string (record, 0, title));
  g_assert_true (ent_project_append (self->project, record, NULL));
  if (kind == ENT_KIND_GOAL)
    g_ptr_array_add (self->goals, g_object_ref (record));
  else if (kind == ENT_KIND_PARTNER)
    g_ptr_array_add (self->partners, g_object_ref (record));

  return record;
}

static AlignmentFixture *
fixture_new_empty (void)
{
  AlignmentFixture *self = g_new0 (AlignmentFixture, 1);

  self->project = ent_project_new ();
  self->goals = g_ptr_array_new_with_free_func (g_object_unref);
  self->partners = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static void
add_numbered (AlignmentFixture *self, EntKind kind, const char *name, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", name, i);

      alignment_fixture_add (self, kind, title);
    }
}

/* @rows has a string for each goal with a value for each partner, between spaces; . is unknown. */
AlignmentFixture *
alignment_fixture_new (guint n_partners, const char **rows)
{
  AlignmentFixture *self = fixture_new_empty ();

  add_numbered (self, ENT_KIND_PARTNER, "Partner", n_partners);
  add_numbered (self, ENT_KIND_GOAL, "Goal", g_strv_length ((char **) rows));
  for (guint goal = 0; rows[goal] != NULL; goal++)
    {
      g_auto(GStrv) values = g_strsplit (rows[goal], " ", -1);

      g_assert_cmpuint (g_strv_length (values), ==, n_partners);
      for (guint partner = 0; partner < n_partners; partner++)
        if (!g_str_equal (values[partner], "."))
          alignment_fixture_say (self, goal, partner, FIXTURE_DAY, atoi (values[partner]), NULL);
    }

  return self;
}

AlignmentFixture *
alignment_fixture_random (guint n_goals, guint n_partners, GRand *rand)
{
  AlignmentFixture *self = fixture_new_empty ();

  add_numbered (self, ENT_KIND_PARTNER, "Partner", n_partners);
  add_numbered (self, ENT_KIND_GOAL, "Goal", n_goals);
  for (guint goal = 0; goal < n_goals; goal++)
    {
      ent_record_set_int (alignment_fixture_goal (self, goal), ENT_GOAL_WEIGHT,
                          g_rand_int_range (rand, 1, 6));
      for (guint partner = 0; partner < n_partners; partner++)
        if (g_rand_int_range (rand, 0, 4) > 0)
          alignment_fixture_say (self, goal, partner, FIXTURE_DAY, g_rand_int_range (rand, -4, 5),
                                 NULL);
    }

  return self;
}

void
alignment_fixture_free (AlignmentFixture *self)
{
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->partners);
  g_object_unref (self->project);
  g_free (self);
}

/* @value may be ENT_STAND_UNKNOWN, which takes back what was said that day. */
void
alignment_fixture_say (AlignmentFixture *self,
                       guint             goal,
                       guint             partner,
                       const char       *date,
                       int               value,
                       const char       *reason)
{
  g_autoptr(GError) error = NULL;

  ent_stand_record (self->project, alignment_fixture_goal (self, goal),
                    alignment_fixture_partner (self, partner), date, value, reason, NULL, &error);
  g_assert_no_error (error);
}

EntRecord *
alignment_fixture_goal (AlignmentFixture *self, guint index)
{
  return g_ptr_array_index (self->goals, index);
}

EntRecord *
alignment_fixture_partner (AlignmentFixture *self, guint index)
{
  return g_ptr_array_index (self->partners, index);
}

static void
dump_goal (GString *out, EntAlignment *alignment, guint goal)
{
  EntMobilisation sum = ent_alignment_get_mobilisation (alignment, goal, TRUE);
  EntAlignmentTally tally = ent_alignment_get_tally (alignment, goal);

  g_string_append_printf (out, "%s:", ent_record_get_id (ent_alignment_get_goal (alignment, goal)));
  for (guint partner = 0; partner < ent_alignment_get_n_partners (alignment); partner++)
    {
      EntRecord *position = ent_alignment_get_position (alignment, goal, partner);

      g_string_append_printf (out, " %d@%s", ent_alignment_get_value (alignment, goal, partner),
                              position != NULL ? ent_record_get_id (position) : "-");
    }
  g_string_append_printf (out, " %u %u %u %u %u %u %a\n", sum.in_favour, sum.against,
                          tally.in_favour, tally.neutral, tally.against, tally.unknown,
                          ent_alignment_get_division (alignment, goal));
}

static void
dump_partner (GString *out, EntAlignment *alignment, guint partner)
{
  EntMobilisation own = ent_alignment_get_involvement (alignment, partner, FALSE);
  EntMobilisation weighted = ent_alignment_get_involvement (alignment, partner, TRUE);

  g_string_append_printf (out, "%s: %u %u %u %u %u %a\n",
                          ent_record_get_id (ent_alignment_get_partner (alignment, partner)),
                          own.in_favour, own.against, weighted.in_favour, weighted.against,
                          ent_alignment_count_unknown (alignment, partner),
                          ent_alignment_get_ambivalence (alignment, partner));
  for (guint other = 0; other < ent_alignment_get_n_partners (alignment); other++)
    {
      EntAlignmentPair pair = ent_alignment_get_pair (alignment, partner, other);

      g_string_append_printf (out, " %u/%u/%a/%a/%a", pair.convergence, pair.divergence,
                              pair.valued_convergence, pair.valued_divergence, pair.net);
    }
  g_string_append_c (out, '\n');
}

/* Everything an alignment says, to the last bit. */
char *
alignment_fixture_dump (EntAlignment *alignment)
{
  GString *out = g_string_new (NULL);

  for (guint goal = 0; goal < ent_alignment_get_n_goals (alignment); goal++)
    dump_goal (out, alignment, goal);
  for (guint partner = 0; partner < ent_alignment_get_n_partners (alignment); partner++)
    dump_partner (out, alignment, partner);

  return g_string_free (out, FALSE);
}

void
alignment_fixture_assert_like_fresh (EntAlignment *alignment)
{
  g_autoptr(EntAlignment) fresh = ent_alignment_new (ent_alignment_get_project (alignment));
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;

  ent_alignment_set_as_of (fresh, ent_alignment_get_as_of (alignment));
  expected = alignment_fixture_dump (fresh);
  dump = alignment_fixture_dump (alignment);
  g_assert_cmpstr (dump, ==, expected);
}
