/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells one state of a file from another. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

#define ENT_FINGERPRINT_DIGEST_LENGTH 32

/**
 * EntFingerprint:
 * @digest: SHA-256 of the contents
 * @size: bytes
 * @device: of the file system; 0 where it is not known
 * @inode: of the file; 0 where it is not known
 * @mtime: last change in nanoseconds since 1970
 *
 * A state of a file as it was read or written. The digest decides; the rest only saves reading
 * the file again: times are kept by archives and copies, and some disks count them in seconds.
 */
typedef struct
{
  guint8 digest[ENT_FINGERPRINT_DIGEST_LENGTH];
  guint64 size;
  guint64 device;
  guint64 inode;
  gint64 mtime;
} EntFingerprint;

void     ent_fingerprint_init         (EntFingerprint       *self,
                                       GBytes               *bytes,
                                       const struct stat    *st);
int      ent_fingerprint_init_fd      (EntFingerprint       *self,
                                       int                   fd,
                                       struct stat          *st);
void     ent_fingerprint_set_stat     (EntFingerprint       *self,
                                       const struct stat    *st);
gboolean ent_fingerprint_same_content (const EntFingerprint *a,
                                       const EntFingerprint *b);
char    *ent_fingerprint_dup_digest   (const EntFingerprint *self);
gboolean ent_fingerprint_set_digest   (EntFingerprint       *self,
                                       const char           *digits);
gboolean ent_fingerprint_matches_stat (const EntFingerprint *self,
                                       const struct stat    *st);

G_END_DECLS
