/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories and milestones as a document: in which order, what is left out and said to be, what
 * spreadsheets get, and a story longer than a page. */
#include "config.h"

#include "report/ent-report-export.h"
#include "report/ent-report-pages.h"
#include "report/ent-stories-report.h"

#include <cairo-pdf.h>
#include <string.h>

#define DAY "2026-06-01"

static EntRecord *
add (EntProject *project, EntKind kind, const char *title)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  ent_record_set_string (record, (guint) ent_record_get_info (record)->title_field, title);
  g_assert_true (ent_project_append (project, record, NULL));

  return record; /* the project holds it */
}

static EntRecord *
add_story (EntProject *project, const char *title, EntStoryKind kind, const char *date, gboolean consent)
{
  EntRecord *story = add (project, ENT_KIND_STORY, title);

  ent_record_set_enum (story, ENT_STORY_KIND, (int) kind);
  ent_record_set_string (story, ENT_STORY_DATE, date);
  ent_record_set_bool (story, ENT_STORY_CONSENT, consent);
  ent_record_set_string (story, ENT_STORY_SELECTION_REASON, "By all");

  return story;
}

static EntProject *
new_project (void)
{
  EntProject *project = ent_project_new ();
  EntRecord *roof = add (project, ENT_KIND_MILESTONE, "Roof on");
  EntRecord *door = add (project, ENT_KIND_MILESTONE, "Door hung");
  EntRecord *story;

  add_story (project, "A quote", ENT_STORY_QUOTE, "2026-05-01", TRUE);
  story = add_story (project, "Told early", ENT_STORY_STORY, "2026-01-01", TRUE);
  ent_record_set_bool (story, ENT_STORY_SELECTED, TRUE);
  ent_record_set_string (story, ENT_STORY_TEXT, "One <line>\nand another");
  ent_record_set_string (story, ENT_STORY_SIGNIFICANCE, "It held.");
  add_story (project, "Told late", ENT_STORY_STORY, "2026-04-01", TRUE);
  add_story (project, "A secret", ENT_STORY_LESSON, "2026-04-02", FALSE);
  ent_record_set_string (roof, ENT_MILESTONE_DUE, "2026-04-30");
  ent_record_set_string (roof, ENT_MILESTONE_DONE, "2026-05-02");
  ent_record_set_string (roof, ENT_MILESTONE_CELEBRATION, "Soup");
  ent_record_set_string (door, ENT_MILESTONE_DUE, "2026-05-31");

  return project;
}

static char *
write_as (EntProject *project, const char *format, gboolean unshared)
{
  const EntReportOptions options = { DAY, .unshared = unshared };
  g_autoptr(EntReport) report = ent_stories_report_new (project, &options);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ent_report_format_find (format)->write (report, NULL, &error);
  gsize size;

  g_assert_no_error (error);

  return g_bytes_unref_to_data (bytes, &size);
}

/* The parts stand one after the other, whatever is between them. */
static void
assert_in_order (const char *text, const char *const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_test_message ("%s", expected[i]);
      text = strstr (text, expected[i]);
      g_assert_nonnull (text);
    }
}

static void
test_parts (void)
{
  g_autoptr(EntProject) project = new_project ();
  g_autofree char *html = write_as (project, "html", FALSE);
  const char *const expected[] = {
    "3 stories · 2 milestones", "1 story is left out: nobody has agreed to share it.",
    "<h2>Stories</h2>", "<h3>Told late</h3>", "<h3>Told early</h3>", "1 January 2026",
    "One &lt;line&gt;\nand another", "Why it matters: It held.", "Selected because: By all",
    "<h2>Quotes</h2>", "<h3>A quote</h3>", "<h2>Milestones</h2>", "Door hung",
    "! Overdue by 1 day", "Roof on", "✓ Done on 2 May 2026, 2 days late", "Soup", NULL
  };

  assert_in_order (html, expected);
  g_assert_null (strstr (html, "A secret"));
  g_assert_null (strstr (html, "Small wins"));
  /* Only where it was selected, and the table of the stories is for spreadsheets. */
  g_assert_null (strstr (strstr (html, "Selected because") + 1, "Selected because"));
}

/* Of a period: stories by their day, milestones by the day they were due or done. */
static void
test_period (void)
{
  const EntReportOptions options = { DAY, .from = "2026-04-01", .to = "2026-05-01" };
  g_autoptr(EntProject) project = new_project ();
  g_autoptr(EntReport) report = ent_stories_report_new (project, &options);
  g_autoptr(GBytes) bytes = ent_report_write_html (report, NULL, NULL);
  const char *html = g_bytes_get_data (bytes, NULL);
  const char *const expected[] = {
    "1 April to 1 May 2026 · 2 stories · 1 milestone", "1 story is left out",
    "<h3>Told late</h3>", "<h3>A quote</h3>", "Roof on", NULL
  };

  assert_in_order (html, expected);
  g_assert_null (strstr (html, "Told early"));
  g_assert_null (strstr (html, "Door hung"));
}

/* Where a period has nothing, nobody is asked to add what is there. */
static void
test_empty_period (void)
{
  const EntReportOptions options = { DAY, .from = "2020-01-01", .to = "2020-12-31" };
  g_autoptr(EntProject) project = new_project ();
  g_autoptr(EntReport) report = ent_stories_report_new (project, &options);
  g_autoptr(GBytes) bytes = ent_report_write_html (report, NULL, NULL);
  const char *html = g_bytes_get_data (bytes, NULL);

  g_assert_nonnull (strstr (html, "0 stories"));
  g_assert_null (strstr (html, "There are no stories yet"));
  g_assert_null (strstr (html, "<h2>"));
}

