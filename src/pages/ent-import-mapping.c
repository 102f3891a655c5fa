/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice above each column and beside each name that no KPI has. Rows are recycled, and a choice
 * that is made changes the others where they stand, so that the keyboard stays where it is. */
#include "config.h"

#include "pages/ent-import-mapping.h"

#include <glib/gi18n.h>

#include "analysis/ent-name-index.h"
#include "analysis/ent-phrase.h"
#include "pages/ent-compat.h"
#include "pages/ent-import-list.h"

struct _EntImportMapping {
  AdwBin parent_instance;

  EntImportModel *model;
  EntImportList *columns;
  EntImportList *names;
  GListModel *roles;                 /* what a column can hold */
  GListModel *answers;               /* what a name can mean */
  GtkWidget *names_box;
};

G_DEFINE_FINAL_TYPE (EntImportMapping, ent_import_mapping, ADW_TYPE_BIN)

/* The answers before the KPIs of the project. */
enum { ANSWER_OPEN, ANSWER_LEFT_OUT, ANSWER_NEW, ANSWER_FIRST_KPI };

static EntImport *
get_import (EntImportMapping *self)
{
  return ent_import_model_get_import (self->model);
}

/* --- A row of a label or two and a choice ---------------------------------------------------- */

typedef struct {
  GtkLabel *title;
  GtkLabel *example;
  GtkDropDown *choice;
  EntImportMapping *mapping;
  EntImportModel *model;
  GtkListItem *item;
  gulong changed;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_signal_handler (&row->changed, row->model);
  g_object_unref (row->model);
  g_free (row);
}

static Row *
get_row (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (item), "row");
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static Row *
new_row (EntImportMapping *self, GtkListItem *item, GtkOrientation orientation, GListModel *choices)
{
  GtkWidget *box = gtk_box_new (orientation, 6);
  Row *row = g_new0 (Row, 1);

  row->mapping = self;
  row->model = g_object_ref (self->model);
  row->item = item;
  row->title = add_label (box, "heading");
  row->example = add_label (box, "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (row->title), orientation == GTK_ORIENTATION_HORIZONTAL);
  row->choice = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (choices), NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->choice));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (item), "row", row, row_free);

  return row;
}

static void
show_label (GtkLabel *label, const char *text)
{
  g_autofree char *shown = ent_phrase_show (text);

  gtk_label_set_text (label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *shown != '\0' ? shown : NULL);
}

static void
show_choice (Row *row, GCallback chosen, guint position, const char *label)
{
  g_signal_handlers_block_by_func (row->choice, (gpointer) chosen, row);
  gtk_drop_down_set_selected (row->choice, position);
  g_signal_handlers_unblock_by_func (row->choice, (gpointer) chosen, row);
  ent_compat_set_label (GTK_WIDGET (row->choice), label);
}

static void
unbind (GtkListItemFactory *factory, GtkListItem *item, EntImportMapping *self)
{
  Row *row = get_row (item);

  g_clear_signal_handler (&row->changed, row->model);
}

/* --- Columns --------------------------------------------------------------------------------- */

/* In a table of KPIs the choices are nothing and the fields. */
static guint
find_choice (EntImportMapping *self, guint role)
{
  if (ent_import_model_get_what (self->model) == ENT_IMPORT_MEASUREMENTS)
    return role;

  return role < ENT_IMPORT_ROLE_FIELD ? 0 : role - ENT_IMPORT_ROLE_FIELD + 1;
}

static guint
get_role (EntImportMapping *self, guint choice)
{
  if (ent_import_model_get_what (self->model) == ENT_IMPORT_MEASUREMENTS || choice == 0)
    return choice;

  return ENT_IMPORT_ROLE_FIELD + choice - 1;
}

static void
role_chosen (Row *row)
{
  guint choice = gtk_drop_down_get_selected (row->choice);
  EntImportNumber *number = gtk_list_item_get_item (row->item);

  if (number != NULL && choice != GTK_INVALID_LIST_POSITION)
    ent_import_model_set_role (row->mapping->model, ent_import_number_get (number),
                               get_role (row->mapping, choice));
}

static void
update_column (Row *row)
{
  EntImport *import = get_import (row->mapping);
  guint column = ent_import_number_get (gtk_list_item_get_item (row->item));
  g_autofree char *letters = ent_name_column (column);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (import == NULL || column >= ent_import_get_n_columns (import))
    return;
  title = g_strdup_printf ("%s  %s", letters, ent_import_get_header (import, column));
  /* Translators: the letters of a column and its title */
  label = g_strdup_printf (_("What column %s holds"), title);
  show_label (row->title, title);
  show_label (row->example, ent_import_get_example (import, column));
  if (gtk_drop_down_get_model (row->choice) != row->mapping->roles)
    {
      g_signal_handlers_block_by_func (row->choice, (gpointer) role_chosen, row);
      gtk_drop_down_set_model (row->choice, row->mapping->roles);
      g_signal_handlers_unblock_by_func (row->choice, (gpointer) role_chosen, row);
    }
  show_choice (row, G_CALLBACK (role_chosen),
               find_choice (row->mapping, ent_import_get_column (import, column)->role), label);
}

