/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the matrix widget and its peers, one measurement a process:
 *
 *   bench-matrix first       ROWS COLUMNS   from nothing to the first frame of the matrix
 *   bench-matrix first-view  ROWS COLUMNS   the same cells in a GtkColumnView
 *   bench-matrix scroll      ROWS COLUMNS   frames while scrolling across
 *   bench-matrix positions   ROWS COLUMNS   the same in the alignment matrix, with its totals
 *   bench-matrix flood       ROWS COLUMNS   frames that fill the same area with one colour
 *   bench-matrix edit        ROWS COLUMNS   a letter typed until its frame is drawn
 *
 * A frame is timed from where the frame clock starts to lay out to where it has painted, by the
 * clock and by the processor: on a busy machine the second says more. */
#include "config.h"

#include "bench-frames.h"
#include "bench.h"
#include "bench-project.h"
#include "fake-matrix.h"
#include "render/ent-position-matrix.h"
#include "widgets/ent-matrix.h"

#include <stdlib.h>


static GtkWidget *
new_matrix (gpointer model)
{
  GtkWidget *matrix = ent_matrix_new ();

  ent_matrix_set_model (ENT_MATRIX (matrix), ENT_MATRIX_MODEL (model));
  return matrix;
}

static void
measure_first (FakeMatrix *fake)
{
  double mark = bench_mark_memory ();
  double start = bench_now ();
  BenchWatch watch = { 0 };

  bench_show (&watch, new_matrix (fake), TRUE);
  bench_say ("seconds", watch.first - start);
  bench_say ("peak", bench_peak_since (mark));
}

/* --- The same in a column view: an item a row, a label a cell -------------------------------- */

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            data)
{
  EntMatrixModel *model = g_object_get_data (G_OBJECT (factory), "model");
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_text (label, ent_matrix_model_get_cell_text (model, gtk_list_item_get_position (item),
                                                             GPOINTER_TO_UINT (data)));
}

static void
on_bind_title (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            data)
{
  GtkStringObject *title = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (title));
}

static void
add_column (GtkColumnView  *view,
            EntMatrixModel *model,
            const char     *title,
            GCallback       bind,
            guint           column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "model", model);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", bind, GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_append_column (view, view_column);
  g_object_unref (view_column);
}

static GtkWidget *
new_view (EntMatrixModel *model)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkColumnView *view;

  for (guint i = 0; i < ent_matrix_model_get_n_rows (model); i++)
    gtk_string_list_take (rows, ent_matrix_model_dup_row_title (model, i));
  view = GTK_COLUMN_VIEW (gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows)))));
  add_column (view, model, "Task", G_CALLBACK (on_bind_title), 0);
  for (guint i = 0; i < ent_matrix_model_get_n_columns (model); i++)
    {
      g_autofree char *title = ent_matrix_model_dup_column_title (model, i);

      add_column (view, model, title, G_CALLBACK (on_bind), i);
    }
  return GTK_WIDGET (view);
}

static void
measure_first_view (FakeMatrix *fake)
{
  double mark = bench_mark_memory ();
  double start = bench_now ();
  BenchWatch watch = { 0 };

  bench_show (&watch, new_view (ENT_MATRIX_MODEL (fake)), TRUE);
  bench_say ("seconds", watch.first - start);
  bench_say ("peak", bench_peak_since (mark));
}

/* --- Frames ---------------------------------------------------------------------------------- */

/* Down and across, by more than a row and less than a page. */
static void
scroll (GtkWidget *widget,
        gpointer   data,
        guint      frame)
{
  GtkAdjustment *h = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget));
  GtkAdjustment *v = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  gtk_adjustment_set_value (h, frame * 37.0);
  gtk_adjustment_set_value (v, frame * 53.0);
}

static void
measure_scroll (FakeMatrix *fake)
{
  BenchWatch watch = { .step = scroll };

  bench_show (&watch, new_matrix (fake), TRUE);
  bench_say_frames (&watch);
}

static void
measure_positions (guint n_rows,
                   guint n_columns)
{
  g_autoptr(EntProject) project = bench_project_new (n_rows, n_columns);
  g_autoptr(EntAlignment) alignment = ent_alignment_new (project);
  g_autoptr(EntPositionMatrix) matrix = ent_position_matrix_new (alignment);
  BenchWatch watch = { .step = scroll };

  bench_show (&watch, new_matrix (matrix), TRUE);
  bench_say_frames (&watch);
}

static void
edit (GtkWidget *widget,
      gpointer   data,
      guint      frame)
{
  EntMatrixModel *model = data;

  ent_matrix_model_set_cell (model, frame % 8, frame % 6, frame % 2 != 0 ? "R" : "C", NULL);
}

/* One undo step around all edits keeps the model's own bookkeeping out of the figures. */
static void
measure_edit (FakeMatrix *fake)
{
  EntMatrixModel *model = ENT_MATRIX_MODEL (fake);
  BenchWatch watch = { .step = edit, .data = model };
  gpointer step = ent_matrix_model_begin_edit (model, "Measure");

  bench_show (&watch, new_matrix (fake), TRUE);
  ent_matrix_model_end_edit (model, step, TRUE);
  bench_say_frames (&watch);
}

static void
draw_flood (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        data)
{
  const guint *shade = data;

  cairo_set_source_rgb (cr, (*shade % 100) / 100.0, 0.5, 0.5);
  cairo_paint (cr);
}

static void
flood (GtkWidget *widget,
       gpointer   data,
       guint      frame)
{
  *(guint *) data = frame;
  gtk_widget_queue_draw (widget);
}

static void
measure_flood (void)
{
  guint shade = 0;
  BenchWatch watch = { .step = flood, .data = &shade };
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_flood, &shade, NULL);
  bench_show (&watch, area, FALSE);
  bench_say_frames (&watch);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(FakeMatrix) fake = NULL;

  bench_check (argc == 4, "Usage: bench-matrix first|first-view|scroll|positions|flood|edit ROWS COLUMNS");
  gtk_init ();
  fake = fake_matrix_new ((guint) atoi (argv[2]), (guint) atoi (argv[3]));
  fake_matrix_fill (fake, 1);
  if (g_str_equal (argv[1], "first"))
    measure_first (fake);
  else if (g_str_equal (argv[1], "first-view"))
    measure_first_view (fake);
  else if (g_str_equal (argv[1], "scroll"))
    measure_scroll (fake);
  else if (g_str_equal (argv[1], "positions"))
    measure_positions ((guint) atoi (argv[2]), (guint) atoi (argv[3]));
  else if (g_str_equal (argv[1], "flood"))
    measure_flood ();
  else if (g_str_equal (argv[1], "edit"))
    measure_edit (fake);
  else
    bench_check (FALSE, "There is no such measurement.");
  return 0;
}
