/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline on paper: every lane once, nothing too high, no text too small. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "render/ent-timeline-paper.h"

#define WIDTH 515.0
#define HEIGHT 700.0

typedef struct {
  EntProject *project;
  EntKpis *kpis;
  EntTimelineModel *model;
  PangoContext *context;
} Fixture;

static void
add_check_in (Fixture *self, const char *day)
{
  g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_CHECK_IN);

  ent_record_set_string (record, ENT_CHECK_IN_DATE, day);
  ent_record_set_int (record, ENT_CHECK_IN_MORALE, 4);
  g_assert_true (ent_project_append (self->project, record, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const double values[] = { 1, 3, 2, 4, 3, 5, 4, 6 };

  self->project = ent_project_new ();
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *name = g_strdup_printf ("KPI number %u with a name of some length", i + 1);
      EntRecord *kpi = kpi_fixture_add (self->project, name, 0, "2026-01-01", 9, "2026-12-31");

      kpi_fixture_measure_weekly (self->project, kpi, "2026-01-08", values, G_N_ELEMENTS (values));
    }
  add_check_in (self, "2026-02-02");
  self->kpis = ent_kpis_new (self->project);
  ent_kpis_set_as_of (self->kpis, "2026-06-01");
  ent_kpis_freeze (self->kpis);
  self->model = ent_timeline_model_new (self->kpis);
  ent_timeline_model_freeze (self->model);
  self->context = ent_paper_context_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->model);
  g_assert_finalize_object (self->kpis);
  g_assert_finalize_object (self->project);
  g_object_unref (self->context);
}

static void
ink_clear (gpointer data)
{
  g_free (((EntPaperInk *) data)->text);
}

