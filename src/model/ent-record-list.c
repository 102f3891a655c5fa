/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array of records. Each record remembers its place; places from @stale on are renumbered when
 * somebody asks for one of them, so that edits at the end, the usual ones, cost nothing. */
#include "config.h"

#include "model/ent-record-list.h"
#include "model/ent-record-private.h"

struct _EntRecordList {
  GObject parent_instance;

  GType item_type;
  GPtrArray *records; /* (element-type EntRecord) */
  guint stale;        /* records from here on may remember a wrong place */
};

static GType
ent_record_list_get_item_type (GListModel *model)
{
  return ENT_RECORD_LIST (model)->item_type;
}

static guint
ent_record_list_get_n_items (GListModel *model)
{
  return ENT_RECORD_LIST (model)->records->len;
}

static gpointer
ent_record_list_get_item (GListModel *model, guint position)
{
  EntRecordList *self = ENT_RECORD_LIST (model);

  if (position >= self->records->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->records, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_record_list_get_item_type;
  iface->get_n_items = ent_record_list_get_n_items;
  iface->get_item = ent_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EntRecordList, ent_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ent_record_list_finalize (GObject *object)
{
  EntRecordList *self = ENT_RECORD_LIST (object);

  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (ent_record_list_parent_class)->finalize (object);
}

static void
ent_record_list_class_init (EntRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_record_list_finalize;
}

static void
ent_record_list_init (EntRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ent_record_list_new:
 * @kind: a kind of record
 *
 * Returns: (transfer full): an empty list for records of @kind
 */
EntRecordList *
ent_record_list_new (EntKind kind)
{
  EntRecordList *self = g_object_new (ENT_TYPE_RECORD_LIST, NULL);

  self->item_type = ent_kind_get_gtype (kind);

  return self;
}

/**
 * ent_record_list_get_size:
 * @self: a list
 *
 * Returns: how many records it holds
 */
guint
ent_record_list_get_size (EntRecordList *self)
{
  g_return_val_if_fail (ENT_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

/**
 * ent_record_list_get:
 * @self: a list
 * @position: a place in it
 *
 * Returns: (nullable) (transfer none): the record there, or %NULL past the end
 */
EntRecord *
ent_record_list_get (EntRecordList *self, guint position)
{
  g_return_val_if_fail (ENT_IS_RECORD_LIST (self), NULL);

  return position < self->records->len ? g_ptr_array_index (self->records, position) : NULL;
}

/**
 * ent_record_list_find:
 * @self: a list
 * @record: one of its records
 *
 * Returns: the record's place; found at once unless places before it have changed since
 */
guint
ent_record_list_find (EntRecordList *self, EntRecord *record)
{
  g_return_val_if_fail (ENT_IS_RECORD_LIST (self), 0);
  g_return_val_if_fail (ENT_IS_RECORD (record), 0);

  if (record->position < self->stale && record->position < self->records->len
      && g_ptr_array_index (self->records, record->position) == record)
    return record->position;

  for (guint i = self->stale; i < self->records->len; i++)
    ((EntRecord *) g_ptr_array_index (self->records, i))->position = i;
  self->stale = self->records->len;

  return record->position;
}

static void
mark_stale (EntRecordList *self, guint from)
{
  self->stale = MIN (self->stale, from);
}

/**
 * ent_record_list_insert:
 * @self: a list
 * @position: the place it shall have, at most the list's size
 * @record: a record
 *
 * Puts @record into the list and tells the views.
 */
void
ent_record_list_insert (EntRecordList *self, guint position, EntRecord *record)
{
  g_return_if_fail (ENT_IS_RECORD_LIST (self));
  g_return_if_fail (position <= self->records->len);

  mark_stale (self, position);
  g_ptr_array_insert (self->records, (int) position, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * ent_record_list_remove:
 * @self: a list
 * @position: a place in it
 *
 * Takes the record there out of the list and tells the views.
 */
void
ent_record_list_remove (EntRecordList *self, guint position)
{
  g_return_if_fail (ENT_IS_RECORD_LIST (self));
  g_return_if_fail (position < self->records->len);

  mark_stale (self, position);
  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * ent_record_list_move:
 * @self: a list
 * @from: the place of a record
 * @to: the place it shall have
 *
 * Moves the record and tells the views that everything between the two places changed.
 */
void
ent_record_list_move (EntRecordList *self, guint from, guint to)
{
  guint first = MIN (from, to);
  guint n = MAX (from, to) - first + 1;
  EntRecord *record;

  g_return_if_fail (ENT_IS_RECORD_LIST (self));
  g_return_if_fail (from < self->records->len && to < self->records->len);

  mark_stale (self, first);
  record = g_ptr_array_steal_index (self->records, from);
  g_ptr_array_insert (self->records, (int) to, record);
  g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);
}

/**
 * ent_record_list_load_take:
 * @self: a list nobody looks at yet
 * @record: (transfer full): a record
 *
 * Puts @record at the end without telling anybody.
 */
void
ent_record_list_load_take (EntRecordList *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_RECORD_LIST (self));

  if (self->stale == self->records->len)
    self->stale++;
  record->position = self->records->len;
  g_ptr_array_add (self->records, record);
}
