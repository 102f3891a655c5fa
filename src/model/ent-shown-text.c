/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from a file, made fit to stand among other text: nothing in it passes for something else. */
#include "config.h"

#include "model/ent-shown-text.h"

#define FIRST_STRONG_ISOLATE    "\342\201\250"
#define POP_DIRECTIONAL_ISOLATE "\342\201\251"

/**
 * ent_char_is_deceptive:
 * @c: a character
 *
 * Returns: whether @c is not seen itself and changes what is seen around it: controls, line breaks,
 *   what turns the direction of text, and tags, which hide text
 */
gboolean
ent_char_is_deceptive (gunichar c)
{
  const gunichar arabic_letter_mark = 0x061C;
  const gunichar left_to_right_mark = 0x200E;
  const gunichar right_to_left_mark = 0x200F;

  return g_unichar_iscntrl (c) || c == arabic_letter_mark || c == left_to_right_mark ||
         c == right_to_left_mark ||
         (c >= 0x2028 && c <= 0x202E) || /* separators, embeddings and overrides */
         (c >= 0x2066 && c <= 0x2069) || /* isolates */
         (c >= 0xE0000 && c <= 0xE007F); /* tags */
}

/**
 * ent_char_is_right_to_left:
 * @c: a character
 *
 * Returns: whether @c is of a script that runs from right to left: Hebrew to Arabic Extended, their
 *   presentation forms, and the right-to-left planes above
 */
gboolean
ent_char_is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

/**
 * ent_dup_shown_text:
 * @text: valid UTF-8
 * @most_chars: where to cut it, with an ellipsis
 * @show: what to show for each character
 *
 * Makes a text fit to be put into a sentence. One that runs from right to left is isolated, so that
 * the words around it stay in their place.
 *
 * Returns: (transfer full): the text to show
 */
char *
ent_dup_shown_text (const char       *text,
                    guint             most_chars,
                    EntShownCharFunc  show)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  gboolean isolate = FALSE;
  const char *p = text;

  g_return_val_if_fail (text != NULL && show != NULL, NULL);

  for (guint n = 0; *p != '\0' && n < most_chars; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      isolate |= ent_char_is_right_to_left (c);
      g_string_append_unichar (shown, show (c));
    }
  if (*p != '\0')
    g_string_append (shown, "…");
  if (isolate)
    {
      g_string_prepend (shown, FIRST_STRONG_ISOLATE);
      g_string_append (shown, POP_DIRECTIONAL_ISOLATE);
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}
