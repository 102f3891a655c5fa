/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store, and the plain words for what the system says in numbers. */
#include "config.h"

#include "store/ent-store-error-private.h"

#include <errno.h>
#include <glib/gi18n.h>

typedef struct
{
  int errnum;
  EntStoreError code;
  const char *reason;
  const char *advice;
} Reason;

#define ELSEWHERE N_("Save it elsewhere.")
#define MAKE_ROOM N_("Free some space and save again, or save it elsewhere.")
#define RECONNECT N_("Save again when the connection is back, or save it elsewhere.")
#define LOST      N_("the connection to its folder was lost")

/* Translators: these complete “Could not open “NAME”: …”, and a sentence of advice follows. */
static const Reason open_reasons[] = {
  { ENOENT, ENT_STORE_ERROR_NOT_FOUND, N_("there is no such file"),
    N_("It may have been moved, renamed or deleted.") },
  { ENOTDIR, ENT_STORE_ERROR_NOT_FOUND, N_("there is no such file"),
    N_("It may have been moved, renamed or deleted.") },
  { EACCES, ENT_STORE_ERROR_NO_PERMISSION, N_("you do not have permission to read it"),
    N_("Ask its owner for access or for a copy.") },
  { EPERM, ENT_STORE_ERROR_NO_PERMISSION, N_("you do not have permission to read it"),
    N_("Ask its owner for access or for a copy.") },
  { EISDIR, ENT_STORE_ERROR_NOT_REGULAR, N_("it is a folder"),
    N_("Choose the project file in it.") },
  { ENXIO, ENT_STORE_ERROR_NOT_REGULAR, N_("it is a pipe or a device, not a file"),
    N_("Choose a project file.") },
  { EFBIG, ENT_STORE_ERROR_TOO_LARGE,
    N_("it is larger than 32 MB, the largest project that can be read"),
    N_("Check that it is the right file.") },
  { EOPNOTSUPP, ENT_STORE_ERROR_FAILED, N_("it is at a place that cannot be read from"),
    N_("Save it on this computer first, and open that.") },
};

/* Translators: these complete “Could not save “NAME”: …”, and a sentence of advice follows. They also
 * complete “Your changes are not being kept safe on this computer: … Save now.” */
