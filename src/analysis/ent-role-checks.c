/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a role chart as a list that follows it, most pressing first.
 *
 * Each task, role and partner has a slot with its findings, one at most for each rule. When a step
 * of the project reaches a task, role or partner, its rules are asked again; a finding that still
 * holds stays the same object and at most changes its words or its place in the list. */
#include "config.h"

#include "analysis/ent-role-checks.h"

#include <gio/gio.h>

typedef struct {
  EntRecord *record;
  EntRoleSubject subject;
  guint order;                                      /* row, column or number of the partner */
  GSequenceIter *findings[ENT_N_FINDING_KINDS];     /* NULL where the rule does not apply */
} Slot;

typedef struct {
  EntFinding *finding;
  Slot *slot;
} Item;

struct _EntRoleChecks {
  GObject parent_instance;

  EntRoleChart *chart;
  EntRoleCheckSettings settings;
  GHashTable *slots;                                /* record → Slot */
  GSequence *items;                                 /* Item, in the order of the list */
  guint counts[ENT_N_FINDING_SEVERITIES];
  gboolean several_groups;                          /* as the rules saw it last */
  gboolean quiet;                                   /* everything changes: one signal at the end */
};

enum { ASKED_AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void ent_role_checks_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntRoleChecks, ent_role_checks, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_role_checks_list_init))

static void
item_free (gpointer data)
{
  Item *item = data;

  g_object_unref (item->finding);
  g_free (item);
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  g_object_unref (slot->record);
  g_free (slot);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const Item *x = a;
  const Item *y = b;
  EntFindingSeverity sx = ent_finding_get_severity (x->finding);
  EntFindingSeverity sy = ent_finding_get_severity (y->finding);
  double dx = ent_finding_get_strength (x->finding);
  double dy = ent_finding_get_strength (y->finding);
  EntFindingKind kx = ent_finding_get_kind (x->finding);
  EntFindingKind ky = ent_finding_get_kind (y->finding);

  if (sx != sy)
    return sx < sy ? -1 : 1;
  if (dx > dy || dx < dy)
    return dx > dy ? -1 : 1;
  if (kx != ky)
    return kx < ky ? -1 : 1;

  return x->slot->order < y->slot->order ? -1 : x->slot->order > y->slot->order;
}

static void
emit_changed (EntRoleChecks *self, guint position, guint removed, guint added)
{
  if (!self->quiet)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
drop_finding (EntRoleChecks *self, Slot *slot, guint kind)
{
  GSequenceIter *iter = g_steal_pointer (&slot->findings[kind]);
  guint position = (guint) g_sequence_iter_get_position (iter);

  self->counts[ent_role_rules[kind].severity]--;
  g_sequence_remove (iter);
  emit_changed (self, position, 1, 0);
}

static void
add_finding (EntRoleChecks *self, Slot *slot, guint kind, EntRoleVerdict *verdict)
{
  Item *item = g_new (Item, 1);

  item->slot = slot;
  item->finding = ent_finding_new (kind, ent_role_rules[kind].severity);
  ent_finding_update (item->finding, verdict->strength, verdict->text, verdict->advice,
                      verdict->records);

  self->counts[ent_role_rules[kind].severity]++;
  slot->findings[kind] = g_sequence_insert_sorted (self->items, item, compare_items, NULL);
  emit_changed (self, (guint) g_sequence_iter_get_position (slot->findings[kind]), 0, 1);
}

/* Puts new words into a finding that still holds, and the finding into its new place. */
static void
change_finding (EntRoleChecks *self, GSequenceIter *iter, EntRoleVerdict *verdict)
{
  Item *item = g_sequence_get (iter);
  double before = ent_finding_get_strength (item->finding);
  guint from = (guint) g_sequence_iter_get_position (iter);
  guint to;

  ent_finding_update (item->finding, verdict->strength, verdict->text, verdict->advice,
                      verdict->records);
  if (!(verdict->strength > before) && !(verdict->strength < before))
    return;

  g_sequence_sort_changed (iter, compare_items, NULL);
  to = (guint) g_sequence_iter_get_position (iter);
  if (from != to)
    emit_changed (self, MIN (from, to), MAX (from, to) - MIN (from, to) + 1,
                  MAX (from, to) - MIN (from, to) + 1);
}

static void
ask_rule (EntRoleChecks *self, Slot *slot, guint kind)
{
  g_auto(EntRoleVerdict) verdict = { 0, NULL, NULL, g_ptr_array_new () };

  g_ptr_array_add (verdict.records, slot->record);
  if (!ent_role_rules[kind].check (self->chart, &self->settings, slot->order, &verdict))
    {
      if (slot->findings[kind] != NULL)
        drop_finding (self, slot, kind);
    }
  else if (slot->findings[kind] != NULL)
    {
      change_finding (self, slot->findings[kind], &verdict);
    }
  else
    {
      add_finding (self, slot, kind, &verdict);
    }
}

static void
ask_rules (EntRoleChecks *self, Slot *slot)
{
  for (guint kind = 0; kind < ENT_N_FINDING_KINDS; kind++)
    if (ent_role_rules[kind].subject == slot->subject)
      ask_rule (self, slot, kind);
}

static Slot *
ensure_slot (EntRoleChecks *self, EntRecord *record, EntRoleSubject subject, guint order)
{
  Slot *slot = g_hash_table_lookup (self->slots, record);

  if (slot == NULL)
    {
      slot = g_new0 (Slot, 1);
      slot->record = g_object_ref (record);
      slot->subject = subject;
      g_hash_table_insert (self->slots, record, slot);
    }
  slot->order = order;

  return slot;
}

static void
drop_slot (EntRoleChecks *self, EntRecord *record)
{
  Slot *slot = g_hash_table_lookup (self->slots, record);

  if (slot == NULL)
    return;

  for (guint kind = 0; kind < ENT_N_FINDING_KINDS; kind++)
    if (slot->findings[kind] != NULL)
      drop_finding (self, slot, kind);
  g_hash_table_remove (self->slots, record);
}

/* Gives every slot its present row, column or number, and makes those that are missing. */
static void
place_slots (EntRoleChecks *self)
{
  EntProject *project = ent_role_chart_get_project (self->chart);

  for (guint row = 0; row < ent_role_chart_get_n_tasks (self->chart); row++)
    ensure_slot (self, ent_role_chart_get_task (self->chart, row), ENT_ROLE_SUBJECT_TASK, row);
  for (guint column = 0; column < ent_role_chart_get_n_roles (self->chart); column++)
    ensure_slot (self, ent_role_chart_get_role (self->chart, column), ENT_ROLE_SUBJECT_ROLE, column);
  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_PARTNER); i++)
    ensure_slot (self, ent_project_get_record (project, ENT_KIND_PARTNER, i),
                 ENT_ROLE_SUBJECT_PARTNER, i);
}

