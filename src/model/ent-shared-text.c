/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nine tenths of a large project are positions and measurements, and most of what they hold are
 * days and the ids of a few hundred goals, partners and KPIs. Shared, these texts take a sixth less
 * memory than a copy for each record. The table belongs to the process, since records are read in
 * other threads and before they are in a project; it is gone when the last text is. */
#include "config.h"

#include "model/ent-shared-text.h"

#include <string.h>

#include "model/ent-record.h"

typedef struct {
  guint n_refs;
  char text[];
} Shared;

G_LOCK_DEFINE_STATIC (texts);
static GHashTable *texts; /* a set of the texts of Shareds */

static Shared *
get_shared (char *text)
{
  return (Shared *) (gpointer) (text - G_STRUCT_OFFSET (Shared, text));
}

static char *
add (const char *text)
{
  gsize size = strlen (text) + 1;
  Shared *shared = g_malloc (G_STRUCT_OFFSET (Shared, text) + size);

  shared->n_refs = 0;
  memcpy (shared->text, text, size);
  g_hash_table_add (texts, shared->text);

  return shared->text;
}

/**
 * _ent_shared_text_ref:
 * @text: a text
 *
 * Safe from any thread.
 *
 * Returns: (transfer full): the copy of @text that everybody shares, to be given back with
 *   _ent_shared_text_unref()
 */
char *
_ent_shared_text_ref (const char *text)
{
  char *found;

  G_LOCK (texts);
  if (texts == NULL)
    texts = g_hash_table_new (ent_id_hash, g_str_equal);
  found = g_hash_table_lookup (texts, text);
  if (found == NULL)
    found = add (text);
  get_shared (found)->n_refs++;
  G_UNLOCK (texts);

  return found;
}

/**
 * _ent_shared_text_unref:
 * @text: (transfer full) (nullable): what _ent_shared_text_ref() returned
 *
 * Safe from any thread.
 */
void
_ent_shared_text_unref (char *text)
{
  Shared *shared;

  if (text == NULL)
    return;

  G_LOCK (texts);
  shared = get_shared (text);
  if (--shared->n_refs == 0)
    {
      g_hash_table_remove (texts, text);
      g_free (shared);
    }
  if (g_hash_table_size (texts) == 0)
    g_clear_pointer (&texts, g_hash_table_unref);
  G_UNLOCK (texts);
}
