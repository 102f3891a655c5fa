/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK's list views make and measure up to two hundred rows at once, however few fit, and tell all of
 * them again when one is added above. Between a long list and its view stands this one: it has the
 * first items only, gets more as somebody scrolls on, and can stand still while nobody looks. */
#include "config.h"

#include "pages/ent-seen-list.h"

struct _EntSeenList {
  GObject parent_instance;

  GListModel *model;
  GPtrArray *items;           /* what is shown: the first of the model, as of when last looked at */
  guint size;                 /* how many may be shown */
  gboolean still;
  gpointer kept;              /* must not get lost when the order changes */
  GSignalGroup *adjustment;
  guint grow_id;
};

static void ent_seen_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntSeenList, ent_seen_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_seen_list_model_init))

static guint
get_n_model (EntSeenList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static void
make_room_for_kept (EntSeenList *self)
{
  guint n = get_n_model (self);

  for (guint i = self->kept != NULL ? self->size : n; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self->model, i);

      if ((gpointer) item == self->kept)
        self->size = i + 1;
    }
}

/* Takes over what the model has now, and tells of what differs as one change. */
static void
update (EntSeenList *self)
{
  g_autoptr(GPtrArray) before = self->items;
  guint same_start = 0, same_end = 0, n, shorter;

  make_room_for_kept (self);
  n = MIN (get_n_model (self), self->size);
  self->items = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (self->model, i));

  shorter = MIN (n, before->len);
  while (same_start < shorter && before->pdata[same_start] == self->items->pdata[same_start])
    same_start++;
  while (same_end < shorter - same_start
         && before->pdata[before->len - 1 - same_end] == self->items->pdata[n - 1 - same_end])
    same_end++;

  if (same_start < n || same_start < before->len)
    g_list_model_items_changed (G_LIST_MODEL (self), same_start,
                                before->len - same_start - same_end, n - same_start - same_end);
}

/* One more or one less above moves nothing out at the end, or in: a row that comes in has to be made
 * and measured, which takes longer than all else that an edit and its undo do. A whole list that comes
 * back when a filter is taken away is not to be shown at once. */
static void
follow_size (EntSeenList *self, guint position, guint removed, guint added)
{
  guint more = added - MIN (added, removed);
  guint less = removed - MIN (added, removed);

  if (position >= self->size || self->size == G_MAXUINT || MAX (more, less) >= ENT_SEEN_LIST_STEP)
    return;

  self->size = MAX (self->size + more - less, ENT_SEEN_LIST_STEP);
}

static void
on_items_changed (EntSeenList *self, guint position, guint removed, guint added)
{
  follow_size (self, position, removed, added);
  if (!self->still)
    update (self);
}

static gboolean
on_grow (gpointer data)
{
  EntSeenList *self = data;

  self->grow_id = 0;
  ent_seen_list_show_more (self, ENT_SEEN_LIST_STEP);

  return G_SOURCE_REMOVE;
}

/* There is to be a page more than is seen, made while nothing else is to be done. */
static void
on_scrolled (EntSeenList *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (self->grow_id == 0 && !self->still && page > 0 && self->items->len < get_n_model (self)
      && gtk_adjustment_get_value (adjustment) + 2 * page > gtk_adjustment_get_upper (adjustment))
    self->grow_id = g_idle_add (on_grow, self);
}

static void
on_adjustment (EntSeenList *self, GParamSpec *pspec, GtkScrollable *view)
{
  g_signal_group_set_target (self->adjustment, gtk_scrollable_get_vadjustment (view));
}

/* End leads to the end of all there is; the view itself does the rest. */
static gboolean
on_key (EntSeenList *self, guint keyval)
{
  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    ent_seen_list_show_more (self, G_MAXUINT);

  return GDK_EVENT_PROPAGATE;
}

static GType
ent_seen_list_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
ent_seen_list_get_n_items (GListModel *list)
{
  return ENT_SEEN_LIST (list)->items->len;
}

static gpointer
ent_seen_list_get_item (GListModel *list, guint position)
{
  EntSeenList *self = ENT_SEEN_LIST (list);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
ent_seen_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_seen_list_get_item_type;
  iface->get_n_items = ent_seen_list_get_n_items;
  iface->get_item = ent_seen_list_get_item;
}

