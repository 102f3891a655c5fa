/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents on paper: nothing too small, nothing over the edge, nothing on top of something else,
 * every cell once, headers on every page; for small, large and unreasonable charts. */
#include "../analysis/role-fixture.h"
#include "render/ent-matrix-paper.h"
#include "report/ent-report-pages.h"
#include "report/ent-role-chart-report.h"

#include <cairo-pdf.h>
#include <string.h>

static const char *const latin[] = { "plan", "design", "review", "build", "volunteers", "the",
                                     "residents’", "coordination", "survey", "of", "stops" };
static const char *const arabic[] = { "تخطيط", "الحديقة", "المجلس", "زراعة", "ورشة", "عمل" };

static char *
make_name (GRand *rand, const char *const *words, guint n_words, int least, int most)
{
  GString *name = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, least, most + 1); i > 0; i--)
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, (int) n_words)]);

  return g_string_free (name, FALSE);
}

typedef struct {
  const char *name;
  guint n_tasks;
  guint n_roles;
  guint n_partners;
  gboolean arabic;
  gboolean lengthy;
} Shape;

static const Shape shapes[] = {
  { "one", 1, 1, 1, FALSE, FALSE },
  { "small", 3, 3, 2, FALSE, FALSE },
  { "usual", 30, 12, 5, FALSE, FALSE },
  { "lengthy", 25, 14, 4, FALSE, TRUE },
  { "arabic", 14, 6, 3, TRUE, FALSE },
  { "wide", 12, 60, 14, FALSE, FALSE },
  { "tall", 160, 5, 3, FALSE, FALSE },
  { "large", 90, 45, 12, FALSE, FALSE },
};

static RoleFixture *
make_fixture (const Shape *shape)
{
  RoleFixture *fixture = role_fixture_new ("", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260503);
  const char *const *words = shape->arabic ? arabic : latin;
  guint n_words = shape->arabic ? G_N_ELEMENTS (arabic) : G_N_ELEMENTS (latin);
  int most = shape->lengthy ? 40 : 3;

  ent_record_set_string (ent_project_get_info (fixture->project), ENT_PROJECT_TITLE, shape->name);
  for (guint i = 0; i < shape->n_partners; i++)
    {
      g_autofree char *name = make_name (rand, words, n_words, most / 3, most);

      g_ptr_array_add (fixture->partners,
                       g_object_ref (role_fixture_add (fixture, ENT_KIND_PARTNER, name)));
    }
  for (guint i = 0; i < shape->n_roles; i++)
    {
      g_autofree char *name = make_name (rand, words, n_words, most / 3, most);

      role_fixture_add_role (fixture, name,
        role_fixture_partner (fixture, i * shape->n_partners / shape->n_roles));
    }
  for (guint i = 0; i < shape->n_tasks; i++)
    {
      g_autofree char *name = make_name (rand, words, n_words, 2, 2 * most);

      role_fixture_add_task (fixture, name);
      for (guint j = 0; j < shape->n_roles; j++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          role_fixture_assign (fixture, i, j, "RACIX"[g_rand_int_range (rand, 0, 5)]);
    }

  return fixture;
}

static void
assert_no_overlap (const EntPaperInk *a, const EntPaperInk *b)
{
  const double slack = 1.0;         /* lines of letters may touch */
  gboolean apart = a->x + a->width <= b->x + slack || b->x + b->width <= a->x + slack
                || a->y + a->height <= b->y + slack || b->y + b->height <= a->y + slack;

  if (!apart)
    g_test_message ("“%s” (%g %g %g %g) “%s” (%g %g %g %g)", a->text, a->x, a->y, a->width,
                    a->height, b->text, b->x, b->y, b->width, b->height);
  g_assert_true (apart);
}

static void
assert_page (const EntPaper *paper, GArray *ink)
{
  g_assert_cmpuint (ink->len, >, 0);
  for (guint i = 0; i < ink->len; i++)
    {
      const EntPaperInk *a = &g_array_index (ink, EntPaperInk, i);

      g_assert_cmpfloat (a->size, >=, ENT_PAPER_LEAST_SIZE);
      g_assert_cmpfloat (a->x, >=, paper->left - 1);
      g_assert_cmpfloat (a->y, >=, paper->top - 20);
      g_assert_cmpfloat (a->x + a->width, <=, paper->width - paper->right + 1);
      g_assert_cmpfloat (a->y + a->height, <=, paper->height - paper->bottom + 3);
      for (guint j = i + 1; j < ink->len; j++)
        assert_no_overlap (a, &g_array_index (ink, EntPaperInk, j));
    }
}

static void
ink_clear (gpointer data)
{
  g_free (((EntPaperInk *) data)->text);
}

static GArray *
draw (EntReportPages *pages, guint page)
{
  GArray *ink = g_array_new (FALSE, FALSE, sizeof (EntPaperInk));
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  EntPaperCanvas canvas = { cr, FALSE, ink };

  g_array_set_clear_func (ink, ink_clear);
  ent_report_pages_draw (pages, &canvas, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return ink;
}

static const struct {
  const char *name;
  gboolean landscape;
} papers[] = { { "A4", FALSE }, { "A4", TRUE }, { "Letter", FALSE }, { "Letter", TRUE },
               { "A5", FALSE } };

static void
test_geometry (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr(RoleFixture) fixture = make_fixture (shape);
  const EntReportOptions options = { "2026-05-03", TRUE };
  g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, &options);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      EntPaper paper;
      g_autoptr(EntReportPages) pages = NULL;

      ent_paper_init_named (&paper, papers[i].name, papers[i].landscape);
      pages = ent_report_pages_new (report, &paper, NULL);
      for (guint page = 0; page < ent_report_pages_get_n_pages (pages); page++)
        {
          g_autoptr(GArray) ink = draw (pages, page);

          g_test_message ("%s %s %d page %u", shape->name, papers[i].name, papers[i].landscape, page);
          assert_page (&paper, ink);
        }
    }
}

