/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Disks of a test's own, small enough to be filled. */
#pragma once

#include "store-test.h"

G_BEGIN_DECLS

/* What a child returns that could not have a disk of its own. */
#define NO_DISK 77

gboolean mount_small_disk (const char *folder);
void     run_on_own_disk  (ChildFunc   func,
                           gpointer    data);

G_END_DECLS
