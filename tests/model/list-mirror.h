/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a list kept by its signals alone, as a view keeps one: it must agree at all times. */
#pragma once

#include <gio/gio.h>

/**
 * ListMirror:
 * @list: the list
 * @items: what it holds, as far as its signals told
 * @n_changes: how often it told of a change
 */
typedef struct {
  GListModel *list;
  GPtrArray *items;
  guint n_changes;
} ListMirror;

ListMirror *list_mirror_new   (GListModel *list);
void        list_mirror_free  (ListMirror *self);
void        list_mirror_check (ListMirror *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListMirror, list_mirror_free)
