/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what is not a project file, or is one that cannot be had: it ends at once, with words. */
#include "store-test.h"

#include "store/ent-file-name.h"
#include "store/ent-file-read.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define NOBODY 65534

static void
assert_refused (const char    *path,
                EntStoreError  code,
                const char    *words)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *name = ent_file_dup_display_name (file);
  g_autoptr(GError) error = NULL;
  guint descriptors = count_descriptors ();
  gint64 start = g_get_monotonic_time ();

  g_assert_null (ent_file_read (file, NULL, NULL, &error));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 10);
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
}

static void
test_missing (Folder        *folder,
              gconstpointer  data)
{
  g_autofree char *below = folder_child (folder, "no-folder/plan.json");

  assert_refused (folder->path, ENT_STORE_ERROR_NOT_FOUND, "there is no such file");
  assert_refused (below, ENT_STORE_ERROR_NOT_FOUND, "there is no such file");
}

static void
test_folder (Folder        *folder,
             gconstpointer  data)
{
  assert_refused (folder->folder, ENT_STORE_ERROR_NOT_REGULAR, "it is a folder");
}

static void
test_special (Folder        *folder,
              gconstpointer  data)
{
  g_autofree char *fifo = folder_child (folder, "pipe.json");
  g_autofree char *link = folder_child (folder, "link.json");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, ENT_STORE_ERROR_NOT_REGULAR, "a pipe or a device");
  g_assert_cmpint (symlink ("/dev/zero", link), ==, 0);
  assert_refused (link, ENT_STORE_ERROR_NOT_REGULAR, "a pipe or a device");
  g_strlcpy (address.sun_path, folder->path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (folder->path, ENT_STORE_ERROR_NOT_REGULAR, "a pipe or a device");
  g_assert_cmpint (close (fd), ==, 0);
}

static void
test_circle (Folder        *folder,
             gconstpointer  data)
{
  g_assert_cmpint (symlink ("plan.json", folder->path), ==, 0);
  assert_refused (folder->path, ENT_STORE_ERROR_FAILED, "leads back to itself");
}

