/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in sentences: isolated where they could turn a sentence round, and joined as people do. */
#include "config.h"

#include "analysis/ent-phrase.h"

#include "model/ent-shown-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A name longer than this is shortened in a sentence; where it stands it is shown in full. */
#define MOST_CHARS 80

static gboolean
is_isolate (gunichar c)
{
  return c == 0x2068 || c == 0x2069;
}

static gunichar
show (gunichar c)
{
  if (c == '\n' || c == '\t' || c == '\r')
    return ' ';
  return ent_char_is_deceptive (c) ? ENT_CHAR_PLACEHOLDER : c;
}

static char *
show_text (const char *text, gboolean lines)
{
  GString *shown = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (shown, is_isolate (c) || (lines && c == '\n') ? c : show (c));
    }

  return g_string_free (shown, FALSE);
}

/**
 * ent_phrase_show:
 * @text: text from a project
 *
 * Makes a text fit to be shown by itself on one line, with a visible mark in place of each
 * invisible character that could reorder what is around it. Isolates, which sentences with names
 * have, stay.
 *
 * Returns: (transfer full): the text to show
 */
char *
ent_phrase_show (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return show_text (text, FALSE);
}

/**
 * ent_phrase_show_lines:
 * @text: text from a project
 *
 * As ent_phrase_show(), but where @text has several lines it stays on several.
 *
 * Returns: (transfer full): the text to show
 */
char *
ent_phrase_show_lines (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return show_text (text, TRUE);
}

/**
 * ent_phrase_name:
 * @name: a name from a project
 *
 * Makes a name fit to stand in a sentence: on one line, at most 80 characters, with a visible mark
 * in place of each invisible character that could reorder the text, and isolated if it runs from
 * right to left.
 *
 * Returns: (transfer full): the name for a sentence
 */
char *
ent_phrase_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return ent_dup_shown_text (*name != '\0' ? name : _("(no name)"), MOST_CHARS, show);
}

/**
 * ent_phrase_quote:
 * @name: a name from a project
 *
 * Returns: (transfer full): the name as ent_phrase_name() makes it, in quotation marks
 */
char *
ent_phrase_quote (const char *name)
{
  g_autofree char *plain = ent_phrase_name (name);

  /* Translators: the quotation marks around a name in a sentence */
  return g_strdup_printf (C_("quoted name", "“%s”"), plain);
}

/**
 * ent_phrase_join:
 * @parts: (array zero-terminated=1): one or more names, made fit for a sentence
 *
 * Returns: (transfer full): the names as a list in a sentence: "A", "A and B", "A, B and C"
 */
char *
ent_phrase_join (const char *const *parts)
{
  g_autofree char *head = NULL;
  guint n;

  g_return_val_if_fail (parts != NULL && parts[0] != NULL, NULL);

  n = g_strv_length ((char **) parts);
  head = g_strdup (parts[0]);
  for (guint i = 1; i + 1 < n; i++)
    {
      g_autofree char *longer = NULL;

      /* Translators: two parts of a longer list: “A, B” (and C) */
      longer = g_strdup_printf (C_("list", "%s, %s"), head, parts[i]);
      g_free (head);
      head = g_steal_pointer (&longer);
    }

  if (n == 1)
    return g_steal_pointer (&head);

  /* Translators: the end of a list: “A, B” and “C” */
  return g_strdup_printf (C_("list", "%s and %s"), head, parts[n - 1]);
}

/**
 * ent_phrase_is_right_to_left:
 * @text: a text
 * @otherwise: what to say of a text without letters, which runs like what is around it
 *
 * Returns: whether a text by itself runs from right to left: its first letter does
 */
gboolean
ent_phrase_is_right_to_left (const char *text, gboolean otherwise)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (ent_char_is_right_to_left (c))
        return TRUE;
      if (g_unichar_isalpha (c))
        return FALSE;
    }

  return otherwise;
}
