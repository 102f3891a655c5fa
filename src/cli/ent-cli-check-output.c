/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcome of a check, for people and for programs. */
#include "config.h"

#include "cli/ent-cli-check.h"

#include "analysis/ent-phrase.h"
#include "cli/ent-cli-text.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const struct
{
  const char *nick;
  const char *label;
} problem_severities[] = {
  [ENT_PROBLEM_NOTE] = { "note", N_("Note") },
  [ENT_PROBLEM_WARNING] = { "warning", N_("Warning") },
  [ENT_PROBLEM_LOSS] = { "loss", N_("Missing") },
};

static const char *const finding_severities[ENT_N_FINDING_SEVERITIES] = {
  [ENT_FINDING_ACT_NOW] = "act-now",
  [ENT_FINDING_LOOK_INTO] = "look-into",
  [ENT_FINDING_NOTE] = "note",
};

/* --- For people
 * --------------------------------------------------------------------------------- */

static void
append_entry (GString    *out,
              const char *label,
              const char *text,
              guint       width)
{
  /* Translators: how pressing something is, then what is the matter */
  g_autofree char *lead = g_strdup_printf (_("  %s: "), label);
  g_autofree char *shown = ent_phrase_show (text);

  ent_cli_append_hanging (out, lead, shown, width);
}

static void
append_problems (GString        *out,
                 EntProblemList *problems,
                 guint           width)
{
  guint n_kept = g_list_model_get_n_items (G_LIST_MODEL (problems));
  guint n_more = ent_problem_list_get_n_total (problems) - n_kept;

  for (guint i = 0; i < n_kept; i++)
    {
      g_autoptr(EntProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), i);
      g_autofree char *text = ent_problem_dup_text (problem);

      append_entry (out, _(problem_severities[ent_problem_get_severity (problem)].label), text,
                    width);
    }
  if (n_more > 0)
    g_string_append_printf (out, ngettext ("  … and %u more problem of the file\n",
                                           "  … and %u more problems of the file\n", n_more),
                            n_more);
}

static void
append_findings (GString    *out,
                 GPtrArray  *findings,
                 guint       width)
{
  for (guint i = 0; i < findings->len; i++)
    {
      EntFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = NULL;

      text = g_strdup_printf ("%s %s", ent_finding_get_text (finding),
                              ent_finding_get_advice (finding));
      append_entry (out, ent_finding_severity_get_label (ent_finding_get_severity (finding)), text,
                    width);
    }
}

/**
 * ent_cli_checked_dup_text:
 * @self: a file that could be read
 * @width: how many columns there are
 *
 * Returns: (transfer full): its problems and findings, to be read
 */
char *
ent_cli_checked_dup_text (const EntCliChecked *self,
                          guint                width)
{
  GString *out = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *findings = NULL;
  guint n_problems;

  g_return_val_if_fail (self != NULL && self->file != NULL, NULL);

  n_problems = ent_problem_list_get_n_total (self->file->problems);
  name = ent_phrase_show (self->name);
  problems = g_strdup_printf (ngettext ("%u problem of the file", "%u problems of the file",
                                        n_problems), n_problems);
  findings = g_strdup_printf (ngettext ("%u finding", "%u findings", self->findings->len),
                              self->findings->len);
  /* Translators: a file; how many problems it has; how many findings */
  g_string_append_printf (out, _("%s: %s, %s\n"), name, problems, findings);
  append_problems (out, self->file->problems, width);
  append_findings (out, self->findings, width);
  return g_string_free (out, FALSE);
}

/* --- For programs
 * ------------------------------------------------------------------------------- */

static void
add_string (JsonBuilder *json,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_place (JsonBuilder           *json,
           const EntProblemPlace *place)
{
  if (place->line > 0)
    {
      json_builder_set_member_name (json, "line");
      json_builder_add_int_value (json, place->line);
      json_builder_set_member_name (json, "column");
      json_builder_add_int_value (json, place->column);
    }
  if (place->record_id != NULL)
    add_string (json, "record", place->record_id);
  if (place->member != NULL)
    add_string (json, "member", place->member);
}

static void
add_problems (JsonBuilder    *json,
              EntProblemList *problems)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (problems));

  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), i);

      json_builder_begin_object (json);
      add_string (json, "severity",
                  problem_severities[ent_problem_get_severity (problem)].nick);
      add_place (json, ent_problem_get_place (problem));
      add_string (json, "message", ent_problem_get_message (problem));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_finding (JsonBuilder *json,
             EntFinding  *finding)
{
  guint n = ent_finding_get_n_records (finding);

  json_builder_begin_object (json);
  add_string (json, "severity", finding_severities[ent_finding_get_severity (finding)]);
  add_string (json, "kind", ent_finding_kind_get_nick (ent_finding_get_kind (finding)));
  json_builder_set_member_name (json, "records");
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (json, ent_record_get_id (ent_finding_get_record (finding, i)));
  json_builder_end_array (json);
  add_string (json, "text", ent_finding_get_text (finding));
  add_string (json, "advice", ent_finding_get_advice (finding));
  json_builder_end_object (json);
}

static void
add_findings (JsonBuilder *json,
              GPtrArray   *findings)
{
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    add_finding (json, g_ptr_array_index (findings, i));
  json_builder_end_array (json);
}

static void
add_file (JsonBuilder         *json,
          const EntCliChecked *checked)
{
  json_builder_begin_object (json);
  add_string (json, "file", checked->name);
  json_builder_set_member_name (json, "status");
  json_builder_add_int_value (json, checked->status);
  if (checked->file == NULL)
    add_string (json, "error", checked->error->message);
  else
    {
      add_problems (json, checked->file->problems);
      add_findings (json, checked->findings);
    }
  json_builder_end_object (json);
}

/**
 * ent_cli_checked_dup_json:
 * @files: (element-type EntCliChecked): what was checked
 *
 * Returns: (transfer full): a JSON array with an object for each file: `file`, `status` (0, 1 or 2)
 *   and either `error` or `problems` and `findings`
 */
char *
ent_cli_checked_dup_json (GPtrArray *files)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (files != NULL, NULL);

  json_builder_begin_array (json);
  for (guint i = 0; i < files->len; i++)
    add_file (json, g_ptr_array_index (files, i));
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
