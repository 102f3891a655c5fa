/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions from a table with goals as rows and partners as columns. Goals are found by title,
 * partners by name or short name; capitals, accents and spaces make no difference. A blank cell
 * says nothing, and a value that holds already is not entered again. */
#include "config.h"

#include "analysis/ent-position-import.h"

#include "analysis/ent-alignment.h"
#include "analysis/ent-name-index.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

struct _EntPositionImport {
  EntProject *project;
  char *date;
  GArray *changes;                   /* EntPositionImportChange */
  GPtrArray *problems;               /* texts */
  GHashTable *bad_columns;           /* columns without a partner about which it was said */
  guint n_same;
};

static gboolean
is_blank (const char *cell)
{
  int value;

  return ent_stand_parse (cell, &value) && value == ENT_STAND_UNKNOWN;
}

/* --- What does not fit ----------------------------------------------------------------------- */

typedef enum {
  NAME_UNKNOWN,
  NAME_SEVERAL,
  NAME_TWICE,
} NameFault;

static void
add_goal_problem (EntPositionImport *self, guint row, NameFault fault, const char *name)
{
  g_autofree char *quoted = ent_phrase_quote (name);
  char *text;

  if (is_blank (name))
    text = g_strdup_printf (_("Row %u: no goal stands at its start."), row + 1);
  else if (fault == NAME_UNKNOWN)
    text = g_strdup_printf (_("Row %u: no goal is called %s."), row + 1, quoted);
  else if (fault == NAME_SEVERAL)
    text = g_strdup_printf (_("Row %u: several goals are called %s."), row + 1, quoted);
  else
    text = g_strdup_printf (_("Row %u: the goal %s has a row already."), row + 1, quoted);
  g_ptr_array_add (self->problems, text);
}

static void
add_partner_problem (EntPositionImport *self, guint column, NameFault fault, const char *name)
{
  g_autofree char *quoted = ent_phrase_quote (name);
  g_autofree char *letters = ent_name_column (column);
  char *text;

  if (fault == NAME_UNKNOWN)
    text = g_strdup_printf (_("Column %s: no partner is called %s."), letters, quoted);
  else if (fault == NAME_SEVERAL)
    text = g_strdup_printf (_("Column %s: several partners are called %s."), letters, quoted);
  else
    text = g_strdup_printf (_("Column %s: the partner %s has a column already."), letters, quoted);
  g_ptr_array_add (self->problems, text);
}

static void
add_nameless_problem (EntPositionImport *self, guint column)
{
  g_autofree char *letters = ent_name_column (column);

  g_ptr_array_add (self->problems,
                   g_strdup_printf (_("Column %s: no partner stands above it."), letters));
}

static void
add_value_problem (EntPositionImport *self, guint row, guint column, const char *value)
{
  g_autofree char *quoted = ent_phrase_quote (value);
  g_autofree char *letters = ent_name_column (column);

  g_ptr_array_add (self->problems,
    /* Translators: a cell such as C4, and what stands in it, in quotes */
    g_strdup_printf (_("Cell %s%u: %s is no position. Write −4 to +4, or nothing."), letters,
                     row + 1, quoted));
}

/* --- Reading --------------------------------------------------------------------------------- */

static gboolean
is_blank_row (char **cells)
{
  for (; *cells != NULL; cells++)
    if (!is_blank (*cells))
      return FALSE;

  return TRUE;
}

/* Looks a name up that was not seen before. */
static EntRecord *
find_record (EntNameIndex *index, GHashTable *seen, const char *name, NameFault *fault)
{
  gboolean several;
  EntRecord *found = ent_name_index_find (index, name, &several);

  if (found == NULL)
    *fault = several ? NAME_SEVERAL : NAME_UNKNOWN;
  else if (!g_hash_table_add (seen, found))
    *fault = NAME_TWICE;
  else
    return found;

  return NULL;
}

/* The partner above each column; NULL where there is none. */
static GPtrArray *
read_header (EntPositionImport *self, char **cells)
{
  g_autoptr(EntNameIndex) index = ent_name_index_new (self->project, ENT_KIND_PARTNER,
                                                      ENT_PARTNER_NAME, ENT_PARTNER_SHORT_NAME);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *partners = g_ptr_array_new ();
  NameFault fault;

  for (guint column = 0; cells[column] != NULL; column++)
    {
      EntRecord *partner = NULL;

      if (column > 0 && !is_blank (cells[column]))
        {
          partner = find_record (index, seen, cells[column], &fault);
          if (partner == NULL)
            {
              add_partner_problem (self, column, fault, cells[column]);
              g_hash_table_add (self->bad_columns, GUINT_TO_POINTER (column));
            }
        }
      g_ptr_array_add (partners, partner);
    }

  return partners;
}

/* A partner that has left and a goal that was dropped are in no alignment, but have a history. */
static int
find_in_history (EntPositionImport *self, EntRecord *goal, EntRecord *partner)
{
  g_autoptr(GPtrArray) positions = ent_project_dup_children (self->project, goal,
                                                             ENT_KIND_POSITION, ENT_POSITION_GOAL);
  const char *latest = "";
  int value = ENT_STAND_UNKNOWN;

  for (guint i = 0; i < positions->len; i++)
    {
      EntRecord *position = g_ptr_array_index (positions, i);
      const char *date = ent_record_get_string (position, ENT_POSITION_DATE);

      if (ent_record_get_ref (position, ENT_POSITION_PARTNER) != partner
          || strcmp (date, self->date) > 0 || strcmp (date, latest) <= 0)
        continue;
      latest = date;
      value = ent_record_get_int (position, ENT_POSITION_VALUE);
    }

  return value >= -ENT_STAND_MAX && value <= ENT_STAND_MAX ? value : ENT_STAND_UNKNOWN;
}