static void
ent_seen_list_dispose (GObject *object)
{
  EntSeenList *self = ENT_SEEN_LIST (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_object (&self->adjustment);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->kept);

  G_OBJECT_CLASS (ent_seen_list_parent_class)->dispose (object);
}

static void
ent_seen_list_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_SEEN_LIST (object)->items);

  G_OBJECT_CLASS (ent_seen_list_parent_class)->finalize (object);
}

static void
ent_seen_list_class_init (EntSeenListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_seen_list_dispose;
  object_class->finalize = ent_seen_list_finalize;
}

static void
ent_seen_list_init (EntSeenList *self)
{
  self->size = ENT_SEEN_LIST_STEP;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->adjustment = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->adjustment, "changed", G_CALLBACK (on_scrolled), self);
  g_signal_group_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (on_scrolled),
                                  self);
}

/**
 * ent_seen_list_new:
 * @model: (nullable): a list
 *
 * Returns: (transfer full): the first %ENT_SEEN_LIST_STEP items of @model
 */
EntSeenList *
ent_seen_list_new (GListModel *model)
{
  EntSeenList *self = g_object_new (ENT_TYPE_SEEN_LIST, NULL);

  ent_seen_list_set_model (self, model);
  return self;
}

/**
 * ent_seen_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the whole list
 */
GListModel *
ent_seen_list_get_model (EntSeenList *self)
{
  g_return_val_if_fail (ENT_IS_SEEN_LIST (self), NULL);

  return self->model;
}

/**
 * ent_seen_list_set_model:
 * @self: a list
 * @model: (nullable): the whole list
 *
 * Begins with its first items.
 */
void
ent_seen_list_set_model (EntSeenList *self, GListModel *model)
{
  g_return_if_fail (ENT_IS_SEEN_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self,
                             G_CONNECT_SWAPPED);
  self->size = ENT_SEEN_LIST_STEP;
  update (self);
}

/**
 * ent_seen_list_set_still:
 * @self: a list
 * @still: whether to stay as it is, whatever happens to the whole list
 *
 * For lists on pages that are not shown. Afterwards it catches up in one step.
 */
void
ent_seen_list_set_still (EntSeenList *self, gboolean still)
{
  g_return_if_fail (ENT_IS_SEEN_LIST (self));

  if (self->still == still)
    return;

  self->still = still;
  if (!still)
    update (self);
}

/**
 * ent_seen_list_keep:
 * @self: a list
 * @item: (nullable): an item, such as the one that is selected
 *
 * Shows as much as it takes to have @item, also when it moves further down.
 */
void
ent_seen_list_keep (EntSeenList *self, gpointer item)
{
  guint size;

  g_return_if_fail (ENT_IS_SEEN_LIST (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  size = self->size;
  if (!g_set_object (&self->kept, item))
    return;

  make_room_for_kept (self);
  if (self->size != size && !self->still)
    update (self);
}

/**
 * ent_seen_list_show_more:
 * @self: a list
 * @n_items: so many; %G_MAXUINT for all
 */
void
ent_seen_list_show_more (EntSeenList *self, guint n_items)
{
  g_return_if_fail (ENT_IS_SEEN_LIST (self));

  self->size += MIN (n_items, G_MAXUINT - self->size);
  if (!self->still)
    update (self);
}

/**
 * ent_seen_list_follow:
 * @self: a list
 * @view: the scrollable that shows it; outlives it or not
 *
 * Shows more when somebody scrolls near to the end, or all when they press End.
 */
void
ent_seen_list_follow (EntSeenList *self, GtkWidget *view)
{
  GtkEventController *keys;

  g_return_if_fail (ENT_IS_SEEN_LIST (self));
  g_return_if_fail (GTK_IS_SCROLLABLE (view));

  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (on_adjustment), self,
                           G_CONNECT_SWAPPED);
  on_adjustment (self, NULL, GTK_SCROLLABLE (view));

  /* Before the view itself, which goes to the end of what it has. */
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
}
