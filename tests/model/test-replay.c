/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project's steps written as text make of a copy of it as it was before them. */
#include "config.h"

#include <string.h>

#include "model/ent-json-reader.h"
#include "model/ent-json-writer.h"
#include "model/ent-model-error.h"
#include "model/ent-replay.h"
#include "model/ent-step-write.h"
#include "random-edits.h"

#define N_LIVES 40
#define N_EDITS 250

/* A project that is edited, and what is written of it meanwhile. */
typedef struct {
  EntProject *project;
  GPtrArray *texts;
  guint64 state;
} Life;

static void
write_step (EntProject *project, const EntChangeSet *step, Life *life)
{
  guint64 to = ent_history_get_state (ent_project_get_history (project));

  g_ptr_array_add (life->texts, ent_step_write (step, life->state, to));
  life->state = to;
}

static void
life_begin (Life *life, EntProject *project)
{
  life->project = g_object_ref (project);
  life->texts = g_ptr_array_new_with_free_func (g_free);
  ent_history_seal (ent_project_get_history (project));
  life->state = ent_history_get_state (ent_project_get_history (project));
  g_signal_connect (project, "committed", G_CALLBACK (write_step), life);
}

static void
life_end (Life *life)
{
  g_signal_handlers_disconnect_by_data (life->project, life);
  g_clear_object (&life->project);
  g_clear_pointer (&life->texts, g_ptr_array_unref);
}

static GBytes *
write_project (EntProject *project)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ent_project_write (project, &error);

  g_assert_no_error (error);

  return bytes;
}

static EntProject *
read_project (GBytes *bytes)
{
  g_autoptr(EntProblemList) problems = ent_problem_list_new ();
  g_autoptr(GError) error = NULL;
  EntProject *project = ent_project_read (bytes, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return project;
}

static void
assert_same (EntProject *a, EntProject *b)
{
  g_autoptr(GBytes) a_bytes = write_project (a);
  g_autoptr(GBytes) b_bytes = write_project (b);

  g_assert_cmpstr (g_bytes_get_data (a_bytes, NULL), ==, g_bytes_get_data (b_bytes, NULL));
}

static void
replay_all (EntProject *project, GPtrArray *texts)
{
  g_autoptr(EntReplay) replay = ent_replay_new (project);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      ent_replay_step (replay, g_ptr_array_index (texts, i), &error);
      g_assert_no_error (error);
    }
}

/* Undoes all that the copy knows of, side by side. */
static void
assert_same_history (EntProject *project, EntProject *copy)
{
  EntHistory *history = ent_project_get_history (project);
  EntHistory *copied = ent_project_get_history (copy);

  while (ent_history_can_undo (copied))
    {
      g_assert_cmpstr (ent_history_get_undo_label (copied), ==,
                       ent_history_get_undo_label (history));
      g_assert_cmpstr (ent_history_get_redo_label (copied), ==,
                       ent_history_get_redo_label (history));
      g_assert_true (ent_history_undo (copied));
      g_assert_true (ent_history_undo (history));
      assert_same (project, copy);
    }
}

static void
type_word (EntProject *project, GRand *rand)
{
  EntRecord *info = ent_project_get_info (project);
  g_autoptr(GString) word = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
    {
      g_string_append_c (word, (char) g_rand_int_range (rand, 'a', 'd'));
      ent_record_set_string (info, ENT_PROJECT_TITLE, word->str);
    }
}

static void
live (EntProject *project, GRand *rand)
{
  EntHistory *history = ent_project_get_history (project);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
    case 1:
      ent_history_undo (history);
      break;
    case 2:
      ent_history_redo (history);
      break;
    case 3:
      ent_history_seal (history);
      break;
    case 4:
      type_word (project, rand);
      break;
    default:
      random_edits_apply (project, rand);
      break;
    }
}

static void
test_lives (void)
{
  guint n_steps = 0;

  for (guint i = 0; i < N_LIVES; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (i);
      g_autoptr(EntProject) project = ent_project_new ();
      g_autoptr(EntProject) copy = NULL;
      g_autoptr(GBytes) base = NULL;
      Life life;

      /* What was done before has steps too, which the copy has not. */
      for (guint j = 0; j < N_EDITS; j++)
        live (project, rand);
      base = write_project (project);
      life_begin (&life, project);
      for (guint j = 0; j < N_EDITS; j++)
        live (project, rand);

      copy = read_project (base);
      replay_all (copy, life.texts);
      assert_same (project, copy);
      n_steps += life.texts->len;
      life_end (&life);
    }
  g_test_message ("%u projects, %u steps done again", N_LIVES, n_steps);
}

