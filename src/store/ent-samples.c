/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the examples are, and what they are about in the reader's language. */
#include "config.h"

#include "store/ent-samples.h"

#include <glib/gi18n.h>

static const EntSample samples[] = {
  { "community-garden", N_("Community garden"),
    N_("A council, environmental groups and neighbours turn a vacant lot into a garden") },
  { "digital-literacy", N_("Digital literacy"),
    N_("A charity, a start-up and schools run workshops together") },
  { "art-therapy", N_("Art therapy"),
    N_("An arts organisation and a health provider help people recover") },
  { "climate-action", N_("Climate action"),
    N_("Long-term and short-term goals pull in different directions") },
  { "urban-transport", N_("Urban transport"),
    N_("Better transport with feedback loops and figures") },
};

/**
 * ent_samples_get:
 * @n_samples: (out): return location for how many there are
 *
 * Returns: (array length=n_samples) (transfer none): the examples, the first one to try first
 */
const EntSample *
ent_samples_get (guint *n_samples)
{
  g_return_val_if_fail (n_samples != NULL, NULL);

  *n_samples = G_N_ELEMENTS (samples);

  return samples;
}

/**
 * ent_sample_dup_file:
 * @name: the name of an example
 *
 * Looks where the program is installed, or below `ENTENTE_DATADIR` where that is set, as it is for
 * a program that runs from where it was built.
 *
 * Returns: (nullable) (transfer full): its file, or %NULL if there is no such example
 */
GFile *
ent_sample_dup_file (const char *name)
{
  const char *datadir = g_getenv ("ENTENTE_DATADIR");

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].name, name))
      {
        g_autofree char *base = g_strconcat (name, ".entente.json", NULL);

        return g_file_new_build_filename (datadir != NULL ? datadir : ENT_PKGDATADIR, "samples",
                                          base, NULL);
      }

  return NULL;
}
