/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second files of one partnership: which names may be some, which files are. */
#include "config.h"

#include "document-test.h"

#include "store/ent-conflict-copies.h"
#include "store/ent-conflict-name.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const struct
{
  const char *name;
  const char *of;
  gboolean is_copy;
} names[] = {
  /* as programs make them */
  { "plan (conflicted copy).json", "plan.json", TRUE },
  { "plan.entente (conflicted copy 2026-03-04 123456).json", "plan.entente.json", TRUE },
  { "plan (Maria's conflicted copy 2026-03-04).entente.json", "plan.entente.json", TRUE },
  { "plan (MARIA'S Conflicted Copy).json", "plan.json", TRUE },
  { "plan.entente (In Konflikt stehende Kopie von Maria 2026-03-04).json", "plan.entente.json", TRUE },
  { "plan (copie en conflit de Maria).json", "plan.json", TRUE },
  { "plan (Copia en conflicto de Maria).json", "plan.json", TRUE },
  { "plan (конфликтующая копия).json", "plan.json", TRUE },
  { "plan.sync-conflict-20260304-123456-ABCDEFG.json", "plan.json", TRUE },
  { "plan.entente.sync-conflict-20260304-123456-ABCDEFG.json", "plan.entente.json", TRUE },
  { "plan (SFConflict maria@example.org 2026-03-04-12-34-56).json", "plan.json", TRUE },
  { "plan.Conflict.json", "plan.json", TRUE },
  { "plan_conf(1).json", "plan.json", FALSE },
  { "plan[Conflict].json", "plan.json", TRUE },
  { "plan-LAPTOP-7G2K.json", "plan.json", TRUE },
  { "plan-DESKTOP-AB12CDE.entente.json", "plan.entente.json", TRUE },
  { "plan-marias-laptop.json", "plan.json", TRUE },
  { "plan-Marias-Laptop.json", "plan.json", TRUE },
  { "plan (conflicted copy)", "plan", TRUE },
  /* as people do */
  { "plan.json", "plan.json", FALSE },
  { "plan 2.json", "plan.json", FALSE },
  { "plan (1).json", "plan.json", FALSE },
  { "plan (copy).json", "plan.json", FALSE },
  { "plan - Copy.json", "plan.json", FALSE },
  { "plan-final.json", "plan.json", FALSE },
  { "plan-FINAL.json", "plan.json", FALSE },
  { "plan-2026.json", "plan.json", FALSE },
  { "plan-V2.json", "plan.json", FALSE },
  { "plan-PETERS-LAPTOP-1234.json", "plan.json", FALSE },
  { "planconflict.json", "plan.json", FALSE },
  { "my plan (conflicted copy).json", "plan.json", FALSE },
  { "plan (conflicted copy).txt", "plan.json", FALSE },
  { "Plan (conflicted copy).json", "plan.json", FALSE },
  { ".~lock.plan.json#", "plan.json", FALSE },
  { "plan-.json", "plan.json", FALSE },
  { "plan (\377conflict).json", "plan.json", FALSE },
  { "plan", "plan.json", FALSE },
  { "", "plan.json", FALSE },
  { " (conflicted copy).json", ".json", FALSE },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean is_copy = ent_conflict_name_is_copy (names[i].name, names[i].of, "marias-laptop");

      if (is_copy != names[i].is_copy)
        g_test_message ("“%s” of “%s”", names[i].name, names[i].of);
      g_assert_true (is_copy == names[i].is_copy);
    }
  g_test_message ("%u names", (guint) G_N_ELEMENTS (names));
}

static GPtrArray *
find (EntDocument *document)
{
  g_autoptr(GError) error = NULL;
  Waiting waiting = { NULL, 0 };
  GPtrArray *copies;

  ent_conflict_copies_find_async (document, NULL, on_done, &waiting);
  copies = ent_conflict_copies_find_finish (document, wait_for (&waiting), &error);
  g_assert_no_error (error);
  g_clear_object (&waiting.result);
  return copies;
}

