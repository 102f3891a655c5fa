/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of an alignment as a list that follows it, most pressing first. When a step of the
 * project reaches a goal or partner, its rules are asked again. */
#include "config.h"

#include "analysis/ent-alignment-checks.h"

struct _EntAlignmentChecks {
  EntChecks parent_instance;

  EntAlignment *alignment;
  gboolean empty;                    /* nobody had said anything when the rules were asked */
};

G_DEFINE_FINAL_TYPE (EntAlignmentChecks, ent_alignment_checks, ENT_TYPE_CHECKS)

static guint
count_subjects (EntAlignmentChecks *self, EntAlignmentSubject subject)
{
  return subject == ENT_ALIGNMENT_SUBJECT_GOAL ? ent_alignment_get_n_goals (self->alignment)
                                               : ent_alignment_get_n_partners (self->alignment);
}

static EntRecord *
get_subject (EntAlignmentChecks *self, EntAlignmentSubject subject, guint place)
{
  return subject == ENT_ALIGNMENT_SUBJECT_GOAL ? ent_alignment_get_goal (self->alignment, place)
                                               : ent_alignment_get_partner (self->alignment, place);
}

static void
ask_rule (EntAlignmentChecks *self, const EntAlignmentRule *rule, guint place)
{
  EntRecord *record = get_subject (self, rule->subject, place);
  g_auto(EntVerdict) verdict = { 0, NULL, NULL, g_ptr_array_new () };

  g_ptr_array_add (verdict.records, record);
  if (rule->check (self->alignment, place, &verdict))
    ent_checks_put (ENT_CHECKS (self), record, rule->kind, rule->severity, &verdict);
  else
    ent_checks_clear (ENT_CHECKS (self), record, rule->kind);
}

static void
ask_rules (EntAlignmentChecks *self, EntAlignmentSubject subject, guint place)
{
  for (guint i = 0; i < ENT_ALIGNMENT_N_RULES; i++)
    if (ent_alignment_rules[i].subject == subject)
      ask_rule (self, &ent_alignment_rules[i], place);
}

static void
ask_all_of (EntAlignmentChecks *self, EntAlignmentSubject subject)
{
  for (guint place = 0; place < count_subjects (self, subject); place++)
    ask_rules (self, subject, place);
}

/* Gives every goal and partner its present place, and takes out what is no longer there. */
static void
place_all (EntAlignmentChecks *self)
{
  g_autoptr(GHashTable) present = g_hash_table_new (NULL, NULL);

  for (guint subject = 0; subject < ENT_N_ALIGNMENT_SUBJECTS; subject++)
    for (guint place = 0; place < count_subjects (self, subject); place++)
      {
        EntRecord *record = get_subject (self, subject, place);

        ent_checks_place (ENT_CHECKS (self), record, place);
        g_hash_table_add (present, record);
      }

  ent_checks_drop_others (ENT_CHECKS (self), present);
}

static void
ask_everything (EntAlignmentChecks *self)
{
  ent_checks_begin (ENT_CHECKS (self));
  self->empty = ent_alignment_is_empty (self->alignment);
  place_all (self);
  for (guint subject = 0; subject < ENT_N_ALIGNMENT_SUBJECTS; subject++)
    ask_all_of (self, subject);
  ent_checks_end (ENT_CHECKS (self));
}

/* A partner's name and horizon are in what is said of the goals it takes a side on. */
static void
ask_goals_of (EntAlignmentChecks *self, guint partner)
{
  for (guint goal = 0; goal < ent_alignment_get_n_goals (self->alignment); goal++)
    {
      int value = ent_alignment_get_value (self->alignment, goal, partner);

      if (value != ENT_STAND_UNKNOWN && value != 0)
        ask_rules (self, ENT_ALIGNMENT_SUBJECT_GOAL, goal);
    }
}

static void
on_changed (EntAlignmentChecks *self, const EntAlignmentUpdate *update)
{
  /* Before anybody has said anything, nobody is asked why not. */
  if (update->everything || ent_alignment_is_empty (self->alignment) != self->empty)
    {
      ask_everything (self);
      return;
    }

  for (guint i = 0; i < update->goals->len; i++)
    ask_rules (self, ENT_ALIGNMENT_SUBJECT_GOAL, g_array_index (update->goals, guint, i));
  for (guint i = 0; update->fields && i < update->partners->len; i++)
    ask_goals_of (self, g_array_index (update->partners, guint, i));

  /* Whether a goal is reached matters to each partner that has not said where it stands on it. */
  if (update->fields)
    ask_all_of (self, ENT_ALIGNMENT_SUBJECT_PARTNER);
  for (guint i = 0; !update->fields && i < update->partners->len; i++)
    ask_rules (self, ENT_ALIGNMENT_SUBJECT_PARTNER, g_array_index (update->partners, guint, i));
}

static void
ent_alignment_checks_dispose (GObject *object)
{
  EntAlignmentChecks *self = ENT_ALIGNMENT_CHECKS (object);

  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_data (self->alignment, self);
  g_clear_object (&self->alignment);

  G_OBJECT_CLASS (ent_alignment_checks_parent_class)->dispose (object);
}

static void
ent_alignment_checks_class_init (EntAlignmentChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_alignment_checks_dispose;
}

static void
ent_alignment_checks_init (EntAlignmentChecks *self)
{
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_alignment_checks_new:
 * @alignment: the alignment to check
 *
 * Returns: (transfer full): its findings, a #GListModel of #EntFinding ordered by severity, then
 *   strength, then the order of goals and partners
 */
EntAlignmentChecks *
ent_alignment_checks_new (EntAlignment *alignment)
{
  EntAlignmentChecks *self;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);

  self = g_object_new (ENT_TYPE_ALIGNMENT_CHECKS, NULL);
  self->alignment = g_object_ref (alignment);
  ask_everything (self);
  g_signal_connect_object (alignment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_alignment_checks_get_alignment:
 * @self: findings
 *
 * Returns: (transfer none): the alignment they are about
 */
EntAlignment *
ent_alignment_checks_get_alignment (EntAlignmentChecks *self)
{
  g_return_val_if_fail (ENT_IS_ALIGNMENT_CHECKS (self), NULL);

  return self->alignment;
}