/* What stands on a part, as it was put there. */
static GArray *
draw (EntTimelinePaper *paper, guint part)
{
  GArray *ink = g_array_new (FALSE, FALSE, sizeof (EntPaperInk));
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  EntPaperCanvas canvas = { cairo_create (surface), FALSE, ink };

  g_array_set_clear_func (ink, ink_clear);
  ent_timeline_paper_draw (paper, &canvas, part, 40, 50);
  g_assert_cmpint (cairo_status (canvas.cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (canvas.cr);
  cairo_surface_destroy (surface);

  return ink;
}

static guint
count_names (GArray *ink)
{
  guint n = 0;

  for (guint i = 0; i < ink->len; i++)
    n += g_str_has_prefix (g_array_index (ink, EntPaperInk, i).text, "KPI number");

  return n;
}

static gboolean
has_text (GArray *ink, const char *text)
{
  for (guint i = 0; i < ink->len; i++)
    if (strstr (g_array_index (ink, EntPaperInk, i).text, text) != NULL)
      return TRUE;

  return FALSE;
}

/* Every KPI stands on one part, what happened on each, and all of it is where it should be. */
static void
test_parts (Fixture *self, gconstpointer data)
{
  guint n_kpis = GPOINTER_TO_UINT (data);
  double first_heights[] = { HEIGHT, 300, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (first_heights); i++)
    {
      g_autoptr(EntTimelinePaper) paper =
        ent_timeline_paper_new (self->model, self->context, WIDTH, first_heights[i], HEIGHT);
      double room = ent_timeline_paper_starts_anew (paper) ? HEIGHT : first_heights[i];
      guint n = 0;

      g_assert_cmpint (ent_timeline_paper_starts_anew (paper), ==, i == 2);
      for (guint part = 0; part < ent_timeline_paper_get_n_parts (paper); part++)
        {
          g_autoptr(GArray) ink = draw (paper, part);

          g_assert_cmpfloat (ent_timeline_paper_get_height (paper, part), <=,
                             part == 0 ? room : HEIGHT);
          n += count_names (ink);
          g_assert_true (has_text (ink, "Check-ins"));
          g_assert_true (has_text (ink, "2026"));
          for (guint k = 0; k < ink->len; k++)
            {
              const EntPaperInk *text = &g_array_index (ink, EntPaperInk, k);

              g_assert_cmpfloat (text->size, >=, ENT_PAPER_LEAST_SIZE);
              g_assert_cmpfloat (text->x, >=, 39);
              g_assert_cmpfloat (text->y, >=, 49);
              g_assert_cmpfloat (text->y + text->height, <=,
                                 51 + ent_timeline_paper_get_height (paper, part));
            }
        }
      g_assert_cmpuint (n, ==, n_kpis);
    }
}

/* Another period has other days. */
static void
test_period (Fixture *self, gconstpointer data)
{
  g_autoptr(EntTimelinePaper) paper =
    ent_timeline_paper_new (self->model, self->context, WIDTH, HEIGHT, HEIGHT);
  g_autoptr(GArray) all = draw (paper, 0);
  g_autoptr(GArray) some = NULL;

  ent_timeline_paper_set_period (paper, ent_day_to_number ("2027-01-01"),
                                 ent_day_to_number ("2027-03-31"));
  some = draw (paper, 0);
  g_assert_true (has_text (all, "2026"));
  g_assert_true (has_text (some, "2027"));
  g_assert_false (has_text (some, "2026"));
}

/* What is frozen is drawn as it was, whatever becomes of the project. */
static void
test_frozen (Fixture *self, gconstpointer data)
{
  g_autoptr(EntTimelinePaper) paper =
    ent_timeline_paper_new (self->model, self->context, WIDTH, HEIGHT, HEIGHT);
  g_autoptr(GArray) ink = NULL;

  ent_project_remove (self->project, ent_project_get_record (self->project, ENT_KIND_CHECK_IN, 0));
  ent_project_remove (self->project, ent_project_get_record (self->project, ENT_KIND_KPI, 0));
  ink = draw (paper, 0);
  g_assert_true (has_text (ink, "Check-ins"));
  g_assert_cmpuint (count_names (ink), >, 0);
}

/* The timeline of a KPI that should become 9, as @values say, week by week from 8 January 2026. */
static EntTimelineModel *
new_timeline (const double *values, guint n)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *kpi = kpi_fixture_add (project, "Boats", 0, "2026-01-01", 9, "2026-12-31");
  g_autoptr(EntKpis) kpis = NULL;

  kpi_fixture_measure_weekly (project, kpi, "2026-01-08", values, n);
  kpis = ent_kpis_new (project);
  ent_kpis_set_as_of (kpis, "2026-06-01");

  return ent_timeline_model_new (kpis);
}

static GArray *
draw_period (Fixture *self, EntTimelineModel *model, const char *first, const char *last)
{
  g_autoptr(EntTimelinePaper) paper =
    ent_timeline_paper_new (model, self->context, WIDTH, HEIGHT, HEIGHT);

  ent_timeline_paper_set_period (paper, ent_day_to_number (first), ent_day_to_number (last));

  return draw (paper, 0);
}

/* What lies outside the period does not squeeze what is shown, but the target is always in sight. */
static void
test_scale (Fixture *self, gconstpointer data)
{
  const double values[] = { 2, 3, 2, 900 };
  g_autoptr(EntTimelineModel) model = new_timeline (values, G_N_ELEMENTS (values));
  g_autoptr(GArray) all = draw_period (self, model, "2026-01-01", "2026-03-31");
  g_autoptr(GArray) some = draw_period (self, model, "2026-01-05", "2026-01-25");

  g_assert_true (has_text (all, "500"));
  g_assert_false (has_text (some, "500"));
  g_assert_true (has_text (some, "Target"));
}

static const EntPaperInk *
find_text (GArray *ink, const char *text)
{
  for (guint i = 0; i < ink->len; i++)
    if (g_str_equal (g_array_index (ink, EntPaperInk, i).text, text)
        && g_array_index (ink, EntPaperInk, i).x > 200)
      return &g_array_index (ink, EntPaperInk, i);

  return NULL;
}

/* The word beside the target goes where no line crosses it. */
static void
test_target (Fixture *self, gconstpointer data)
{
  const double low[] = { 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 };
  const double late[] = { 2, 2, 2, 2, 2, 2, 11, 7, 11, 9 };
  g_autoptr(EntTimelineModel) plain = new_timeline (low, G_N_ELEMENTS (low));
  g_autoptr(EntTimelineModel) crossed = new_timeline (late, G_N_ELEMENTS (late));
  g_autoptr(GArray) plain_ink = draw_period (self, plain, "2026-01-05", "2026-03-14");
  g_autoptr(GArray) crossed_ink = draw_period (self, crossed, "2026-01-05", "2026-03-14");
  const EntPaperInk *right = find_text (plain_ink, "Target");
  const EntPaperInk *left = find_text (crossed_ink, "Target");

  g_assert_nonnull (right);
  g_assert_nonnull (left);
  g_assert_cmpfloat (right->x, >, 40 + WIDTH - 60);
  g_assert_cmpfloat (left->x, <, right->x - 20);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1, 8, 40 };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-paper/parts/%u", sizes[i]);

      g_test_add (path, Fixture, GUINT_TO_POINTER (sizes[i]), set_up, test_parts, tear_down);
    }
  g_test_add ("/timeline-paper/period", Fixture, GUINT_TO_POINTER (2), set_up, test_period,
              tear_down);
  g_test_add ("/timeline-paper/scale", Fixture, GUINT_TO_POINTER (1), set_up, test_scale,
              tear_down);
  g_test_add ("/timeline-paper/target", Fixture, GUINT_TO_POINTER (1), set_up, test_target,
              tear_down);
  g_test_add ("/timeline-paper/frozen", Fixture, GUINT_TO_POINTER (2), set_up, test_frozen,
              tear_down);

  return g_test_run ();
}
