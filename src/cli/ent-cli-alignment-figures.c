/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the partners stand, as JSON. */
#include "config.h"

#include "cli/ent-cli-figures.h"

#include "analysis/ent-conversations.h"

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

          ent_cli_figures_append_comma (json, b);
          ent_cli_figures_append_number (json, get (&pair));
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
      ent_cli_figures_append_comma (json, i);
      ent_cli_figures_append_id (json, get (alignment, i));
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
      ent_cli_figures_append_comma (json, i);
      ent_cli_figures_append_number (json, get (alignment, i));
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
        ent_cli_figures_append_comma (json, found++);
        ent_cli_figures_append_id (json, ent_alignment_get_partner (alignment, i));
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
      ent_cli_figures_append_id (json, ent_conversation_get_goal (one));
      g_string_append (json, ", \"score\": ");
      ent_cli_figures_append_number (json, ent_conversation_get_score (one));
      g_string_append_c (json, '}');
    }
  g_string_append (json, n > 0 ? "\n    ]" : "]");
}

/**
 * ent_cli_figures_append_alignment:
 * @json: what is being written
 * @alignment: the alignment
 *
 * Appends an object with its figures.
 */
void
ent_cli_figures_append_alignment (GString      *json,
                                  EntAlignment *alignment)
{
  guint n_goals = ent_alignment_get_n_goals (alignment);
  guint n_partners = ent_alignment_get_n_partners (alignment);

  g_string_append_c (json, '{');
  ent_cli_figures_begin_member (json, "    ", "partners");
  append_ids (json, alignment, n_partners, ent_alignment_get_partner);
  ent_cli_figures_begin_member (json, "    ", "goals");
  append_ids (json, alignment, n_goals, ent_alignment_get_goal);
  ent_cli_figures_begin_member (json, "    ", "convergence");
  append_simple_and_valued (json, alignment, get_convergence, get_valued_convergence);
  ent_cli_figures_begin_member (json, "    ", "divergence");
  append_simple_and_valued (json, alignment, get_divergence, get_valued_divergence);
  ent_cli_figures_begin_member (json, "    ", "net");
  append_pairs (json, alignment, get_net, "    ");
  ent_cli_figures_begin_member (json, "    ", "ambivalence");
  append_numbers (json, alignment, n_partners, ent_alignment_get_ambivalence);
  ent_cli_figures_begin_member (json, "    ", "involvement");
  append_numbers (json, alignment, n_partners, get_involvement);
  ent_cli_figures_begin_member (json, "    ", "mobilisation");
  append_mobilisation (json, alignment);
  ent_cli_figures_begin_member (json, "    ", "division");
  append_numbers (json, alignment, n_goals, ent_alignment_get_division);
  ent_cli_figures_begin_member (json, "    ", "undecided");
  append_undecided (json, alignment);
  ent_cli_figures_begin_member (json, "    ", "conversations");
  append_conversations (json, alignment);
  g_string_append (json, "\n  }");
}
