/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the journal ask again and again. A record says its number, so that one that is
 * missing, repeated or changed is seen. */
#include "journal-test.h"

#include "store-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "5a0f0b63-6d38-4f0a-9a5b-9b7d2d1a6c11.log"
#define SAVED "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define BASE "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"

static EntJournalHeader header = {
  .project = (char *) "k3v9q0h2m7c4d",
  .title = (char *) "Harbour “East” & Port",
  .uri = (char *) "file:///srv/plan.json",
  .base = (char *) BASE,
  .saved = (char *) SAVED,
  .started = G_GINT64_CONSTANT (1764000000),
};

EntJournal *
journal_make (void)
{
  g_autoptr(GError) error = NULL;
  EntJournal *journal = ent_journal_create (&header, &error);

  g_assert_no_error (error);
  g_assert_true (ENT_IS_JOURNAL (journal));
  return journal;
}

EntJournal *
journal_try_make (GError **error)
{
  return ent_journal_create (&header, error);
}

EntJournal *
journal_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  EntJournal *journal = ent_journal_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (ENT_IS_JOURNAL (journal));
  return journal;
}

/* Of different lengths, and not all of them plain letters. */
char *
journal_text (guint i)
{
  g_autofree char *dots = g_strnfill (i % 7, '.');

  return g_strdup_printf ("{\"n\": %u, \"to\": \"ümlaut%s\"}", i, dots);
}

void
journal_append (EntJournal *journal,
                guint       from,
                guint       to)
{
  for (guint i = from; i < to; i++)
    {
      g_autofree char *text = journal_text (i);
      g_autoptr(GError) error = NULL;

      ent_journal_append (journal, text, &error);
      g_assert_no_error (error);
    }
}

/* Returns where a journal was left that has @n_records records. */
char *
journal_make_file (guint n_records)
{
  g_autoptr(EntJournal) journal = journal_make ();

  journal_append (journal, 0, n_records);
  return g_strdup (ent_journal_get_path (journal));
}

/* A place among the journals, of a name that any journal could have if @name is not given. */
char *
journal_dup_path (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = ent_state_folder_make (ENT_STATE_JOURNALS, &error);

  g_assert_no_error (error);
  return g_build_filename (folder, name != NULL ? name : NAME, NULL);
}

/* All that was read has to be what was written, from the first record on. Returns how many. */
guint
journal_check (EntJournal *journal)
{
  const EntJournalHeader *found = ent_journal_get_header (journal);
  guint n = ent_journal_get_n_records (journal);

  g_assert_cmpstr (found->project, ==, header.project);
  g_assert_cmpstr (found->title, ==, header.title);
  g_assert_cmpstr (found->uri, ==, header.uri);
  g_assert_cmpstr (found->base, ==, header.base);
  g_assert_cmpstr (found->saved, ==, header.saved);
  g_assert_cmpint (found->started, ==, header.started);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = journal_text (i);

      g_assert_cmpstr (ent_journal_get_record (journal, i), ==, text);
    }
  return n;
}

/* Each test begins with no journals, and looks for its own. */
void
journal_clear (void)
{
  for (guint part = 0; part < ENT_STATE_N_PARTS; part++)
    {
      g_auto(GStrv) paths = ent_journal_list (part);

      for (guint i = 0; paths[i] != NULL; i++)
        g_assert_cmpint (g_unlink (paths[i]), ==, 0);
    }
}

void
journal_put (const char *path,
             const char *bytes,
             gsize       length)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, length);
  g_assert_cmpint (close (fd), ==, 0);
}

/* Whether it cannot be opened, for the reason of @code and with nothing left open. */
gboolean
journal_is_refused (const char    *path,
                    EntStoreError  code)
{
  g_autoptr(GError) error = NULL;
  guint descriptors = count_descriptors ();
  g_autoptr(EntJournal) journal = ent_journal_open (path, &error);

  if (journal != NULL)
    return FALSE;
  g_assert_error (error, ENT_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "The changes kept on this computer"));
  g_assert_cmpuint (count_descriptors (), ==, descriptors);
  return TRUE;
}