static EntReportPages *
make_pages (RoleFixture *fixture, const char *paper_name, gboolean landscape)
{
  const EntReportOptions options = { "2026-05-03", FALSE };
  g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, &options);
  EntPaper paper;

  g_assert_true (ent_paper_init_named (&paper, paper_name, landscape));

  return ent_report_pages_new (report, &paper, NULL);
}

static gboolean
has_text (GArray *ink, const char *text)
{
  for (guint i = 0; i < ink->len; i++)
    if (strstr (g_array_index (ink, EntPaperInk, i).text, text) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_first_page (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[1]);
  g_autoptr(EntReportPages) pages = make_pages (fixture, "A4", FALSE);
  g_autoptr(GArray) ink = draw (pages, 0);
  const char *wanted[] = { "Role chart", "small", "3 May 2026", "2 partners · 3 roles · 3 tasks",
                           "Responsible: does the work", "Accountable: answers for it", "Consulted",
                           "Informed", "Who holds each role", "Page 1 of 1" };

  g_assert_cmpuint (ent_report_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpstr (ent_report_pages_get_label (pages, 0), ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (has_text (ink, wanted[i]));
  for (guint i = 0; i < 3; i++)
    g_assert_true (has_text (ink, ent_record_get_string (role_fixture_role (fixture, i),
                                                         ENT_ROLE_TITLE)));
}

/* Every page of a chart that takes several tells where it belongs and names its columns. */
static void
test_labels_and_headers (void)
{
  const char *rows[] = { NULL };
  g_autoptr(RoleFixture) fixture = role_fixture_new ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbbbb", rows);
  g_autoptr(EntReportPages) pages = NULL;
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task number %u.", i + 1);

      role_fixture_add_task (fixture, title);
    }
  pages = make_pages (fixture, "A4", FALSE);

  for (guint page = 0; page < ent_report_pages_get_n_pages (pages); page++)
    {
      const char *label = ent_report_pages_get_label (pages, page);
      g_autoptr(GArray) ink = draw (pages, page);

      if (*label == '\0')
        continue;
      g_ptr_array_add (labels, (gpointer) label);
      g_assert_true (has_text (ink, label));
      g_assert_true (has_text (ink, "Tasks"));
      g_assert_true (has_text (ink, "Role "));
      g_assert_true (has_text (ink, "Harbour Council") || has_text (ink, "Riverside Trust"));
    }

  g_ptr_array_add (labels, NULL);
  joined = g_strjoinv (" ", (char **) labels->pdata);
  g_assert_cmpstr (joined, ==, "A1 A2 B1 B2 C1 C2");
}

/* Each row and each column stands on exactly one page in its direction. */
static void
test_cuts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr(RoleFixture) fixture = make_fixture (&shapes[i]);
      const EntReportOptions options = { "2026-05-03", FALSE };
      g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, &options);
      PangoContext *context = ent_paper_context_new ();
      g_autoptr(EntMatrixPaper) plan = ent_matrix_paper_new (ent_report_get_matrix (report), context,
                                                             515, 600, 700);
      guint next = 0;
      guint first;
      guint n;

      g_object_unref (context);
      for (guint down = 0; down < ent_matrix_paper_get_n_down (plan); down++)
        {
          ent_matrix_paper_get_rows (plan, down, &first, &n);
          g_assert_cmpuint (first, ==, next);
          g_assert_cmpuint (n, >, 0);
          next += n;
          g_assert_cmpfloat (ent_matrix_paper_get_block_height (plan, down), <=,
                             down == 0 ? 600 : 700);
        }
      g_assert_cmpuint (next, ==, shapes[i].n_tasks);

      next = 0;
      for (guint across = 0; across < ent_matrix_paper_get_n_across (plan); across++)
        {
          ent_matrix_paper_get_columns (plan, across, &first, &n);
          g_assert_cmpuint (first, ==, next);
          next += n;
          g_assert_cmpfloat (ent_matrix_paper_get_block_width (plan, across), <=, 515);
        }
      g_assert_cmpuint (next, ==, shapes[i].n_roles);
    }
}

