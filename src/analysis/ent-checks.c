/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as a list, most pressing first.
 *
 * Each record has a slot with the findings that are mainly about it, one at most of each kind. A
 * finding that still holds when its rule is asked again stays the same object and at most changes
 * its words or its place in the list. */
#include "config.h"

#include "analysis/ent-checks.h"

typedef struct {
  EntRecord *record;
  guint order;                                      /* among findings that are equal otherwise */
  GSequenceIter *findings[ENT_N_FINDING_KINDS];     /* NULL where there is none */
} Slot;

typedef struct {
  EntFinding *finding;
  Slot *slot;
} Item;

typedef struct {
  GHashTable *slots;                                /* record → Slot */
  GSequence *items;                                 /* Item, in the order of the list */
  guint counts[ENT_N_FINDING_SEVERITIES];
  gboolean quiet;                                   /* everything changes: one signal at the end */
  guint n_before;                                   /* how many there were before that */
} EntChecksPrivate;

static void ent_checks_list_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (EntChecks, ent_checks, G_TYPE_OBJECT,
  G_ADD_PRIVATE (EntChecks)
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_checks_list_init))

static EntChecksPrivate *
get_private (EntChecks *self)
{
  return ent_checks_get_instance_private (self);
}

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
emit_changed (EntChecks *self, guint position, guint removed, guint added)
{
  if (!get_private (self)->quiet)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
drop_finding (EntChecks *self, Slot *slot, guint kind)
{
  EntChecksPrivate *priv = get_private (self);
  GSequenceIter *iter = g_steal_pointer (&slot->findings[kind]);
  guint position = (guint) g_sequence_iter_get_position (iter);

  priv->counts[ent_finding_get_severity (((Item *) g_sequence_get (iter))->finding)]--;
  g_sequence_remove (iter);
  emit_changed (self, position, 1, 0);
}

static void
add_finding (EntChecks *self, Slot *slot, EntFindingKind kind, EntFindingSeverity severity,
             const EntVerdict *verdict)
{
  EntChecksPrivate *priv = get_private (self);
  Item *item = g_new (Item, 1);

  item->slot = slot;
  item->finding = ent_finding_new (kind, severity);
  ent_finding_update (item->finding, verdict);

  priv->counts[severity]++;
  slot->findings[kind] = g_sequence_insert_sorted (priv->items, item, compare_items, NULL);
  emit_changed (self, (guint) g_sequence_iter_get_position (slot->findings[kind]), 0, 1);
}

/* Puts new words into a finding that still holds, and the finding into its new place. */
static void
change_finding (EntChecks *self, GSequenceIter *iter, const EntVerdict *verdict)
{
  Item *item = g_sequence_get (iter);
  double before = ent_finding_get_strength (item->finding);
  guint from = (guint) g_sequence_iter_get_position (iter);
  guint to;

  ent_finding_update (item->finding, verdict);
  if (!(verdict->strength > before) && !(verdict->strength < before))
    return;

  g_sequence_sort_changed (iter, compare_items, NULL);
  to = (guint) g_sequence_iter_get_position (iter);
  if (from != to)
    emit_changed (self, MIN (from, to), MAX (from, to) - MIN (from, to) + 1,
                  MAX (from, to) - MIN (from, to) + 1);
}

static gboolean
is_sorted (GSequence *items)
{
  GSequenceIter *iter = g_sequence_get_begin_iter (items);

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

static GType
ent_checks_get_item_type (GListModel *list)
{
  return ENT_TYPE_FINDING;
}

static guint
ent_checks_get_n_items (GListModel *list)
{
  return (guint) g_sequence_get_length (get_private (ENT_CHECKS (list))->items);
}

static gpointer
ent_checks_get_item (GListModel *list, guint position)
{
  EntChecksPrivate *priv = get_private (ENT_CHECKS (list));

  if (position >= (guint) g_sequence_get_length (priv->items))
    return NULL;

  return g_object_ref (((Item *) g_sequence_get (
    g_sequence_get_iter_at_pos (priv->items, (int) position)))->finding);
}

static void
ent_checks_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_checks_get_item_type;
  iface->get_n_items = ent_checks_get_n_items;
  iface->get_item = ent_checks_get_item;
}

static void
ent_checks_finalize (GObject *object)
{
  EntChecksPrivate *priv = get_private (ENT_CHECKS (object));

  g_sequence_free (priv->items);
  g_hash_table_unref (priv->slots);

  G_OBJECT_CLASS (ent_checks_parent_class)->finalize (object);
}

static void
ent_checks_class_init (EntChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_checks_finalize;
}

static void
ent_checks_init (EntChecks *self)
{
  EntChecksPrivate *priv = get_private (self);

  priv->slots = g_hash_table_new_full (NULL, NULL, NULL, slot_free);
  priv->items = g_sequence_new (item_free);
}

/* --- For everybody --------------------------------------------------------------------------- */

/**
 * ent_checks_count:
 * @self: findings
 * @severity: a severity
 *
 * Returns: how many findings of that severity there are
 */
guint
ent_checks_count (EntChecks *self, EntFindingSeverity severity)
{
  g_return_val_if_fail (ENT_IS_CHECKS (self), 0);
  g_return_val_if_fail (severity < ENT_N_FINDING_SEVERITIES, 0);

  return get_private (self)->counts[severity];
}

/**
 * ent_checks_find:
 * @self: findings
 * @record: a record
 * @kind: a kind of finding
 *
 * Returns: (transfer none) (nullable): the finding of that kind that is mainly about @record
 */
EntFinding *
ent_checks_find (EntChecks *self, EntRecord *record, EntFindingKind kind)
{
  Slot *slot;

  g_return_val_if_fail (ENT_IS_CHECKS (self), NULL);
  g_return_val_if_fail (kind < ENT_N_FINDING_KINDS, NULL);

  slot = g_hash_table_lookup (get_private (self)->slots, record);
  if (slot == NULL || slot->findings[kind] == NULL)
    return NULL;

  return ((Item *) g_sequence_get (slot->findings[kind]))->finding;
}

/**
 * ent_checks_get_worst:
 * @self: findings
 * @record: a record
 *
 * Returns: the #EntFindingSeverity of the most pressing finding that is mainly about @record, or
 *   %ENT_CHECKS_NONE
 */
int
ent_checks_get_worst (EntChecks *self, EntRecord *record)
{
  int worst = ENT_CHECKS_NONE;

  g_return_val_if_fail (ENT_IS_CHECKS (self), ENT_CHECKS_NONE);

  for (guint kind = 0; kind < ENT_N_FINDING_KINDS; kind++)
    {
      EntFinding *finding = ent_checks_find (self, record, kind);

      if (finding != NULL && (worst < 0 || (int) ent_finding_get_severity (finding) < worst))
        worst = ent_finding_get_severity (finding);
    }

  return worst;
}

/**
 * ent_checks_dup_findings_of:
 * @self: findings
 * @record: a record
 *
 * Returns: (transfer container) (element-type EntFinding): the findings that are mainly about
 *   @record, in the order of their kinds
 */
GPtrArray *
ent_checks_dup_findings_of (EntChecks *self, EntRecord *record)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ENT_IS_CHECKS (self), findings);

  for (guint kind = 0; kind < ENT_N_FINDING_KINDS; kind++)
    {
      EntFinding *finding = ent_checks_find (self, record, kind);

      if (finding != NULL)
        g_ptr_array_add (findings, g_object_ref (finding));
    }

  return findings;
}

