/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier versions of every partnership that this computer has opened or saved: exact bytes,
 * found by their SHA-256, and for each partnership a list of what was kept when and why. All
 * functions may be called in any thread, and by several programs at once. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntVersionOrigin:
 * @ENT_VERSION_OPENED: it was in a file that was opened
 * @ENT_VERSION_SAVED: it was saved
 * @ENT_VERSION_RECOVERED: a snapshot of what had not been saved
 *
 * Why a version was kept.
 */
typedef enum
{
  ENT_VERSION_OPENED,
  ENT_VERSION_SAVED,
  ENT_VERSION_RECOVERED,
} EntVersionOrigin;

#define ENT_VERSION_N_ORIGINS (ENT_VERSION_RECOVERED + 1)

/**
 * EntVersion:
 * @digest: SHA-256 of its bytes in 64 hexadecimal digits, which is what it is found by
 * @project: id of the partnership
 * @title: what the partnership was called, at most 200 characters
 * @time: when it was kept, in seconds since 1970 by the clock of that time
 * @size: bytes
 * @origin: why it was kept
 * @number: counts the versions of a partnership; the one kept later has the greater number,
 *   whatever the clock said
 *
 * A version that is kept on this computer.
 */
typedef struct
{
  char *digest;
  char *project;
  char *title;
  gint64 time;
  guint64 size;
  EntVersionOrigin origin;
  guint64 number;
} EntVersion;

/**
 * EntVersionsTally:
 * @n_copies: how many files
 * @size: bytes in them
 * @n_held: how many more there are that cannot be deleted, because a running program needs them
 *
 * What is kept on this computer.
 */
typedef struct
{
  guint n_copies;
  guint64 size;
  guint n_held;
} EntVersionsTally;

void       ent_version_free      (EntVersion         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntVersion, ent_version_free)

gboolean   ent_versions_put      (GBytes             *bytes,
                                  const char         *project,
                                  const char         *title,
                                  EntVersionOrigin    origin,
                                  char              **digest,
                                  GError            **error);
GBytes    *ent_versions_get      (const char         *digest,
                                  GError            **error);
GPtrArray *ent_versions_list     (const char         *project,
                                  GError            **error);
gboolean   ent_versions_prune    (const char *const  *needed,
                                  GError            **error);
gboolean   ent_versions_tally    (const char *const  *needed,
                                  EntVersionsTally   *tally,
                                  GError            **error);
gboolean   ent_versions_clear    (const char *const  *needed,
                                  EntVersionsTally   *deleted,
                                  GError            **error);

G_END_DECLS