static gboolean
is_sorted (EntRoleChecks *self)
{
  GSequenceIter *iter = g_sequence_get_begin_iter (self->items);

  while (!g_sequence_iter_is_end (iter))
    {
      GSequenceIter *next = g_sequence_iter_next (iter);

      if (!g_sequence_iter_is_end (next)
          && compare_items (g_sequence_get (iter), g_sequence_get (next), NULL) > 0)
        return FALSE;
      iter = next;
    }

  return TRUE;
}

/* Moving tasks, roles or partners moves findings of equal strength with them. */
static void
restore_order (EntRoleChecks *self)
{
  guint n = (guint) g_sequence_get_length (self->items);

  if (is_sorted (self))
    return;

  g_sequence_sort (self->items, compare_items, NULL);
  emit_changed (self, 0, n, n);
}

static void
ask_everything (EntRoleChecks *self)
{
  guint before = (guint) g_sequence_get_length (self->items);
  GHashTableIter iter;
  gpointer slot;

  self->quiet = TRUE;
  self->several_groups = ent_role_chart_get_n_groups (self->chart) > 1;
  place_slots (self);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    ask_rules (self, slot);
  restore_order (self);
  self->quiet = FALSE;

  emit_changed (self, 0, before, (guint) g_sequence_get_length (self->items));
}

static void
ask_set (EntRoleChecks *self, GHashTable *records)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      Slot *slot = g_hash_table_lookup (self->slots, record);

      if (slot != NULL)
        ask_rules (self, slot);
    }
}

static void
ask_all_of (EntRoleChecks *self, EntRoleSubject subject)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    if (((Slot *) data)->subject == subject)
      ask_rules (self, data);
}

static void
on_updated (EntRoleChecks *self, const EntRoleChartUpdate *update)
{
  gboolean several_groups = ent_role_chart_get_n_groups (self->chart) > 1;
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, update->gone);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    drop_slot (self, record);

  if (update->layout || g_hash_table_size (update->partners) > 0)
    {
      place_slots (self);
      restore_order (self);
    }

  if (several_groups != self->several_groups)
    ask_all_of (self, ENT_ROLE_SUBJECT_TASK);
  else
    ask_set (self, update->tasks);
  self->several_groups = several_groups;

  if (update->size)
    ask_all_of (self, ENT_ROLE_SUBJECT_ROLE);
  else
    ask_set (self, update->roles);

  ask_set (self, update->partners);
}

