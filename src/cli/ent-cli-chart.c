/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The role chart as text: a line for each task, a narrow column for each role under a number, and
 * behind the chart a key of the numbers and of the letters. What is wider than the terminal goes
 * into further parts with the tasks repeated, as it does on paper.
 */
#include "config.h"

#include "cli/ent-cli-chart.h"

#include "analysis/ent-phrase.h"
#include "cli/ent-cli-text.h"

#include <glib/gi18n.h>

#define LEAST_CELL_WIDTH 4
#define GROUP_GAP 1
#define LEAST_TASK_WIDTH 16

typedef struct {
  EntRoleChart *chart;
  GString *out;
  guint width;
  guint task_width;
  guint cell_width;
} Writer;

static char *
dup_task_title (EntRoleChart *chart,
                guint         row)
{
  g_autofree char *title = ent_record_dup_title (ent_role_chart_get_task (chart, row));
  g_autofree char *shown = ent_phrase_show (title);

  if (!ent_role_chart_is_dropped (chart, row))
    return g_steal_pointer (&shown);
  /* Translators: a task that was given up */
  return g_strdup_printf (_("%s (dropped)"), shown);
}

/* As wide as the longest title, but the letters get half of the terminal at least. */
static guint
find_task_width (EntRoleChart *chart,
                 guint         width)
{
  guint n = ent_role_chart_get_n_tasks (chart);
  guint widest = LEAST_TASK_WIDTH;

  for (guint row = 0; row < n; row++)
    {
      g_autofree char *title = dup_task_title (chart, row);

      widest = MAX (widest, ent_cli_text_width (title));
    }
  return MIN (widest, width / 2);
}

static gboolean
begins_group (EntRoleChart *chart,
              guint         column)
{
  return column > 0 &&
         ent_role_chart_get_group (chart, column) != ent_role_chart_get_group (chart, column - 1);
}

/* Room for a number and the space before it. */
static guint
find_cell_width (guint n_roles)
{
  guint width = LEAST_CELL_WIDTH;

  for (guint n = n_roles; n >= 1000; n /= 10)
    width++;
  return width;
}

/* The column behind the last one that fits beside the tasks when @first is the first. */
static guint
find_part_end (const Writer *self,
               guint         first)
{
  guint n = ent_role_chart_get_n_roles (self->chart);
  guint used = self->task_width;
  guint column;

  for (column = first; column < n; column++)
    {
      used += self->cell_width;
      if (column > first && begins_group (self->chart, column))
        used += GROUP_GAP;
      if (used > self->width && column > first)
        break;
    }
  return column;
}