/* What is shortened stands in full in the key. */
static void
test_keys (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[3]);
  g_autoptr(EntReportPages) pages = make_pages (fixture, "A4", FALSE);
  const char *longest = "";
  gboolean found = FALSE;

  for (guint i = 0; i < fixture->tasks->len; i++)
    {
      const char *title = ent_record_get_string (role_fixture_task (fixture, i), ENT_TASK_TITLE);

      longest = strlen (title) > strlen (longest) ? title : longest;
    }
  for (guint page = 0; page < ent_report_pages_get_n_pages (pages); page++)
    {
      g_autoptr(GArray) ink = draw (pages, page);

      for (guint i = 0; i < ink->len; i++)
        {
          const char *text = g_array_index (ink, EntPaperInk, i).text;

          found |= text[0] == '[' && g_str_has_suffix (text, longest);
        }
    }
  g_assert_true (found);
}

static void
test_dropped_tasks_are_left_out (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[1]);
  g_autoptr(EntReportPages) pages = NULL;
  g_autoptr(GArray) ink = NULL;

  ent_record_set_string (role_fixture_task (fixture, 1), ENT_TASK_TITLE, "Dropped");
  ent_record_set_enum (role_fixture_task (fixture, 1), ENT_TASK_STATUS, ENT_TASK_DROPPED);
  pages = make_pages (fixture, "Letter", TRUE);
  ink = draw (pages, 0);
  g_assert_false (has_text (ink, "Dropped"));
  g_assert_true (has_text (ink, "2 tasks"));
}

/* A document of two charts and two tables, one of them data. */
static EntReport *
make_two_charts (RoleFixture *fixture)
{
  const char *columns[] = { "Left", "Right", NULL };
  const double weights[] = { 1, 1 };
  EntReport *report = ent_report_new ("Two", "charts", "", "today");
  g_autoptr(EntReport) one = ent_role_chart_report_new (fixture->project, NULL);

  ent_report_add_matrix (report, "First", ent_report_get_matrix (one));
  ent_report_add_heading (report, "Middle heading");
  ent_block_take_row (ent_report_add_table (report, columns, weights),
                      g_strdupv ((char **) (const char *[]) { "passed", "over", NULL }), -1);
  ent_report_add_heading (report, "Second heading");
  g_clear_object (&one);
  one = ent_role_chart_report_new (fixture->project, NULL);
  ent_report_add_matrix (report, "Second", ent_report_get_matrix (one));
  ent_report_add_heading (report, "Last heading");
  ent_block_take_row (ent_report_add_table (report, columns, weights),
                      g_strdupv ((char **) (const char *[]) { "kept", "here", NULL }), -1);
  ((EntBlock *) g_ptr_array_index (ent_report_get_blocks (report), 6))->data = TRUE;

  return report;
}