static void
test_history (void)
{
  guint n_steps = 0;

  for (guint i = 0; i < N_LIVES; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (100 + i);
      g_autoptr(EntProject) first = ent_project_new ();
      g_autoptr(EntProject) project = NULL;
      g_autoptr(EntProject) copy = NULL;
      g_autoptr(GBytes) base = NULL;
      Life life;

      random_edits_fill (first, rand, 60);
      base = write_project (first);
      project = read_project (base);
      life_begin (&life, project);
      for (guint j = 0; j < N_EDITS; j++)
        live (project, rand);

      copy = read_project (base);
      replay_all (copy, life.texts);
      assert_same (project, copy);
      n_steps += life.texts->len;
      g_signal_handlers_disconnect_by_data (project, &life);
      assert_same_history (project, copy);
      g_assert_false (ent_history_can_undo (ent_project_get_history (project)));
      life_end (&life);
    }
  g_test_message ("%u histories, %u steps done again", N_LIVES, n_steps);
}

/* Recovered time and again, the project goes on with what it is then, under the same texts. */
static void
test_resume (void)
{
  guint n_steps = 0;

  for (guint i = 0; i < N_LIVES; i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (200 + i);
      g_autoptr(EntProject) project = ent_project_new ();
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(EntProject) again = NULL;
      g_autoptr(GBytes) base = NULL;

      for (guint j = 0; j < N_EDITS / 4; j++)
        live (project, rand);
      base = write_project (project);
      for (guint crash = 0; crash < 3; crash++)
        {
          Life life;

          life_begin (&life, project);
          for (guint j = 0; j < N_EDITS / 4; j++)
            live (project, rand);
          while (life.texts->len > 0)
            g_ptr_array_add (texts, g_ptr_array_steal_index (life.texts, 0));
          g_clear_object (&again);
          again = read_project (base);
          replay_all (again, texts);
          assert_same (project, again);
          life_end (&life);
          g_set_object (&project, again);
          g_ptr_array_add (texts, g_strdup (ENT_REPLAY_RESUME));
        }
      n_steps += texts->len;
      g_clear_object (&again);
      again = read_project (base);
      replay_all (again, texts);
      assert_same_history (project, again);
      g_assert_false (ent_history_can_undo (ent_project_get_history (project)));
    }
  g_test_message ("%u projects recovered 3 times, %u steps done again", N_LIVES, n_steps);
}

#define HEAD "{\"format\":\"entente\",\"version\":1,\"id\":\"p1\"," \
  "\"project\":{\"title\":7,\"later\":[\n1,\n2]},\"partners\":["
#define ACORN "{\"id\":\"acorn\",\"name\":\"Acorn\",\"sector\":\"moon\",\"later\":{\n\"a\": 1\n}}"
#define BEECH "{\"id\":\"beech\",\"name\":\"Beech\"}"
#define FILE_TEXT HEAD ACORN "," BEECH "]}"

static EntProject *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_project (bytes);
}

/* What nobody could read comes back with the undo, as it stood in the file. */
static void
test_unreadable (void)
{
  g_autoptr(EntProject) project = read_text (FILE_TEXT);
  g_autoptr(EntProject) copy = read_text (FILE_TEXT);
  EntHistory *history = ent_project_get_history (project);
  Life life;

  /* These steps the copy does not know: only the way back is written. */
  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, "Garden");
  ent_record_set_enum (ent_project_lookup (project, "acorn"), ENT_PARTNER_SECTOR, 1);
  ent_project_remove (project, ent_project_lookup (project, "acorn"));
  {
    g_autoptr(GBytes) base = write_project (project);

    g_set_object (&copy, NULL);
    copy = read_project (base);
  }
  life_begin (&life, project);
  for (guint i = 0; i < 3; i++)
    g_assert_true (ent_history_undo (history));

  replay_all (copy, life.texts);
  assert_same (project, copy);
  {
    g_autoptr(EntProject) before = read_text (FILE_TEXT);

    assert_same (before, copy);
  }
  life_end (&life);
}

#define EDIT(changes) "{\"edit\":\"Edit\",\"from\":0,\"to\":1,\"changes\":[" changes "]}"
#define ADD "{\"insert\":\"partners\",\"at\":0,\"count\":1},"

