/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing to standard output and standard error. Each command writes once, when it knows all, and
 * learns whether it arrived: a full disk behind a redirection is a failure like any other.
 */
#include "config.h"

#include "cli/ent-cli-output.h"

#include "analysis/ent-phrase.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

static gboolean
write_all (int         fd,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* A terminal that knows no curly quotes gets straight ones, as the C library has it; what it has
 * nothing for are the dots between facts and in empty cells.
 */
static char *
to_locale (const char *text,
           gsize      *length)
{
  const char *charset;
  g_autofree char *similar = NULL;
  g_autoptr(GString) plain = NULL;
  char *converted;

  *length = strlen (text);
  if (g_get_charset (&charset))
    return g_strdup (text);
  similar = g_strconcat (charset, "//TRANSLIT", NULL);
  plain = g_string_new (text);
  g_string_replace (plain, "·", ".", 0);
  converted = g_convert_with_fallback (plain->str, -1, similar, "UTF-8", "?", NULL, length, NULL);
  if (converted != NULL)
    return converted;
  *length = strlen (text);
  return g_strdup (text);
}

static const char *
explain (int errnum)
{
  switch (errnum)
    {
    case ENOSPC:
      return _("the disk is full");
    case EPIPE:
      return _("the program that was to read it has ended");
    case EBADF:
      return _("there is no standard output");
    default:
      return g_strerror (errnum);
    }
}

static gboolean
put (const char *data,
     gsize       length)
{
  if (write_all (STDOUT_FILENO, data, length))
    return TRUE;
  /* Translators: why, such as “the disk is full” */
  ent_cli_complain (_("Could not write all of the output: %s."), explain (errno));
  return FALSE;
}

/**
 * ent_cli_print:
 * @text: text for people
 *
 * Writes @text to standard output as the locale spells it. Where that fails, it says so.
 *
 * Returns: whether all of it was written
 */
gboolean
ent_cli_print (const char *text)
{
  g_autofree char *converted = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  converted = to_locale (text, &length);
  return put (converted, length);
}

/**
 * ent_cli_write:
 * @bytes: the contents of a file
 *
 * Writes @bytes to standard output as they are. Where that fails, it says so.
 *
 * Returns: whether all of them were written
 */
gboolean
ent_cli_write (GBytes *bytes)
{
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  return put (data, length);
}

/**
 * ent_cli_complain:
 * @format: a sentence, in the manner of printf(), translated
 * @...: what goes into it
 *
 * Says on standard error, in one line, why something could not be done. Whatever was typed may go
 * into it: what would deceive the eye is shown as a placeholder.
 */
void
ent_cli_complain (const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *line = NULL;
  g_autofree char *converted = NULL;
  gsize length;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  shown = ent_phrase_show (message);
  line = g_strdup_printf ("entente-cli: %s\n", shown);
  converted = to_locale (line, &length);
  /* Who cannot be told cannot be told that either. */
  (void) write_all (STDERR_FILENO, converted, length);
}
