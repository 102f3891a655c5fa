/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries "so far" from the thread that works to the one that shows it. However often the worker
 * reports, at most one message is on its way: a busy main loop is not made busier.
 */
#include "config.h"

#include "store/ent-progress.h"

#define STEPS 1000

struct _EntProgress
{
  GMainContext *context;
  EntProgressFunc func;
  gpointer user_data;
  int steps;
  int is_on_its_way;
};

static void
progress_clear (gpointer data)
{
  EntProgress *self = data;

  g_main_context_unref (self->context);
}

/**
 * ent_progress_new:
 * @func: (nullable): is called in the main context of the calling thread
 * @user_data: for @func; has to live as long as the work
 *
 * Returns: (transfer full): a carrier
 */
EntProgress *
ent_progress_new (EntProgressFunc func,
                  gpointer        user_data)
{
  EntProgress *self = g_atomic_rc_box_new0 (EntProgress);

  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  return self;
}

static gboolean
deliver (gpointer data)
{
  EntProgress *self = data;

  g_atomic_int_set (&self->is_on_its_way, FALSE);
  self->func ((double) g_atomic_int_get (&self->steps) / STEPS, self->user_data);
  return G_SOURCE_REMOVE;
}

static void
release (gpointer data)
{
  g_atomic_rc_box_release_full (data, progress_clear);
}

/**
 * ent_progress_report:
 * @fraction: how much is done, 0 to 1
 * @progress: an #EntProgress
 *
 * Called by the worker, in its thread.
 */
void
ent_progress_report (double   fraction,
                     gpointer progress)
{
  EntProgress *self = progress;
  g_autoptr(GSource) source = NULL;

  g_return_if_fail (self != NULL);

  if (self->func == NULL)
    return;
  g_atomic_int_set (&self->steps, (int) (CLAMP (fraction, 0, 1) * STEPS));
  if (!g_atomic_int_compare_and_exchange (&self->is_on_its_way, FALSE, TRUE))
    return;
  /* Before the result, which comes with the same priority. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, g_atomic_rc_box_acquire (self), release);
  g_source_attach (source, self->context);
}

/**
 * ent_progress_free:
 * @self: (transfer full): a carrier
 */
void
ent_progress_free (EntProgress *self)
{
  g_return_if_fail (self != NULL);

  release (self);
}