static int
find_present (EntPositionImport *self, EntAlignment *alignment, EntRecord *goal,
              EntRecord *partner)
{
  int row = ent_alignment_find_goal (alignment, goal);
  int column = ent_alignment_find_partner (alignment, partner);

  return row >= 0 && column >= 0
    ? ent_alignment_get_value (alignment, (guint) row, (guint) column)
    : find_in_history (self, goal, partner);
}

static void
read_values (EntPositionImport *self, EntAlignment *alignment, guint row, char **cells,
             EntRecord *goal, GPtrArray *partners)
{
  for (guint column = 1; cells[column] != NULL; column++)
    {
      EntRecord *partner = column < partners->len ? g_ptr_array_index (partners, column) : NULL;
      EntPositionImportChange change = { goal, partner, ENT_STAND_UNKNOWN, ENT_STAND_UNKNOWN };

      if (is_blank (cells[column]))
        continue;
      if (partner == NULL)
        {
          if (g_hash_table_add (self->bad_columns, GUINT_TO_POINTER (column)))
            add_nameless_problem (self, column);
          continue;
        }
      if (!ent_stand_parse (cells[column], &change.to))
        {
          add_value_problem (self, row, column, cells[column]);
          continue;
        }

      change.from = find_present (self, alignment, goal, partner);
      if (change.from == change.to)
        self->n_same++;
      else
        g_array_append_val (self->changes, change);
    }
}

static void
read_rows (EntPositionImport *self, GPtrArray *rows)
{
  g_autoptr(EntNameIndex) index = ent_name_index_new (self->project, ENT_KIND_GOAL,
                                                      ENT_GOAL_TITLE, ENT_GOAL_TITLE);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (self->project);
  g_autoptr(GPtrArray) partners = NULL;
  NameFault fault;

  ent_alignment_set_as_of (alignment, self->date);
  for (guint row = 0; row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);
      EntRecord *goal;

      if (is_blank_row (cells))
        continue;
      if (partners == NULL)
        {
          partners = read_header (self, cells);
          continue;
        }

      goal = find_record (index, seen, cells[0], &fault);
      if (goal != NULL)
        read_values (self, alignment, row, cells, goal, partners);
      else
        add_goal_problem (self, row, fault, cells[0]);
    }

  if (partners == NULL)
    g_ptr_array_add (self->problems,
                     g_strdup (_("There is no table: a row with partners is expected first.")));
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_position_import_new:
 * @project: a project
 * @rows: (element-type GStrv): a table: above each column but the first the name of a partner, at
 *   the start of each row the title of a goal, and where they meet −4 to +4 or nothing
 * @date: the day on which it was said, `YYYY-MM-DD`
 *
 * Works out what @rows would change in @project, and what does not fit.
 *
 * Returns: (transfer full): what was found
 */
EntPositionImport *
ent_position_import_new (EntProject *project, GPtrArray *rows, const char *date)
{
  EntPositionImport *self;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);
  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (date != NULL && ent_date_is_valid (date), NULL);

  self = g_new0 (EntPositionImport, 1);
  self->project = g_object_ref (project);
  self->date = g_strdup (date);
  self->changes = g_array_new (FALSE, FALSE, sizeof (EntPositionImportChange));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->bad_columns = g_hash_table_new (NULL, NULL);
  read_rows (self, rows);

  return self;
}

/**
 * ent_position_import_free:
 * @self: what was found
 */
void
ent_position_import_free (EntPositionImport *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->project);
  g_free (self->date);
  g_array_unref (self->changes);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->bad_columns);
  g_free (self);
}

/**
 * ent_position_import_get_changes:
 * @self: what was found
 *
 * Returns: (transfer none) (element-type EntPositionImportChange): the positions that would be
 *   entered, in the order of the table
 */
GArray *
ent_position_import_get_changes (EntPositionImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

/**
 * ent_position_import_get_problems:
 * @self: what was found
 *
 * Returns: (transfer none) (element-type utf8): what does not fit, each with its place and what is
 *   the matter, in words
 */
GPtrArray *
ent_position_import_get_problems (EntPositionImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/**
 * ent_position_import_get_n_same:
 * @self: what was found
 *
 * Returns: how many values of the table hold already
 */
guint
ent_position_import_get_n_same (EntPositionImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_same;
}

/**
 * ent_position_import_apply:
 * @self: what was found
 * @error: return location for an error of %ENT_MODEL_ERROR
 *
 * Enters the positions that fit, as one step, or none.
 *
 * Returns: whether they were entered
 */
gboolean
ent_position_import_apply (EntPositionImport *self, GError **error)
{
  g_autoptr(EntTransaction) step = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  step = ent_project_begin (self->project, _("Import positions"));
  for (guint i = 0; i < self->changes->len; i++)
    {
      const EntPositionImportChange *change =
        &g_array_index (self->changes, EntPositionImportChange, i);

      if (!ent_stand_record (self->project, change->goal, change->partner, self->date, change->to,
                             NULL, NULL, error))
        return FALSE;
    }
  ent_transaction_commit (step);

  return TRUE;
}
