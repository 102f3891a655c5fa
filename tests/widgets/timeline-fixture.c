/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-fixture.h"

#include "kpi-fixture.h"

static void
on_activated (Fixture *fixture, EntRecord *record)
{
  fixture->activated = record;
}

static void
on_focus_moved (Fixture *fixture)
{
  fixture->n_moved++;
}

void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

void
add_story (Fixture *fixture, const char *title, const char *day)
{
  g_autoptr(EntRecord) story = ent_record_new (ENT_KIND_STORY);

  ent_record_set_string (story, ENT_STORY_TITLE, title);
  ent_record_set_string (story, ENT_STORY_DATE, day);
  g_assert_true (ent_project_append (fixture->project, story, NULL));
}

static void
fill (Fixture *fixture, guint n_kpis)
{
  static const double values[] = { 10, 20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 60 };

  for (guint i = 0; i < n_kpis; i++)
    {
      g_autofree char *name = g_strdup_printf ("K%u", i + 1);
      EntRecord *kpi = kpi_fixture_add (fixture->project, name, 10, "2026-01-01", 50, "2026-12-31");

      kpi_fixture_measure_weekly (fixture->project, kpi, "2026-01-05", values,
                                  G_N_ELEMENTS (values));
    }
  add_story (fixture, "First call", "2026-02-02");
  add_story (fixture, "Second call", "2026-05-02");
}

void
set_up_sized (Fixture *fixture, guint n_kpis)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->project = ent_project_new ();
  fill (fixture, n_kpis);
  fixture->kpis = ent_kpis_new (fixture->project);
  ent_kpis_set_as_of (fixture->kpis, "2026-06-01");
  fixture->model = ent_timeline_model_new (fixture->kpis);
  fixture->timeline = ENT_TIMELINE (ent_timeline_new ());
  fixture->window = gtk_window_new ();
  ent_timeline_set_label (fixture->timeline, "Timeline");
  ent_timeline_set_model (fixture->timeline, fixture->model);
  g_signal_connect_swapped (fixture->timeline, "record-activated", G_CALLBACK (on_activated),
                            fixture);
  g_signal_connect_swapped (fixture->timeline, "focus-moved", G_CALLBACK (on_focus_moved), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->timeline));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 3);
}

void
set_up_many (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 40);
}

void
set_up_rtl (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up_sized (fixture, 3);
}

void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 0);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->timeline), (gpointer *) &fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (fixture->timeline);
  g_assert_finalize_object (fixture->model);
  g_object_unref (fixture->kpis);
  g_object_unref (fixture->project);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

gpointer
find_controller (Fixture *fixture, GType type)
{
  g_autoptr(GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->timeline));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the timeline has it */
    }
  g_assert_not_reached ();
}

gboolean
press_with (Fixture *fixture, guint keyval, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         keyval, 0U, state, &handled);

  return handled;
}

void
assert_focus (Fixture *fixture, int lane, int item)
{
  int at_lane, at_item;

  ent_timeline_get_focus_item (fixture->timeline, &at_lane, &at_item);
  g_assert_cmpint (at_lane, ==, lane);
  g_assert_cmpint (at_item, ==, item);
}

double
get_length (Fixture *fixture)
{
  double start, end;

  ent_timeline_get_shown (fixture->timeline, &start, &end);

  return end - start;
}
