/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drop-downs of records: "none" first, then the project's list as it is, so that a record added,
 * renamed or moved anywhere shows up at once. */
#include "config.h"

#include "pages/ent-ref-model.h"

#include "pages/ent-text.h"

/**
 * ent_ref_model_new:
 * @project: (nullable): a project
 * @kind: the kind of record to choose from
 * @none: (nullable): what choosing none is called; %NULL if one must be chosen
 *
 * Returns: (transfer full): the choices
 */
GListModel *
ent_ref_model_new (EntProject *project, EntKind kind, const char *none)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  if (none != NULL)
    {
      g_autoptr(GtkStringList) first = gtk_string_list_new ((const char *[]) { none, NULL });

      g_list_store_append (parts, first);
    }
  if (project != NULL)
    g_list_store_append (parts, ent_project_get_list (project, kind));

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

/**
 * ent_ref_model_new_words:
 * @first: what stands before the words and chooses none of them, translated
 * @words: the words to choose from
 *
 * Returns: (transfer full): the choices, each one place later than its number
 */
GListModel *
ent_ref_model_new_words (const char *first, const EntEnum *words)
{
  GtkStringList *labels;

  g_return_val_if_fail (first != NULL && words != NULL, NULL);

  labels = gtk_string_list_new ((const char *[]) { first, NULL });
  for (guint i = 0; i < words->n_choices; i++)
    gtk_string_list_append (labels, ent_enum_get_label (words, (int) i));

  return G_LIST_MODEL (labels);
}

/**
 * ent_ref_model_find:
 * @self: choices
 * @record: (nullable): a record, or %NULL for none
 *
 * Returns: its place among the choices, or %GTK_INVALID_LIST_POSITION
 */
guint
ent_ref_model_find (GListModel *self, EntRecord *record)
{
  guint n_items = g_list_model_get_n_items (self);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self, i);

      if (record != NULL ? item == G_OBJECT (record) : GTK_IS_STRING_OBJECT (item))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static EntRecord *
get_partner (EntRecord *record)
{
  switch (ent_record_get_kind (record))
    {
    case ENT_KIND_PERSON:
      return ent_record_get_ref (record, ENT_PERSON_PARTNER);
    case ENT_KIND_ROLE:
      return ent_record_get_ref (record, ENT_ROLE_PARTNER);
    default:
      return NULL;
    }
}

/**
 * ent_ref_model_dup_label:
 * @item: (nullable): one of the choices
 *
 * Returns: (transfer full): how it is shown: the title, and of people and roles the partner
 */
char *
ent_ref_model_dup_label (gpointer item)
{
  g_autofree char *title = NULL;
  g_autofree char *partner_title = NULL;
  EntRecord *partner;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (!ENT_IS_RECORD (item))
    return g_strdup ("");

  title = ent_text_dup_title (item);
  partner = get_partner (item);
  if (partner == NULL)
    return g_steal_pointer (&title);

  partner_title = ent_text_dup_title (partner);
  return g_strdup_printf ("%s · %s", title, partner_title);
}

static char *
evaluate_label (gpointer item, gpointer data)
{
  return ent_ref_model_dup_label (item);
}

/**
 * ent_ref_model_new_expression:
 *
 * Returns: (transfer full): how a choice is shown, see ent_ref_model_dup_label()
 */
GtkExpression *
ent_ref_model_new_expression (void)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (evaluate_label),
                                      NULL, NULL);
}

/* Characters of a choice in the open list: in a line, and in all. */
#define LIST_LINE_CHARS 36
#define LIST_LINES 3

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer n_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (n_chars));
  gtk_list_item_set_child (item, label);
}

static void
on_setup_in_list (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label;

  on_setup (factory, item, GINT_TO_POINTER (LIST_LINE_CHARS));
  label = gtk_list_item_get_child (item);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), LIST_LINES);
}

/* An open list is as wide as the least that its rows ask for, which of a label that may be cut is
 * next to nothing. A label that may also be broken is never narrower than an ellipsis. */
static void
update_in_list (GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  g_autofree char *text = ent_ref_model_dup_label (gtk_list_item_get_item (item));

  gtk_label_set_width_chars (label, (int) CLAMP (g_utf8_strlen (text, -1), 3, LIST_LINE_CHARS));
  gtk_label_set_text (label, text);
}

static void
update (GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);
  g_autofree char *text =
    ENT_IS_RECORD (object) ? ent_text_dup_title (object) : ent_ref_model_dup_label (object);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer update_func)
{
  gpointer object = gtk_list_item_get_item (item);

  if (ENT_IS_RECORD (object))
    g_signal_connect_object (object, "notify", G_CALLBACK (update_func), item, G_CONNECT_SWAPPED);
  ((void (*) (GtkListItem *)) update_func) (item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, gpointer update_func)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_func, item);
}

static void
follow_records (GtkListItemFactory *factory, gpointer update_func)
{
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), update_func);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), update_func);
}

/**
 * ent_ref_model_set_up:
 * @drop_down: shows the choices of an ent_ref_model_new()
 * @n_chars: the width it grows to, in characters of the choice
 *
 * Shows records by their titles, of which it follows the changes. The open list says also of people
 * and roles whose they are, and that is what its search looks at.
 */
void
ent_ref_model_set_up (GtkDropDown *drop_down, int n_chars)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) list_factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkExpression) expression = ent_ref_model_new_expression ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (n_chars));
  g_signal_connect (list_factory, "setup", G_CALLBACK (on_setup_in_list), NULL);
  follow_records (factory, (gpointer) update);
  follow_records (list_factory, (gpointer) update_in_list);
  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_list_factory (drop_down, list_factory);
}
