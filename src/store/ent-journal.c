/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what is edited before it is saved: each edit is in the file when ent_journal_append() returns,
 * so that a program that ends loses none, and on the disk within a second. It knows nothing of
 * projects: a record is a text.
 *
 * A lock on the file says that its program is alive. It ends with the program, however that ends.
 *
 * After a failure nothing is appended any more: what is done again must never leave a gap.
 */
#include "config.h"

#include "store/ent-journal-private.h"

#include "store/ent-store-error-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  PROP_0,
  PROP_FAILED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntJournal, ent_journal, G_TYPE_OBJECT)

/**
 * _ent_journal_let_go:
 * @self: a journal
 *
 * Closes and unlocks the file, which can then be opened again at once: a thread that waits for the
 * disk may have it open for longer.
 */
void
_ent_journal_let_go (EntJournal *self)
{
  g_return_if_fail (ENT_IS_JOURNAL (self));

  g_clear_pointer (&self->sync, _ent_journal_sync_free);
  if (self->fd < 0)
    return;
  (void) flock (self->fd, LOCK_UN);
  (void) close (self->fd);
  self->fd = -1;
}

static void
ent_journal_finalize (GObject *object)
{
  EntJournal *self = ENT_JOURNAL (object);

  _ent_journal_let_go (self);
  g_clear_pointer (&self->header, ent_journal_header_free);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_error (&self->failure);
  g_string_free (self->line, TRUE);
  g_free (self->path);

  G_OBJECT_CLASS (ent_journal_parent_class)->finalize (object);
}

static void
ent_journal_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_FAILED)
    g_value_set_boolean (value, ENT_JOURNAL (object)->failure != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ent_journal_class_init (EntJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ent_journal_finalize;
  object_class->get_property = ent_journal_get_property;

  /**
   * EntJournal:failed:
   *
   * Whether edits are no longer kept; ent_journal_get_error() says why.
   */
  properties[PROP_FAILED] = g_param_spec_boolean (
    "failed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_journal_init (EntJournal *self)
{
  self->fd = -1;
  self->line = g_string_new (NULL);
}

/* --- failing ---------------------------------------------------------------- */

static char *
dup_reason (int            errnum,
            EntStoreError *code)
{
  switch (errnum)
    {
    case E2BIG:
      *code = ENT_STORE_ERROR_TOO_LARGE;
      return g_strdup (_("there are too many of them"));
    case ESTALE:
      *code = ENT_STORE_ERROR_GONE;
      return g_strdup (_("something else has taken them away"));
    default:
      return _ent_store_dup_save_reason (errnum, code);
    }
}

/**
 * _ent_journal_set_error:
 * @error: (out) (optional): where the error goes
 * @errnum: what the system said
 *
 * Says that edits are not kept, and why.
 */
void
_ent_journal_set_error (GError **error,
                        int      errnum)
{
  EntStoreError code;
  g_autofree char *reason = dup_reason (errnum, &code);

  g_set_error (error, ENT_STORE_ERROR, (int) code,
               /* Translators: why, such as “the disk is full”. */
               _("Your changes are not being kept safe on this computer: %s. Save now."), reason);
}

/**
 * _ent_journal_fail:
 * @self: a journal
 * @errnum: what the system said
 * @error: (out) (optional): where the error goes
 *
 * Ends the keeping of edits; the first failure is the one that is told.
 *
 * Returns: %FALSE
 */
gboolean
_ent_journal_fail (EntJournal  *self,
                   int          errnum,
                   GError     **error)
{
  gboolean is_new;

  g_return_val_if_fail (ENT_IS_JOURNAL (self), FALSE);

  is_new = self->failure == NULL;
  if (is_new)
    _ent_journal_set_error (&self->failure, errnum);
  if (error != NULL)
    *error = g_error_copy (self->failure);
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
  return FALSE;
}

static void
sync_failed (int      errnum,
             gpointer user_data)
{
  g_autoptr(EntJournal) self = g_object_ref (user_data);

  (void) _ent_journal_fail (self, errnum, NULL);
}

/* --- writing ---------------------------------------------------------------- */

static int
write_at (int         fd,
          const char *bytes,
          gsize       length,
          gsize       offset)
{
  while (length > 0)
    {
      gssize n = pwrite (fd, bytes, length, (off_t) offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : ENOSPC;
      bytes += n;
      length -= (gsize) n;
      offset += (gsize) n;
    }
  return 0;
}

static int
truncate_at (int   fd,
             gsize size)
{
  int result;

  do
    result = ftruncate (fd, (off_t) size);
  while (result != 0 && errno == EINTR);
  return result == 0 ? 0 : errno;
}

/**
 * _ent_journal_cut_back:
 * @self: a journal
 *
 * Takes away what stands behind the intact part.
 *
 * Returns: 0, or an error number
 */
int
_ent_journal_cut_back (EntJournal *self)
{
  int errnum;

  g_return_val_if_fail (ENT_IS_JOURNAL (self), EINVAL);

  errnum = truncate_at (self->fd, self->size);
  if (errnum == 0)
    self->cut = FALSE;
  return errnum;
}

/* Returns ESTALE if the file was cleared away by hand or by another program: what is written to it
 * then would be lost without a word. */
static int
check_there (EntJournal *self)
{
  struct stat st;

  if (fstat (self->fd, &st) != 0)
    return errno;
  return st.st_nlink == 0 || (gsize) st.st_size < self->size ? ESTALE : 0;
}

/**
 * _ent_journal_write:
 * @self: a journal
 * @text: UTF-8
 *
 * Writes a record behind the intact part. One that is not written to its end is taken back, so that
 * the next program finds no part of it; if that fails too, its checksum tells.
 *
 * Returns: 0, or an error number; E2BIG if more would be written than is read
 */
int
_ent_journal_write (EntJournal *self,
                    const char *text)
{
  EntJournalChain next;
  int errnum;

  g_return_val_if_fail (ENT_IS_JOURNAL (self) && text != NULL, EINVAL);

  next = self->chain;
  g_string_truncate (self->line, 0);
  _ent_journal_line_write (self->line, &next, text);
  if (self->line->len > ENT_JOURNAL_SIZE_MAX - self->size)
    return E2BIG;
  errnum = write_at (self->fd, self->line->str, self->line->len, self->size);
  if (errnum != 0)
    {
      (void) truncate_at (self->fd, self->size);
      return errnum;
    }
  self->chain = next;
  self->size += self->line->len;
  return 0;
}

/**
 * _ent_journal_start_sync:
 * @self: a journal with an open file
 * @new_in: (nullable): its folder, if it is new there
 *
 * Returns: 0, or an error number
 */
int
_ent_journal_start_sync (EntJournal *self,
                         const char *new_in)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self) && self->sync == NULL, EINVAL);

  self->sync = _ent_journal_sync_new (self->fd, new_in, sync_failed, self);
  return self->sync != NULL ? 0 : errno;
}

/* --- using ------------------------------------------------------------------ */

/* What was read is of no use once something else follows it. */
static void
forget_records (EntJournal *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->texts, g_array_unref);
}

