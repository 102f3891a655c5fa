/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that a spreadsheet could take for a formula gets an apostrophe before it, also where it has
 * one already: that way every text comes back as it went. */
#include "config.h"

#include "analysis/ent-cell.h"

static gboolean
starts_formula (const char *text)
{
  while (*text == ' ')
    text++;

  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d: /* ＝ */
    case 0xff0b: /* ＋ */
    case 0xff0d: /* － */
    case 0xff20: /* ＠ */
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * ent_cell_needs_mark:
 * @text: a text
 *
 * Returns: whether an apostrophe belongs before @text in a table: without one it could be taken for
 *   a formula, or its own apostrophe for one that we put there
 */
gboolean
ent_cell_needs_mark (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  while (*text == '\'')
    text++;

  return starts_formula (text);
}

/**
 * ent_cell_skip_mark:
 * @cell: what stands in a cell
 *
 * Returns: the text that was meant: @cell without an apostrophe that was put there to say that the
 *   rest is no formula
 */
const char *
ent_cell_skip_mark (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return *cell == '\'' && ent_cell_needs_mark (cell + 1) ? cell + 1 : cell;
}