static guint
count_texts (GArray *ink, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < ink->len; i++)
    n += strstr (g_array_index (ink, EntPaperInk, i).text, text) != NULL;

  return n;
}

static void
test_two_charts (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[1]);
  g_autoptr(EntReport) report = make_two_charts (fixture);
  g_autoptr(EntReportPages) picture = ent_report_pages_new_picture (report);
  g_autoptr(EntReportPages) pages = NULL;
  g_autoptr(GArray) ink = NULL;
  const char *task = ent_record_get_string (role_fixture_task (fixture, 0), ENT_TASK_TITLE);
  g_autofree char *word = g_strndup (task, strcspn (task, " "));
  guint n_once;
  EntPaper paper;

  ent_paper_init_named (&paper, "A4", FALSE);
  pages = ent_report_pages_new (report, &paper, NULL);
  ink = draw (pages, 0);
  n_once = count_texts (ink, word);
  g_assert_cmpuint (n_once, >=, 2);
  g_assert_true (has_text (ink, "passed"));

  g_clear_pointer (&ink, g_array_unref);
  ink = draw (picture, 0);
  g_assert_cmpuint (count_texts (ink, word), ==, n_once);
  g_assert_true (has_text (ink, "Second heading"));
  g_assert_false (has_text (ink, "Middle heading"));
  g_assert_false (has_text (ink, "Last heading"));
  g_assert_false (has_text (ink, "kept"));
}

/* Sheets of the second chart are told from those of the first. */
static void
test_two_charts_labels (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[6]);
  g_autoptr(EntReport) report = make_two_charts (fixture);
  g_autoptr(EntReportPages) pages = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean second = FALSE;
  EntPaper paper;

  ent_paper_init_named (&paper, "A4", FALSE);
  pages = ent_report_pages_new (report, &paper, NULL);
  for (guint page = 0; page < ent_report_pages_get_n_pages (pages); page++)
    {
      const char *label = ent_report_pages_get_label (pages, page);

      if (*label != '\0')
        g_assert_true (g_hash_table_add (seen, (gpointer) label));
      second |= g_str_equal (label, "2·A1");
    }
  g_assert_true (second);
}

static void
test_small_paper (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[1]);
  g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, NULL);
  const EntPaper stamp = { 100, 100, 10, 10, 10, 10 };
  g_autoptr(GError) error = NULL;

  g_assert_null (ent_report_pages_new (report, &stamp, &error));
  g_assert_error (error, ENT_REPORT_ERROR, ENT_REPORT_ERROR_PAPER);
}

static void
test_labels_beyond_z (void)
{
  g_autoptr(RoleFixture) fixture = make_fixture (&shapes[6]);
  const EntReportOptions options = { "2026-05-03", FALSE };
  g_autoptr(EntReport) report = ent_role_chart_report_new (fixture->project, &options);
  PangoContext *context = ent_paper_context_new ();
  g_autoptr(EntMatrixPaper) plan = ent_matrix_paper_new (ent_report_get_matrix (report), context,
                                                         515, 300, 300);
  const struct { guint down; const char *label; } labels[] = {
    { 0, "A1" }, { 25, "Z1" }, { 26, "AA1" }, { 51, "AZ1" }, { 52, "BA1" }, { 701, "ZZ1" },
  };

  g_object_unref (context);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = ent_matrix_paper_dup_label (plan, labels[i].down, 0);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-pages/geometry/%s", shapes[i].name);

      g_test_add_data_func (path, &shapes[i], test_geometry);
    }
  g_test_add_func ("/report-pages/first-page", test_first_page);
  g_test_add_func ("/report-pages/labels-and-headers", test_labels_and_headers);
  g_test_add_func ("/report-pages/cuts", test_cuts);
  g_test_add_func ("/report-pages/keys", test_keys);
  g_test_add_func ("/report-pages/dropped-tasks-are-left-out", test_dropped_tasks_are_left_out);
  g_test_add_func ("/report-pages/two-charts", test_two_charts);
  g_test_add_func ("/report-pages/two-charts-labels", test_two_charts_labels);
  g_test_add_func ("/report-pages/small-paper", test_small_paper);
  g_test_add_func ("/report-pages/labels-beyond-z", test_labels_beyond_z);

  return g_test_run ();
}
