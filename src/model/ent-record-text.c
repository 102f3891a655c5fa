/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records in words: fields as text, titles, and what search looks into. */
#include "config.h"

#include "model/ent-project.h"
#include "model/ent-record-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static char *
dup_ref_title (EntRecord *self, const EntField *row, const char *id)
{
  EntRecord *target = NULL;

  if (self->project != NULL)
    target = ent_project_lookup_kind (self->project, (EntKind) row->target, id);

  return target != NULL ? ent_record_dup_title (target) : g_strdup ("?");
}

static char *
format_list (EntRecord *self, const EntField *row, guint field)
{
  GString *text = g_string_new (NULL);

  for (const char *const *item = ent_record_get_list (self, field); *item != NULL; item++)
    {
      g_autofree char *title = row->type == ENT_FIELD_REFS ? dup_ref_title (self, row, *item)
                                                           : NULL;

      if (text->len > 0)
        /* Translators: between the items of a list, such as partners or responsibilities */
        g_string_append (text, row->type == ENT_FIELD_STRINGS ? "\n" : _(", "));
      g_string_append (text, title != NULL ? title : *item);
    }

  return g_string_free (text, FALSE);
}

static char *
format_double (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    return g_strdup ("");

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/**
 * ent_record_format:
 * @self: a record
 * @field: a field
 *
 * Returns: (transfer full): the field as text for people: labels of choices, titles of records
 *   referred to, numbers with a point, days as `YYYY-MM-DD`; "" when unset
 */
char *
ent_record_format (EntRecord *self, guint field)
{
  const EntKindInfo *info = ent_record_get_info (self);
  const EntField *row;

  g_return_val_if_fail (info != NULL && field < info->n_fields, NULL);

  row = &info->fields[field];
  switch (row->type)
    {
    case ENT_FIELD_INT:
      if (self->slots[field].i == ENT_INT_UNSET)
        return g_strdup ("");
      return g_strdup_printf ("%d", self->slots[field].i);
    case ENT_FIELD_BOOL:
      return g_strdup (self->slots[field].i ? _("Yes") : _("No"));
    case ENT_FIELD_ENUM:
      return g_strdup (ent_enum_get_label (row->choices, self->slots[field].i));
    case ENT_FIELD_DOUBLE:
      return format_double (self->slots[field].d);
    case ENT_FIELD_REF:
      if (self->slots[field].s == NULL)
        return g_strdup ("");
      return dup_ref_title (self, row, self->slots[field].s);
    case ENT_FIELD_REFS:
    case ENT_FIELD_STRINGS:
    case ENT_FIELD_DATES:
      return format_list (self, row, field);
    case ENT_FIELD_STRING:
    case ENT_FIELD_TEXT:
    case ENT_FIELD_DATE:
    default:
      return g_strdup (ent_record_get_string (self, field));
    }
}

/* Kinds without a title of their own are called by their keys, or by the fields always filled
 * in. */
static char *
join_required (EntRecord *self)
{
  const EntKindInfo *info = ent_record_get_info (self);
  EntFieldFlags flag = info->keyed ? ENT_FIELD_KEY : ENT_FIELD_REQUIRED;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *part = NULL;

      if ((info->fields[i].flags & flag) == 0)
        continue;
      part = ent_record_format (self, i);
      if (*part == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, _(", "));
      g_string_append (text, part);
    }

  return g_string_free (text, FALSE);
}

/**
 * ent_record_dup_title:
 * @self: a record
 *
 * Returns: (transfer full): what people call it, one line: its title or name, else its keys, else
 *   the name of its kind
 */
char *
ent_record_dup_title (EntRecord *self)
{
  const EntKindInfo *info = ent_record_get_info (self);
  g_autofree char *title = NULL;
  gsize end;

  g_return_val_if_fail (info != NULL, NULL);

  if (info->title_field >= 0)
    title = g_strdup (ent_record_get_string (self, (guint) info->title_field));
  else
    title = join_required (self);

  end = strcspn (title, "\n\r");
  title[end] = '\0';
  if (*g_strstrip (title) == '\0')
    return g_strdup (ent_kind_get_label (info->kind, FALSE));

  return g_steal_pointer (&title);
}

/**
 * ent_text_fold:
 * @text: text
 *
 * Returns: (transfer full): @text as search compares it: without case and accents
 */
char *
ent_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  folded = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_ascii_strdown (text, -1);

  plain = g_string_sized_new (strlen (decomposed));
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_string_free (plain, FALSE);
}

/**
 * ent_text_split_terms:
 * @text: what somebody looks for
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, folded; empty for blank text
 */
char **
ent_text_split_terms (const char *text)
{
  g_autofree char *folded = ent_text_fold (text);
  g_auto(GStrv) words = g_strsplit_set (folded, " \t\n\r", -1);
  g_autoptr(GStrvBuilder) terms = g_strv_builder_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (terms, *word);

  return g_strv_builder_end (terms);
}

static const char *
get_folded (EntRecord *self)
{
  const EntKindInfo *info = ent_record_get_info (self);
  g_autoptr(GString) all = NULL;

  if (self->folded != NULL)
    return self->folded;

  all = g_string_new (NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if ((info->fields[i].flags & ENT_FIELD_SEARCHABLE) == 0)
        continue;
      text = ent_record_format (self, i);
      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
  self->folded = ent_text_fold (all->str);

  return self->folded;
}

/**
 * ent_record_matches:
 * @self: a record
 * @folded_terms: (array zero-terminated=1): words from ent_text_split_terms()
 *
 * Returns: whether every word stands somewhere in the record's searchable fields
 */
gboolean
ent_record_matches (EntRecord *self, const char *const *folded_terms)
{
  const char *text;

  g_return_val_if_fail (ENT_IS_RECORD (self), FALSE);
  g_return_val_if_fail (folded_terms != NULL, FALSE);

  text = get_folded (self);
  for (; *folded_terms != NULL; folded_terms++)
    if (strstr (text, *folded_terms) == NULL)
      return FALSE;

  return TRUE;
}
