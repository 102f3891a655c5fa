/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each run of the program has a number of its own and an empty file of that name, which it keeps
 * locked. The system lets go of the lock when the program ends, however it ends; a process number
 * would be given to others, and within a sandbox all have the same.
 */
#include "config.h"

#include "store/ent-instance.h"

#include "store/ent-file-read-private.h"
#include "store/ent-journal-private.h"
#include "store/ent-state-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SUFFIX ".instance"

/* What has ended is remembered that long: then nobody takes the marks it left for fresh ones. */
#define REMEMBERED_SECONDS (24 * 60 * 60)

static EntInstanceState
ask_file (const char *path)
{
  int fd = _ent_open_retrying (AT_FDCWD, path, O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0);
  gboolean is_free;

  if (fd < 0)
    return ENT_INSTANCE_FOREIGN;
  is_free = _ent_journal_lock (fd) == 0;
  (void) close (fd);
  return is_free ? ENT_INSTANCE_ENDED : ENT_INSTANCE_RUNNING;
}

static void
forget_if_old (const char *path)
{
  struct stat st;

  if (g_str_has_suffix (path, SUFFIX) && lstat (path, &st) == 0 &&
      time (NULL) - st.st_mtime > REMEMBERED_SECONDS && ask_file (path) == ENT_INSTANCE_ENDED)
    (void) unlink (path);
}

static void
forget_old (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      forget_if_old (path);
    }
}

/* The descriptor stays open, and the lock with it, as long as the program runs. */
static char *
begin (void)
{
  char *id = g_uuid_string_random ();
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_RUNNING, NULL);
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);
  g_autofree char *path = NULL;
  int fd;

  if (folder == NULL)
    return id;
  forget_old (folder);
  path = g_build_filename (folder, name, NULL);
  fd = _ent_open_retrying (AT_FDCWD, path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (fd >= 0)
    (void) _ent_journal_lock (fd);
  return id;
}

/**
 * ent_instance_get_id:
 *
 * Says to whoever asks on this computer that this run is going, from the first call on. Can be
 * called from any thread; goes to the disk the first time.
 *
 * Returns: the number of this run, a UUID
 */
const char *
ent_instance_get_id (void)
{
  static char *id;

  if (g_once_init_enter (&id))
    g_once_init_leave (&id, begin ());
  return id;
}

/**
 * ent_instance_ask:
 * @id: a number, from anywhere
 *
 * Returns: what is known of the run with that number
 */
EntInstanceState
ent_instance_ask (const char *id)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (id != NULL, ENT_INSTANCE_FOREIGN);

  if (!g_uuid_string_is_valid (id))
    return ENT_INSTANCE_FOREIGN;
  folder = ent_state_folder_dup_path (ENT_STATE_RUNNING);
  name = g_strconcat (id, SUFFIX, NULL);
  path = g_build_filename (folder, name, NULL);
  return ask_file (path);
}