static void
setup_column (GtkListItemFactory *factory, GtkListItem *item, EntImportMapping *self)
{
  Row *row = new_row (self, item, GTK_ORIENTATION_VERTICAL, self->roles);

  g_signal_connect_swapped (row->choice, "notify::selected", G_CALLBACK (role_chosen), row);
}

static void
bind_column (GtkListItemFactory *factory, GtkListItem *item, EntImportMapping *self)
{
  Row *row = get_row (item);

  row->changed = g_signal_connect_swapped (self->model, "changed", G_CALLBACK (update_column), row);
  update_column (row);
}

/* --- Names ----------------------------------------------------------------------------------- */

static void
answer_chosen (Row *row)
{
  EntProject *project = ent_import_model_get_project (row->mapping->model);
  guint choice = gtk_drop_down_get_selected (row->choice);
  EntImportNumber *number = gtk_list_item_get_item (row->item);
  EntRecord *kpi = choice >= ANSWER_FIRST_KPI && choice != GTK_INVALID_LIST_POSITION
    ? ent_project_get_record (project, ENT_KIND_KPI, choice - ANSWER_FIRST_KPI) : NULL;
  EntImportAnswer answer = kpi != NULL ? ENT_IMPORT_NAME_FOUND
                         : choice == ANSWER_LEFT_OUT ? ENT_IMPORT_NAME_LEFT_OUT
                         : choice == ANSWER_NEW ? ENT_IMPORT_NAME_NEW : ENT_IMPORT_NAME_UNKNOWN;

  if (number != NULL)
    ent_import_model_set_name (row->mapping->model, ent_import_number_get (number), answer, kpi);
}

static guint
find_answer (const EntImportName *name)
{
  switch (name->answer)
    {
    case ENT_IMPORT_NAME_FOUND:
      return ANSWER_FIRST_KPI + ent_record_get_position (name->kpi);
    case ENT_IMPORT_NAME_NEW:
      return ANSWER_NEW;
    case ENT_IMPORT_NAME_LEFT_OUT:
      return ANSWER_LEFT_OUT;
    case ENT_IMPORT_NAME_UNKNOWN:
    case ENT_IMPORT_NAME_SEVERAL:
    default:
      return ANSWER_OPEN;
    }
}

static void
update_name (Row *row)
{
  EntImport *import = get_import (row->mapping);
  guint number = ent_import_number_get (gtk_list_item_get_item (row->item));
  const EntImportName *name;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  if (import == NULL || number >= ent_import_get_n_names (import))
    return;
  name = ent_import_get_name (import, number);
  count = g_strdup_printf (ngettext ("%u value", "%u values", name->n_items), name->n_items);
  /* Translators: a name that stands in a table */
  label = g_strdup_printf (_("What “%s” means"), name->text);
  show_label (row->title, name->text);
  show_label (row->example, count);
  show_choice (row, G_CALLBACK (answer_chosen), find_answer (name), label);
}

static void
setup_name (GtkListItemFactory *factory, GtkListItem *item, EntImportMapping *self)
{
  Row *row = new_row (self, item, GTK_ORIENTATION_HORIZONTAL, self->answers);
  g_autoptr(GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                               "string");

  gtk_drop_down_set_expression (row->choice, text);
  gtk_drop_down_set_enable_search (row->choice, TRUE);
  g_signal_connect_swapped (row->choice, "notify::selected", G_CALLBACK (answer_chosen), row);
}

static void
bind_name (GtkListItemFactory *factory, GtkListItem *item, EntImportMapping *self)
{
  Row *row = get_row (item);

  row->changed = g_signal_connect_swapped (self->model, "changed", G_CALLBACK (update_name), row);
  update_name (row);
}

/* --- Both ------------------------------------------------------------------------------------ */

static GListModel *
make_roles (EntImportWhat what)
{
  GtkStringList *roles = gtk_string_list_new (NULL);
  guint first = what == ENT_IMPORT_KPIS ? ENT_IMPORT_ROLE_FIELD : ENT_IMPORT_ROLE_NONE + 1;
  guint end = what == ENT_IMPORT_KPIS ? ENT_IMPORT_ROLE_FIELD + ENT_KPI_N_FIELDS
                                      : ENT_IMPORT_ROLE_FIELD;

  gtk_string_list_append (roles, ent_import_role_get_label (ENT_IMPORT_ROLE_NONE));
  for (guint role = first; role < end; role++)
    gtk_string_list_append (roles, ent_import_role_get_label (role));

  return G_LIST_MODEL (roles);
}