static GType
ent_role_checks_get_item_type (GListModel *list)
{
  return ENT_TYPE_FINDING;
}

static guint
ent_role_checks_get_n_items (GListModel *list)
{
  return (guint) g_sequence_get_length (ENT_ROLE_CHECKS (list)->items);
}

static gpointer
ent_role_checks_get_item (GListModel *list, guint position)
{
  EntRoleChecks *self = ENT_ROLE_CHECKS (list);

  if (position >= (guint) g_sequence_get_length (self->items))
    return NULL;

  return g_object_ref (((Item *) g_sequence_get (
    g_sequence_get_iter_at_pos (self->items, (int) position)))->finding);
}

static void
ent_role_checks_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_role_checks_get_item_type;
  iface->get_n_items = ent_role_checks_get_n_items;
  iface->get_item = ent_role_checks_get_item;
}

static void
ent_role_checks_dispose (GObject *object)
{
  EntRoleChecks *self = ENT_ROLE_CHECKS (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (ent_role_checks_parent_class)->dispose (object);
}

static void
ent_role_checks_finalize (GObject *object)
{
  EntRoleChecks *self = ENT_ROLE_CHECKS (object);

  g_sequence_free (self->items);
  g_hash_table_unref (self->slots);

  G_OBJECT_CLASS (ent_role_checks_parent_class)->finalize (object);
}

static void
ent_role_checks_class_init (EntRoleChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_role_checks_dispose;
  object_class->finalize = ent_role_checks_finalize;

  /**
   * EntRoleChecks::asked-again:
   * @self: the findings
   *
   * The questions begin elsewhere, so any task or role may have findings that it had not before. It
   * follows what the list itself says about that.
   */
  signals[ASKED_AGAIN] = g_signal_new ("asked-again", ENT_TYPE_ROLE_CHECKS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_role_checks_init (EntRoleChecks *self)
{
  self->settings = (EntRoleCheckSettings) ENT_ROLE_CHECK_SETTINGS_DEFAULT;
  self->slots = g_hash_table_new_full (NULL, NULL, NULL, slot_free);
  self->items = g_sequence_new (item_free);
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_role_checks_new:
 * @chart: the chart to check
 *
 * Returns: (transfer full): its findings, a #GListModel of #EntFinding ordered by severity, then
 *   strength, then place in the chart
 */
EntRoleChecks *
ent_role_checks_new (EntRoleChart *chart)
{
  EntRoleChecks *self;

  g_return_val_if_fail (ENT_IS_ROLE_CHART (chart), NULL);

  self = g_object_new (ENT_TYPE_ROLE_CHECKS, NULL);
  self->chart = g_object_ref (chart);
  ask_everything (self);
  g_signal_connect_object (chart, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ent_role_checks_get_chart:
 * @self: findings
 *
 * Returns: (transfer none): the chart they are about
 */
EntRoleChart *
ent_role_checks_get_chart (EntRoleChecks *self)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), NULL);

  return self->chart;
}

/**
 * ent_role_checks_set_settings:
 * @self: findings
 * @settings: (nullable): where the questions begin; %NULL for the defaults
 *
 * Asks every rule again.
 */
void
ent_role_checks_set_settings (EntRoleChecks *self, const EntRoleCheckSettings *settings)
{
  g_return_if_fail (ENT_IS_ROLE_CHECKS (self));

  self->settings = settings != NULL ? *settings
                                    : (EntRoleCheckSettings) ENT_ROLE_CHECK_SETTINGS_DEFAULT;
  ask_everything (self);
  g_signal_emit (self, signals[ASKED_AGAIN], 0);
}

/**
 * ent_role_checks_count:
 * @self: findings
 * @severity: a severity
 *
 * Returns: how many findings of that severity there are
 */
guint
ent_role_checks_count (EntRoleChecks *self, EntFindingSeverity severity)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), 0);
  g_return_val_if_fail (severity < ENT_N_FINDING_SEVERITIES, 0);

  return self->counts[severity];
}

static int
find_first_letter (EntRoleChecks *self, guint row, EntRoleLetter letter)
{
  for (guint column = 0; column < ent_role_chart_get_n_roles (self->chart); column++)
    if (ent_role_code_has_letter (ent_role_chart_get_code (self->chart, row, column), letter))
      return (int) column;

  return -1;
}

/**
 * ent_role_checks_get_place:
 * @self: findings
 * @finding: one of them
 * @row: (out): the row it leads to, or -1
 * @column: (out): the column it leads to, or -1
 *
 * Where in the chart a finding is seen: a cell, a whole row (@column is -1), a whole column (@row is
 * -1) or nowhere, for a partner without a role.
 *
 * Returns: whether it has a place in the chart
 */
