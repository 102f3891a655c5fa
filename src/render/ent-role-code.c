/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of the role chart: how each code is written, shown and typed. */
#include "config.h"

#include "render/ent-role-code.h"

/* The letters by code, and what else may be typed for them. */
static const struct {
  const char *letters;
  const char *others[4];
  EntMatrixTone tone;
} codes[] = {
  [ENT_CODE_RESPONSIBLE] = { "R", { "responsible" }, ENT_MATRIX_TONE_MEDIUM },
  [ENT_CODE_ACCOUNTABLE] = { "A", { "accountable" }, ENT_MATRIX_TONE_STRONG },
  [ENT_CODE_ACCOUNTABLE_RESPONSIBLE] = { "A/R", { "ar", "ra", "r/a", "a/" },
                                         ENT_MATRIX_TONE_STRONG },
  [ENT_CODE_CONSULTED] = { "C", { "consulted" }, ENT_MATRIX_TONE_LIGHT },
  [ENT_CODE_INFORMED] = { "I", { "informed" }, ENT_MATRIX_TONE_FAINT },
};

/**
 * ent_role_code_get_letters:
 * @code: an #EntCode, or %ENT_ROLE_CHART_EMPTY
 *
 * Returns: (transfer none): the letters for it; "" for an empty cell
 */
const char *
ent_role_code_get_letters (int code)
{
  if (code == ENT_ROLE_CHART_EMPTY)
    return "";

  g_return_val_if_fail (code >= 0 && code < (int) G_N_ELEMENTS (codes), "");

  return codes[code].letters;
}

static gboolean
is_code (const char *folded, guint code)
{
  g_autofree char *letters = g_utf8_casefold (codes[code].letters, -1);
  g_autofree char *label = g_utf8_casefold (ent_enum_get_label (&ent_code_enum, (int) code), -1);

  if (g_str_equal (folded, letters) || g_str_equal (folded, label))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (codes[code].others); i++)
    if (g_strcmp0 (folded, codes[code].others[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * ent_role_code_parse:
 * @text: what somebody typed or pasted
 * @code: (out): the #EntCode, or %ENT_ROLE_CHART_EMPTY for nothing but spaces
 *
 * Reads letters (R, A, C, I, A/R, AR, RA, R/A) or the word for them, in English or the language of
 * the program, in capitals or not, with spaces around or not.
 *
 * Returns: whether @text is one of them
 */
gboolean
ent_role_code_parse (const char *text, int *code)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  folded = g_utf8_casefold (stripped, -1);
  if (*folded == '\0')
    {
      *code = ENT_ROLE_CHART_EMPTY;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (is_code (folded, i))
      {
        *code = (int) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * ent_role_code_get_tone:
 * @code: an #EntCode
 *
 * Returns: how much its cell stands out
 */
EntMatrixTone
ent_role_code_get_tone (int code)
{
  g_return_val_if_fail (code >= 0 && code < (int) G_N_ELEMENTS (codes), ENT_MATRIX_TONE_NONE);

  return codes[code].tone;
}
