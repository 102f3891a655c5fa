/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the inputs that are kept to a fuzzer, as an ordinary test: what was found once does not come
 * back, and every machine takes the ways that fuzzing has found.
 */
#include "config.h"

#include "fuzz.h"

static void
test_inputs (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", FUZZ_CORPUS, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
      LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
    }
  g_test_message ("%u inputs", n);
  g_assert_cmpuint (n, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/" FUZZ_CORPUS, test_inputs);
  return g_test_run ();
}
