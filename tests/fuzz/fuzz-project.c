/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, read as a project: scanned, loaded, written, scanned again, loaded again. What can be
 * loaded can be written, what is written can be loaded, and from then on nothing changes any more.
 */
#include "config.h"

#include "fuzz.h"

#include "model/ent-json-reader.h"
#include "model/ent-json-scan.h"
#include "model/ent-json-writer.h"
#include "model/ent-model-error.h"

typedef EntProject *(*Reader) (GBytes           *bytes,
                               EntProblemList   *problems,
                               GCancellable     *cancellable,
                               EntReadProgress   progress,
                               gpointer          user_data,
                               GError          **error);

/* Whatever is refused is refused in words. */
static EntProject *
read_with (Reader  reader,
           GBytes *bytes)
{
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  g_autoptr(GError) error = NULL;
  EntProject *project = reader (bytes, problems, NULL, NULL, NULL, &error);

  FUZZ_CHECK ((project != NULL) == (error == NULL));
  FUZZ_CHECK (error == NULL || error->message[0] != '\0');
  FUZZ_CHECK (error == NULL || g_utf8_validate (error->message, -1, NULL));
  return project;
}

static gboolean
scans (GBytes *bytes)
{
  const EntJsonVisitor visitor = { NULL, NULL };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  EntJsonError error = { 0 };

  return ent_json_scan (text, length, &visitor, NULL, &error);
}

/* Of a newer version nothing is written; a few bytes can grow beyond what a file may be. */
static GBytes *
write_project (EntProject *project)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ent_project_write (project, &error);

  FUZZ_CHECK (bytes != NULL || ent_project_is_read_only (project) ||
              g_error_matches (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT));
  return bytes;
}

static void
check_round (EntProject *project)
{
  g_autoptr(GBytes) once = write_project (project);
  g_autoptr(GBytes) twice = NULL;
  g_autoptr(EntProject) again = NULL;

  if (once == NULL)
    return;
  FUZZ_CHECK (scans (once));
  again = read_with (ent_project_read, once);
  FUZZ_CHECK (again != NULL);
  twice = write_project (again);
  FUZZ_CHECK (twice != NULL);
  FUZZ_CHECK (g_bytes_equal (once, twice));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(EntProject) project = read_with (ent_project_read, bytes);
  g_autoptr(EntProject) rest = read_with (ent_project_salvage, bytes);

  if (project != NULL)
    {
      FUZZ_CHECK (scans (bytes));
      check_round (project);
    }
  if (rest != NULL)
    check_round (rest);
  return 0;
}