/* What does not fit leaves no trace; nor does what cannot be read. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "[]",
    "{\"edit\":\"Edit\",\"from\":0,\"to\":1,\"changes\":[",
    "{\"edit\":7,\"from\":0,\"to\":1,\"changes\":[]}",
    "{\"from\":0,\"to\":1,\"changes\":[{\"remove\":\"acorn\"}]}",
    "{\"changes\":[{\"remove\":\"acorn\"}],\"edit\":\"Edit\",\"from\":0,\"to\":1}",
    "{\"edit\":\"Edit\",\"from\":-1,\"to\":1,\"changes\":[{\"remove\":\"acorn\"}]}",
    "{\"edit\":\"Edit\",\"from\":0,\"to\":\"1\",\"changes\":[{\"remove\":\"acorn\"}]}",
    EDIT ("7"),
    EDIT ("{}"),
    EDIT ("{\"remove\":\"oak\"}"),
    EDIT ("{\"remove\":\"project\"}"),
    EDIT ("{\"remove\":\"beech\"},{\"remove\":\"beech\"}"),
    EDIT ("{\"move\":\"oak\",\"at\":0}"),
    EDIT ("{\"move\":\"beech\",\"at\":2}"),
    EDIT ("{\"move\":\"beech\",\"at\":-1}"),
    EDIT ("{\"move\":\"beech\"}"),
    EDIT ("{\"set\":\"name\",\"of\":\"oak\",\"to\":\"Oak\"}"),
    EDIT ("{\"set\":\"wings\",\"of\":\"beech\",\"to\":2}"),
    EDIT ("{\"set\":\"name\",\"of\":\"beech\"}"),
    EDIT ("{\"set\":\"name\",\"of\":\"beech\",\"to\":7}"),
    EDIT ("{\"set\":\"name\",\"of\":\"beech\",\"raw\":\"{\"}"),
    EDIT ("{\"set\":\"sector\",\"of\":\"beech\",\"to\":\"moon\"}"),
    EDIT ("{\"remove\":\"acorn\"},{\"set\":\"name\",\"of\":\"acorn\",\"to\":\"Oak\"}"),
    EDIT (ADD BEECH),
    EDIT (ADD "{\"name\":\"Oak\"}"),
    EDIT (ADD "7"),
    EDIT ("{\"insert\":\"partners\",\"at\":0,\"count\":2},{\"id\":\"oak\",\"name\":\"Oak\"}"),
    EDIT ("{\"insert\":\"partners\",\"at\":0,\"count\":0}"),
    EDIT ("{\"insert\":\"partners\",\"at\":3,\"count\":1},{\"id\":\"oak\",\"name\":\"Oak\"}"),
    EDIT ("{\"insert\":\"partners\",\"at\":0,\"count\":4294967295},{\"id\":\"oak\"}"),
    EDIT ("{\"insert\":\"trees\",\"at\":0,\"count\":1},{\"id\":\"oak\"}"),
    EDIT ("{\"insert\":\"project\",\"at\":0,\"count\":1},{\"title\":\"Oak\"}"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(EntProject) before = read_text (FILE_TEXT);
      g_autoptr(EntProject) project = read_text (FILE_TEXT);
      g_autoptr(EntReplay) replay = ent_replay_new (project);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (ent_replay_step (replay, texts[i], &error));
      g_assert_true (error != NULL && error->domain == ENT_MODEL_ERROR);
      assert_same (before, project);
      g_assert_false (ent_history_can_undo (ent_project_get_history (project)));
    }
}

/* The texts above are refused for what is wrong with them, not for their form. */
static void
test_taken (void)
{
  static const char *const texts[] = {
    EDIT (""),
    EDIT ("{\"remove\":\"acorn\"}"),
    EDIT ("{\"move\":\"beech\",\"at\":0}"),
    EDIT ("{\"set\":\"name\",\"of\":\"beech\",\"to\":\"Oak\"}"),
    EDIT ("{\"set\":\"name\",\"of\":\"beech\",\"to\":null}"),
    EDIT ("{\"set\":\"name\",\"of\":\"beech\",\"raw\":\"[1]\"}"),
    EDIT ("{\"set\":\"title\",\"to\":\"Oak\"}"),
    EDIT (ADD "{\"id\":\"oak\",\"name\":\"Oak\"}"),
    EDIT ("{\"insert\":\"partners\",\"at\":2,\"count\":1},{\"id\":\"oak\",\"name\":\"Oak\"}"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(EntProject) project = read_text (FILE_TEXT);
      g_autoptr(EntReplay) replay = ent_replay_new (project);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_true (ent_replay_step (replay, texts[i], &error));
      g_assert_no_error (error);
    }
}

/* Thousands of records that come at once say where only once. */
static void
test_many (void)
{
  g_autoptr(EntProject) project = read_text (FILE_TEXT);
  g_autoptr(EntProject) copy = read_text (FILE_TEXT);
  g_autoptr(EntTransaction) step = NULL;
  g_auto(GStrv) parts = NULL;
  Life life;

  life_begin (&life, project);
  step = ent_project_begin (project, "Many");
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(EntRecord) task = ent_record_new (ENT_KIND_TASK);

      ent_record_set_string (task, ENT_TASK_TITLE, "Dig");
      g_assert_true (ent_project_append (project, task, NULL));
    }
  ent_transaction_commit (step);

  g_assert_cmpuint (life.texts->len, ==, 1);
  parts = g_strsplit (g_ptr_array_index (life.texts, 0), "\"insert\"", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  replay_all (copy, life.texts);
  assert_same (project, copy);
  life_end (&life);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replay/lives", test_lives);
  g_test_add_func ("/replay/history", test_history);
  g_test_add_func ("/replay/resume", test_resume);
  g_test_add_func ("/replay/unreadable", test_unreadable);
  g_test_add_func ("/replay/refused", test_refused);
  g_test_add_func ("/replay/taken", test_taken);
  g_test_add_func ("/replay/many", test_many);

  return g_test_run ();
}
