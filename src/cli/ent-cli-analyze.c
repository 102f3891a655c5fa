/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `entente-cli analyze`: the figures that follow from a file, as JSON. What the members are called
 * and mean is documented in entente-cli(1) and stays as it is; later versions may add members. */
#include "config.h"

#include "cli/ent-cli-command.h"

#include "analysis/ent-conversations.h"
#include "cli/ent-cli-files.h"
#include "cli/ent-cli-options.h"
#include "cli/ent-cli-output.h"
#include "model/ent-json-build.h"

#include <glib/gi18n.h>
#include <math.h>

/* --- JSON ------------------------------------------------------------------------------------ */

/* Begins a member of the object of figures of one sort. */
static void
begin_member (GString    *json,
              const char *name)
{
  if (json->str[json->len - 1] != '{')
    g_string_append_c (json, ',');
  g_string_append_printf (json, "\n    \"%s\": ", name);
}

static void
append_number (GString *json,
               double   value)
{
  if (isnan (value))
    g_string_append (json, "null");
  else
    ent_json_append_double (json, value);
}

/* What stands between the items of a list on one line. */
static void
append_comma (GString *json,
              guint    index)
{
  if (index > 0)
    g_string_append (json, ", ");
}

static void
append_id (GString   *json,
           EntRecord *record)
{
  ent_json_append_text (json, ent_record_get_id (record));
}

/* --- Alignment ------------------------------------------------------------------------------- */

typedef double (*PairFigure) (const EntAlignmentPair *pair);

static double
get_convergence (const EntAlignmentPair *pair)
{
  return pair->convergence;
}

static double
get_divergence (const EntAlignmentPair *pair)
{
  return pair->divergence;
}

static double
get_valued_convergence (const EntAlignmentPair *pair)
{
  return pair->valued_convergence;
}

static double
get_valued_divergence (const EntAlignmentPair *pair)
{
  return pair->valued_divergence;
}

static double
get_net (const EntAlignmentPair *pair)
{
  return pair->net;
}

/* A row for each partner with a number for each partner. */
static void
append_pairs (GString      *json,
              EntAlignment *alignment,
              PairFigure    get,
              const char   *indent)
{
  guint n = ent_alignment_get_n_partners (alignment);

  g_string_append_c (json, '[');
  for (guint a = 0; a < n; a++)
    {
      g_string_append_printf (json, "%s\n%s  [", a > 0 ? "," : "", indent);
      for (guint b = 0; b < n; b++)
        {
          EntAlignmentPair pair = ent_alignment_get_pair (alignment, a, b);

          append_comma (json, b);
          append_number (json, get (&pair));
        }
      g_string_append_c (json, ']');
    }
  if (n > 0)
    g_string_append_printf (json, "\n%s", indent);
  g_string_append_c (json, ']');
}

static void
append_simple_and_valued (GString      *json,
                          EntAlignment *alignment,
                          PairFigure    simple,
                          PairFigure    valued)
{
  g_string_append (json, "{\n      \"simple\": ");
  append_pairs (json, alignment, simple, "      ");
  g_string_append (json, ",\n      \"valued\": ");
  append_pairs (json, alignment, valued, "      ");
  g_string_append (json, "\n    }");
}

static void
append_ids (GString      *json,
            EntAlignment *alignment,
            guint         n,
            EntRecord  *(*get) (EntAlignment *, guint))
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    {
      append_comma (json, i);
      append_id (json, get (alignment, i));
    }
  g_string_append_c (json, ']');
}

static void
append_numbers (GString      *json,
                EntAlignment *alignment,
                guint         n,
                double      (*get) (EntAlignment *, guint))
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    {
      append_comma (json, i);
      append_number (json, get (alignment, i));
    }
  g_string_append_c (json, ']');
}

static double
get_involvement (EntAlignment *alignment,
                 guint         partner)
{
  return ent_alignment_get_involvement (alignment, partner, FALSE).total;
}