static const Reason save_reasons[] = {
  { ENOSPC, ENT_STORE_ERROR_NO_SPACE, N_("the disk is full"), MAKE_ROOM },
  { EDQUOT, ENT_STORE_ERROR_NO_SPACE, N_("your share of the disk is used up"), MAKE_ROOM },
  { EROFS, ENT_STORE_ERROR_READ_ONLY, N_("its disk is read-only"), ELSEWHERE },
  { EACCES, ENT_STORE_ERROR_NO_PERMISSION, N_("you do not have permission"), ELSEWHERE },
  { EPERM, ENT_STORE_ERROR_NO_PERMISSION, N_("you do not have permission"), ELSEWHERE },
  { EIO, ENT_STORE_ERROR_FAILED, N_("the disk reported a fault"), ELSEWHERE },
  { ENOENT, ENT_STORE_ERROR_GONE, N_("its folder is no longer there"), ELSEWHERE },
  { ENOTDIR, ENT_STORE_ERROR_GONE, N_("its folder is no longer there"), ELSEWHERE },
  { ENODEV, ENT_STORE_ERROR_GONE, N_("its disk is no longer there"), ELSEWHERE },
  { ENXIO, ENT_STORE_ERROR_NOT_REGULAR, N_("it is a pipe or a device, not a file"), ELSEWHERE },
  { EISDIR, ENT_STORE_ERROR_NOT_REGULAR, N_("it is a folder"), ELSEWHERE },
  { EFBIG, ENT_STORE_ERROR_TOO_LARGE, N_("the disk cannot hold so large a file"), ELSEWHERE },
  { ELOOP, ENT_STORE_ERROR_FAILED, N_("it is a link that leads back to itself"), ELSEWHERE },
  { ENAMETOOLONG, ENT_STORE_ERROR_FAILED, N_("the name is too long"),
    N_("Give it a shorter name.") },
  { EMFILE, ENT_STORE_ERROR_FAILED, N_("too many files are open"),
    N_("Close some windows and try again.") },
  { ENFILE, ENT_STORE_ERROR_FAILED, N_("too many files are open"),
    N_("Close some programs and try again.") },
  { ENOMEM, ENT_STORE_ERROR_FAILED, N_("there is not enough memory"),
    N_("Close some programs and try again.") },
  { EOPNOTSUPP, ENT_STORE_ERROR_NO_PERMISSION, N_("nothing can be saved there"), ELSEWHERE },
  { ENOTCONN, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
  { ECONNRESET, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
  { ECONNABORTED, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
  { ESTALE, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
  { ETIMEDOUT, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
  { EHOSTDOWN, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
  { EHOSTUNREACH, ENT_STORE_ERROR_FAILED, LOST, RECONNECT },
};

/* The GIO errors a folder on the net answers with, as the number a local disk would have given. */
static const struct
{
  GIOErrorEnum code;
  int errnum;
} gio_errors[] = {
  { G_IO_ERROR_NO_SPACE, ENOSPC },
  { G_IO_ERROR_READ_ONLY, EROFS },
  { G_IO_ERROR_PERMISSION_DENIED, EACCES },
  { G_IO_ERROR_NOT_FOUND, ENOENT },
  { G_IO_ERROR_NOT_DIRECTORY, ENOTDIR },
  { G_IO_ERROR_NOT_MOUNTED, ENODEV },
  { G_IO_ERROR_IS_DIRECTORY, EISDIR },
  { G_IO_ERROR_NOT_REGULAR_FILE, ENXIO },
  { G_IO_ERROR_EXISTS, EEXIST },
  { G_IO_ERROR_FILENAME_TOO_LONG, ENAMETOOLONG },
  { G_IO_ERROR_TOO_MANY_LINKS, ELOOP },
  { G_IO_ERROR_TOO_MANY_OPEN_FILES, EMFILE },
  { G_IO_ERROR_NOT_SUPPORTED, EOPNOTSUPP },
  { G_IO_ERROR_NOT_CONNECTED, ENOTCONN },
  { G_IO_ERROR_CONNECTION_CLOSED, ECONNRESET },
  { G_IO_ERROR_TIMED_OUT, ETIMEDOUT },
  { G_IO_ERROR_HOST_NOT_FOUND, EHOSTUNREACH },
  { G_IO_ERROR_HOST_UNREACHABLE, EHOSTUNREACH },
};

G_DEFINE_QUARK (ent-store-error-quark, ent_store_error)

static const Reason *
find_reason (const Reason *reasons,
             gsize         n_reasons,
             int           errnum)
{
  for (gsize i = 0; i < n_reasons; i++)
    if (reasons[i].errnum == errnum)
      return &reasons[i];
  return NULL;
}

/* A number without words of our own still gets a sentence around the system's. */
static char *
dup_reason (const Reason *known,
            int           errnum)
{
  if (known != NULL)
    return g_strdup (_(known->reason));
  /* Translators: %s is what the system says, such as “Invalid argument”. */
  return g_strdup_printf (_("the system refused it (%s)"), g_strerror (errnum));
}

static const char *
on_disk_text (EntOnDisk on_disk)
{
  switch (on_disk)
    {
    case ENT_ON_DISK_UNCHANGED:
      return _("The file on disk is unchanged.");
    case ENT_ON_DISK_NOTHING:
      return _("Nothing was written.");
    case ENT_ON_DISK_THEIRS:
      return _("What is there was left as it is.");
    case ENT_ON_DISK_UNKNOWN:
      return _("The file there may be incomplete.");
    case ENT_ON_DISK_KEPT:
      return _("The file there may be incomplete, but both versions are kept on this computer: "
               "Entente offers them when it is started the next time.");
    default:
      g_assert_not_reached ();
    }
}

/**
 * _ent_store_errno_of:
 * @error: an error from GIO
 *
 * Returns: the number a local disk would have given, or EIO when there is none
 */
int
_ent_store_errno_of (const GError *error)
{
  g_return_val_if_fail (error != NULL, EIO);

  for (guint i = 0; i < G_N_ELEMENTS (gio_errors); i++)
    if (g_error_matches (error, G_IO_ERROR, (int) gio_errors[i].code))
      return gio_errors[i].errnum;
  return EIO;
}

/**
 * _ent_store_set_open_errno:
 * @error: (out) (optional): where the error goes
 * @name: the file's name as people read it
 * @errnum: what the system said
 *
 * Says why @name could not be opened.
 */
void
_ent_store_set_open_errno (GError     **error,
                           const char  *name,
                           int          errnum)
{
  const Reason *known = find_reason (open_reasons, G_N_ELEMENTS (open_reasons), errnum);
  const char *advice = known != NULL ? _(known->advice) : _("Try again, or open a copy of it.");
  g_autofree char *reason = NULL;

  g_return_if_fail (name != NULL);

  if (known == NULL)
    known = find_reason (save_reasons, G_N_ELEMENTS (save_reasons), errnum);
  reason = dup_reason (known, errnum);
  /* Translators: file name, why it failed, what to do next. */
  g_set_error (error, ENT_STORE_ERROR,
               known != NULL ? (int) known->code : (int) ENT_STORE_ERROR_FAILED,
               _("Could not open “%s”: %s. %s"), name, reason, advice);
}

/**
 * _ent_store_set_save_error:
 * @error: (out) (optional): where the error goes
 * @code: what kind of failure it was
 * @name: the file's name as people read it
 * @reason: (translated) what happened, as the end of a sentence, without a full stop
 * @on_disk: what is on disk now
 * @advice: (translated) what to do next, a whole sentence
 *
 * Says why @name could not be saved.
 */
void
_ent_store_set_save_error (GError       **error,
                           EntStoreError  code,
                           const char    *name,
                           const char    *reason,
                           EntOnDisk      on_disk,
                           const char    *advice)
{
  g_return_if_fail (name != NULL && reason != NULL && advice != NULL);

  /* Translators: file name, why it failed, what is on disk now, what to do next. */
  g_set_error (error, ENT_STORE_ERROR, (int) code, _("Could not save “%s”: %s. %s %s"),
               name, reason, on_disk_text (on_disk), advice);
}

/**
 * _ent_store_set_save_errno:
 * @error: (out) (optional): where the error goes
 * @name: the file's name as people read it
 * @errnum: what the system said
 * @on_disk: what is on disk now
 *
 * Says why @name could not be saved, in the words that go with @errnum.
 */
void
_ent_store_set_save_errno (GError     **error,
                           const char  *name,
                           int          errnum,
                           EntOnDisk    on_disk)
{
  const Reason *known = find_reason (save_reasons, G_N_ELEMENTS (save_reasons), errnum);
  g_autofree char *reason = dup_reason (known, errnum);

  _ent_store_set_save_error (error, known != NULL ? known->code : ENT_STORE_ERROR_FAILED,
                             name, reason, on_disk,
                             known != NULL ? _(known->advice) : _(ELSEWHERE));
}

/**
 * _ent_store_dup_save_reason:
 * @errnum: what the system said
 * @code: (out): what kind of failure it is
 *
 * Returns: (transfer full): why something could not be written, as the end of a sentence, without a
 *   full stop
 */
char *
_ent_store_dup_save_reason (int            errnum,
                            EntStoreError *code)
{
  const Reason *known = find_reason (save_reasons, G_N_ELEMENTS (save_reasons), errnum);

  g_return_val_if_fail (code != NULL, NULL);

  *code = known != NULL ? known->code : ENT_STORE_ERROR_FAILED;
  return dup_reason (known, errnum);
}