/* --- For the analyses ------------------------------------------------------------------------ */

/**
 * ent_checks_place:
 * @self: findings
 * @record: a record that findings can be about
 * @order: its place among its like, by which findings that are equal otherwise are ordered
 *
 * Gives a record its place. After the places of records changed, ent_checks_restore_order() has
 * to follow.
 */
void
ent_checks_place (EntChecks *self, EntRecord *record, guint order)
{
  EntChecksPrivate *priv = get_private (self);
  Slot *slot = g_hash_table_lookup (priv->slots, record);

  g_return_if_fail (ENT_IS_CHECKS (self));
  g_return_if_fail (ENT_IS_RECORD (record));

  if (slot == NULL)
    {
      slot = g_new0 (Slot, 1);
      slot->record = g_object_ref (record);
      g_hash_table_insert (priv->slots, record, slot);
    }
  slot->order = order;
}

/**
 * ent_checks_put:
 * @self: findings
 * @record: a record that has a place
 * @kind: what the finding says; of one kind, a record has one
 * @severity: how pressing it is; the same for all findings of a kind
 * @verdict: what it says now
 *
 * Adds a finding, or changes the one that is there.
 */
void
ent_checks_put (EntChecks          *self,
                EntRecord          *record,
                EntFindingKind      kind,
                EntFindingSeverity  severity,
                const EntVerdict   *verdict)
{
  Slot *slot;

  g_return_if_fail (ENT_IS_CHECKS (self));
  g_return_if_fail (kind < ENT_N_FINDING_KINDS && severity < ENT_N_FINDING_SEVERITIES);

  slot = g_hash_table_lookup (get_private (self)->slots, record);
  g_return_if_fail (slot != NULL);

  if (slot->findings[kind] != NULL)
    change_finding (self, slot->findings[kind], verdict);
  else
    add_finding (self, slot, kind, severity, verdict);
}

