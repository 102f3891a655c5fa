/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a timeline are, that no signal is lost, and that something is drawn. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analysis/ent-day.h"
#include "kpi-fixture.h"
#include "render/ent-timeline-draw.h"
#include "render/ent-timeline-layout.h"
#include "render/ent-timeline-marks.h"

#define WIDTH 900
#define HEIGHT 600

typedef struct {
  EntProject *project;
  EntKpis *kpis;
  EntTimelineScene scene;
  EntTimelineLayout layout;
} Fixture;

static void
add_event (Fixture *fixture, EntKind kind, guint title, const char *text, guint date,
           const char *day)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  ent_record_set_string (record, title, text);
  ent_record_set_string (record, date, day);
  if (kind == ENT_KIND_CHECK_IN)
    ent_record_set_int (record, ENT_CHECK_IN_MORALE, 3);
  g_assert_true (ent_project_append (fixture->project, record, NULL));
}

static void
fit (Fixture *fixture, gboolean rtl)
{
  EntMatrixRect axis;
  int first, last;

  ent_timeline_scene_forget_lanes (&fixture->scene);
  fixture->layout.width = WIDTH;
  fixture->layout.height = HEIGHT;
  fixture->layout.line = fixture->scene.line;
  fixture->layout.rtl = fixture->scene.rtl = rtl;
  ent_timeline_layout_fit (&fixture->layout, fixture->scene.model);
  axis = ent_timeline_layout_get_axis (&fixture->layout);
  fixture->scene.axis.x = axis.x;
  fixture->scene.axis.width = axis.width;
  fixture->scene.scale_width = fixture->layout.scale_width;
  ent_timeline_model_get_span (fixture->scene.model, &first, &last);
  ent_time_axis_fit (&fixture->scene.axis, first, last);
  ent_timeline_scene_name_ticks (&fixture->scene);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  fixture->project = ent_project_new ();
  fixture->kpis = ent_kpis_new (fixture->project);
  ent_kpis_set_as_of (fixture->kpis, "2026-06-01");
  fixture->layout = (EntTimelineLayout) { 0 };
  ent_timeline_scene_init (&fixture->scene);
  fixture->scene.model = ent_timeline_model_new (fixture->kpis);
  ent_timeline_scene_set_font (&fixture->scene, context, 14);
  g_object_unref (context);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ent_timeline_layout_clear (&fixture->layout);
  ent_timeline_scene_clear (&fixture->scene);
  g_object_unref (fixture->kpis);
  g_object_unref (fixture->project);
}

static EntRecord *
add_random (Fixture *fixture, guint n, guint32 seed)
{
  EntRecord *kpi = kpi_fixture_add (fixture->project, "Random", 10, "2010-01-01", 50, "2026-12-31");
  EntTransaction *step = ent_project_begin (fixture->project, "Measure");
  g_autofree double *values = g_new (double, n);
  GRand *rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    values[i] = g_rand_double_range (rand, 0, 60) + (g_rand_int_range (rand, 0, 40) == 0 ? 300 : 0);
  kpi_fixture_measure_weekly (fixture->project, kpi, "2010-01-05", values, n);
  ent_transaction_commit (step);
  ent_transaction_free (step);
  g_rand_free (rand);

  return kpi;
}

