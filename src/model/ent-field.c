/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fits a field: its first value, checks with a reason people can read, and reading typed
 * text. */
#include "config.h"

#include "model/ent-model-error.h"
#include "model/ent-record.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/**
 * ent_field_get_initial:
 * @field: a field
 *
 * Returns: the value that a new record has; what the file leaves out means this value
 */
EntValue
ent_field_get_initial (const EntField *field)
{
  g_return_val_if_fail (field != NULL, (EntValue) ENT_VALUE_INIT);

  switch (field->type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_ENUM:
    case ENT_FIELD_BOOL:
      return ent_value_int ((int) field->initial);
    case ENT_FIELD_DOUBLE:
      return ent_value_double (field->initial);
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
    default:
      return (EntValue) ENT_VALUE_INIT;
    }
}

static gboolean
refuse (GError **error, int code, char *message)
{
  g_set_error_literal (error, ENT_MODEL_ERROR, code, message);
  g_free (message);

  return FALSE;
}

/* Days of a month, without a GDate: dates are checked by the hundred thousand while loading. */
static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 && leap ? 29 : days[month - 1];
}

/**
 * ent_date_is_valid:
 * @text: (nullable): text
 *
 * Returns: whether @text is a day of the calendar, `YYYY-MM-DD`
 */
gboolean
ent_date_is_valid (const char *text)
{
  int year, month, day;

  if (text == NULL || strlen (text) != 10)
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  month = (text[5] - '0') * 10 + (text[6] - '0');
  day = (text[8] - '0') * 10 + (text[9] - '0');

  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month (year, month);
}

static gboolean
check_line (const EntField *field, const char *text, GError **error)
{
  gsize length = strlen (text);

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s is not sound text (UTF-8)."),
                                    ent_field_get_label (field)));
  if (strpbrk (text, "\n\r") != NULL)
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s takes one line of text only."),
                                    ent_field_get_label (field)));
  /* No more characters than bytes: only a long line has to be counted. */
  if (length > ENT_LINE_MAX_CHARS && g_utf8_strlen (text, -1) > ENT_LINE_MAX_CHARS)
    return refuse (error, ENT_MODEL_ERROR_LIMIT,
                   g_strdup_printf (_("%s is longer than %d characters."),
                                    ent_field_get_label (field), ENT_LINE_MAX_CHARS));

  return TRUE;
}

static gboolean
check_text (const EntField *field, const char *text, GError **error)
{
  gsize length = strlen (text);

  if (length > ENT_TEXT_MAX_BYTES)
    return refuse (error, ENT_MODEL_ERROR_LIMIT,
                   g_strdup_printf (_("%s is longer than 1 MB."), ent_field_get_label (field)));
  if (!g_utf8_validate (text, (gssize) length, NULL))
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s is not sound text (UTF-8)."),
                                    ent_field_get_label (field)));

  return TRUE;
}

static gboolean
check_item (const EntField *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case ENT_FIELD_TEXT:
      return check_text (field, text, error);
    case ENT_FIELD_DATE:
    case ENT_FIELD_DATES:
      return ent_date_is_valid (text)
             || refuse (error, ENT_MODEL_ERROR_VALUE,
                        g_strdup_printf (_("%s needs a day such as 2026-03-31, not “%.40s”."),
                                         ent_field_get_label (field), text));
    case ENT_FIELD_REF:
    case ENT_FIELD_REFS:
      return ent_id_is_valid (text)
             || refuse (error, ENT_MODEL_ERROR_VALUE,
                        g_strdup_printf (_("%s does not name a record."),
                                         ent_field_get_label (field)));
    case ENT_FIELD_STRING:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_INT:
    case ENT_FIELD_DOUBLE:
    case ENT_FIELD_BOOL:
    case ENT_FIELD_ENUM:
    default:
      return check_line (field, text, error);
    }
}

static gboolean
check_list (const EntField *field, char **list, GError **error)
{
  guint n = g_strv_length (list);

  if (n > ENT_LIST_MAX_ITEMS)
    return refuse (error, ENT_MODEL_ERROR_LIMIT,
                   g_strdup_printf (_("%s has more than %d entries."), ent_field_get_label (field),
                                    ENT_LIST_MAX_ITEMS));
  for (guint i = 0; i < n; i++)
    {
      if (!check_item (field, list[i], error))
        return FALSE;
      /* At most 200 entries: a look through those before is quicker than a table. */
      for (guint j = 0; field->type == ENT_FIELD_REFS && j < i; j++)
        if (g_str_equal (list[i], list[j]))
          return refuse (error, ENT_MODEL_ERROR_VALUE,
                         g_strdup_printf (_("%s names the same record twice."),
                                          ent_field_get_label (field)));
    }

  return TRUE;
}

static gboolean
check_number (const EntField *field, double number, GError **error)
{
  if (!isfinite (number))
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s needs a number."), ent_field_get_label (field)));
  if (number < field->min || number > field->max)
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s takes numbers from %g to %g."),
                                    ent_field_get_label (field), field->min, field->max));

  return TRUE;
}

