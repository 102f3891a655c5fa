/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in sentences: isolated where they could turn a sentence round, and joined as people do. */
#include "config.h"

#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

/* A name longer than this is shortened in a sentence; where it stands it is shown in full. */
#define MOST_CHARS 80

#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"

/* Characters that change the direction of what surrounds them, and line breaks. */
static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x061c || c == 0x200e || c == 0x200f
    || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
    || (c >= 0xe0000 && c <= 0xe007f);
}

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
    || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
is_isolate (gunichar c)
{
  return c == 0x2068 || c == 0x2069;
}

static void
append_visible (GString *text, gunichar c)
{
  if (c == '\n' || c == '\t' || c == '\r')
    g_string_append_c (text, ' ');
  else
    g_string_append_unichar (text, is_control (c) ? 0xfffd : c);
}

/**
 * ent_phrase_show:
 * @text: text from a project
 *
 * Makes a text fit to be shown by itself on one line, with a visible mark in place of each invisible
 * character that could reorder what is around it. Isolates, which sentences with names have, stay.
 *
 * Returns: (transfer full): the text to show
 */
char *
ent_phrase_show (const char *text)
{
  GString *shown;

  g_return_val_if_fail (text != NULL, NULL);

  shown = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_isolate (c))
        g_string_append_unichar (shown, c);
      else
        append_visible (shown, c);
    }

  return g_string_free (shown, FALSE);
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
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean isolate = FALSE;
  guint n = 0;

  g_return_val_if_fail (name != NULL, NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == MOST_CHARS)
        {
          g_string_append (text, "…");
          break;
        }
      isolate |= is_right_to_left (c);
      append_visible (text, c);
    }

  if (text->len == 0)
    g_string_append (text, _("(no name)"));
  if (isolate)
    {
      g_string_prepend (text, FIRST_STRONG_ISOLATE);
      g_string_append (text, POP_ISOLATE);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
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

      if (is_right_to_left (c))
        return TRUE;
      if (g_unichar_isalpha (c))
        return FALSE;
    }

  return otherwise;
}