static GListModel *
make_answers (EntProject *project)
{
  GtkStringList *answers = gtk_string_list_new (NULL);

  gtk_string_list_append (answers, _("Choose a KPI…"));
  gtk_string_list_append (answers, _("Leave out"));
  gtk_string_list_append (answers, _("Make a new KPI"));
  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_KPI); i++)
    {
      g_autofree char *title =
        ent_record_dup_title (ent_project_get_record (project, ENT_KIND_KPI, i));
      g_autofree char *shown = ent_phrase_show (title);

      gtk_string_list_append (answers, shown);
    }

  return G_LIST_MODEL (answers);
}

/* Names that mean a KPI by themselves need no answer. */
static gboolean
is_asked (EntImportMapping *self, const EntImportName *name)
{
  if (name->n_items == 0)
    return FALSE;
  if (name->answered)
    return TRUE;

  return name->answer != ENT_IMPORT_NAME_FOUND
         && (name->answer != ENT_IMPORT_NAME_NEW
             || ent_import_model_get_what (self->model) == ENT_IMPORT_MEASUREMENTS);
}

static gboolean
holds (GListModel *list, GArray *numbers)
{
  if (g_list_model_get_n_items (list) != numbers->len)
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr(EntImportNumber) number = g_list_model_get_item (list, i);

      if (ent_import_number_get (number) != g_array_index (numbers, guint, i))
        return FALSE;
    }

  return TRUE;
}

static void
set_numbers (EntImportList *list, GArray *numbers)
{
  if (holds (G_LIST_MODEL (list), numbers))
    g_array_unref (numbers);
  else
    ent_import_list_take (list, numbers);
}

static void
on_changed (EntImportMapping *self)
{
  EntImport *import = get_import (self);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *names = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; import != NULL && i < ent_import_get_n_columns (import); i++)
    g_array_append_val (columns, i);
  for (guint i = 0; import != NULL && i < ent_import_get_n_names (import); i++)
    if (is_asked (self, ent_import_get_name (import, i)))
      g_array_append_val (names, i);
  gtk_widget_set_visible (self->names_box, names->len > 0);
  set_numbers (self->columns, columns);
  set_numbers (self->names, names);
}

/* What a column can hold differs with what the table does; this comes before the rows hear of it. */
static void
before_changed (EntImportMapping *self)
{
  guint n = g_list_model_get_n_items (self->roles);
  g_autoptr(GListModel) roles = make_roles (ent_import_model_get_what (self->model));

  if (g_list_model_get_n_items (roles) != n)
    g_set_object (&self->roles, roles);
}

/* --- The object ------------------------------------------------------------------------------ */

static void
ent_import_mapping_dispose (GObject *object)
{
  EntImportMapping *self = ENT_IMPORT_MAPPING (object);

  /* The rows go first: they listen to the import. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->columns);
  g_clear_object (&self->names);
  g_clear_object (&self->roles);
  g_clear_object (&self->answers);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ent_import_mapping_parent_class)->dispose (object);
}

static void
ent_import_mapping_class_init (EntImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_import_mapping_dispose;
}

static void
ent_import_mapping_init (EntImportMapping *self)
{
  self->columns = ent_import_list_new ();
  self->names = ent_import_list_new ();
}

typedef void (*FactoryFunc) (GtkListItemFactory *factory,
                             GtkListItem        *item,
                             EntImportMapping   *self);

static GtkWidget *
new_list (EntImportMapping *self,
          EntImportList    *numbers,
          FactoryFunc       setup,
          FactoryFunc       bind,
          const char       *label)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (
    gtk_no_selection_new (G_LIST_MODEL (g_object_ref (numbers))));
  GtkWidget *view = gtk_list_view_new (selection, factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), self);
  ent_compat_set_label (view, label);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
new_columns (EntImportMapping *self)
{
  GtkWidget *scroller = new_list (self, self->columns, setup_column, bind_column,
                                  _("What the columns hold"));
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (view), GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);

  return scroller;
}

static GtkWidget *
new_names (EntImportMapping *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = new_list (self, self->names, setup_name, bind_name,
                                  _("What the names mean"));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  gtk_box_append (GTK_BOX (box), new_heading (_("Names that are no KPI, or of several")));
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

/**
 * ent_import_mapping_set_model:
 * @self: a mapping
 * @model: the import that it shows and corrects, from now on
 */
void
ent_import_mapping_set_model (EntImportMapping *self, EntImportModel *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_if_fail (ENT_IS_IMPORT_MAPPING (self) && self->model == NULL);

  self->model = g_object_ref (model);
  self->roles = make_roles (ent_import_model_get_what (model));
  self->answers = make_answers (ent_import_model_get_project (model));
  g_signal_connect_object (model, "changed", G_CALLBACK (before_changed), self,
                           G_CONNECT_SWAPPED);
  self->names_box = new_names (self);
  gtk_box_append (GTK_BOX (box), new_heading (_("What the columns hold")));
  gtk_box_append (GTK_BOX (box), new_columns (self));
  gtk_box_append (GTK_BOX (box), self->names_box);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}