static void
append_mobilisation (GString      *json,
                     EntAlignment *alignment)
{
  guint n = ent_alignment_get_n_goals (alignment);

  g_string_append_c (json, '[');
  for (guint goal = 0; goal < n; goal++)
    {
      EntMobilisation sum = ent_alignment_get_mobilisation (alignment, goal, FALSE);

      g_string_append_printf (json, "%s\n      {\"for\": %u, \"against\": %u, \"total\": %u}",
                              goal > 0 ? "," : "", sum.in_favour, sum.against, sum.total);
    }
  g_string_append (json, n > 0 ? "\n    ]" : "]");
}

static void
append_undecided (GString      *json,
                  EntAlignment *alignment)
{
  guint found = 0;

  g_string_append_c (json, '[');
  for (guint i = 0; i < ent_alignment_get_n_partners (alignment); i++)
    if (ent_alignment_is_undecided (alignment, i))
      {
        append_comma (json, found++);
        append_id (json, ent_alignment_get_partner (alignment, i));
      }
  g_string_append_c (json, ']');
}

static void
append_conversations (GString      *json,
                      EntAlignment *alignment)
{
  g_autoptr(EntConversations) conversations = ent_conversations_new (alignment);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (conversations));

  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(EntConversation) one = g_list_model_get_item (G_LIST_MODEL (conversations), i);

      g_string_append_printf (json, "%s\n      {\"goal\": ", i > 0 ? "," : "");
      append_id (json, ent_conversation_get_goal (one));
      g_string_append (json, ", \"score\": ");
      append_number (json, ent_conversation_get_score (one));
      g_string_append_c (json, '}');
    }
  g_string_append (json, n > 0 ? "\n    ]" : "]");
}

static void
append_alignment (GString      *json,
                  EntAlignment *alignment)
{
  guint n_goals = ent_alignment_get_n_goals (alignment);
  guint n_partners = ent_alignment_get_n_partners (alignment);

  g_string_append_c (json, '{');
  begin_member (json, "partners");
  append_ids (json, alignment, n_partners, ent_alignment_get_partner);
  begin_member (json, "goals");
  append_ids (json, alignment, n_goals, ent_alignment_get_goal);
  begin_member (json, "convergence");
  append_simple_and_valued (json, alignment, get_convergence, get_valued_convergence);
  begin_member (json, "divergence");
  append_simple_and_valued (json, alignment, get_divergence, get_valued_divergence);
  begin_member (json, "net");
  append_pairs (json, alignment, get_net, "    ");
  begin_member (json, "ambivalence");
  append_numbers (json, alignment, n_partners, ent_alignment_get_ambivalence);
  begin_member (json, "involvement");
  append_numbers (json, alignment, n_partners, get_involvement);
  begin_member (json, "mobilisation");
  append_mobilisation (json, alignment);
  begin_member (json, "division");
  append_numbers (json, alignment, n_goals, ent_alignment_get_division);
  begin_member (json, "undecided");
  append_undecided (json, alignment);
  begin_member (json, "conversations");
  append_conversations (json, alignment);
  g_string_append (json, "\n  }");
}

/* --- The command ----------------------------------------------------------------------------- */

static EntCliStatus
analyze (const char *path,
         const char *as_of)
{
  g_autoptr(EntProjectFile) file = ent_cli_read (path);
  g_autoptr(EntAlignment) alignment = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GString *json;

  if (file == NULL)
    return ENT_CLI_FAILED;

  alignment = ent_alignment_new (file->project);
  ent_alignment_set_as_of (alignment, as_of);

  json = g_string_new ("{\n  \"as-of\": ");
  ent_json_append_text (json, ent_alignment_get_as_of (alignment));
  g_string_append (json, ",\n  \"alignment\": ");
  append_alignment (json, alignment);
  g_string_append (json, "\n}\n");

  bytes = g_string_free_to_bytes (json);
  return ent_cli_write (bytes) ? ENT_CLI_FINE : ENT_CLI_FAILED;
}

EntCliStatus
ent_cli_analyze (const EntCliCommand *self,
                 char               **arguments)
{
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("The day to look at (today)"),
      N_("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) files = NULL;
  EntCliStatus status;

  if (!ent_cli_parse (self, entries, arguments, &files, &status))
    return status;
  if (!ent_cli_check_date (as_of))
    return ENT_CLI_FAILED;
  return analyze (files[0], as_of);
}
