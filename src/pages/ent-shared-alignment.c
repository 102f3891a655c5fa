/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project knows its alignment without keeping it: the views do. */
#include "config.h"

#include "pages/ent-shared-alignment.h"

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * ent_shared_alignment_get:
 * @project: a project
 *
 * Returns: (transfer full): its alignment; the same one for as long as anybody holds it
 */
EntAlignment *
ent_shared_alignment_get (EntProject *project)
{
  static const char *const key = "ent-shared-alignment";
  EntAlignment *alignment;
  GWeakRef *shared;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  shared = g_object_get_data (G_OBJECT (project), key);
  alignment = shared != NULL ? g_weak_ref_get (shared) : NULL;
  if (alignment != NULL)
    return alignment;

  alignment = ent_alignment_new (project);
  shared = g_new0 (GWeakRef, 1);
  g_weak_ref_init (shared, alignment);
  g_object_set_data_full (G_OBJECT (project), key, shared, weak_ref_free);

  return alignment;
}
