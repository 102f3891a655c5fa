/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed, as a sentence. Counts have texts of their own for each kind: the labels of kinds
 * know one plural, some languages have several, and not every language writes a noun the same way
 * in a sentence and on its own.
 */
#include "config.h"

#include "store/ent-compare.h"

#include <glib/gi18n.h>

/* A kind that was begun is told to its end, then the rest is a number. */
#define ITEMS_ENOUGH 4

static char *
dup_count (EntKind kind,
           guint   n)
{
  switch (kind)
    {
    case ENT_KIND_PARTNER:
      return g_strdup_printf (ngettext ("%u partner", "%u partners", n), n);
    case ENT_KIND_PERSON:
      return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
    case ENT_KIND_ROLE:
      return g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
    case ENT_KIND_GOAL:
      return g_strdup_printf (ngettext ("%u goal", "%u goals", n), n);
    case ENT_KIND_TASK:
      return g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
    case ENT_KIND_ASSIGNMENT:
      return g_strdup_printf (ngettext ("%u assignment", "%u assignments", n), n);
    case ENT_KIND_EXPECTATION:
      return g_strdup_printf (ngettext ("%u expectation", "%u expectations", n), n);
    case ENT_KIND_POSITION:
      return g_strdup_printf (ngettext ("%u position", "%u positions", n), n);
    case ENT_KIND_KPI:
      return g_strdup_printf (ngettext ("%u KPI", "%u KPIs", n), n);
    case ENT_KIND_MEASUREMENT:
      return g_strdup_printf (ngettext ("%u measurement", "%u measurements", n), n);
    case ENT_KIND_STORY:
      return g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
    case ENT_KIND_MILESTONE:
      return g_strdup_printf (ngettext ("%u milestone", "%u milestones", n), n);
    case ENT_KIND_CHECK_IN:
      return g_strdup_printf (ngettext ("%u check-in", "%u check-ins", n), n);
    case ENT_KIND_ACTION:
      return g_strdup_printf (ngettext ("%u action", "%u actions", n), n);
    case ENT_KIND_TERM:
      return g_strdup_printf (ngettext ("%u term", "%u terms", n), n);
    case ENT_KIND_MEANING:
      return g_strdup_printf (ngettext ("%u meaning", "%u meanings", n), n);
    case ENT_KIND_CHALLENGE:
      return g_strdup_printf (ngettext ("%u challenge", "%u challenges", n), n);
    case ENT_KIND_PRACTICE:
      return g_strdup_printf (ngettext ("%u practice", "%u practices", n), n);
    case ENT_KIND_TRUST:
      return g_strdup_printf (ngettext ("%u trust rating", "%u trust ratings", n), n);
    case ENT_KIND_DECISION:
      return g_strdup_printf (ngettext ("%u decision", "%u decisions", n), n);
    case ENT_KIND_PROJECT:
    case ENT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* Where records came, went or were written to, their order is of no interest. */
static void
add_items (GPtrArray            *items,
           EntKind               kind,
           const EntKindChanges *changes)
{
  g_autofree char *added = changes->added > 0 ? dup_count (kind, changes->added) : NULL;
  g_autofree char *removed = changes->removed > 0 ? dup_count (kind, changes->removed) : NULL;
  g_autofree char *changed = changes->changed > 0 ? dup_count (kind, changes->changed) : NULL;
  g_autofree char *moved = changes->moved > 0 ? dup_count (kind, changes->moved) : NULL;

  if (added != NULL)
    /* Translators: %s is a count such as “2 partners” */
    g_ptr_array_add (items, g_strdup_printf (_("%s added"), added));
  if (removed != NULL)
    /* Translators: %s is a count such as “2 partners” */
    g_ptr_array_add (items, g_strdup_printf (_("%s removed"), removed));
  if (changed != NULL)
    /* Translators: %s is a count such as “2 partners” */
    g_ptr_array_add (items, g_strdup_printf (_("%s changed"), changed));
  if (moved != NULL && added == NULL && removed == NULL && changed == NULL)
    /* Translators: %s is a count such as “2 partners”, whose order in their list is another now */
    g_ptr_array_add (items, g_strdup_printf (_("%s moved"), moved));
}

static gboolean
has_changes (const EntKindChanges *changes)
{
  return changes->added + changes->removed + changes->changed + changes->moved > 0;
}

/* Returns how many kinds with changes are not among the items. */
static guint
collect_items (const EntComparison *self,
               GPtrArray           *items)
{
  guint n_more = 0;

  if (has_changes (ent_comparison_get_changes (self, ENT_KIND_PROJECT)))
    g_ptr_array_add (items, g_strdup (_("Details of the partnership changed")));
  for (guint kind = ENT_KIND_PROJECT + 1; kind < ENT_N_KINDS; kind++)
    {
      const EntKindChanges *changes = ent_comparison_get_changes (self, (EntKind) kind);

      if (!has_changes (changes))
        continue;
      if (items->len < ITEMS_ENOUGH)
        add_items (items, (EntKind) kind, changes);
      else
        n_more++;
    }
  return n_more;
}

/**
 * ent_comparison_dup_summary:
 * @self: a comparison
 *
 * Says what changed in a few words: “2 partners added, 1 goal changed”. Of many kinds of change it
 * names the first and counts the others.
 *
 * Returns: (transfer full): a sentence for people, translated, without a full stop
 */
char *
ent_comparison_dup_summary (const EntComparison *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autofree char *text = NULL;
  guint n_more;

  g_return_val_if_fail (self != NULL, NULL);

  n_more = collect_items (self, items);
  if (items->len == 0)
    return g_strdup (ent_comparison_is_other (self)
                     ? _("Something changed that this version of Entente cannot read")
                     : _("Nothing changed"));
  text = g_strjoinv (_(", "), (char **) items->pdata);
  if (n_more == 0)
    return g_steal_pointer (&text);
  /* Translators: the first is a list of what changed, the second how many other lists, such as that
   * of the milestones, have changes, too */
  return g_strdup_printf (ngettext ("%s, and changes in %u more list",
                                    "%s, and changes in %u more lists", n_more), text, n_more);
}
