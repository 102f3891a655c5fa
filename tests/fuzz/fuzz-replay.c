/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any lines, replayed as the steps of a journal over a small project, up to the first that is
 * refused. The project can be written afterwards, and once all is undone it is what it was.
 */
#include "config.h"

#include "fuzz.h"

#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"
#include "model/ent-model-error.h"
#include "model/ent-replay.h"

#include <string.h>

static const char base[] =
  "{\"format\":\"entente\",\"version\":1,\"generator\":\"Entente\",\"id\":\"small\","
  "\"project\":{\"title\":\"Lantern Lane\"},"
  "\"partners\":[{\"id\":\"mill\",\"name\":\"The Mill\"},{\"id\":\"farm\",\"name\":\"Hill Farm\"}],"
  "\"roles\":[{\"id\":\"cook\",\"title\":\"Cook\",\"partner\":\"mill\"},"
  "{\"id\":\"grower\",\"title\":\"Grower\",\"partner\":\"farm\"}],"
  "\"tasks\":[{\"id\":\"sow\",\"title\":\"Sow\"},{\"id\":\"eat\",\"title\":\"Eat\"}],"
  "\"assignments\":[{\"task\":\"sow\",\"role\":\"grower\",\"code\":\"A/R\"}]}";

static EntProject *
read_base (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (base, sizeof base - 1);
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  EntProject *project = ent_project_read (bytes, problems, NULL, NULL, NULL, NULL);

  FUZZ_CHECK (project != NULL);
  return project;
}

static GBytes *
write_project (EntProject *project)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ent_project_write (project, &error);

  FUZZ_CHECK (bytes != NULL || g_error_matches (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_LIMIT));
  return bytes;
}

static void
replay (EntProject *project,
        char      **lines)
{
  g_autoptr(EntReplay) steps = ent_replay_new (project);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (!ent_replay_step (steps, lines[i], &error))
      {
        FUZZ_CHECK (error != NULL);
        return;
      }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(EntProject) project = read_base ();
  g_autoptr(GBytes) before = write_project (project);
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GBytes) undone = NULL;
  EntHistory *history = ent_project_get_history (project);

  replay (project, lines);
  after = write_project (project);
  while (ent_history_can_undo (history))
    FUZZ_CHECK (ent_history_undo (history));
  undone = write_project (project);
  FUZZ_CHECK (undone != NULL && g_bytes_equal (before, undone));
  return 0;
}
