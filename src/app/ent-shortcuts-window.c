/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview of keys, made from the table that sets them, so that the two can't disagree. GTK's
 * own overview asks for less than no room in GTK 4.8, and says so on the log. */
#include "config.h"

#include "app/ent-shortcuts-window.h"

#include <glib/gi18n.h>

#include "app/ent-shortcuts.h"
#include "pages/ent-compat.h"

struct _EntShortcutsWindow
{
  AdwWindow parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkBox *groups;

  /* The one that is being filled, and the heading it has. */
  GtkWidget *group;
  const char *section;
};

G_DEFINE_FINAL_TYPE (EntShortcutsWindow, ent_shortcuts_window, ADW_TYPE_WINDOW)

/* What search looks through: the title and the keys by name, folded. */
#define SEARCH_KEY "ent-search-text"

static char *
dup_key_names (char **accelerators)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (char **accelerator = accelerators; *accelerator != NULL; accelerator++)
    {
      g_autofree char *name = NULL;
      GdkModifierType modifiers;
      guint key;

      if (gtk_accelerator_parse (*accelerator, &key, &modifiers))
        {
          name = gtk_accelerator_get_label (key, modifiers);
          g_strv_builder_add (names, name);
        }
    }
  all = g_strv_builder_end (names);

  return g_strjoinv (", ", all);
}

static GtkWidget *
new_key_label (const char *accelerators)
{
  GtkWidget *label = gtk_shortcut_label_new (accelerators);

  gtk_widget_set_halign (label, GTK_ALIGN_END);

  return label;
}

/* Two combinations stand below one another, or a narrow window would not hold them. */
static GtkWidget *
new_keys (const char *joined, char **accelerators)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (strchr (joined, '<') == NULL)
    gtk_box_append (GTK_BOX (box), new_key_label (joined));
  else
    for (char **accelerator = accelerators; *accelerator != NULL; accelerator++)
      gtk_box_append (GTK_BOX (box), new_key_label (*accelerator));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);

  return box;
}

static GtkWidget *
new_row (const EntShortcut *shortcut)
{
  g_auto(GStrv) accelerators = g_strsplit (shortcut->accelerators, " ", -1);
  g_autofree char *names = dup_key_names (accelerators);
  g_autofree char *text = g_strconcat (_(shortcut->title), " ", names, NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_keys (shortcut->accelerators, accelerators));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(shortcut->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names, -1);
  g_object_set_data_full (G_OBJECT (row), SEARCH_KEY, g_utf8_casefold (text, -1), g_free);

  return row;
}

static void
add_shortcut (const EntShortcut *shortcut, gpointer user_data)
{
  EntShortcutsWindow *self = user_data;

  if (self->section == NULL || !g_str_equal (self->section, shortcut->section))
    {
      self->group = adw_preferences_group_new ();
      self->section = shortcut->section;
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group),
                                       _(shortcut->section));
      gtk_box_append (self->groups, self->group);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), new_row (shortcut));
}

/* Returns: whether something below @widget matches; what does not is hidden */
static gboolean
filter (GtkWidget *widget, const char *folded)
{
  const char *text = g_object_get_data (G_OBJECT (widget), SEARCH_KEY);
  gboolean found = FALSE;

  if (text != NULL)
    {
      found = strstr (text, folded) != NULL;
      gtk_widget_set_visible (widget, found);
      return found;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found |= filter (child, folded);
  if (ADW_IS_PREFERENCES_GROUP (widget))
    gtk_widget_set_visible (widget, found);

  return found;
}

static void
search_changed (EntShortcutsWindow *self)
{
  g_autofree char *folded
    = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gboolean found = filter (GTK_WIDGET (self->groups), g_strstrip (folded));

  gtk_stack_set_visible_child_name (self->stack, found ? "keys" : "none");
}

static void
ent_shortcuts_window_class_init (EntShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntShortcutsWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntShortcutsWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntShortcutsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EntShortcutsWindow, groups);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_shortcuts_window_init (EntShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ent_compat_limit_line (GTK_EDITABLE (self->search_entry));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  ent_shortcuts_foreach (add_shortcut, self);
}

/**
 * ent_shortcuts_window_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): a window that lists the keys
 */
GtkWidget *
ent_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (ENT_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
