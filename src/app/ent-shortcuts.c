/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys. Application accelerators are handled before the focused widget sees the key, so that
 * undo is the program's own even while a text field, which has its own idea of undo, is focused.
 * The overview of keys is made from the same table, so the two can't disagree. */
#include "config.h"

#include "app/ent-shortcuts.h"

#include <glib/gi18n.h>

static const EntShortcut shortcuts[] = {
  { "app.new", "<Control>n", N_("Partnerships"), N_("New partnership") },
  { "win.open", "<Control>o", N_("Partnerships"), N_("Open") },
  { "win.save", "<Control>s", N_("Partnerships"), N_("Save") },
  { "win.save-as", "<Control><Shift>s", N_("Partnerships"), N_("Save as") },
  { "win.print", "<Control>p", N_("Partnerships"), N_("Print") },
  { "win.print-preview", "<Control><Shift>p", N_("Partnerships"), N_("Print preview") },
  { "win.export", "<Control>e", N_("Partnerships"), N_("Export") },
  { "win.import", "<Control>i", N_("Partnerships"), N_("Import from a spreadsheet") },
  { "win.mail", "<Control>m", N_("Partnerships"), N_("Send by e-mail") },
  { "win.undo", "<Control>z", N_("Editing"), N_("Undo") },
  { "win.redo", "<Control><Shift>z <Control>y", N_("Editing"), N_("Redo") },
  { "win.add-record", "<Control><Shift>n", N_("Editing"), N_("Add an entry to the page") },
  { "win.search", "<Control>f", N_("Editing"), N_("Search") },
  { "win.nth-page(0)", "<Alt>1", N_("Pages"), N_("First page") },
  { "win.nth-page(1)", "<Alt>2", N_("Pages"), N_("Second page") },
  { "win.nth-page(2)", "<Alt>3", N_("Pages"), N_("Third page") },
  { "win.nth-page(3)", "<Alt>4", N_("Pages"), N_("Fourth page") },
  { "win.nth-page(4)", "<Alt>5", N_("Pages"), N_("Fifth page") },
  { "win.nth-page(5)", "<Alt>6", N_("Pages"), N_("Sixth page") },
  { "win.nth-page(6)", "<Alt>7", N_("Pages"), N_("Seventh page") },
  { "win.sidebar", "F9", N_("Pages"), N_("Show or hide the list of pages") },
  { "app.new-window", "<Control><Alt>n", N_("General"), N_("New window") },
  { "app.preferences", "<Control>comma", N_("General"), N_("Preferences") },
  { "win.shortcuts", "<Control>question F1", N_("General"), N_("Keyboard shortcuts") },
  { "window.close", "<Control>w", N_("General"), N_("Close the window") },
  { "app.quit", "<Control>q", N_("General"), N_("Quit") },
};

/* Keys that lists and the matrix handle themselves; listed so that people can find them. */
static const EntShortcut widget_keys[] = {
  { NULL, "<Alt>Up", N_("Lists"), N_("Move the entry up") },
  { NULL, "<Alt>Down", N_("Lists"), N_("Move the entry down") },
  { NULL, "Delete", N_("Lists"), N_("Delete the entry") },
  { NULL, "F2", N_("Lists"), N_("Show the entry’s details") },
  { NULL, "<Control>Page_Down", N_("Views"), N_("Next view of the page") },
  { NULL, "<Control>Page_Up", N_("Views"), N_("Previous view of the page") },
  { NULL, "r a c i", N_("Role Chart"), N_("Set the letter") },
  { NULL, "Delete", N_("Role Chart"), N_("Clear the letters") },
  { NULL, "F2", N_("Role Chart"), N_("Choose a letter, or rename a task") },
  { NULL, "<Control>c", N_("Role Chart"), N_("Copy the selected block") },
  { NULL, "<Control>v", N_("Role Chart"), N_("Paste a block from a spreadsheet") },
  { NULL, "0 1 2 3 4", N_("Alignment Matrix"), N_("Set a position for the goal") },
  { NULL, "minus", N_("Alignment Matrix"), N_("Against the goal: type it before the figure") },
  { NULL, "Return", N_("Alignment Matrix"), N_("Give the reason and the day, see what was said") },
  { NULL, "Delete", N_("Alignment Matrix"), N_("Take back what was said on the day looked at") },
  { NULL, "<Control>c", N_("Alignment Matrix"), N_("Copy the selected block") },
  { NULL, "<Control>v", N_("Alignment Matrix"), N_("Paste a block from a spreadsheet") },
  { NULL, "plus minus", N_("Timeline"), N_("Zoom in, zoom out") },
  { NULL, "0", N_("Timeline"), N_("Show all of the time") },
  { NULL, "t", N_("Timeline"), N_("Go to today") },
  { NULL, "<Shift>Page_Up <Shift>Page_Down", N_("Timeline"), N_("Go to earlier or later days") },
  { NULL, "space", N_("Timeline"), N_("Fold or unfold the lane") },
  { NULL, "<Alt>Up <Alt>Down", N_("Timeline"), N_("Move the lane up or down") },
  { NULL, "Return", N_("Timeline"), N_("Open what is there") },
};

/**
 * ent_shortcuts_get:
 * @n_shortcuts: (out): return location for how many there are
 *
 * Returns: (array length=n_shortcuts) (transfer none): the keys that are actions
 */
const EntShortcut *
ent_shortcuts_get (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

static char *
name_keys (const char *accelerators)
{
  g_auto(GStrv) each = g_strsplit (accelerators, " ", -1);
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (each[0], &key, &modifiers);

  return gtk_accelerator_get_label (key, modifiers);
}

/**
 * ent_shortcuts_dup_keys:
 * @action: a detailed action
 *
 * Returns: (transfer full) (nullable): its first keys as people read them (“Ctrl+S”), %NULL if it
 *   has none
 */
char *
ent_shortcuts_dup_keys (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_equal (shortcuts[i].action, action))
      return name_keys (shortcuts[i].accelerators);

  return NULL;
}

/**
 * ent_shortcuts_foreach:
 * @func: what to call, section by section
 * @user_data: its last argument
 *
 * Calls @func for every key there is, also for those that are no action of a window.
 */
void
ent_shortcuts_foreach (EntShortcutFunc func, gpointer user_data)
{
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    func (&shortcuts[i], user_data);
  for (guint i = 0; i < G_N_ELEMENTS (widget_keys); i++)
    func (&widget_keys[i], user_data);
}

/**
 * ent_shortcuts_install:
 * @application: the application
 *
 * Gives every action its keys.
 */
void
ent_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto(GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);

      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *const *) accelerators);
    }
}
