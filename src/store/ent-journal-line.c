/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record of the journal: its length, a checksum, the text itself and the end of the line. People can
 * read it, and nothing else can be taken for it: the checksum is over this text and all before it, so
 * that a record that was changed, left out or put elsewhere ends what is read, as do all behind it.
 */
#include "config.h"

#include "store/ent-journal-private.h"

#include "store/ent-sha256.h"

#include <string.h>

G_STATIC_ASSERT (sizeof (EntJournalChain) == SHA256_DIGEST_SIZE);

#define LENGTH_DIGITS   8
#define CHECKSUM_BYTES  8
#define CHECKSUM_DIGITS (2 * CHECKSUM_BYTES)

static void
chain_add (EntJournalChain *self,
           const char      *text,
           gsize            length)
{
  struct sha256_ctx context;

  sha256_init (&context);
  sha256_update (&context, sizeof self->digest, self->digest);
  sha256_update (&context, length, (const guint8 *) text);
  ent_sha256_finish (&context, self->digest);
}

static void
append_checksum (GString               *out,
                 const EntJournalChain *chain)
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < CHECKSUM_BYTES; i++)
    {
      g_string_append_c (out, digits[chain->digest[i] >> 4]);
      g_string_append_c (out, digits[chain->digest[i] & 15]);
    }
}

/**
 * _ent_journal_line_write:
 * @out: where to append
 * @chain: (inout): of the records before; then with this one
 * @text: UTF-8, of any number of lines
 *
 * Appends the line that holds @text.
 */
void
_ent_journal_line_write (GString         *out,
                         EntJournalChain *chain,
                         const char      *text)
{
  gsize length;

  g_return_if_fail (out != NULL && chain != NULL && text != NULL);

  length = strlen (text);
  chain_add (chain, text, length);
  g_string_append_printf (out, "%" G_GSIZE_FORMAT " ", length);
  append_checksum (out, chain);
  g_string_append_c (out, ' ');
  g_string_append_len (out, text, (gssize) length);
  g_string_append_c (out, '\n');
}

/* A length is written in one way only: with no sign, and no zero in front. */
static gboolean
read_length (const char **p,
             const char  *end,
             gsize       *length)
{
  const char *start = *p;

  *length = 0;
  while (*p < end && g_ascii_isdigit (**p) && *p - start < LENGTH_DIGITS)
    *length = *length * 10 + (gsize) (*(*p)++ - '0');
  if (*p == start || (*start == '0' && *p - start > 1) || *p == end || **p != ' ')
    return FALSE;
  (*p)++;
  return TRUE;
}

static gboolean
checksum_equals (const EntJournalChain *chain,
                 const char            *digits)
{
  g_autoptr(GString) own = g_string_sized_new (CHECKSUM_DIGITS);

  append_checksum (own, chain);
  return memcmp (own->str, digits, CHECKSUM_DIGITS) == 0;
}

/**
 * _ent_journal_line_read:
 * @self: (out): what was found
 * @chain: (inout): of the records before; then with this one, if there is one
 * @bytes: what was read
 * @length: how many bytes
 *
 * Returns: whether @bytes begin with the record that comes next, whole and unchanged
 */
gboolean
_ent_journal_line_read (EntJournalLine  *self,
                        EntJournalChain *chain,
                        const char      *bytes,
                        gsize            length)
{
  const char *p = bytes;
  const char *end = bytes + length;
  const char *checksum;
  EntJournalChain next;

  g_return_val_if_fail (self != NULL && chain != NULL && bytes != NULL, FALSE);

  if (!read_length (&p, end, &self->length) || (gsize) (end - p) < CHECKSUM_DIGITS + 2 ||
      self->length > (gsize) (end - p) - CHECKSUM_DIGITS - 2)
    return FALSE;
  checksum = p;
  self->text = p + CHECKSUM_DIGITS + 1;
  self->size = (gsize) (self->text - bytes) + self->length + 1;
  if (p[CHECKSUM_DIGITS] != ' ' || self->text[self->length] != '\n' ||
      !g_utf8_validate_len (self->text, self->length, NULL))
    return FALSE;
  next = *chain;
  chain_add (&next, self->text, self->length);
  if (!checksum_equals (&next, checksum))
    return FALSE;
  *chain = next;
  return TRUE;
}