gboolean
ent_role_checks_get_place (EntRoleChecks *self, EntFinding *finding, int *row, int *column)
{
  const EntRoleRule *rule;

  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), FALSE);
  g_return_val_if_fail (ENT_IS_FINDING (finding), FALSE);
  g_return_val_if_fail (row != NULL && column != NULL, FALSE);

  rule = &ent_role_rules[ent_finding_get_kind (finding)];
  *row = ent_role_chart_find_task (self->chart, ent_finding_get_record (finding, 0));
  *column = ent_role_chart_find_role (self->chart, ent_finding_get_record (finding, 0));
  if (*row >= 0 && rule->letter >= 0)
    *column = find_first_letter (self, (guint) *row, rule->letter);

  return *row >= 0 || *column >= 0;
}

static int
get_worst (EntRoleChecks *self, EntRecord *record)
{
  Slot *slot = g_hash_table_lookup (self->slots, record);
  int worst = ENT_ROLE_CHECKS_NONE;

  for (guint kind = 0; slot != NULL && kind < ENT_N_FINDING_KINDS; kind++)
    if (slot->findings[kind] != NULL
        && (worst < 0 || (int) ent_role_rules[kind].severity < worst))
      worst = ent_role_rules[kind].severity;

  return worst;
}

/**
 * ent_role_checks_get_row_severity:
 * @self: findings
 * @row: number of a row
 *
 * Returns: the #EntFindingSeverity of the most pressing finding about that task, or
 *   %ENT_ROLE_CHECKS_NONE
 */
int
ent_role_checks_get_row_severity (EntRoleChecks *self, guint row)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), ENT_ROLE_CHECKS_NONE);

  return get_worst (self, ent_role_chart_get_task (self->chart, row));
}

/**
 * ent_role_checks_get_column_severity:
 * @self: findings
 * @column: number of a column
 *
 * Returns: the #EntFindingSeverity of the most pressing finding about that role, or
 *   %ENT_ROLE_CHECKS_NONE
 */
int
ent_role_checks_get_column_severity (EntRoleChecks *self, guint column)
{
  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), ENT_ROLE_CHECKS_NONE);

  return get_worst (self, ent_role_chart_get_role (self->chart, column));
}

/**
 * ent_role_checks_get_cell_severity:
 * @self: findings
 * @row: number of a row
 * @column: number of a column
 *
 * Returns: the #EntFindingSeverity of the most pressing finding that concerns the letter in that
 *   cell, such as each A of a task with several, or %ENT_ROLE_CHECKS_NONE
 */
int
ent_role_checks_get_cell_severity (EntRoleChecks *self, guint row, guint column)
{
  int worst = ENT_ROLE_CHECKS_NONE;
  int code;
  Slot *slot;

  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), ENT_ROLE_CHECKS_NONE);

  code = ent_role_chart_get_code (self->chart, row, column);
  if (code == ENT_ROLE_CHART_EMPTY)
    return ENT_ROLE_CHECKS_NONE;

  slot = g_hash_table_lookup (self->slots, ent_role_chart_get_task (self->chart, row));
  for (guint kind = 0; slot != NULL && kind < ENT_N_FINDING_KINDS; kind++)
    if (slot->findings[kind] != NULL && ent_role_rules[kind].letter >= 0
        && ent_role_code_has_letter (code, (EntRoleLetter) ent_role_rules[kind].letter)
        && (worst < 0 || (int) ent_role_rules[kind].severity < worst))
      worst = ent_role_rules[kind].severity;

  return worst;
}

/**
 * ent_role_checks_dup_findings_of:
 * @self: findings
 * @record: a task, role or partner
 *
 * Returns: (transfer container) (element-type EntFinding): the findings that are mainly about
 *   @record, most pressing first
 */
GPtrArray *
ent_role_checks_dup_findings_of (EntRoleChecks *self, EntRecord *record)
{
  GPtrArray *findings;
  Slot *slot;

  g_return_val_if_fail (ENT_IS_ROLE_CHECKS (self), NULL);
  g_return_val_if_fail (ENT_IS_RECORD (record), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  slot = g_hash_table_lookup (self->slots, record);
  for (guint kind = 0; slot != NULL && kind < ENT_N_FINDING_KINDS; kind++)
    if (slot->findings[kind] != NULL)
      g_ptr_array_add (findings,
                       g_object_ref (((Item *) g_sequence_get (slot->findings[kind]))->finding));

  return findings;
}
