/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of which figures as JSON are made. */
#include "config.h"

#include "cli/ent-cli-figures.h"

#include <math.h>

#include "model/ent-json-build.h"

/**
 * ent_cli_figures_begin_member:
 * @json: what is being written; it ends in an object
 * @indent: what stands before each member of that object
 * @name: the member's name
 *
 * Begins a member on a line of its own.
 */
void
ent_cli_figures_begin_member (GString    *json,
                              const char *indent,
                              const char *name)
{
  if (json->str[json->len - 1] != '{')
    g_string_append_c (json, ',');
  g_string_append_printf (json, "\n%s\"%s\": ", indent, name);
}

/**
 * ent_cli_figures_append_number:
 * @json: what is being written
 * @value: a number
 *
 * Appends the number, as short as it can be; `null` where it is none.
 */
void
ent_cli_figures_append_number (GString *json,
                               double   value)
{
  if (isfinite (value))
    ent_json_append_double (json, value);
  else
    g_string_append (json, "null");
}

/**
 * ent_cli_figures_append_comma:
 * @json: what is being written
 * @index: number of the item of a list on one line that comes next
 *
 * Appends what stands between two items.
 */
void
ent_cli_figures_append_comma (GString *json,
                              guint    index)
{
  if (index > 0)
    g_string_append (json, ", ");
}

/**
 * ent_cli_figures_append_id:
 * @json: what is being written
 * @record: a record
 *
 * Appends its id.
 */
void
ent_cli_figures_append_id (GString   *json,
                           EntRecord *record)
{
  ent_json_append_text (json, ent_record_get_id (record));
}
