/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli show`: what is in a file, to be read. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "analysis/ent-phrase.h"
#include "cli/ent-cli-chart.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "cli/ent-cli-text.h"

#include <glib/gi18n.h>

typedef struct {
  EntProject *project;
  GString *out;
  guint width;
} Writer;

/* Appends @record, and what is known of it, as an item of a list. */
static void
append_item (const Writer *self,
             const char   *lead,
             EntRecord    *record,
             GPtrArray    *facts)
{
  g_autofree char *title = ent_record_dup_title (record);
  g_autofree char *shown = ent_phrase_show (title);
  g_autoptr(GString) text = g_string_new (shown);

  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *fact = ent_phrase_show (g_ptr_array_index (facts, i));

      if (*fact != '\0')
        /* Translators: between a name and what is known of it */
        g_string_append_printf (text, "%s%s", _(" · "), fact);
    }
  ent_cli_append_hanging (self->out, lead, text->str, self->width);
}

static void
append_heading (const Writer *self,
                EntKind       kind)
{
  g_string_append_printf (self->out, "\n%s (%u)\n", ent_kind_get_label (kind, TRUE),
                          ent_project_get_n_records (self->project, kind));
}

/* --- The partnership
 * ---------------------------------------------------------------------------- */

static void
append_field (const Writer *self,
              EntRecord    *record,
              guint         field)
{
  g_autofree char *text = ent_record_format (record, field);
  g_autofree char *shown = ent_phrase_show (text);
  g_autofree char *lead = NULL;

  if (*shown == '\0')
    return;
  lead = g_strdup_printf ("%s: ",
                          ent_field_get_label (&ent_record_get_info (record)->fields[field]));
  ent_cli_append_hanging (self->out, lead, shown, self->width);
}

static void
append_partnership (const Writer *self)
{
  static const guint fields[] = {
    ENT_PROJECT_PURPOSE, ENT_PROJECT_VISION, ENT_PROJECT_PHASE, ENT_PROJECT_START, ENT_PROJECT_END,
    ENT_PROJECT_COORDINATOR_NAME,
  };
  EntRecord *info = ent_project_get_info (self->project);
  const char *title = ent_record_get_string (info, ENT_PROJECT_TITLE);
  g_autofree char *shown = ent_phrase_show (*title != '\0' ? title : _("Untitled partnership"));

  ent_cli_append_hanging (self->out, "", shown, self->width);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (self, info, fields[i]);
}

/* --- Lists
 * -------------------------------------------------------------------------------------- */

static void
append_people (const Writer *self,
               EntRecord    *partner)
{
  g_autoptr(GPtrArray) people = ent_project_dup_children (self->project, partner, ENT_KIND_PERSON,
                                                          ENT_PERSON_PARTNER);

  for (guint i = 0; i < people->len; i++)
    {
      EntRecord *person = g_ptr_array_index (people, i);
      g_autoptr(GPtrArray) facts = g_ptr_array_new ();

      g_ptr_array_add (facts, (gpointer) ent_record_get_string (person, ENT_PERSON_JOB));
      if (ent_record_get_bool (person, ENT_PERSON_PRIMARY))
        g_ptr_array_add (facts, _("first contact"));
      append_item (self, "    ", person, facts);
    }
}

static void
append_partners (const Writer *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_PARTNER);

  append_heading (self, ENT_KIND_PARTNER);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *partner = ent_project_get_record (self->project, ENT_KIND_PARTNER, i);
      g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (facts, ent_record_format (partner, ENT_PARTNER_SECTOR));
      g_ptr_array_add (facts, ent_record_format (partner, ENT_PARTNER_STATUS));
      append_item (self, "  ", partner, facts);
      append_people (self, partner);
    }
}

static void
append_roles (const Writer *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_ROLE);

  append_heading (self, ENT_KIND_ROLE);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *role = ent_project_get_record (self->project, ENT_KIND_ROLE, i);
      g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *holder = ent_record_format (role, ENT_ROLE_HOLDER);

      g_ptr_array_add (facts, ent_record_format (role, ENT_ROLE_PARTNER));
      g_ptr_array_add (facts, g_strdup (*holder != '\0' ? holder : _("nobody yet")));
      append_item (self, "  ", role, facts);
    }
}

static void
append_tasks (const Writer *self)
{
  guint n = ent_project_get_n_records (self->project, ENT_KIND_TASK);

  append_heading (self, ENT_KIND_TASK);
  for (guint i = 0; i < n; i++)
    {
      EntRecord *task = ent_project_get_record (self->project, ENT_KIND_TASK, i);
      const char *due = ent_record_get_string (task, ENT_TASK_DUE);
      g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (facts, ent_record_format (task, ENT_TASK_STATUS));
      if (*due != '\0')
        /* Translators: when a task is due, as YYYY-MM-DD */
        g_ptr_array_add (facts, g_strdup_printf (_("due %s"), due));
      append_item (self, "  ", task, facts);
    }
}

static gboolean
is_listed (EntKind kind)
{
  return kind == ENT_KIND_PROJECT || kind == ENT_KIND_PARTNER || kind == ENT_KIND_PERSON ||
         kind == ENT_KIND_ROLE || kind == ENT_KIND_TASK;
}

/* How many there are of everything else. */
static void
append_counts (const Writer *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      guint n = is_listed ((EntKind) kind)
                ? 0 : ent_project_get_n_records (self->project, (EntKind) kind);

      if (n > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? _(", ") : "",
                                ent_kind_get_label ((EntKind) kind, TRUE), n);
    }
  if (text->len == 0)
    return;
  g_string_append_c (self->out, '\n');
  ent_cli_append_hanging (self->out, _("Besides: "), text->str, self->width);
}

static char *
dup_summary (EntProject *project,
             guint       width)
{
  Writer self = { project, g_string_new (NULL), width };

  append_partnership (&self);
  append_partners (&self);
  append_roles (&self);
  append_tasks (&self);
  append_counts (&self);
  return g_string_free (self.out, FALSE);
}

static char *
dup_chart (EntProject *project,
           guint       width)
{
  g_autoptr(EntRoleChart) chart = ent_role_chart_new (project);

  return ent_cli_chart_dup_text (chart, width);
}

EntCliStatus
ent_cli_show (const EntCliCommand *self,
              char               **arguments)
{
  gboolean chart = FALSE;
  const GOptionEntry entries[] = {
    { "role-chart", 0, 0, G_OPTION_ARG_NONE, &chart,
      N_("Print the role chart and nothing else"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  g_autoptr(EntProjectFile) file = NULL;
  g_autofree char *text = NULL;
  guint width = ent_cli_terminal_width ();
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  file = ent_cli_read (files[0]);
  if (file == NULL)
    return ENT_CLI_FAILED;
  text = chart ? dup_chart (file->project, width) : dup_summary (file->project, width);
  return ent_cli_print (text) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}
