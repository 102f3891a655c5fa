/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AdwLeaflet with a bar over the detail: the way back where it is narrow, the title, and the button
 * that deletes. Without a record there is nothing to show, and a sentence says so. */
#include "config.h"

#include "pages/ent-master-detail.h"

#include "pages/ent-compat.h"
#include "pages/ent-text.h"

struct _EntMasterDetail {
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  AdwBin *master;
  GtkBox *right;
  AdwBin *detail;
  GtkStack *stack;
  GtkLabel *title;

  EntRecord *record;
  GSignalGroup *record_signals;
};

static void ent_master_detail_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntMasterDetail, ent_master_detail, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ent_master_detail_buildable_init))

static GtkBuildableIface *parent_buildable;

enum { PROP_0, PROP_FOLDED, PROP_WIDE_MASTER, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { DELETE_CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update_title (EntMasterDetail *self)
{
  g_autofree char *title = self->record != NULL ? ent_text_dup_title (self->record) : NULL;

  gtk_label_set_text (self->title, title != NULL ? title : "");
}

static void
on_folded (EntMasterDetail *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

static void
on_back_clicked (EntMasterDetail *self)
{
  ent_master_detail_show_master (self);
}

static void
on_delete_clicked (EntMasterDetail *self)
{
  g_signal_emit (self, signals[DELETE_CLICKED], 0);
}

/* <child type="master"> and <child type="detail"> in templates */
static void
ent_master_detail_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                             const char *type)
{
  EntMasterDetail *self = ENT_MASTER_DETAIL (buildable);

  if (g_strcmp0 (type, "master") == 0)
    adw_bin_set_child (self->master, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "detail") == 0)
    adw_bin_set_child (self->detail, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
ent_master_detail_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ent_master_detail_add_child;
}

/* Which side takes the room that is left. */
static void
set_wide_master (EntMasterDetail *self, gboolean wide)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self->master), wide);
  gtk_widget_set_hexpand (GTK_WIDGET (self->right), !wide);
}

static void
ent_master_detail_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WIDE_MASTER:
      set_wide_master (ENT_MASTER_DETAIL (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_master_detail_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, ent_master_detail_get_folded (ENT_MASTER_DETAIL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_master_detail_dispose (GObject *object)
{
  EntMasterDetail *self = ENT_MASTER_DETAIL (object);

  g_clear_object (&self->record_signals);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (ent_master_detail_parent_class)->dispose (object);
}

static void
ent_master_detail_class_init (EntMasterDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_master_detail_get_property;
  object_class->set_property = ent_master_detail_set_property;
  object_class->dispose = ent_master_detail_dispose;

  props[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_WIDE_MASTER] =
    g_param_spec_boolean ("wide-master", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * EntMasterDetail::delete-clicked:
   *
   * What is shown shall be deleted.
   */
  signals[DELETE_CLICKED] = g_signal_new ("delete-clicked", ENT_TYPE_MASTER_DETAIL,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-master-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMasterDetail, leaflet);
  gtk_widget_class_bind_template_child (widget_class, EntMasterDetail, master);
  gtk_widget_class_bind_template_child (widget_class, EntMasterDetail, right);
  gtk_widget_class_bind_template_child (widget_class, EntMasterDetail, detail);
  gtk_widget_class_bind_template_child (widget_class, EntMasterDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, EntMasterDetail, title);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
}

static void
ent_master_detail_init (EntMasterDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_settle_fold (GTK_WIDGET (self->leaflet));
  self->record_signals = g_signal_group_new (ENT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (update_title), self);
}

/**
 * ent_master_detail_get_folded:
 * @self: a list with detail
 *
 * Returns: whether only one of the two is shown
 */
gboolean
ent_master_detail_get_folded (EntMasterDetail *self)
{
  g_return_val_if_fail (ENT_IS_MASTER_DETAIL (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * ent_master_detail_set_record:
 * @self: a list with detail
 * @record: (nullable): what the detail is about, or %NULL if nothing is chosen
 *
 * Names the detail after @record, whatever that comes to be called.
 */
void
ent_master_detail_set_record (EntMasterDetail *self, EntRecord *record)
{
  g_return_if_fail (ENT_IS_MASTER_DETAIL (self));
  g_return_if_fail (record == NULL || ENT_IS_RECORD (record));

  g_set_object (&self->record, record);
  g_signal_group_set_target (self->record_signals, record);
  update_title (self);
  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "detail" : "none");
  if (record == NULL)
    ent_master_detail_show_master (self);
  if (adw_leaflet_get_folded (self->leaflet))
    ent_compat_settle_layout (GTK_WIDGET (self->leaflet));
}

/**
 * ent_master_detail_show_detail:
 * @self: a list with detail
 *
 * Goes on to the detail, where only one is shown.
 */
void
ent_master_detail_show_detail (EntMasterDetail *self)
{
  g_return_if_fail (ENT_IS_MASTER_DETAIL (self));

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->right));
}

/**
 * ent_master_detail_show_master:
 * @self: a list with detail
 *
 * Goes back to the list, where only one is shown.
 */
void
ent_master_detail_show_master (EntMasterDetail *self)
{
  g_return_if_fail (ENT_IS_MASTER_DETAIL (self));

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->master));
}
