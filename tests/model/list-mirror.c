/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-mirror.h"

static void
take (ListMirror *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (position + i),
                        g_list_model_get_item (self->list, position + i));
}

static void
on_items_changed (ListMirror *self, guint position, guint removed, guint added)
{
  take (self, position, removed, added);
  self->n_changes++;
}

ListMirror *
list_mirror_new (GListModel *list)
{
  ListMirror *self = g_new0 (ListMirror, 1);

  self->list = g_object_ref (list);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  take (self, 0, 0, g_list_model_get_n_items (list));
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

void
list_mirror_free (ListMirror *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* The same items, in the same order. */
void
list_mirror_check (ListMirror *self)
{
  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (self->list));
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self->list, i);

      g_assert_true (item == g_ptr_array_index (self->items, i));
    }
}