static void
assert_none (EntDocument *document)
{
  g_autoptr(GPtrArray) copies = find (document);

  g_assert_cmpuint (copies->len, ==, 0);
}

static void
copy_with_title (Folder     *folder,
                 const char *name,
                 const char *title)
{
  g_autofree char *path = folder_child (folder, name);
  g_autofree char *text = text_of (folder->path);
  GString *other = g_string_new (text);

  g_string_replace (other, "\"One\"", title, 0);
  put_text (path, other->str);
  g_string_free (other, TRUE);
}

static void
test_found (Folder        *folder,
            gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GPtrArray) copies = NULL;
  g_autofree char *name = NULL;
  EntConflictCopy *copy;

  assert_none (document);
  copy_with_title (folder, "plan (copy).json", "\"Two\"");
  assert_none (document);
  copy_with_title (folder, "plan (conflicted copy).json", "\"One\"");
  assert_none (document);
  copy_with_title (folder, "plan (conflicted copy).json", "\"Two\"");
  copy_with_title (folder, "plan (conflicted copy 2).json", "\"Three\"");
  copies = find (document);
  g_assert_cmpuint (copies->len, ==, 2);
  copy = g_ptr_array_index (copies, 0);
  name = g_file_get_basename (copy->file);
  g_assert_cmpstr (name, ==, "plan (conflicted copy 2).json");
  g_assert_nonnull (copy->summary);
  g_test_message ("%s", copy->summary);
  g_assert_cmpuint (strlen (copy->digest), ==, 64);
}

/* Nothing that stands there is taken for what it is not, nor waited for. */
static void
test_others (Folder        *folder,
             gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(EntDocument) stranger = ent_document_new ();
  g_autofree char *other = folder_child (folder, "plan (conflicted copy of another).json");
  g_autofree char *broken = folder_child (folder, "plan (conflicted copy, broken).json");
  g_autofree char *empty = folder_child (folder, "plan (conflicted copy, empty).json");
  g_autofree char *sub = folder_child (folder, "plan (conflicted folder).json");
  g_autofree char *link = folder_child (folder, "plan (conflicted link).json");

  g_assert_true (save_as (stranger, other, FALSE, NULL));
  put_text (broken, "{ \"format\": \"entente\", ");
  put_text (empty, "");
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", link), ==, 0);
  assert_none (document);
}

static void
test_many (Folder        *folder,
           gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autoptr(GPtrArray) copies = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("plan (conflict %u).json", i);
      g_autofree char *title = g_strdup_printf ("\"%u\"", i);

      copy_with_title (folder, name, title);
    }
  copies = find (document);
  g_assert_cmpuint (copies->len, ==, 10);
}

static void
test_folder_gone (Folder        *folder,
                  gconstpointer  data)
{
  g_autoptr(EntDocument) document = new_saved (folder);
  g_autofree char *moved = g_strconcat (folder->folder, ".moved", NULL);
  g_autoptr(GError) error = NULL;
  Waiting waiting = { NULL, 0 };

  g_assert_cmpint (g_rename (folder->folder, moved), ==, 0);
  ent_conflict_copies_find_async (document, NULL, on_done, &waiting);
  g_assert_null (ent_conflict_copies_find_finish (document, wait_for (&waiting), &error));
  g_assert_nonnull (error);
  g_clear_object (&waiting.result);
  g_assert_cmpint (g_rename (moved, folder->folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/conflict-copies/names", test_names);
  folder_add_test ("/store/conflict-copies/found", NULL, test_found);
  folder_add_test ("/store/conflict-copies/others", NULL, test_others);
  folder_add_test ("/store/conflict-copies/many", NULL, test_many);
  folder_add_test ("/store/conflict-copies/folder-gone", NULL, test_folder_gone);
  return g_test_run ();
}