/**
 * ent_journal_append:
 * @self: a journal
 * @text: UTF-8, of any number of lines
 * @error: (out) (optional): an #EntStoreError; a text for people
 *
 * Writes a record. When this returns %TRUE the record outlives this program, and within a second a
 * power failure. What stood behind the intact part of a journal that was opened is taken away, and
 * its records are no longer kept in memory.
 *
 * Once a journal has failed, nothing is appended any more.
 *
 * Returns: whether @text is kept
 */
gboolean
ent_journal_append (EntJournal  *self,
                    const char  *text,
                    GError     **error)
{
  int errnum;

  g_return_val_if_fail (ENT_IS_JOURNAL (self) && self->fd >= 0, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->failure != NULL)
    return _ent_journal_fail (self, 0, error);
  errnum = _ent_journal_sync_get_errno (self->sync);
  if (errnum == 0)
    errnum = check_there (self);
  if (errnum == 0 && self->cut)
    errnum = _ent_journal_cut_back (self);
  if (errnum == 0)
    errnum = _ent_journal_write (self, text);
  if (errnum != 0)
    return _ent_journal_fail (self, errnum, error);
  forget_records (self);
  self->n_records++;
  _ent_journal_sync_wake (self->sync);
  return TRUE;
}

/**
 * ent_journal_sync:
 * @self: a journal
 * @error: (out) (optional): an #EntStoreError; a text for people
 *
 * Waits until all that was appended is on the disk: before saving, quitting and sleeping.
 *
 * Returns: whether it is
 */
gboolean
ent_journal_sync (EntJournal  *self,
                  GError     **error)
{
  int errnum;

  g_return_val_if_fail (ENT_IS_JOURNAL (self) && self->fd >= 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  errnum = _ent_journal_sync_now (self->sync);
  if (errnum != 0 || self->failure != NULL)
    return _ent_journal_fail (self, errnum, error);
  return TRUE;
}

/* --- asking ----------------------------------------------------------------- */

/**
 * ent_journal_get_header:
 * @self: a journal
 *
 * Returns: (transfer none): what it belongs to
 */
const EntJournalHeader *
ent_journal_get_header (EntJournal *self)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), NULL);

  return self->header;
}

/**
 * ent_journal_get_path:
 * @self: a journal
 *
 * Returns: (transfer none): where it is
 */
const char *
ent_journal_get_path (EntJournal *self)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), NULL);

  return self->path;
}

/**
 * ent_journal_get_size:
 * @self: a journal
 *
 * Returns: the bytes of its intact part
 */
guint64
ent_journal_get_size (EntJournal *self)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), 0);

  return self->size;
}

/**
 * ent_journal_get_n_records:
 * @self: a journal
 *
 * Returns: how many records are in it
 */
guint
ent_journal_get_n_records (EntJournal *self)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), 0);

  return self->n_records;
}

/**
 * ent_journal_is_cut:
 * @self: a journal
 *
 * Returns: whether something that cannot be read stands behind the last record
 */
gboolean
ent_journal_is_cut (EntJournal *self)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), FALSE);

  return self->cut;
}

/**
 * ent_journal_get_error:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): why edits are no longer kept
 */
const GError *
ent_journal_get_error (EntJournal *self)
{
  g_return_val_if_fail (ENT_IS_JOURNAL (self), NULL);

  return self->failure;
}
