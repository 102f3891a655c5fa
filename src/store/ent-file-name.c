/* SPDX-License-Identifier: GPL-3.0-or-later */
/* File names come from anywhere: they may hold line breaks, characters that turn the text around
 * them, or no text at all. They are shown so that nothing in them can pass for something else. And
 * two of them can mean one file.
 */
#include "config.h"

#include "store/ent-file-name.h"

#include "model/ent-shown-text.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_STEM  200
#define LONGEST_SHOWN 200

/* A name has to be told from every other, so that nothing unseen may stand in it. Joiners are
 * formatting characters too, but Persian, Indic scripts and emoji need them.
 */
static gboolean
is_unfit (gunichar c)
{
  const gunichar zero_width_non_joiner = 0x200C;
  const gunichar zero_width_joiner = 0x200D;

  if (c == zero_width_non_joiner || c == zero_width_joiner)
    return FALSE;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_FORMAT:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return ent_char_is_deceptive (c);
    }
}

static gunichar
show (gunichar c)
{
  return is_unfit (c) ? ENT_CHAR_PLACEHOLDER : c;
}

/**
 * ent_name_dup_shown:
 * @name: a name from anywhere, valid text
 * @most_chars: how long it may be
 *
 * Returns: (transfer full): the name to be put into a sentence, on one line, with a placeholder for
 *   whatever cannot be seen
 */
char *
ent_name_dup_shown (const char *name,
                    guint       most_chars)
{
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  return ent_dup_shown_text (name, most_chars, show);
}

/**
 * ent_file_dup_display_name:
 * @file: a file
 *
 * The name of @file without its folder, to be put into a sentence or a title: valid text on one
 * line, at most 200 characters, with a placeholder for whatever cannot be seen. A name that runs
 * from right to left is isolated, so that the words after it stay in their place.
 *
 * Returns: (transfer full): the name
 */
char *
ent_file_dup_display_name (GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  text = g_filename_display_name (base != NULL ? base : "");
  return ent_name_dup_shown (text, LONGEST_SHOWN);
}

/**
 * ent_file_dup_name_for_title:
 * @title: the title of a project
 * @ending: what comes behind it, at most 50 bytes, such as " – Role Chart.pdf"
 *
 * Makes a name for a project's file or document: one that every system it may be mailed to can
 * hold, and not hidden.
 *
 * Returns: (transfer full): the name
 */
char *
ent_file_dup_name_for_title (const char *title,
                             const char *ending)
{
  g_autoptr(GString) name = g_string_new (NULL);

  g_return_val_if_fail (title != NULL && g_utf8_validate (title, -1, NULL), NULL);
  g_return_val_if_fail (ending != NULL, NULL);

  for (const char *p = title; *p != '\0' && name->len < LONGEST_STEM; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' && name->len == 0)
        continue;
      if (is_unfit (c))
        c = ' ';
      if (c < 0x80 && strchr ("/\\:*?\"<>|", (char) c) != NULL)
        c = '-';
      g_string_append_unichar (name, c);
    }
  g_strstrip (name->str);
  return g_strconcat (name->str[0] != '\0' ? name->str : "partnership", ending, NULL);
}

static char *
dup_real_path (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? realpath (path, NULL) : NULL;
}

/**
 * ent_file_is_same:
 * @a: a file
 * @b: a file
 *
 * Two names can lead to one file by a link, of the file or of a folder on the way. Hard links are
 * files of their own: a save parts them.
 *
 * Returns: whether a save of one would replace the other
 */
gboolean
ent_file_is_same (GFile *a,
                  GFile *b)
{
  g_autofree char *real_a = NULL;
  g_autofree char *real_b = NULL;

  g_return_val_if_fail (G_IS_FILE (a) && G_IS_FILE (b), FALSE);

  if (g_file_equal (a, b))
    return TRUE;
  real_a = dup_real_path (a);
  real_b = dup_real_path (b);
  return real_a != NULL && g_strcmp0 (real_a, real_b) == 0;
}
