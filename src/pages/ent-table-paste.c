/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the clipboard is known only once it was read, so the line's own paste is held up: one
 * cell is put into the line as GTK would, more than one goes where tables are taken. */
#include "config.h"

#include "pages/ent-table-paste.h"

#include "analysis/ent-quantity.h"
#include "widgets/ent-tsv.h"

#include <string.h>

typedef struct {
  EntTablePasted pasted;
  gpointer data;
} Paste;

static gboolean
is_table (const char *text)
{
  return strpbrk (text, "\t\n") != NULL;
}

static void
insert (GtkEditable *line, const char *text)
{
  int position;

  if (!gtk_editable_get_editable (line))
    return;

  gtk_editable_delete_selection (line);
  position = gtk_editable_get_position (line);
  gtk_editable_insert_text (line, text, -1, &position);
  gtk_editable_set_position (line, position);
}

static void
on_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr(GtkEditable) line = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  const Paste *paste = g_object_get_data (G_OBJECT (line), "ent-table-paste");

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (line)) == NULL)
    return;

  g_strchomp (text);
  if (is_table (text))
    paste->pasted (paste->data, text);
  else
    insert (line, text);
}

static void
on_paste (GtkText *line)
{
  g_signal_stop_emission_by_name (line, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (line)), NULL, on_read,
                                 g_object_ref (line));
}

/**
 * ent_table_paste_add:
 * @line: an entry
 * @pasted: what to do with a table
 * @data: the first argument of @pasted; lives as long as @line is shown
 *
 * Has a table that is pasted into @line handed over, where GTK would make one line of it.
 */
void
ent_table_paste_add (GtkEditable *line, EntTablePasted pasted, gpointer data)
{
  GtkEditable *text;
  Paste *paste;

  g_return_if_fail (GTK_IS_EDITABLE (line));
  g_return_if_fail (pasted != NULL);

  text = gtk_editable_get_delegate (line);
  paste = g_new0 (Paste, 1);
  *paste = (Paste) { pasted, data };
  g_object_set_data_full (G_OBJECT (text), "ent-table-paste", paste, g_free);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (on_paste), NULL);
}

static gboolean
is_number (const char *cell)
{
  EntQuantity quantity;
  EntQuantityState state = ent_quantity_read (cell, ENT_DECIMAL_UNKNOWN, &quantity);

  return state == ENT_QUANTITY_NUMBER || state == ENT_QUANTITY_AMBIGUOUS;
}

/**
 * ent_table_paste_dup_named:
 * @text: a table
 * @name: the name of a KPI
 *
 * Two columns pasted among the measurements of a KPI are days and values of it, whatever their titles
 * say.
 *
 * Returns: (transfer full): the table; one of two columns with titles that say so
 */
char *
ent_table_paste_dup_named (const char *text, const char *name)
{
  g_autoptr(GPtrArray) rows = NULL;
  GString *named;
  char **first;
  const char *rest;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  rows = ent_tsv_parse (text);
  first = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
  if (first == NULL || g_strv_length (first) != 2)
    return g_strdup (text);

  rest = is_number (first[1]) ? text : strchr (text, '\n');
  named = g_string_new ("date\t");
  ent_tsv_append (named, name);
  if (rest == text)
    g_string_append_c (named, '\n');
  g_string_append (named, rest != NULL ? rest : "");

  return g_string_free (named, FALSE);
}