static void
test_elsewhere (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("nowhere://host/plan.json");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  EntFingerprint fingerprint;

  bytes = ent_file_read (file, &fingerprint, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Save it on this computer first"));
}

static void
test_limit (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  EntFingerprint fingerprint;

  put_text (folder->path, "");
  g_assert_cmpint (truncate (folder->path, 10 * G_GINT64_CONSTANT (1000000000)), ==, 0);
  assert_refused (folder->path, ENT_STORE_ERROR_TOO_LARGE, "larger than 32 MB");
  g_assert_cmpint (truncate (folder->path, ENT_FILE_SIZE_MAX + 1), ==, 0);
  assert_refused (folder->path, ENT_STORE_ERROR_TOO_LARGE, "larger than 32 MB");

  g_assert_cmpint (truncate (folder->path, ENT_FILE_SIZE_MAX), ==, 0);
  bytes = ent_file_read (file, &fingerprint, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, ENT_FILE_SIZE_MAX);
  g_assert_cmpuint (fingerprint.size, ==, ENT_FILE_SIZE_MAX);
}

static void
read_as_nobody (gpointer data)
{
  g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
  assert_refused (data, ENT_STORE_ERROR_NO_PERMISSION, "you do not have permission to read it");
}

static void
test_permission (Folder        *folder,
                 gconstpointer  data)
{
  put_text (folder->path, "secret");
  g_assert_cmpint (chmod (folder->path, 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (folder->path, ENT_STORE_ERROR_NO_PERMISSION, "you do not have permission");
  else
    {
      g_assert_cmpint (chmod (folder->folder, 0755), ==, 0);
      g_assert_cmpint (run_child (read_as_nobody, folder->path), ==, 0);
    }
}

/* The system's own files say that they are empty, or larger than they are. */
static void
test_sizes_that_lie (Folder        *folder,
                     gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ent_file_read (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
}

static void
test_contents (Folder        *folder,
               gconstpointer  data)
{
  static const gsize sizes[] = { 0, 1, 4096, 65535, 65536, 65537, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (folder->path);
      g_autofree char *text = long_text ('x', sizes[i]);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      EntFingerprint a;
      EntFingerprint b;

      put_text (folder->path, text);
      bytes = ent_file_read (file, &a, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, sizes[i]);
      look_at (folder->path, &b);
      g_assert_true (ent_fingerprint_same_content (&a, &b));
      put_text (folder->path, "y");
      look_at (folder->path, &b);
      g_assert_false (ent_fingerprint_same_content (&a, &b));
    }
}

/* The digest is the one everybody means by SHA-256, whichever way the bytes come. */
static void
test_fingerprint (Folder        *folder,
                  gconstpointer  data)
{
  static const gsize sizes[] = { 0, 3, 65536, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = long_text ('x', sizes[i]);
      g_autoptr(GBytes) bytes = g_bytes_new (text, sizes[i]);
      guint8 digest[ENT_FINGERPRINT_DIGEST_LENGTH];
      gsize length = sizeof digest;
      g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      EntFingerprint of_bytes;
      EntFingerprint of_file;

      g_checksum_update (checksum, (const guint8 *) text, (gssize) sizes[i]);
      g_checksum_get_digest (checksum, digest, &length);
      ent_fingerprint_init (&of_bytes, bytes, NULL);
      g_assert_cmpmem (of_bytes.digest, sizeof of_bytes.digest, digest, length);
      put_text (folder->path, text);
      look_at (folder->path, &of_file);
      g_assert_cmpmem (of_file.digest, sizeof of_file.digest, digest, length);
      g_assert_cmpuint (of_file.size, ==, sizes[i]);
    }
}

/* What is not on a disk comes through GIO, within the same limits. */
static void
test_stream (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr(GFile) missing = g_file_new_for_uri ("resource:///no/such/plan.json");
  g_autoptr(GError) error = NULL;

  g_assert_false (g_file_is_native (missing));
  g_assert_null (ent_file_read (missing, NULL, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
}

static void
test_cancelled (Folder        *folder,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GError) error = NULL;

  put_text (folder->path, "x");
  g_cancellable_cancel (cancellable);
  g_assert_null (ent_file_read (file, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_names (void)
{
  static const struct
  {
    const char *base;
    const char *shown;
  } names[] = {
    { "garden.entente.json", "garden.entente.json" },
    { "Zürich 2030.json", "Zürich 2030.json" },
    { "100%s of %n.json", "100%s of %n.json" },
    { "two\nlines", "two\357\277\275lines" },
    { "gnp\342\200\256nosj.exe", "gnp\357\277\275nosj.exe" },
    { "zero\342\200\213width", "zero\357\277\275width" },
    { "\327\251\327\234\327\225\327\235.json",
      "\342\201\250\327\251\327\234\327\225\327\235.json\342\201\251" },
    { "a\377b", "a\357\277\275b" },
  };
  g_autofree char *many = long_text ('n', 255);
  g_autoptr(GFile) long_file = NULL;
  g_autofree char *cut = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename ("/folder", names[i].base, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autofree char *shown = ent_file_dup_display_name (file);

      g_assert_cmpstr (shown, ==, names[i].shown);
      g_assert_true (g_utf8_validate (shown, -1, NULL));
    }
  long_file = g_file_new_for_path (many);
  cut = ent_file_dup_display_name (long_file);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 201);
}

/* No system takes a name of more than 255 bytes. */
static void
test_names_for_titles (void)
{
  g_autofree char *many = long_text ('n', 1000);
  g_autofree char *named = ent_file_dup_name_for_title ("Two\nlines / one: “name”?",
                                                        " – Role Chart.pdf");
  g_autofree char *cut = ent_file_dup_name_for_title (many, " – Role Chart.pdf");

  g_assert_cmpstr (named, ==, "Two lines - one- “name”- – Role Chart.pdf");
  g_assert_cmpuint (strlen (cut), <=, 255);
  g_assert_true (g_str_has_suffix (cut, "n – Role Chart.pdf"));
}

static GFile *
get_beside (Folder     *folder,
            const char *name)
{
  g_autoptr(GFile) plan = g_file_new_for_path (folder->path);
  g_autoptr(GFile) parent = g_file_get_parent (plan);

  return g_file_resolve_relative_path (parent, name);
}

static void
test_same (Folder        *folder,
           gconstpointer  data)
{
  static const struct
  {
    const char *name;
    gboolean same;
  } names[] = {
    { "plan.json", TRUE },
    { "link.json", TRUE },
    { "way/plan.json", TRUE },
    { "hard.json", FALSE },
    { "missing.json", FALSE },
    { ".", FALSE },
  };
  g_autoptr(GFile) plan = g_file_new_for_path (folder->path);
  g_autoptr(GFile) soft = get_beside (folder, "link.json");
  g_autoptr(GFile) way = get_beside (folder, "way");
  g_autoptr(GFile) hard = get_beside (folder, "hard.json");
  g_autoptr(GFile) missing = get_beside (folder, "missing.json");

  put_text (folder->path, "{}");
  g_assert_cmpint (symlink ("plan.json", g_file_peek_path (soft)), ==, 0);
  g_assert_cmpint (symlink (".", g_file_peek_path (way)), ==, 0);
  g_assert_cmpint (link (folder->path, g_file_peek_path (hard)), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GFile) file = get_beside (folder, names[i].name);

      g_assert_true (ent_file_is_same (plan, file) == names[i].same);
      g_assert_true (ent_file_is_same (file, plan) == names[i].same);
    }
  g_assert_true (ent_file_is_same (missing, missing));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  folder_add_test ("/store/read/missing", NULL, test_missing);
  folder_add_test ("/store/read/folder", NULL, test_folder);
  folder_add_test ("/store/read/special", NULL, test_special);
  folder_add_test ("/store/read/circle", NULL, test_circle);
  g_test_add_func ("/store/read/elsewhere", test_elsewhere);
  folder_add_test ("/store/read/limit", NULL, test_limit);
  folder_add_test ("/store/read/permission", NULL, test_permission);
  folder_add_test ("/store/read/sizes-that-lie", NULL, test_sizes_that_lie);
  folder_add_test ("/store/read/contents", NULL, test_contents);
  folder_add_test ("/store/read/fingerprint", NULL, test_fingerprint);
  folder_add_test ("/store/read/stream", NULL, test_stream);
  folder_add_test ("/store/read/cancelled", NULL, test_cancelled);
  g_test_add_func ("/store/read/names-for-titles", test_names_for_titles);
  folder_add_test ("/store/read/same", NULL, test_same);
  g_test_add_func ("/store/read/names", test_names);

  return g_test_run ();
}
