/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries "so far" from the thread that works to the one that shows it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntProgress EntProgress;

/**
 * EntProgressFunc:
 * @fraction: how much is done, 0 to 1
 * @user_data: what was handed in
 *
 * Called in the main context in which the work was asked for.
 */
typedef void (*EntProgressFunc) (double   fraction,
                                 gpointer user_data);

EntProgress *ent_progress_new    (EntProgressFunc  func,
                                  gpointer         user_data);
void         ent_progress_report (double           fraction,
                                  gpointer         progress);
void         ent_progress_free   (EntProgress     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntProgress, ent_progress_free)

G_END_DECLS
