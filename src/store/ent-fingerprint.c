/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells one state of a file from another by its contents. */
#include "config.h"

#include "store/ent-fingerprint.h"

#include <string.h>

static gint64
mtime_of (const struct stat *st)
{
  return (gint64) st->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + st->st_mtim.tv_nsec;
}

/**
 * ent_fingerprint_init:
 * @self: (out): the fingerprint to fill
 * @bytes: the whole contents
 * @st: (nullable): what the system says of the file, %NULL where there is no such thing
 */
void
ent_fingerprint_init (EntFingerprint    *self,
                      GBytes            *bytes,
                      const struct stat *st)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = sizeof self->digest;
  gsize size = 0;
  const guint8 *data;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  memset (self, 0, sizeof *self);
  data = g_bytes_get_data (bytes, &size);
  if (size > 0)
    g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, self->digest, &length);
  self->size = size;
  if (st == NULL)
    return;
  self->device = st->st_dev;
  self->inode = st->st_ino;
  self->mtime = mtime_of (st);
}

/**
 * ent_fingerprint_same_content:
 * @a: a fingerprint
 * @b: another one
 *
 * Returns: whether both are of the same bytes, wherever and whenever they were written
 */
gboolean
ent_fingerprint_same_content (const EntFingerprint *a,
                              const EntFingerprint *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->size == b->size && memcmp (a->digest, b->digest, sizeof a->digest) == 0;
}

/**
 * ent_fingerprint_matches_stat:
 * @self: a fingerprint
 * @st: what fstat() says of an open file
 *
 * Returns: whether the file is the very one the fingerprint was taken of, not written to since;
 *   %FALSE means: read it to know
 */
gboolean
ent_fingerprint_matches_stat (const EntFingerprint *self,
                              const struct stat    *st)
{
  g_return_val_if_fail (self != NULL && st != NULL, FALSE);

  return self->inode != 0 && self->device == st->st_dev && self->inode == st->st_ino &&
         self->size == (guint64) st->st_size && self->mtime == mtime_of (st);
}
