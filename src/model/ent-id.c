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

/* The prime 2^61 − 1, by which a remainder is taken with a shift. */
#define HASH_PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)

static guint64
get_secret (void)
{
  static gsize secret = 0;

  if (g_once_init_enter (&secret))
    {
      guint64 bits = 0;

      fill_random ((guint8 *) &bits, sizeof bits);
      g_once_init_leave (&secret, (gsize) (bits % (HASH_PRIME / 2) + HASH_PRIME / 4));
    }

  return secret;
}

/**
 * ent_id_hash:
 * @id: an id
 *
 * For tables with ids as keys. Ids come from files, and it is easy to make many for which
 * g_str_hash() gives the same: a file of 2 MB then takes half a minute to open. This is the id's
 * characters as the coefficients of a polynomial, at a secret place, by a prime: whoever does not
 * know the place finds no two ids that meet more often than by chance.
 *
 * Returns: a hash of @id, another one in each process
 */
guint
ent_id_hash (gconstpointer id)
{
  const guint64 secret = get_secret ();
  guint64 hash = 1;

  for (const char *p = id; *p != '\0'; p++)
    {
      unsigned __int128 product = (unsigned __int128) hash * secret + (guchar) *p;

      hash = (guint64) (product & HASH_PRIME) + (guint64) (product >> 61);
      if (hash >= HASH_PRIME)
        hash -= HASH_PRIME;
    }

  return (guint) (hash ^ hash >> 32);
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