/* Lanes follow each other without gaps, and each place belongs to the lane that is there. */
static void
test_layout (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    kpi_fixture_add (fixture->project, "K", 0, "2026-01-01", 9, "2026-12-31");
  add_event (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "T", ENT_STORY_DATE, "2026-02-02");

  for (int rtl = 0; rtl < 2; rtl++)
    {
      double end = 0;
      guint first, last, lane;

      fixture->layout.scroll_y = 0;
      fit (fixture, rtl != 0);
      g_assert_cmpuint (fixture->layout.n_lanes, ==, 13);
      g_assert_cmpuint (fixture->layout.n_frozen, ==, 1);
      end = fixture->layout.axis_height;
      for (guint i = 0; i < 13; i++)
        {
          EntMatrixRect rect = ent_timeline_layout_get_lane (&fixture->layout, i);
          EntMatrixRect head = ent_timeline_layout_get_head (&fixture->layout, i);
          EntMatrixRect plot = ent_timeline_layout_get_plot (&fixture->layout, i);

          g_assert_cmpfloat (rect.y, ==, end);
          g_assert_cmpfloat (head.width + plot.width, ==, WIDTH);
          g_assert_cmpfloat (rtl ? plot.x + plot.width : head.x + head.width, ==,
                             rtl ? head.x : plot.x);
          end = rect.y + rect.height;
        }

      fixture->layout.scroll_y = ent_timeline_layout_reach (&fixture->layout, 7);
      ent_timeline_layout_get_visible (&fixture->layout, &first, &last);
      g_assert_cmpuint (first, <=, 7);
      g_assert_cmpuint (last, >, 7);
      for (guint i = first; i < last; i++)
        {
          EntMatrixRect rect = ent_timeline_layout_get_lane (&fixture->layout, i);
          double y = CLAMP (rect.y + rect.height / 2,
                            ent_timeline_layout_get_frozen (&fixture->layout), HEIGHT - 1);

          g_assert_cmpint (ent_timeline_layout_pick (&fixture->layout, rtl ? 3 : WIDTH - 3, y, &lane),
                           ==, ENT_TIMELINE_PART_PLOT);
          g_assert_cmpuint (lane, ==, i);
          g_assert_cmpint (ent_timeline_layout_pick (&fixture->layout, rtl ? WIDTH - 60 : 60, y,
                                                     &lane), ==, ENT_TIMELINE_PART_HEAD);
          g_assert_cmpuint (lane, ==, i);
        }
      g_assert_cmpint (ent_timeline_layout_pick (&fixture->layout, rtl ? 3 : WIDTH - 3, 3, &lane), ==,
                       ENT_TIMELINE_PART_AXIS);
      g_assert_cmpint (ent_timeline_layout_pick (&fixture->layout, -1, 3, &lane), ==,
                       ENT_TIMELINE_PART_NONE);
    }
}

/* One lane has much of the height, many have what they need; folded ones a line. */
static void
test_heights (Fixture *fixture, gconstpointer data)
{
  double alone;

  kpi_fixture_add (fixture->project, "K", 0, "2026-01-01", 9, "2026-12-31");
  fit (fixture, FALSE);
  alone = ent_timeline_layout_get_lane (&fixture->layout, 0).height;
  for (guint i = 0; i < 40; i++)
    kpi_fixture_add (fixture->project, "K", 0, "2026-01-01", 9, "2026-12-31");
  fit (fixture, FALSE);
  g_assert_cmpfloat (ent_timeline_layout_get_lane (&fixture->layout, 0).height, <, alone);
  g_assert_cmpfloat (ent_timeline_layout_get_content (&fixture->layout), >, HEIGHT);
  ent_timeline_model_fold_all (fixture->scene.model, TRUE);
  fit (fixture, FALSE);
  g_assert_cmpfloat (ent_timeline_layout_get_lane (&fixture->layout, 0).height, <,
                     2 * fixture->layout.line);
}

static gboolean
is_marked (GArray *places, EntTimelineMark mark, double x, double y, double side)
{
  for (guint i = 0; i < places->len; i++)
    {
      const EntTimelinePlace *place = &g_array_index (places, EntTimelinePlace, i);

      if (place->mark == mark && fabs (place->x - x) <= side && fabs (place->y - y) <= side)
        return TRUE;
    }

  return FALSE;
}

/* However many points there are, each signal has a mark of its own sort where it is. */
static void
test_signals (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 1, 4, 30, 200, 800 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      EntRecord *kpi = add_random (fixture, sizes[s], s);
      g_autoptr(GArray) places = NULL;
      EntMatrixRect plot;
      guint n_signals = 0;

      fit (fixture, FALSE);
      plot = ent_timeline_layout_get_plot (&fixture->layout, 0);
      places = ent_timeline_place_marks (&fixture->scene, 0, &plot);
      for (guint i = 0; i < sizes[s]; i++)
        {
          EntTimelineItem item = ent_timeline_model_get_item (fixture->scene.model, 0, i);
          double x, y;

          if (item.mark == ENT_TIMELINE_MARK_POINT)
            continue;

          n_signals++;
          g_assert_true (ent_timeline_place_item (&fixture->scene, 0, i, &plot, &x, &y));
          g_assert_true (is_marked (places, item.mark, x, y, 0.7 * fixture->scene.line));
        }
      g_test_message ("%u points, %u signals, %u marks", sizes[s], n_signals, places->len);
      if (sizes[s] >= 30)
        g_assert_cmpuint (n_signals, >, 0);
      else
        g_assert_cmpuint (places->len, ==, sizes[s]);
      ent_project_remove (fixture->project, kpi);
    }
}

