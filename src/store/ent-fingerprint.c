/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells one state of a file from another by its contents. The digest is Nettle's, which uses what
 * the processor has for it: GChecksum takes five times as long, and every file is taken when it is
 * opened and twice when it is saved.
 */
#include "config.h"

#include "store/ent-fingerprint.h"

#include "store/ent-file-read-private.h"
#include "store/ent-sha256.h"

#include <errno.h>
#include <string.h>

G_STATIC_ASSERT (ENT_FINGERPRINT_DIGEST_LENGTH == SHA256_DIGEST_SIZE);

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
  struct sha256_ctx context;
  const guint8 *data;
  gsize size;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  memset (self, 0, sizeof *self);
  data = g_bytes_get_data (bytes, &size);
  sha256_init (&context);
  sha256_update (&context, size, data);
  ent_sha256_finish (&context, self->digest);
  self->size = size;
  if (st != NULL)
    ent_fingerprint_set_stat (self, st);
}

static void
add_to_digest (const guint8 *data,
               gsize         length,
               gpointer      user_data)
{
  sha256_update (user_data, length, data);
}

/**
 * ent_fingerprint_init_fd:
 * @self: (out): the fingerprint to fill
 * @fd: an open file, at its start
 * @st: (out): what the system says of the file
 *
 * Takes the fingerprint of a file without holding all of it in memory. Of a file too large to be a
 * project only the outside counts: its digest is that of nothing.
 *
 * Returns: 0, or an error number
 */
int
ent_fingerprint_init_fd (EntFingerprint *self,
                         int             fd,
                         struct stat    *st)
{
  struct sha256_ctx context;
  int errnum;

  g_return_val_if_fail (self != NULL && st != NULL, EINVAL);

  memset (self, 0, sizeof *self);
  sha256_init (&context);
  errnum = _ent_read_fd_each (fd, ENT_FILE_SIZE_MAX, st, add_to_digest, &context);
  if (errnum == EFBIG)
    sha256_init (&context);
  else if (errnum != 0)
    return errnum;
  ent_sha256_finish (&context, self->digest);
  self->size = (guint64) st->st_size;
  ent_fingerprint_set_stat (self, st);
  return 0;
}

/**
 * ent_fingerprint_set_stat:
 * @self: a fingerprint of bytes
 * @st: what the system says of the file that holds them
 */
void
ent_fingerprint_set_stat (EntFingerprint    *self,
                          const struct stat *st)
{
  g_return_if_fail (self != NULL && st != NULL);

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
 * ent_fingerprint_dup_digest:
 * @self: a fingerprint
 *
 * Returns: (transfer full): its digest in hexadecimal digits, by which versions are known
 */
char *
ent_fingerprint_dup_digest (const EntFingerprint *self)
{
  GString *digits;

  g_return_val_if_fail (self != NULL, NULL);

  digits = g_string_sized_new (2 * ENT_FINGERPRINT_DIGEST_LENGTH + 1);
  for (guint i = 0; i < ENT_FINGERPRINT_DIGEST_LENGTH; i++)
    g_string_append_printf (digits, "%02x", self->digest[i]);
  return g_string_free (digits, FALSE);
}

/**
 * ent_fingerprint_set_digest:
 * @self: (out): a fingerprint
 * @digits: what ent_fingerprint_dup_digest() has made, or anything else
 *
 * Makes a fingerprint of which nothing but the digest is known: it tells that a file is another one,
 * but not that it is the same.
 *
 * Returns: whether @digits are those of a digest
 */
gboolean
ent_fingerprint_set_digest (EntFingerprint *self,
                            const char     *digits)
{
  g_return_val_if_fail (self != NULL && digits != NULL, FALSE);

  memset (self, 0, sizeof *self);
  if (strlen (digits) != 2 * ENT_FINGERPRINT_DIGEST_LENGTH ||
      strspn (digits, "0123456789abcdef") != 2 * ENT_FINGERPRINT_DIGEST_LENGTH)
    return FALSE;
  for (guint i = 0; i < ENT_FINGERPRINT_DIGEST_LENGTH; i++)
    self->digest[i] = (guint8) (g_ascii_xdigit_value (digits[2 * i]) * 16 +
                                g_ascii_xdigit_value (digits[2 * i + 1]));
  return TRUE;
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
