/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journals that were cut, changed, mixed up or planted: what is read of them is what was written,
 * from the first record on, and as much of it as is intact. */
#include "config.h"

#include "journal-test.h"
#include "store-test.h"

#include "store/ent-journal-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_RECORDS 12

/* A journal as it should be. The ends are those of its lines, the header's first. */
typedef struct
{
  char *path;
  char *bytes;
  gsize length;
  gsize ends[N_RECORDS + 1];
} Sample;

static void
sample_make (Sample *self)
{
  guint n = 0;

  self->path = journal_make_file (N_RECORDS);
  g_assert_true (g_file_get_contents (self->path, &self->bytes, &self->length, NULL));
  for (gsize i = 0; i < self->length; i++)
    if (self->bytes[i] == '\n')
      self->ends[n++] = i + 1;
  g_assert_cmpuint (n, ==, N_RECORDS + 1);
}

static void
sample_clear (Sample *self)
{
  journal_clear ();
  g_free (self->path);
  g_free (self->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* How many records stand whole before the byte at @offset; -1 if not even the header does. */
static int
count_before (const Sample *self,
              gsize         offset)
{
  int n = -1;

  while (n < N_RECORDS && self->ends[n + 1] <= offset)
    n++;
  return n;
}

/* Looks at a journal of which only @expected records are intact; -1 stands for none, not even a
 * header. */
static void
check_bytes (const Sample *self,
             const char   *bytes,
             gsize         length,
             int           expected)
{
  g_autoptr(EntJournal) journal = NULL;

  journal_put (self->path, bytes, length);
  if (expected < 0)
    {
      g_assert_true (journal_is_refused (self->path, length == 0 ? ENT_STORE_ERROR_EMPTY
                                                                 : ENT_STORE_ERROR_DAMAGED));
      return;
    }
  journal = journal_open (self->path);
  g_assert_cmpint (journal_check (journal), ==, expected);
  g_assert_cmpuint (ent_journal_get_size (journal), ==, self->ends[expected]);
  g_assert_true (ent_journal_is_cut (journal) == (self->ends[expected] < length));
}

static void
test_cut (void)
{
  g_auto(Sample) sample = { NULL, };

  sample_make (&sample);
  for (gsize length = 0; length <= sample.length; length++)
    check_bytes (&sample, sample.bytes, length, count_before (&sample, length));
  g_test_message ("%" G_GSIZE_FORMAT " cuts", sample.length + 1);
}

/* Every bit of every byte, and every byte as a few that mean something here. */
static void
test_flips (void)
{
  static const char others[] = { '\0', '\n', ' ', '0', '1', '9', '"', '\xff' };
  g_auto(Sample) sample = { NULL, };
  guint n_flips = 0;

  sample_make (&sample);
  for (gsize i = 0; i < sample.length; i++)
    {
      char right = sample.bytes[i];

      for (guint k = 0; k < 8 + G_N_ELEMENTS (others); k++)
        {
          sample.bytes[i] = k < 8 ? (char) (right ^ (1 << k)) : others[k - 8];
          if (sample.bytes[i] == right)
            continue;
          check_bytes (&sample, sample.bytes, sample.length, count_before (&sample, i));
          n_flips++;
        }
      sample.bytes[i] = right;
    }
  g_test_message ("%u bytes changed", n_flips);
}

/* What a power failure leaves where a file was made longer and not yet filled. */
static void
test_zero_tails (void)
{
  g_auto(Sample) sample = { NULL, };
  g_autofree char *bytes = NULL;
  guint n_tails = 0;

  sample_make (&sample);
  bytes = g_malloc0 (sample.length + 4096);
  for (gsize from = sample.length; from > 0; from--)
    {
      gsize lengths[] = { from + 1, sample.length + 1, sample.length + 4096 };

      memcpy (bytes, sample.bytes, from);
      memset (bytes + from, 0, sample.length + 4096 - from);
      for (guint k = 0; k < G_N_ELEMENTS (lengths); k++, n_tails++)
        check_bytes (&sample, bytes, lengths[k], count_before (&sample, from));
    }
  g_test_message ("%u tails", n_tails);
}

/* A byte that came in or went missing in the middle. */
static void
test_shifts (void)
{
  g_auto(Sample) sample = { NULL, };
  g_autofree char *bytes = NULL;
  guint n_shifts = 0;

  sample_make (&sample);
  bytes = g_malloc (sample.length + 1);
  for (gsize i = 0; i < sample.length; i++)
    {
      memcpy (bytes, sample.bytes, i);
      memcpy (bytes + i, sample.bytes + i + 1, sample.length - i - 1);
      /* Of two of the same, either may be the one that is missing: fewer are seen to be intact. */
      if (i + 1 == sample.length || bytes[i] != sample.bytes[i])
        {
          check_bytes (&sample, bytes, sample.length - 1, count_before (&sample, i));
          n_shifts++;
        }
      bytes[i] = (char) (sample.bytes[i] ^ 1);
      memcpy (bytes + i + 1, sample.bytes + i, sample.length - i);
      check_bytes (&sample, bytes, sample.length + 1, count_before (&sample, i));
      n_shifts++;
    }
  g_test_message ("%u bytes left out or put in", n_shifts);
}

static void
append_line (GString      *out,
             const Sample *sample,
             guint         line)
{
  gsize start = line > 0 ? sample->ends[line - 1] : 0;

  g_string_append_len (out, sample->bytes + start, (gssize) (sample->ends[line] - start));
}

/* Any two lines change places; any line comes twice; any is missing. What comes before them is read
 * and nothing else. */
static void
test_order (void)
{
  g_auto(Sample) sample = { NULL, };
  g_autoptr(GString) bytes = g_string_new (NULL);
  guint n_trials = 0;

  sample_make (&sample);
  for (guint a = 0; a <= N_RECORDS; a++)
    for (guint b = a; b <= N_RECORDS; b++, n_trials += 2)
      {
        g_string_truncate (bytes, 0);
        for (guint i = 0; i <= N_RECORDS; i++)
          append_line (bytes, &sample, i == a ? b : i == b ? a : i);
        check_bytes (&sample, bytes->str, bytes->len, a == b ? N_RECORDS : (int) a - 1);

        g_string_truncate (bytes, 0);
        for (guint i = 0; i <= N_RECORDS; i++)
          {
            append_line (bytes, &sample, i);
            if (i == b)
              append_line (bytes, &sample, a);
          }
        check_bytes (&sample, bytes->str, bytes->len, (int) b);
      }
  for (guint a = 0; a < N_RECORDS; a++, n_trials++)
    {
      g_string_truncate (bytes, 0);
      for (guint i = 0; i <= N_RECORDS; i++)
        if (i != a)
          append_line (bytes, &sample, i);
      check_bytes (&sample, bytes->str, bytes->len, (int) a - 1);
    }
  g_test_message ("%u orders", n_trials);
}

/* Lines of another journal of the same project are not taken for those of this one. */
static void
test_other_journal (void)
{
  g_auto(Sample) sample = { NULL, };
  g_auto(Sample) other = { NULL, };
  g_autoptr(GString) bytes = g_string_new (NULL);

  sample_make (&sample);
  sample_make (&other);
  for (guint from = 1; from <= N_RECORDS; from++)
    {
      g_string_truncate (bytes, 0);
      for (guint i = 0; i <= N_RECORDS; i++)
        append_line (bytes, i < from ? &sample : &other, i);
      check_bytes (&sample, bytes->str, bytes->len, (int) from - 1);
    }
  g_test_message ("%u mixtures", N_RECORDS);
}

/* What comes after a cut goes on from the intact part, and the rest is gone. */
static void
test_append_after_cut (void)
{
  g_auto(Sample) sample = { NULL, };
  guint n_cuts = 0;

  sample_make (&sample);
  for (gsize length = sample.ends[0]; length <= sample.length; length += 3, n_cuts++)
    {
      guint intact = (guint) count_before (&sample, length);
      g_autoptr(EntJournal) journal = NULL;

      journal_put (sample.path, sample.bytes, length);
      journal = journal_open (sample.path);
      journal_append (journal, intact, intact + 3);
      g_assert_false (ent_journal_is_cut (journal));
      g_clear_object (&journal);
      journal = journal_open (sample.path);
      g_assert_cmpuint (journal_check (journal), ==, intact + 3);
      g_assert_false (ent_journal_is_cut (journal));
    }
  g_test_message ("%u cuts", n_cuts);
}

/* The checksums are right, and still it is not a journal that was written by this version. */
static void
test_strange_headers (void)
{
  static const struct
  {
    const char *text;
    EntStoreError code;
  } headers[] = {
    { "", ENT_STORE_ERROR_DAMAGED },
    { "{}", ENT_STORE_ERROR_DAMAGED },
    { "[1]", ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": 1, \"version\": 1}", ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": \"entente-journal\", \"version\": 2}", ENT_STORE_ERROR_TOO_NEW },
    { "{\"format\": \"entente-journal\", \"version\": 1}", ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": \"entente-journal\", \"version\": 1, \"version\": 2}",
      ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": \"entente-journal\", \"version\": 1, \"project\": \"p\", \"title\": \"t\", "
      "\"uri\": null, \"base\": \"B\", \"saved\": null, \"started\": 1}",
      ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": \"entente-journal\", \"version\": 1, \"project\": \"p\", \"title\": \"t\", "
      "\"uri\": 5, \"base\": null, \"saved\": null, \"started\": 1}",
      ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": \"entente-journal\", \"version\": 1, \"project\": \"p\", \"title\": \"t\", "
      "\"uri\": null, \"base\": null, \"saved\": null, \"started\": 1.5}",
      ENT_STORE_ERROR_DAMAGED },
    { "{\"format\": \"entente-journal\", \"version\": 1, \"project\": null, \"title\": \"t\", "
      "\"uri\": null, \"base\": null, \"saved\": null, \"started\": 1}",
      ENT_STORE_ERROR_DAMAGED },
  };
  g_autofree char *path = journal_dup_path (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);
      EntJournalChain chain = { { 0 } };

      _ent_journal_line_write (line, &chain, headers[i].text);
      journal_put (path, line->str, line->len);
      g_assert_true (journal_is_refused (path, headers[i].code));
    }
  journal_clear ();
}

/* Nobody can make the program wait, read without end or read what is not ours. */
static void
test_planted (void)
{
  g_autofree char *good = journal_make_file (1);
  g_autofree char *path = journal_dup_path (NULL);

  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_NOT_FOUND));
  g_assert_cmpint (symlink (good, path), ==, 0);
  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_NOT_REGULAR));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_NOT_REGULAR));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_NOT_REGULAR));
  g_assert_cmpint (g_rmdir (path), ==, 0);
  put_text (path, "");
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (10000000000)), ==, 0);
  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_TOO_LARGE));
  g_assert_cmpint (truncate (path, ENT_JOURNAL_SIZE_MAX), ==, 0);
  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_DAMAGED));
  journal_clear ();
}

static void
test_foreign (void)
{
  g_autofree char *path = journal_make_file (1);

  if (geteuid () != 0)
    {
      g_test_skip ("only the administrator can give files away");
      return;
    }
  g_assert_cmpint (chown (path, 777, 4444), ==, 0);
  g_assert_true (journal_is_refused (path, ENT_STORE_ERROR_NO_PERMISSION));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/journal/damage/cut", test_cut);
  g_test_add_func ("/journal/damage/flips", test_flips);
  g_test_add_func ("/journal/damage/zero-tails", test_zero_tails);
  g_test_add_func ("/journal/damage/shifts", test_shifts);
  g_test_add_func ("/journal/damage/order", test_order);
  g_test_add_func ("/journal/damage/other-journal", test_other_journal);
  g_test_add_func ("/journal/damage/append-after-cut", test_append_after_cut);
  g_test_add_func ("/journal/damage/strange-headers", test_strange_headers);
  g_test_add_func ("/journal/damage/planted", test_planted);
  g_test_add_func ("/journal/damage/foreign", test_foreign);

  return g_test_run ();
}
