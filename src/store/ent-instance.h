/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which run of the program this is, and whether another one is still going. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntInstanceState:
 * @ENT_INSTANCE_FOREIGN: nothing is known of it here: another computer or user
 * @ENT_INSTANCE_ENDED: it ran on this computer and has ended, in whatever way
 * @ENT_INSTANCE_RUNNING: it runs on this computer
 *
 * What is known of a run of the program.
 */
typedef enum
{
  ENT_INSTANCE_FOREIGN,
  ENT_INSTANCE_ENDED,
  ENT_INSTANCE_RUNNING,
} EntInstanceState;

const char      *ent_instance_get_id (void);
EntInstanceState ent_instance_ask    (const char *id);

G_END_DECLS
