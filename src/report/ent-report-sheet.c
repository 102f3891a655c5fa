/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in a document is a number, and what a column is called where it stands alone. */
#include "config.h"

#include "report/ent-report-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

/* What follows the sign of a number; @text itself where there is none. */
static const char *
skip_sign (const char *text)
{
  return *text == '+' || *text == '-' ? text + 1
       : g_str_has_prefix (text, ENT_REPORT_MINUS) ? text + strlen (ENT_REPORT_MINUS) : text;
}

/**
 * ent_report_sheet_is_number:
 * @text: what stands in a cell
 *
 * Returns: whether it is a plain number, with any sign, and a point or comma before its decimals
 */
gboolean
ent_report_sheet_is_number (const char *text)
{
  const char *digits;
  gsize n;

  g_return_val_if_fail (text != NULL, FALSE);

  digits = skip_sign (text);
  n = strspn (digits, "0123456789");
  if (n == 0)
    return FALSE;
  digits += n;
  if (*digits == '.' || *digits == ',')
    digits += 1 + strspn (digits + 1, "0123456789");

  return *digits == '\0';
}

/**
 * ent_report_sheet_parse_number:
 * @text: what stands in a cell
 * @value: (out): its value
 *
 * Returns: whether it is a plain number
 */
gboolean
ent_report_sheet_parse_number (const char *text, double *value)
{
  const char *digits;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  if (!ent_report_sheet_is_number (text))
    return FALSE;

  digits = skip_sign (text);
  plain = g_strdup (digits);
  g_strdelimit (plain, ",", '.');
  *value = g_ascii_strtod (plain, NULL);
  if (digits != text && *text != '+')
    *value = -*value;

  return TRUE;
}

/**
 * ent_report_sheet_dup_column_name:
 * @matrix: a matrix
 * @column: number of a column
 *
 * Returns: (transfer full): its title, with that of its group
 */
char *
ent_report_sheet_dup_column_name (EntMatrixModel *matrix, guint column)
{
  g_autofree char *title = NULL;
  g_autofree char *group = NULL;

  g_return_val_if_fail (ENT_IS_MATRIX_MODEL (matrix), NULL);

  title = ent_matrix_model_dup_column_title (matrix, column);
  group = ent_matrix_model_dup_group_title (matrix,
                                            ent_matrix_model_get_column_group (matrix, column));

  return group != NULL
    /* Translators: a column of the role chart: role (partner) */
    ? g_strdup_printf (C_("role", "%s (%s)"), title, group) : g_steal_pointer (&title);
}