/* What is drawn can be found again. */
static void
test_pick (Fixture *fixture, gconstpointer data)
{
  EntMatrixRect plot;

  add_random (fixture, 40, 3);
  add_event (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "T", ENT_STORY_DATE, "2016-02-02");
  add_event (fixture, ENT_KIND_CHECK_IN, ENT_CHECK_IN_NOTES, "", ENT_CHECK_IN_DATE, "2017-02-02");
  fit (fixture, FALSE);
  ent_time_axis_show (&fixture->scene.axis, ent_day_to_number ("2010-01-01"),
                      ent_day_to_number ("2017-12-31"));
  for (guint lane = 0; lane < ent_timeline_model_get_n_lanes (fixture->scene.model); lane++)
    {
      plot = ent_timeline_layout_get_plot (&fixture->layout, lane);
      for (guint i = 0; i < ent_timeline_model_get_n_items (fixture->scene.model, lane); i++)
        {
          double x, y;

          if (!ent_timeline_place_item (&fixture->scene, lane, i, &plot, &x, &y))
            continue;
          g_assert_cmpint (ent_timeline_pick_item (&fixture->scene, lane, &plot, x, y), ==, i);
        }
    }
  g_assert_cmpint (ent_timeline_pick_item (&fixture->scene, 0, &plot, plot.x + 2, plot.y), ==, -1);
}

static cairo_surface_t *
draw_all (Fixture *fixture, gboolean vector)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *target = vector
    ? cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL)
    : cairo_surface_reference (surface);
  cairo_t *cr = cairo_create (target);
  EntMatrixRect axis = ent_timeline_layout_get_axis (&fixture->layout);

  ent_timeline_draw_axis (&fixture->scene, cr, &axis);
  for (guint i = 0; i < fixture->layout.n_lanes; i++)
    {
      EntMatrixRect head = ent_timeline_layout_get_head (&fixture->layout, i);
      EntMatrixRect plot = ent_timeline_layout_get_plot (&fixture->layout, i);

      ent_timeline_draw_head (&fixture->scene, cr, i, &head);
      ent_timeline_draw_plot (&fixture->scene, cr, i, &plot);
    }
  cairo_destroy (cr);
  if (vector)
    {
      cr = cairo_create (surface);
      cairo_set_source_surface (cr, target, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (target);
  if (g_getenv ("ENT_TEST_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/timeline-%s.png", g_getenv ("ENT_TEST_PICTURES"),
                                               vector ? "vector" : "raster");

      cairo_surface_write_to_png (surface, path);
    }

  return surface;
}

/* How many pixels of a box are not of the colour of the ground. */
static guint
count_ink (cairo_surface_t *surface, const EntMatrixRect *rect)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint n = 0;

  for (int y = (int) rect->y; y < MIN (rect->y + rect->height, HEIGHT); y++)
    for (int x = (int) rect->x; x < MIN (rect->x + rect->width, WIDTH); x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);
        n += pixel != 0xffffffff;
      }

  return n;
}

