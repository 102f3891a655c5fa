/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a project file. The message of each error is a whole text for people: what
 * happened, to which file, what is safe and what to do next.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntStoreError:
 * @ENT_STORE_ERROR_FAILED: the disk or the network failed
 * @ENT_STORE_ERROR_NOT_FOUND: there is no such file
 * @ENT_STORE_ERROR_NOT_REGULAR: a folder, pipe or device
 * @ENT_STORE_ERROR_TOO_LARGE: larger than %ENT_FILE_SIZE_MAX
 * @ENT_STORE_ERROR_NO_PERMISSION: the user may not read or write it
 * @ENT_STORE_ERROR_READ_ONLY: the file or its disk is read-only
 * @ENT_STORE_ERROR_NO_SPACE: the disk or the user's share of it is full
 * @ENT_STORE_ERROR_CHANGED: somebody else changed the file since it was read; offer "Save a copy"
 *   and "Reload"
 * @ENT_STORE_ERROR_GONE: the file or its folder was moved or deleted since it was read
 * @ENT_STORE_ERROR_EXISTS: a file of this name is there already
 * @ENT_STORE_ERROR_NOT_REPLACEABLE: the file can be neither replaced nor written into safely where it
 *   is; offer "Save As"
 * @ENT_STORE_ERROR_UNVERIFIED: written, but not found to be there when read again
 * @ENT_STORE_ERROR_NO_NAME: it has no file yet; offer "Save As"
 * @ENT_STORE_ERROR_DAMAGED: the file is damaged or cut off; offer to open what is readable
 * @ENT_STORE_ERROR_INVALID: the contents are not a project
 * @ENT_STORE_ERROR_TOO_NEW: made by a newer version; it can be read but not saved
 * @ENT_STORE_ERROR_INTERNAL: Entente made something it could not read again; nothing was written
 * @ENT_STORE_ERROR_IN_USE: a program that is running holds it
 * @ENT_STORE_ERROR_EMPTY: nothing was ever written to it
 */
typedef enum
{
  ENT_STORE_ERROR_FAILED,
  ENT_STORE_ERROR_NOT_FOUND,
  ENT_STORE_ERROR_NOT_REGULAR,
  ENT_STORE_ERROR_TOO_LARGE,
  ENT_STORE_ERROR_NO_PERMISSION,
  ENT_STORE_ERROR_READ_ONLY,
  ENT_STORE_ERROR_NO_SPACE,
  ENT_STORE_ERROR_CHANGED,
  ENT_STORE_ERROR_GONE,
  ENT_STORE_ERROR_EXISTS,
  ENT_STORE_ERROR_NOT_REPLACEABLE,
  ENT_STORE_ERROR_UNVERIFIED,
  ENT_STORE_ERROR_NO_NAME,
  ENT_STORE_ERROR_DAMAGED,
  ENT_STORE_ERROR_INVALID,
  ENT_STORE_ERROR_TOO_NEW,
  ENT_STORE_ERROR_INTERNAL,
  ENT_STORE_ERROR_IN_USE,
  ENT_STORE_ERROR_EMPTY,
} EntStoreError;

#define ENT_STORE_ERROR (ent_store_error_quark ())

GQuark ent_store_error_quark (void);

G_END_DECLS
