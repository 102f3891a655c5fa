/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal, measured in its columns: Chinese, Japanese and Korean characters take two,
 * accents and marks of direction none.
 */
#include "config.h"

#include "cli/ent-cli-text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_WIDTH 80
#define LEAST_WIDTH 40
#define MOST_WIDTH 1000

/**
 * ent_cli_terminal_width:
 *
 * Returns: how many columns standard output has; where it is no terminal, what `COLUMNS` says, or
 *   80
 */
guint
ent_cli_terminal_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = 0;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0 && columns != NULL)
    width = g_ascii_strtoull (columns, NULL, 10);
  return width == 0 ? USUAL_WIDTH : (guint) CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
}

static guint
char_width (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure (const char *text,
         const char *end)
{
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));
  return width;
}

/**
 * ent_cli_text_width:
 * @text: one line of text
 *
 * Returns: how many columns it takes
 */
guint
ent_cli_text_width (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return measure (text, text + strlen (text));
}

/* The first character of @text that does not fit into @width columns any more. */
static const char *
find_overflow (const char *text,
               guint       width)
{
  guint used = 0;
  const char *p;

  for (p = text; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      used += char_width (g_utf8_get_char (p));
      if (used > width)
        break;
    }
  return p;
}

/* Where the line that starts at @text ends: at a break, at the last space that fits, or in the
 * middle of a word that is too long for a line of its own.
 */
static const char *
find_line_end (const char *text,
               guint       width)
{
  const char *end = find_overflow (text, width);

  if (*end == '\0' || *end == '\n' || *end == ' ')
    return end;
  for (const char *p = end; p > text; p--)
    if (*p == ' ')
      return p;
  return end > text ? end : g_utf8_next_char (text);
}

/**
 * ent_cli_text_wrap:
 * @text: text, with line breaks where it has any
 * @width: how many columns there are, at least 1
 *
 * Breaks @text into lines of at most @width columns.
 *
 * Returns: (transfer full): the lines, without a break at the end
 */
char *
ent_cli_text_wrap (const char *text,
                   guint       width)
{
  GString *lines = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && width > 0, NULL);

  while (*text != '\0')
    {
      const char *end = find_line_end (text, width);

      g_string_append_len (lines, text, end - text);
      text = end;
      if (*text == '\n')
        text++;
      else
        while (*text == ' ')
          text++;
      if (*text != '\0')
        g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

/**
 * ent_cli_append_padding:
 * @out: where to
 * @n: how many columns
 *
 * Appends @n spaces.
 */
void
ent_cli_append_padding (GString *out,
                        guint    n)
{
  g_return_if_fail (out != NULL);

  g_string_append_printf (out, "%*s", (int) n, "");
}

/**
 * ent_cli_append_hanging:
 * @out: where to
 * @lead: what stands before the first line
 * @text: the text
 * @width: how many columns there are for both
 *
 * Appends @lead and @text, and a line break; the lines of @text stand below each other.
 */
void
ent_cli_append_hanging (GString    *out,
                        const char *lead,
                        const char *text,
                        guint       width)
{
  guint indent;
  g_autofree char *wrapped = NULL;
  g_auto(GStrv) lines = NULL;

  g_return_if_fail (out != NULL && lead != NULL && text != NULL);

  indent = ent_cli_text_width (lead);
  wrapped = ent_cli_text_wrap (text, width > indent + 10 ? width - indent : 10);
  lines = g_strsplit (wrapped, "\n", -1);
  g_string_append (out, lead);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 && *lines[i] != '\0')
        ent_cli_append_padding (out, indent);
      g_string_append (out, lines[i]);
      g_string_append_c (out, '\n');
    }
  if (lines[0] == NULL)
    g_string_append_c (out, '\n');
}
