/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids: short random tokens for records, joined keys for records of keyed kinds. */
#include "config.h"

#include "model/ent-record-private.h"

#include <string.h>
#include <sys/random.h>

/* 13 characters of 5 bits: 65 random bits, too many for two tokens ever to meet. */
#define TOKEN_LENGTH 13

/* Joins the keys of keyed kinds. No token contains it. */
#define KEY_SEPARATOR "."

static void
fill_random (guint8 *bytes, gsize n)
{
  if (getentropy (bytes, n) == 0)
    return;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
}

/**
 * ent_id_new:
 *
 * Returns: (transfer full): a new id for a record: 13 random letters and digits
 */
char *
ent_id_new (void)
{
  static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
  guint8 bytes[TOKEN_LENGTH];
  char *id = g_malloc (TOKEN_LENGTH + 1);

  fill_random (bytes, sizeof bytes);
  for (gsize i = 0; i < TOKEN_LENGTH; i++)
    id[i] = digits[bytes[i] & 31];
  id[TOKEN_LENGTH] = '\0';

  return id;
}

/**
 * ent_id_is_valid:
 * @id: (nullable): text
 *
 * Returns: whether @id can be a record's id: 1 to 64 of A–Z, a–z, 0–9, - and _
 */
gboolean
ent_id_is_valid (const char *id)
{
  gsize length;

  if (id == NULL)
    return FALSE;

  length = strspn (id, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

  return length > 0 && length <= ENT_ID_MAX_BYTES && id[length] == '\0';
}

/*
 * The id that a record of a keyed kind has by its keys; NULL while one of them is missing.
 */
char *
_ent_id_join (const char *first, const char *second, const char *third)
{
  if (first == NULL || *first == '\0' || second == NULL || *second == '\0')
    return NULL;
  if (third == NULL)
    return g_strconcat (first, KEY_SEPARATOR, second, NULL);
  if (*third == '\0')
    return NULL;

  return g_strconcat (first, KEY_SEPARATOR, second, KEY_SEPARATOR, third, NULL);
}
