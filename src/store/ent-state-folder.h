/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder in which this computer keeps what Entente must not lose: journals, earlier versions,
 * saves under way and what was put aside. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntStatePart:
 * @ENT_STATE_JOURNALS: the edits since the last save, a file for each partnership that is open
 * @ENT_STATE_TRYING: journals that are being recovered
 * @ENT_STATE_VERSIONS: what was opened and saved, a file for each version
 * @ENT_STATE_RESCUE: both versions of files that are being written in place
 * @ENT_STATE_ASIDE: what could not be recovered, and what was discarded
 * @ENT_STATE_RUNNING: an empty file for each program that runs
 *
 * A folder in the state folder.
 */
typedef enum
{
  ENT_STATE_JOURNALS,
  ENT_STATE_TRYING,
  ENT_STATE_VERSIONS,
  ENT_STATE_RESCUE,
  ENT_STATE_ASIDE,
  ENT_STATE_RUNNING,
} EntStatePart;

#define ENT_STATE_N_PARTS (ENT_STATE_RUNNING + 1)

char *ent_state_folder_dup_path (EntStatePart   part);
char *ent_state_folder_make     (EntStatePart   part,
                                 GError       **error);

G_END_DECLS