/**
 * ent_checks_clear:
 * @self: findings
 * @record: a record
 * @kind: a kind of finding
 *
 * Takes a finding out, if it is there.
 */
void
ent_checks_clear (EntChecks *self, EntRecord *record, EntFindingKind kind)
{
  Slot *slot;

  g_return_if_fail (ENT_IS_CHECKS (self));
  g_return_if_fail (kind < ENT_N_FINDING_KINDS);

  slot = g_hash_table_lookup (get_private (self)->slots, record);
  if (slot != NULL && slot->findings[kind] != NULL)
    drop_finding (self, slot, kind);
}

/**
 * ent_checks_drop:
 * @self: findings
 * @record: a record
 *
 * Takes out everything about a record, and its place.
 */
void
ent_checks_drop (EntChecks *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_CHECKS (self));

  for (guint kind = 0; kind < ENT_N_FINDING_KINDS; kind++)
    ent_checks_clear (self, record, kind);
  g_hash_table_remove (get_private (self)->slots, record);
}

/**
 * ent_checks_drop_others:
 * @self: findings
 * @present: (element-type EntRecord): the records that are still there
 *
 * Takes out everything about records that are gone, and their places.
 */
void
ent_checks_drop_others (EntChecks *self, GHashTable *present)
{
  g_autoptr(GList) records = NULL;

  g_return_if_fail (ENT_IS_CHECKS (self));
  g_return_if_fail (present != NULL);

  records = g_hash_table_get_keys (get_private (self)->slots);
  for (GList *l = records; l != NULL; l = l->next)
    if (!g_hash_table_contains (present, l->data))
      ent_checks_drop (self, l->data);
}

/**
 * ent_checks_restore_order:
 * @self: findings
 *
 * Sorts the list after records got other places.
 */
void
ent_checks_restore_order (EntChecks *self)
{
  EntChecksPrivate *priv = get_private (self);
  guint n;

  g_return_if_fail (ENT_IS_CHECKS (self));

  if (is_sorted (priv->items))
    return;

  n = (guint) g_sequence_get_length (priv->items);
  g_sequence_sort (priv->items, compare_items, NULL);
  emit_changed (self, 0, n, n);
}

/**
 * ent_checks_begin:
 * @self: findings
 *
 * Begins to change everything: the list is silent until ent_checks_end().
 */
void
ent_checks_begin (EntChecks *self)
{
  EntChecksPrivate *priv = get_private (self);

  g_return_if_fail (ENT_IS_CHECKS (self));
  g_return_if_fail (!priv->quiet);

  priv->quiet = TRUE;
  priv->n_before = (guint) g_sequence_get_length (priv->items);
}

/**
 * ent_checks_end:
 * @self: findings
 *
 * Restores the order and says once that everything changed.
 */
void
ent_checks_end (EntChecks *self)
{
  EntChecksPrivate *priv = get_private (self);

  g_return_if_fail (ENT_IS_CHECKS (self));
  g_return_if_fail (priv->quiet);

  ent_checks_restore_order (self);
  priv->quiet = FALSE;
  emit_changed (self, 0, priv->n_before, (guint) g_sequence_get_length (priv->items));
}