static void
test_unshared (void)
{
  g_autoptr(EntProject) project = new_project ();
  g_autofree char *html = write_as (project, "html", TRUE);
  const char *const expected[] = {
    "4 stories", "1 story in here is not to be shared", "<h3>A secret</h3>",
    "Not to be shared · 2 April 2026", NULL
  };

  assert_in_order (html, expected);
  g_assert_null (strstr (html, "left out"));
}

static void
test_data (void)
{
  g_autoptr(EntProject) project = new_project ();
  g_autofree char *csv = write_as (project, "csv", FALSE);
  const char *const expected[] = {
    "\"Date\",\"Kind\",\"Title\",", "\"2026-05-01\",\"Quote\",\"A quote\"",
    "\"2026-04-01\",\"Story\",\"Told late\"", "\"2026-01-01\",\"Story\",\"Told early\"",
    "\"It held.\",\"By all\"", "\"Milestone\",\"Due\",\"Done\"",
    "\"Door hung\",\"2026-05-31\",\"\"", "\"Roof on\",\"2026-04-30\",\"2026-05-02\"", NULL
  };

  assert_in_order (csv, expected);
  g_assert_null (strstr (csv, "A secret"));
}

static void
ink_clear (gpointer data)
{
  g_free (((EntPaperInk *) data)->text);
}

/* What stands on the pages, in order; nothing of it hangs over the foot of a page. */
static char *
collect (EntProject *project, guint *n_pages)
{
  const EntReportOptions options = { DAY };
  const EntPaper paper = { 842, 595, 36, 36, 36, 36 };
  g_autoptr(EntReport) report = ent_stories_report_new (project, &options);
  g_autoptr(EntReportPages) pages = ent_report_pages_new (report, &paper, NULL);
  GString *text = g_string_new (NULL);

  *n_pages = ent_report_pages_get_n_pages (pages);
  for (guint page = 0; page < *n_pages; page++)
    {
      g_autoptr(GArray) ink = g_array_new (FALSE, FALSE, sizeof (EntPaperInk));
      cairo_surface_t *surface = cairo_pdf_surface_create (NULL, 10, 10);
      cairo_t *cr = cairo_create (surface);
      EntPaperCanvas canvas = { cr, FALSE, ink };

      g_array_set_clear_func (ink, ink_clear);
      ent_report_pages_draw (pages, &canvas, page);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      for (guint i = 0; i < ink->len; i++)
        {
          const EntPaperInk *mark = &g_array_index (ink, EntPaperInk, i);

          g_assert_cmpfloat (mark->y + mark->height, <=, paper.height - paper.bottom + 1);
          g_string_append (text, mark->text);
        }
    }

  return g_string_free (text, FALSE);
}

/* Nothing of a long story is lost, be it many lines or one: it goes on as long as there are pages. */
static void
test_long (void)
{
  const char *ends[] = { ".\n", ". " };

  for (guint kind = 0; kind < G_N_ELEMENTS (ends); kind++)
    {
      g_autoptr(EntProject) project = new_project ();
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *shown = NULL;
      const char *place;
      guint n_pages;

      for (guint i = 0; i < 400; i++)
        g_string_append_printf (text, "Line-%u-of-what-was-told-that-evening-at-the-harbour-while"
                                "-the-boats-came-in-one-after-the-other%s", i, ends[kind]);
      ent_record_set_string (ent_project_get_record (project, ENT_KIND_STORY, 1), ENT_STORY_TEXT,
                             text->str);
      shown = collect (project, &n_pages);
      place = shown;
      g_assert_cmpuint (n_pages, >=, 5);
      for (guint i = 0; i < 400; i++)
        {
          g_autofree char *line = g_strdup_printf ("Line-%u-of", i);

          place = strstr (place, line);
          g_assert_nonnull (place);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  g_autofree char *html = write_as (project, "html", FALSE);
  g_autofree char *csv = write_as (project, "csv", FALSE);

  g_assert_nonnull (strstr (html, "There are no stories yet."));
  g_assert_null (strstr (html, "<h2>"));
  g_assert_cmpstr (csv, ==, "\357\273\277");
}

/* Without a chart, a picture shows all there is. */
static void
test_picture (void)
{
  g_autoptr(EntProject) empty = ent_project_new ();
  g_autoptr(EntProject) project = new_project ();
  g_autoptr(EntReport) none = ent_stories_report_new (empty, NULL);
  g_autoptr(EntReport) report = ent_stories_report_new (project, NULL);
  g_autoptr(EntReportPages) small = ent_report_pages_new_picture (none);
  g_autoptr(EntReportPages) large = ent_report_pages_new_picture (report);
  double width, small_height, large_height;

  ent_report_pages_get_size (small, &width, &small_height);
  ent_report_pages_get_size (large, &width, &large_height);
  g_assert_cmpuint (ent_report_pages_get_n_pages (large), ==, 1);
  g_assert_cmpfloat (large_height, >, 2 * small_height);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stories-report/parts", test_parts);
  g_test_add_func ("/stories-report/period", test_period);
  g_test_add_func ("/stories-report/empty-period", test_empty_period);
  g_test_add_func ("/stories-report/unshared", test_unshared);
  g_test_add_func ("/stories-report/data", test_data);
  g_test_add_func ("/stories-report/long", test_long);
  g_test_add_func ("/stories-report/empty", test_empty);
  g_test_add_func ("/stories-report/picture", test_picture);

  return g_test_run ();
}
