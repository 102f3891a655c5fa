/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment as a document: what stands in it, on which day, and how it is cut. */
#include "../analysis/alignment-fixture.h"
#include "report/ent-alignment-report.h"
#include "report/ent-report-export.h"
#include "report/ent-report-pages.h"

#include <cairo-pdf.h>
#include <string.h>

static const char *const rows[] = { "+3 -2 . .", "-2 +4 . .", "0 +1 +2 .", NULL };

static AlignmentFixture *
make_fixture (void)
{
  AlignmentFixture *fixture = alignment_fixture_new (4, (const char **) rows);

  ent_record_set_string (alignment_fixture_partner (fixture, 3), ENT_PARTNER_NAME, "Nobody asked");
  alignment_fixture_say (fixture, 0, 1, "2026-05-04", 3, "The soil is clean");

  return fixture;
}

static char *
write_as (AlignmentFixture *fixture, const char *format, const char *as_of)
{
  const EntReportOptions options = { "2026-06-01", .as_of = as_of };
  g_autoptr(EntReport) report = ent_alignment_report_new (fixture->project, &options);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ent_report_format_find (format)->write (report, NULL, &error);
  gsize size;

  g_assert_no_error (error);

  return g_bytes_unref_to_data (bytes, &size);
}

static void
assert_has (const char *text, const char *part)
{
  g_test_message ("%s", part);
  g_assert_nonnull (strstr (text, part));
}

static void
test_parts (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  g_autofree char *html = write_as (fixture, "html", "2026-06-01");

  assert_has (html, "as of 1 June 2026");
  assert_has (html, ">+3</td>");
  assert_has (html, ">−2</td>");
  assert_has (html, "Who agrees with whom</h2>");
  assert_has (html, "Undecided, and so to be won: Nobody asked.");
  assert_has (html, "Talk about this first</h2>");
  assert_has (html, "−2 → +3, 4 May 2026");
  assert_has (html, "The soil is clean");
  assert_has (html, "class=\"against\"");
}

/* A partner that nobody named yet is not left out of a sentence. */
static void
test_nameless (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  g_autofree char *html = NULL;

  ent_record_set_string (alignment_fixture_partner (fixture, 3), ENT_PARTNER_NAME, "");
  html = write_as (fixture, "html", "2026-06-01");
  assert_has (html, "Undecided, and so to be won: (no name).");
}

/* Values are numbers to a spreadsheet, and the matrix can be read back: titles are plain names. */
static void
test_table (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  g_autofree char *csv = write_as (fixture, "csv", "2026-06-01");

  assert_has (csv, "\"Goals\",\"Partner 1\",\"Partner 2\",\"Partner 3\",\"Nobody asked\",\"For (Totals)\"");
  assert_has (csv, "\"Goal 1\",\"+3\",\"+3\",\"\",\"\",\"+6\",\"0\",\"0.00\"");
  assert_has (csv, "\"Goal 2\",\"-2\",\"+4\"");
  assert_has (csv, "\r\n\r\n\"Partners\",");
  assert_has (csv, "\r\n\r\n\"Goal\",\"How pressing\"");
}

/* Before the change the matrix is as it was, and nothing has changed yet. */
static void
test_as_of (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  g_autofree char *csv = write_as (fixture, "csv", "2026-05-03");
  g_autofree char *html = write_as (fixture, "html", "2026-05-03");

  assert_has (csv, "\"Goal 1\",\"+3\",\"-2\"");
  g_assert_null (strstr (html, "Positions that changed"));
}

static void
test_empty (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  g_autoptr(EntReport) report = ent_alignment_report_new (project, NULL);
  g_autoptr(GBytes) bytes = ent_report_write_html (report, NULL, NULL);

  assert_has (g_bytes_get_data (bytes, NULL), "There are no goals yet.");
  g_assert_null (ent_report_get_matrix (report));
}

static void
ink_clear (gpointer data)
{
  g_free (((EntPaperInk *) data)->text);
}

static void
collect (EntReportPages *pages, guint page, GArray *ink)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (NULL, 10, 10);
  cairo_t *cr = cairo_create (surface);
  EntPaperCanvas canvas = { cr, FALSE, ink };

  ent_report_pages_draw (pages, &canvas, page);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* No heading stands at the foot of a page, cut off from what it introduces, at whatever height the
 * pages end. */
static void
test_headings (void)
{
  g_autoptr(AlignmentFixture) fixture = make_fixture ();
  const EntReportOptions options = { "2026-06-01", .as_of = "2026-06-01" };
  g_autoptr(EntReport) report = ent_alignment_report_new (fixture->project, &options);

  for (double height = 300; height < 800; height += 17)
    {
      const EntPaper paper = { 595, height, 24, 24, 24, 24 };
      g_autoptr(EntReportPages) pages = ent_report_pages_new (report, &paper, NULL);
      GArray *outline;

      g_assert_nonnull (pages);
      outline = ent_report_pages_get_outline (pages);
      for (guint i = 1; i < outline->len; i++)
        {
          const EntReportOutline *entry = &g_array_index (outline, EntReportOutline, i);
          g_autoptr(GArray) ink = g_array_new (FALSE, FALSE, sizeof (EntPaperInk));
          gboolean heading = FALSE;
          guint below = 0;

          g_array_set_clear_func (ink, ink_clear);
          collect (pages, entry->page, ink);
          for (guint j = 0; j < ink->len; j++)
            {
              const EntPaperInk *mark = &g_array_index (ink, EntPaperInk, j);

              heading |= g_str_equal (mark->text, entry->text);
              below += mark->y > entry->y + 24 && mark->y < height - 50;
            }
          g_test_message ("%s at %.0f of %.0f on page %u", entry->text, entry->y, height, entry->page);
          g_assert_true (heading || entry->level > 1);
          g_assert_cmpuint (below, >, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment-report/parts", test_parts);
  g_test_add_func ("/alignment-report/nameless", test_nameless);
  g_test_add_func ("/alignment-report/table", test_table);
  g_test_add_func ("/alignment-report/as-of", test_as_of);
  g_test_add_func ("/alignment-report/empty", test_empty);
  g_test_add_func ("/alignment-report/headings", test_headings);

  return g_test_run ();
}