static void
add_some (Fixture *fixture)
{
  EntRecord *kpi;
  static const double values[] = { 10, 12, 11, 14, 13, 12, 15, 30, 31, 33, 32, 35, 31, 33 };
  const char *rebase[] = { "2026-02-20", NULL };

  kpi = kpi_fixture_add (fixture->project, "Learners who finished", 10, "2026-01-01", 50,
                         "2026-12-31");
  ent_record_set_string (kpi, ENT_KPI_UNIT, "people");
  kpi_fixture_measure_weekly (fixture->project, kpi, "2026-01-05", values, G_N_ELEMENTS (values));
  kpi = kpi_fixture_add (fixture->project, "Waiting time", 10, "2026-01-01", 5, "2026-12-31");
  ent_record_set_enum (kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_DECREASE);
  ent_record_set_list (kpi, ENT_KPI_REBASE, rebase);
  kpi_fixture_measure_weekly (fixture->project, kpi, "2026-01-05", values, G_N_ELEMENTS (values));
  kpi = kpi_fixture_add (fixture->project, "Attendance", NAN, "", NAN, "");
  ent_record_set_enum (kpi, ENT_KPI_DIRECTION, ENT_DIRECTION_WITHIN);
  ent_record_set_double (kpi, ENT_KPI_LOW, 15);
  ent_record_set_double (kpi, ENT_KPI_HIGH, 30);
  ent_record_set_string (kpi, ENT_KPI_UNIT, "%");
  kpi_fixture_measure_weekly (fixture->project, kpi, "2026-01-05", values, G_N_ELEMENTS (values));
  kpi_fixture_add (fixture->project, "Nothing yet", 0, "2026-01-01", 9, "2026-12-31");
  add_event (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "The first call", ENT_STORY_DATE, "2026-02-02");
  add_event (fixture, ENT_KIND_STORY, ENT_STORY_TITLE, "Another", ENT_STORY_DATE, "2026-02-03");
  add_event (fixture, ENT_KIND_MILESTONE, ENT_MILESTONE_TITLE, "Opening", ENT_MILESTONE_DUE,
             "2026-03-03");
  add_event (fixture, ENT_KIND_DECISION, ENT_DECISION_WHAT, "Go on-line", ENT_DECISION_DATE,
             "2026-04-03");
  ent_record_set_enum (ent_project_get_record (fixture->project, ENT_KIND_DECISION, 0),
                       ENT_DECISION_KIND, ENT_DECISION_PIVOT);
  add_event (fixture, ENT_KIND_CHECK_IN, ENT_CHECK_IN_NOTES, "", ENT_CHECK_IN_DATE, "2026-03-01");
  add_event (fixture, ENT_KIND_CHECK_IN, ENT_CHECK_IN_NOTES, "", ENT_CHECK_IN_DATE, "2026-04-01");
}

/* Every head and every plot says something, on pixels and as lines. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  add_some (fixture);
  for (int i = 0; i < 3; i++)
    {
      cairo_surface_t *surface;

      fit (fixture, i == 2);
      surface = draw_all (fixture, i == 1);
      for (guint lane = 0; lane < fixture->layout.n_lanes; lane++)
        {
          EntMatrixRect plot = ent_timeline_layout_get_plot (&fixture->layout, lane);

          if (plot.y + plot.height < HEIGHT)
            g_assert_cmpuint (count_ink (surface, &plot), >, 300);
        }
      cairo_surface_destroy (surface);
    }
}

/* Whatever time is shown, of whatever there is: nothing, one point, before the first and after the
 * last, a week, ten years. */
static void
test_odd_times (Fixture *fixture, gconstpointer data)
{
  static const char *const spans[][2] = {
    { "2026-01-01", "2026-01-04" }, { "1900-01-01", "1900-02-01" }, { "2126-01-01", "2127-01-01" },
    { "2016-01-01", "2026-12-31" }, { "0001-01-01", "9999-12-31" },
  };
  static const char *const days[] = { "2026-02-01", "2020-01-01", "2026-05-30" };
  static const double values[] = { 7, -1e300, 0 };
  EntRecord *kpi = kpi_fixture_add (fixture->project, "One", 5, "2026-05-01", 5, "2026-05-01");

  for (guint points = 0; points < 3; points++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          fit (fixture, FALSE);
          ent_time_axis_show (&fixture->scene.axis, ent_day_to_number (spans[i][0]),
                              ent_day_to_number (spans[i][1]));
          ent_timeline_scene_name_ticks (&fixture->scene);
          cairo_surface_destroy (draw_all (fixture, FALSE));
          cairo_surface_destroy (draw_all (fixture, TRUE));
        }
      kpi_fixture_measure (fixture->project, kpi, days[points], values[points]);
      if (points == 1)
        add_some (fixture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/timeline-draw/layout", test_layout);
  ADD ("/timeline-draw/heights", test_heights);
  ADD ("/timeline-draw/signals", test_signals);
  ADD ("/timeline-draw/pick", test_pick);
  ADD ("/timeline-draw/draw", test_draw);
  ADD ("/timeline-draw/odd-times", test_odd_times);

  return g_test_run ();
}