static EntValueForm
expected_form (const EntField *field)
{
  switch (field->type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_BOOL:
    case ENT_FIELD_ENUM:
      return ENT_VALUE_INT;
    case ENT_FIELD_DOUBLE:
      return ENT_VALUE_DOUBLE;
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return ENT_VALUE_LIST;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      return ENT_VALUE_STRING;
    }
}

static gboolean
check_int (const EntField *field, int number, GError **error)
{
  if (field->type == ENT_FIELD_INT)
    return check_number (field, number, error);
  if (number < 0 || number >= (field->type == ENT_FIELD_BOOL ? 2 : (int) field->choices->n_choices))
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s does not have this choice."),
                                    ent_field_get_label (field)));

  return TRUE;
}

/**
 * ent_field_check:
 * @field: a field
 * @value: a value for it
 * @error: return location for an error: what the field takes, for people
 *
 * Checks type, range and length. Whether a reference leads anywhere is not looked at: files may
 * name records that come later or that are gone. Empty text fits every text field, also a required
 * one, which is empty while somebody is typing.
 *
 * Returns: whether @value fits @field
 */
gboolean
ent_field_check (const EntField *field, const EntValue *value, GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (value->form == ENT_VALUE_UNSET)
    {
      if (field->type == ENT_FIELD_DOUBLE && (field->flags & ENT_FIELD_REQUIRED) != 0)
        return check_number (field, NAN, error);
      return TRUE;
    }
  if (value->form == ENT_VALUE_RAW)
    return TRUE;
  if (value->form != expected_form (field))
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s takes another sort of value."),
                                    ent_field_get_label (field)));

  switch (value->form)
    {
    case ENT_VALUE_INT:
      return check_int (field, value->i, error);
    case ENT_VALUE_DOUBLE:
      return check_number (field, value->d, error);
    case ENT_VALUE_LIST:
      return check_list (field, value->v, error);
    case ENT_VALUE_STRING:
    case ENT_VALUE_UNSET:
    case ENT_VALUE_RAW:
    default:
      return check_item (field, value->s, error);
    }
}

static gboolean
parse_number (const EntField *field, const char *text, EntValue *value, GError **error)
{
  char *end = NULL;
  double number;

  errno = 0;
  number = g_ascii_strtod (text, &end);
  if (*end != '\0')
    {
      /* What people type follows their locale: a decimal comma, for instance. */
      number = g_strtod (text, &end);
    }
  if (end == text || *end != '\0')
    return check_number (field, NAN, error);
  if (field->type == ENT_FIELD_INT && number != floor (number))
    return refuse (error, ENT_MODEL_ERROR_VALUE,
                   g_strdup_printf (_("%s needs a whole number."), ent_field_get_label (field)));
  if (!check_number (field, number, error))
    return FALSE;

  *value = field->type == ENT_FIELD_INT ? ent_value_int ((int) number) : ent_value_double (number);

  return TRUE;
}

static gboolean
same_word (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_utf8_collate (folded_a, folded_b) == 0;
}

static gboolean
parse_choice (const EntField *field, const char *text, EntValue *value, GError **error)
{
  if (field->type == ENT_FIELD_BOOL)
    {
      gboolean yes = same_word (text, "true") || same_word (text, _("Yes"))
                     || g_str_equal (text, "1");
      gboolean no = same_word (text, "false") || same_word (text, _("No"))
                    || g_str_equal (text, "0");

      if (yes || no)
        {
          *value = ent_value_int (yes);
          return TRUE;
        }
      return check_int (field, -1, error);
    }

  for (guint i = 0; i < field->choices->n_choices; i++)
    if (same_word (text, field->choices->choices[i].nick)
        || same_word (text, _(field->choices->choices[i].label)))
      {
        *value = ent_value_int ((int) i);
        return TRUE;
      }

  return refuse (error, ENT_MODEL_ERROR_VALUE,
                 g_strdup_printf (_("%s does not have the choice “%.40s”."),
                                  ent_field_get_label (field), text));
}

static char **
split_list (const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_strv_builder_add (builder, *line);

  return g_strv_builder_end (builder);
}

/**
 * ent_field_parse:
 * @field: a field
 * @text: what somebody typed; empty for unset. Lists have an entry a line.
 * @value: (out): return location for the value; free with ent_value_clear()
 * @error: return location for an error: what the field takes, for people
 *
 * Returns: whether @text could be understood and fits @field
 */
gboolean
ent_field_parse (const EntField *field, const char *text, EntValue *value, GError **error)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = (EntValue) ENT_VALUE_INIT;
  trimmed = field->type == ENT_FIELD_TEXT ? g_strdup (text) : g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    return ent_field_check (field, value, error);

  switch (field->type)
    {
    case ENT_FIELD_INT:
    case ENT_FIELD_DOUBLE:
      return parse_number (field, trimmed, value, error);
    case ENT_FIELD_BOOL:
    case ENT_FIELD_ENUM:
      return parse_choice (field, trimmed, value, error);
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      *value = ent_value_take_list (split_list (trimmed));
      break;
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    case ENT_FIELD_REF:
    default:
      *value = ent_value_take_string (g_steal_pointer (&trimmed));
      break;
    }

  if (ent_field_check (field, value, error))
    return TRUE;
  ent_value_clear (value);

  return FALSE;
}
