/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of numbers. An object is made for a number while somebody looks at it, so that a quarter of
 * a million of them cost no more than the array they are in. */
#include "config.h"

#include "pages/ent-import-list.h"

struct _EntImportNumber {
  GObject parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (EntImportNumber, ent_import_number, G_TYPE_OBJECT)

struct _EntImportList {
  GObject parent_instance;

  GArray *numbers;                   /* guint */
};

static void
ent_import_number_class_init (EntImportNumberClass *klass)
{
}

static void
ent_import_number_init (EntImportNumber *self)
{
}

/**
 * ent_import_number_get:
 * @self: an item of a list
 *
 * Returns: its number
 */
guint
ent_import_number_get (EntImportNumber *self)
{
  g_return_val_if_fail (ENT_IS_IMPORT_NUMBER (self), 0);

  return self->number;
}

static GType
ent_import_list_get_item_type (GListModel *model)
{
  return ENT_TYPE_IMPORT_NUMBER;
}

static guint
ent_import_list_get_n_items (GListModel *model)
{
  return ENT_IMPORT_LIST (model)->numbers->len;
}

static gpointer
ent_import_list_get_item (GListModel *model, guint position)
{
  EntImportList *self = ENT_IMPORT_LIST (model);
  EntImportNumber *item;

  if (position >= self->numbers->len)
    return NULL;
  item = g_object_new (ENT_TYPE_IMPORT_NUMBER, NULL);
  item->number = g_array_index (self->numbers, guint, position);

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_import_list_get_item_type;
  iface->get_n_items = ent_import_list_get_n_items;
  iface->get_item = ent_import_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EntImportList, ent_import_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ent_import_list_finalize (GObject *object)
{
  g_array_unref (ENT_IMPORT_LIST (object)->numbers);

  G_OBJECT_CLASS (ent_import_list_parent_class)->finalize (object);
}

static void
ent_import_list_class_init (EntImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_import_list_finalize;
}

static void
ent_import_list_init (EntImportList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * ent_import_list_new:
 *
 * Returns: (transfer full): a list with nothing in it
 */
EntImportList *
ent_import_list_new (void)
{
  return g_object_new (ENT_TYPE_IMPORT_LIST, NULL);
}

/**
 * ent_import_list_take:
 * @self: a list
 * @numbers: (transfer full) (element-type guint): its new content
 */
void
ent_import_list_take (EntImportList *self, GArray *numbers)
{
  guint before;

  g_return_if_fail (ENT_IS_IMPORT_LIST (self) && numbers != NULL);

  before = self->numbers->len;
  g_array_unref (self->numbers);
  self->numbers = numbers;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, numbers->len);
}
