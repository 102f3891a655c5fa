/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a step as JSON: an object with its name, the states it leads from and to, and its changes.
 * Records stand in it as in a file, each behind the insertion that it belongs to, and insertions
 * that follow one another share one, so that a step of a hundred thousand records is no larger than
 * the file will be. */
#include "config.h"

#include "model/ent-step-write.h"

#include "model/ent-json-build.h"
#include "model/ent-json-writer-private.h"

static void
append_name (GString    *json,
             const char *name)
{
  ent_json_append_text (json, name);
  g_string_append (json, ":");
}

static void
append_id (GString         *json,
           const EntChange *change)
{
  ent_json_append_text (json, ent_record_get_id (change->record));
}

/* A value that nobody could read is JSON text itself, and may have lines: it stands there as one
 * text. */
static void
append_set (GString         *json,
            const EntChange *change)
{
  const EntKindInfo *info = ent_record_get_info (change->record);
  const EntField *field = &info->fields[change->field];

  append_name (json, "set");
  ent_json_append_text (json, field->name);
  if (info->kind != ENT_KIND_PROJECT)
    {
      g_string_append (json, ",\"of\":");
      append_id (json, change);
    }
  if (change->new_value.form == ENT_VALUE_RAW)
    {
      g_string_append (json, ",\"raw\":");
      ent_json_append_text (json, change->new_value.s);
      return;
    }
  g_string_append (json, ",\"to\":");
  _ent_json_append_value (json, field, &change->new_value);
}

static gboolean
goes_on (const EntChange *before,
         const EntChange *change)
{
  return change->type == ENT_CHANGE_INSERT &&
         ent_record_get_kind (change->record) == ent_record_get_kind (before->record) &&
         change->position == before->position + 1;
}

/* Appends the insertion at @index and those that go on with it. Returns how many there are. */
static guint
append_inserts (GString         *json,
                const GPtrArray *changes,
                guint            index)
{
  const EntChange *first = g_ptr_array_index (changes, index);
  guint n = 1;

  while (index + n < changes->len && goes_on (g_ptr_array_index (changes, index + n - 1),
                                              g_ptr_array_index (changes, index + n)))
    n++;
  append_name (json, "insert");
  ent_json_append_text (json, ent_record_get_info (first->record)->list);
  g_string_append_printf (json, ",\"at\":%u,\"count\":%u}", first->position, n);
  for (guint i = 0; i < n; i++)
    {
      const EntChange *change = g_ptr_array_index (changes, index + i);

      g_string_append (json, ",\n");
      _ent_json_append_record (json, change->record);
    }
  return n;
}

static guint
append_change (GString         *json,
               const GPtrArray *changes,
               guint            index)
{
  const EntChange *change = g_ptr_array_index (changes, index);

  g_string_append_c (json, '{');
  switch (change->type)
    {
    case ENT_CHANGE_INSERT:
      return append_inserts (json, changes, index);
    case ENT_CHANGE_SET:
      append_set (json, change);
      break;
    case ENT_CHANGE_REMOVE:
      append_name (json, "remove");
      append_id (json, change);
      break;
    case ENT_CHANGE_MOVE:
    default:
      append_name (json, "move");
      append_id (json, change);
      g_string_append_printf (json, ",\"at\":%u", change->position);
      break;
    }
  g_string_append_c (json, '}');
  return 1;
}

/**
 * ent_step_write:
 * @step: a step, at the moment at which it was committed, undone or done again
 * @from: number of the state before it
 * @to: number of the state that it led to
 *
 * Writes what #EntReplay reads.
 *
 * Returns: (transfer full): JSON text
 */
char *
ent_step_write (const EntChangeSet *step,
                guint64             from,
                guint64             to)
{
  static const char *const origins[] = {
    [ENT_CHANGE_EDIT] = "edit",
    [ENT_CHANGE_UNDO] = "undo",
    [ENT_CHANGE_REDO] = "redo",
  };
  GString *json = g_string_sized_new (256);

  g_return_val_if_fail (step != NULL, NULL);

  g_string_append_c (json, '{');
  append_name (json, origins[step->origin]);
  ent_json_append_text (json, step->label);
  g_string_append_printf (json, ",\"from\":%" G_GUINT64_FORMAT ",\"to\":%" G_GUINT64_FORMAT, from,
                          to);
  if (step->joins)
    g_string_append (json, ",\"joins\":true");
  g_string_append (json, ",\"changes\":[");
  for (guint i = 0; i < step->changes->len;)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      i += append_change (json, step->changes, i);
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}
