/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/**
 * bench_save_prepare:
 * @target: the file
 * @bytes: what it is to hold at first
 * @known: (out): what is there now
 *
 * Returns: whether there is a file now for the three to replace
 */
gboolean
bench_save_prepare (const char     *target,
                    GBytes         *bytes,
                    EntFingerprint *known)
{
  g_autoptr (GFile) file = g_file_new_for_path (target);
  EntSaveReceipt receipt;

  if (!ent_file_save_copy (file, bytes, TRUE, &receipt, NULL, NULL))
    return FALSE;
  *known = receipt.fingerprint;
  return TRUE;
}

/**
 * bench_save_ours:
 * @target: the file
 * @bytes: what it is to hold
 * @known: (inout): what it holds
 *
 * Returns: whether the program's own way of saving has saved it
 */
gboolean
bench_save_ours (const char     *target,
                 GBytes         *bytes,
                 EntFingerprint *known)
{
  g_autoptr (GFile) file = g_file_new_for_path (target);
  EntSaveReceipt receipt;

  if (!ent_file_save (file, bytes, known, &receipt, NULL, NULL))
    return FALSE;
  *known = receipt.fingerprint;
  return receipt.confirmed;
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n <= 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
write_beside (const char *temporary,
              GBytes     *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  int fd = g_open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean fine = fd >= 0 && write_all (fd, data, length) && fsync (fd) == 0;

  return fd >= 0 && close (fd) == 0 && fine;
}

static gboolean
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean fine = fd >= 0 && fsync (fd) == 0;

  return fd >= 0 && close (fd) == 0 && fine;
}

static gboolean
holds (const char *target,
       GBytes     *bytes)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (target, &text, &length, NULL) &&
         length == g_bytes_get_size (bytes) &&
         memcmp (text, g_bytes_get_data (bytes, NULL), length) == 0;
}

/**
 * bench_save_by_hand:
 * @target: the file
 * @bytes: what it is to hold
 * @known: unused
 *
 * Write beside it, make durable, rename, make the name durable, read back: what no way of saving
 * that promises as much can leave out. It keeps neither mode nor owner and asks nobody who else has
 * changed the file.
 *
 * Returns: whether it was saved
 */
gboolean
bench_save_by_hand (const char     *target,
                    GBytes         *bytes,
                    EntFingerprint *known)
{
  g_autofree char *temporary = g_strconcat (target, ".new", NULL);

  return write_beside (temporary, bytes) && g_rename (temporary, target) == 0 &&
         sync_folder (target) && holds (target, bytes);
}

/**
 * bench_save_by_glib:
 * @target: the file
 * @bytes: what it is to hold
 * @known: unused
 *
 * Returns: whether GLib has saved it, as durably as it can
 */
gboolean
bench_save_by_glib (const char     *target,
                    GBytes         *bytes,
                    EntFingerprint *known)
{
  return g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, NULL);
}
