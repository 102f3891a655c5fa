/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of place a path leads to, as far as saving is concerned. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntSavePlace:
 * @ENT_SAVE_PLACE_DISK: a disk of this computer, or one that behaves like it
 * @ENT_SAVE_PLACE_SHARE: a folder on the net that the desktop shows as one of this computer
 * @ENT_SAVE_PLACE_PORTAL: the folder through which a sandbox is handed single files
 */
typedef enum
{
  ENT_SAVE_PLACE_DISK,
  ENT_SAVE_PLACE_SHARE,
  ENT_SAVE_PLACE_PORTAL,
} EntSavePlace;

EntSavePlace ent_save_place_of  (const char *path);
EntSavePlace _ent_save_place_in (const char *path,
                                 const char *run,
                                 const char *user_run,
                                 const char *home);

G_END_DECLS
