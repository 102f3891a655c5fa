/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for one test, and what tests of files ask again and again. */
#include "store-test.h"

#include "store/ent-file-read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
set_up (Folder        *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("ent-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "plan.json", NULL);
}

/* Removes a folder and all that is in it. */
void
folder_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        folder_remove (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Folder        *self,
           gconstpointer  data)
{
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Adds a test that gets a folder of its own, and in @path a name in it where no file is yet. */
void
folder_add_test (const char    *name,
                 gconstpointer  data,
                 FolderTest     func)
{
  g_test_add (name, Folder, data, set_up, func, tear_down);
}

char *
folder_child (Folder     *self,
              const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* How many files are there, hidden ones included: a temporary file left behind is one too many. */
guint
folder_count (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Writes into the file that is there, as programs do that know nothing of safe saving. */
void
put_text (const char *path,
          const char *text)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  g_assert_cmpint (close (fd), ==, 0);
}

void
assert_text (const char *path,
             const char *text)
{
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (strcmp (found, text) == 0);
}

char *
long_text (char  letter,
           gsize length)
{
  return g_strnfill (length, letter);
}

guint
count_descriptors (void)
{
  return folder_count ("/proc/self/fd");
}

void
look_at (const char     *path,
         EntFingerprint *fingerprint)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_file_read (file, fingerprint, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
}

gboolean
save_text (const char            *path,
           const char            *text,
           const EntFingerprint  *expected,
           EntSaveReceipt        *receipt,
           GError               **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return ent_file_save (file, bytes, expected, receipt, NULL, error);
}

gboolean
save_new_text (const char  *path,
               const char  *text,
               gboolean     overwrite,
               GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return ent_file_save_copy (file, bytes, overwrite, NULL, NULL, error);
}

/* Saves over what was @expected, or where nothing is to be; it has to fail with @words. */
void
assert_save_refused (const char           *path,
                     const EntFingerprint *expected,
                     EntStoreError         code,
                     const char           *words)
{
  g_autoptr(GError) error = NULL;
  guint descriptors = count_descriptors ();

  if (expected != NULL)
    g_assert_false (save_text (path, "refused\n", expected, NULL, &error));
  else
    g_assert_false (save_new_text (path, "refused\n", FALSE, &error));
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
}

/* What this computer keeps for @user is to be kept in the folder of the test. */
void
make_state_folder (Folder *self,
                   uid_t   user)
{
  g_autofree char *state = folder_child (self, "state");

  g_assert_cmpint (g_mkdir (state, 0700), ==, 0);
  if (geteuid () != user)
    g_assert_cmpint (chown (state, user, user), ==, 0);
}

/* To be called before anything asks for the state folder: the answer is kept. */
void
use_state_folder (Folder *self)
{
  g_autofree char *state = folder_child (self, "state");

  g_assert_true (g_setenv ("XDG_STATE_HOME", state, TRUE));
  g_assert_cmpstr (g_get_user_state_dir (), ==, state);
}

/* Runs @func in a process of its own. Returns what waitpid() says of it: 0 if all went well. */
int
run_child (ChildFunc func,
           gpointer  data)
{
  int status = -1;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      func (data);
      _exit (0);
    }
  while (waitpid (pid, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  return status;
}
