/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file was changed on two computers before they could tell each other, a program that
 * synchronises folders keeps one of the two under a second name: the first with something put in
 * before its ending, in the language of that program. People make second files too, on purpose, so
 * that only what no person would write is taken for such a name.
 */
#include "config.h"

#include "store/ent-conflict-name.h"

#include <string.h>

#define OWN_ENDING ".entente.json"

#define HOST_LENGTH_MIN 4
#define HOST_LENGTH_MAX 15

/* "Conflict" as it is written into names, in small letters. */
static const char *const words[] = {
  "conflict", "konflikt", "conflit", "conflito", "conflitto", "ristiriita", "çakış", "ütköz",
  "конфлікт", "конфликт", "σύγκρουση", "冲突", "衝突", "競合", "충돌",
};

static gboolean
has_word (const char *inserted)
{
  g_autofree char *lower = g_utf8_strdown (inserted, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* As computers are named that nobody has named: LAPTOP-7G2K, PC0042. */
static gboolean
looks_like_host (const char *name)
{
  gsize length = strlen (name);
  guint n_letters = 0;
  guint n_others = 0;

  if (length < HOST_LENGTH_MIN || length > HOST_LENGTH_MAX)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      n_letters++;
    else if (g_ascii_isdigit (*p) || *p == '-')
      n_others++;
    else
      return FALSE;
  return n_letters >= 2 && n_others > 0;
}

static gboolean
is_inserted (const char *inserted,
             const char *host)
{
  if (strchr (" ([._-", inserted[0]) == NULL)
    return FALSE;
  if (has_word (inserted))
    return TRUE;
  return inserted[0] == '-' &&
         (g_ascii_strcasecmp (inserted + 1, host) == 0 || looks_like_host (inserted + 1));
}

/* Whether @name is @of with something put in before @ending. */
static gboolean
is_copy_before (const char *name,
                const char *of,
                const char *ending,
                const char *host)
{
  gsize stem = strlen (of) - strlen (ending);
  gsize length = strlen (name);
  g_autofree char *inserted = NULL;

  if (stem == 0 || length <= strlen (of) || strncmp (name, of, stem) != 0 ||
      !g_str_has_suffix (name, ending))
    return FALSE;
  inserted = g_strndup (name + stem, length - strlen (of));
  return g_utf8_validate (inserted, -1, NULL) && is_inserted (inserted, host);
}

/**
 * ent_conflict_name_is_copy:
 * @name: the name of a file
 * @of: the name of another one, in the same folder
 * @host: the name of this computer
 *
 * Returns: whether a program that synchronises folders may have made @name beside @of because
 *   both were changed
 */
gboolean
ent_conflict_name_is_copy (const char *name,
                           const char *of,
                           const char *host)
{
  const char *dot;

  g_return_val_if_fail (name != NULL && of != NULL && host != NULL, FALSE);

  dot = strrchr (of, '.');
  if (is_copy_before (name, of, dot != NULL ? dot : "", host))
    return TRUE;
  return g_str_has_suffix (of, OWN_ENDING) && is_copy_before (name, of, OWN_ENDING, host);
}
