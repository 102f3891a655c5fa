/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as text, for tests. */
#include "finding-dump.h"

static char *
dump (GListModel *findings, gboolean severe)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(EntFinding) finding = g_list_model_get_item (findings, i);

      if (severe)
        g_string_append_printf (out, "%u ", ent_finding_get_severity (finding));
      g_string_append_printf (out, "%s: %s\n",
                              ent_finding_kind_get_nick (ent_finding_get_kind (finding)),
                              ent_finding_get_text (finding));
    }

  return g_string_free (out, FALSE);
}

/* What each finding is and says, a line each. */
char *
finding_dump (GListModel *findings)
{
  return dump (findings, FALSE);
}

/* The same, with how pressing each is before it. */
char *
finding_dump_severe (GListModel *findings)
{
  return dump (findings, TRUE);
}