static void
append_cell (const Writer *self,
             guint         first,
             guint         column,
             const char   *text)
{
  guint gap = column > first && begins_group (self->chart, column) ? GROUP_GAP : 0;

  ent_cli_append_padding (self->out, gap + 1);
  g_string_append (self->out, text);
  ent_cli_append_padding (self->out, self->cell_width - 1 - ent_cli_text_width (text));
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_numbers (const Writer *self,
                guint         first,
                guint         end)
{
  ent_cli_append_padding (self->out, self->task_width);
  for (guint column = first; column < end; column++)
    {
      g_autofree char *number = g_strdup_printf ("%u", column + 1);

      append_cell (self, first, column, number);
    }
  end_line (self->out);
}

/* A title of several lines has its letters beside the first one. */
static void
append_task (const Writer *self,
             guint         row,
             guint         first,
             guint         end)
{
  g_autofree char *title = dup_task_title (self->chart, row);
  g_autofree char *wrapped = ent_cli_text_wrap (title, self->task_width);
  g_auto(GStrv) lines = g_strsplit (wrapped, "\n", -1);

  g_string_append (self->out, lines[0]);
  ent_cli_append_padding (self->out, self->task_width - ent_cli_text_width (lines[0]));
  for (guint column = first; column < end; column++)
    {
      int code = ent_role_chart_get_code (self->chart, row, column);

      append_cell (self, first, column,
                   code != ENT_ROLE_CHART_EMPTY ? ent_enum_get_nick (&ent_code_enum, code) : "·");
    }
  end_line (self->out);
  for (guint i = 1; lines[i] != NULL; i++)
    g_string_append_printf (self->out, "%s\n", lines[i]);
}

static void
append_part (const Writer *self,
             guint         first,
             guint         end)
{
  guint n = ent_role_chart_get_n_tasks (self->chart);

  append_numbers (self, first, end);
  for (guint row = 0; row < n; row++)
    append_task (self, row, first, end);
  g_string_append_c (self->out, '\n');
}

static void
append_title (const Writer *self)
{
  EntRecord *info = ent_project_get_info (ent_role_chart_get_project (self->chart));
  g_autofree char *title = ent_record_dup_title (info);
  /* Translators: the title of a partnership */
  g_autofree char *text = g_strdup_printf (_("Role chart – %s"), title);
  g_autofree char *shown = ent_phrase_show (text);

  ent_cli_append_hanging (self->out, "", shown, self->width);
  g_string_append_c (self->out, '\n');
}

/* --- The keys
 * ----------------------------------------------------------------------------------- */

static void
append_group_name (const Writer *self,
                   guint         column)
{
  guint group = ent_role_chart_get_group (self->chart, column);
  EntRecord *partner = ent_role_chart_get_group_partner (self->chart, group);
  g_autofree char *title = partner != NULL ? ent_record_dup_title (partner) : NULL;
  g_autofree char *shown = ent_phrase_show (title != NULL ? title : _("No partner"));

  ent_cli_append_hanging (self->out, "", shown, self->width);
}

static void
append_role (const Writer *self,
             guint         column)
{
  EntRecord *role = ent_role_chart_get_role (self->chart, column);
  EntRecord *holder = ent_record_get_ref (role, ENT_ROLE_HOLDER);
  g_autofree char *title = ent_record_dup_title (role);
  g_autofree char *name = holder != NULL ? ent_record_dup_title (holder) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *lead = g_strdup_printf ("%5u  ", column + 1);

  if (name != NULL)
    /* Translators: a role, then who holds it */
    text = g_strdup_printf (_("%s (%s)"), title, name);
  else
    /* Translators: a role */
    text = g_strdup_printf (_("%s (nobody yet)"), title);
  shown = ent_phrase_show (text);
  ent_cli_append_hanging (self->out, lead, shown, self->width);
}

static void
append_roles (const Writer *self)
{
  guint n = ent_role_chart_get_n_roles (self->chart);

  for (guint column = 0; column < n; column++)
    {
      if (column == 0 || begins_group (self->chart, column))
        append_group_name (self, column);
      append_role (self, column);
    }
}

static void
append_letters (const Writer *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < ent_code_enum.n_choices; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                            ent_enum_get_nick (&ent_code_enum, (int) i),
                            ent_enum_get_label (&ent_code_enum, (int) i));
  g_string_append_c (self->out, '\n');
  ent_cli_append_hanging (self->out, "", text->str, self->width);
}

/**
 * ent_cli_chart_dup_text:
 * @chart: a role chart
 * @width: how many columns the terminal has
 *
 * Returns: (transfer full): the chart with its keys
 */
char *
ent_cli_chart_dup_text (EntRoleChart *chart,
                        guint         width)
{
  Writer self = { .chart = chart, .width = width };
  guint n_roles;
  guint first = 0;

  g_return_val_if_fail (ENT_IS_ROLE_CHART (chart), NULL);

  n_roles = ent_role_chart_get_n_roles (chart);
  if (n_roles == 0 || ent_role_chart_get_n_tasks (chart) == 0)
    return g_strdup (_("The role chart is empty: it needs a role and a task.\n"));
  self.out = g_string_new (NULL);
  self.task_width = find_task_width (chart, width);
  self.cell_width = find_cell_width (n_roles);
  append_title (&self);
  while (first < n_roles)
    {
      guint end = find_part_end (&self, first);

      append_part (&self, first, end);
      first = end;
    }
  append_roles (&self);
  append_letters (&self);

  return g_string_free (self.out, FALSE);
}
