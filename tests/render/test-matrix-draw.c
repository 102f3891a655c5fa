/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrast of the palettes, and that a block is drawn where its edges say. */
#include "config.h"

#include "fake-matrix.h"
#include "render/ent-matrix-draw.h"

#define CELL 20

static void
test_contrast (void)
{
  for (EntMatrixLook look = 0; look < ENT_MATRIX_N_LOOKS; look++)
    {
      const EntMatrixPalette *palette = ent_matrix_palette_get (look);
      gboolean high = look == ENT_MATRIX_LOOK_LIGHT_CONTRAST || look == ENT_MATRIX_LOOK_DARK_CONTRAST;
      double least = high ? 7.0 : 4.5;

      for (guint t = 0; t < ENT_MATRIX_N_TONES; t++)
        g_assert_cmpfloat (ent_matrix_color_contrast (&palette->tones[t].ground, &palette->tones[t].text), >=,
                           least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->header, &palette->text), >=, least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->header, &palette->dim), >=, least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->ground, &palette->dim), >=, least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->error, &palette->on_error), >=, least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->note, &palette->on_note), >=, least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->header, &palette->error), >=, least);
      g_assert_cmpfloat (ent_matrix_color_contrast (&palette->header, &palette->note), >=, least);
    }
}

static void
test_contrast_values (void)
{
  EntMatrixColor black = { 0.0, 0.0, 0.0 };
  EntMatrixColor white = { 1.0, 1.0, 1.0 };
  EntMatrixColor grey = { 119 / 255.0, 119 / 255.0, 119 / 255.0 };

  g_assert_cmpfloat_with_epsilon (ent_matrix_color_contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_matrix_color_contrast (&white, &white), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_matrix_color_contrast (&grey, &white), 4.478, 0.001);
}

static EntMatrixPen *
new_pen (const char *name)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (name);
  EntMatrixPen *pen = ent_matrix_pen_new (context, font, 1.0);

  g_object_unref (context);
  return pen;
}

static cairo_surface_t *
draw (EntMatrixModel *model,
      const double   *x,
      const double   *y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 3 * CELL, 3 * CELL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(EntMatrixPen) pen = new_pen ("Sans 8");
  EntMatrixBlock block = { 0, 3, 0, 3, x, y };

  ent_matrix_draw_block (cr, pen, ent_matrix_palette_get (ENT_MATRIX_LOOK_LIGHT), model, &block);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
pixel_is (cairo_surface_t      *surface,
          int                   x,
          int                   y,
          const EntMatrixColor *color)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
  guint32 wanted = (guint32) (color->red * 255 + 0.5) << 16 |
                   (guint32) (color->green * 255 + 0.5) << 8 | (guint32) (color->blue * 255 + 0.5);

  return pixel == wanted;
}

static void
test_block (gconstpointer data)
{
  static const double y[] = { 0, CELL, 2 * CELL, 3 * CELL };
  static const double ltr_x[] = { 0, CELL, 2 * CELL, 3 * CELL };
  static const double rtl_x[] = { 3 * CELL, 2 * CELL, CELL, 0 };
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr(FakeMatrix) fake = fake_matrix_new (3, 3);
  EntMatrixModel *model = ENT_MATRIX_MODEL (fake);
  const EntMatrixPalette *palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_LIGHT);
  cairo_surface_t *surface;
  int left = rtl ? 0 : 2 * CELL;

  g_assert_true (ent_matrix_model_set_cell (model, 1, 2, "A", NULL));
  fake_matrix_set_mark (fake, 0, 0, ENT_MATRIX_MARK_ERROR);
  surface = draw (model, rtl ? rtl_x : ltr_x, y);

  g_assert_true (pixel_is (surface, left + 3, CELL + 3, &palette->tones[ENT_MATRIX_TONE_STRONG].ground));
  g_assert_true (pixel_is (surface, left + 3, CELL - 3, &palette->ground));
  g_assert_true (pixel_is (surface, CELL + 10, CELL + 10, &palette->ground));
  g_assert_true (pixel_is (surface, CELL + 10, 2 * CELL - 1, &palette->line));
  g_assert_true (pixel_is (surface, rtl ? CELL : 2 * CELL - 1, 10, &palette->line));
  g_assert_true (pixel_is (surface, rtl ? 2 * CELL + 2 : CELL - 3, 1, &palette->error));
  cairo_surface_destroy (surface);
}

/* A darker pixel than the ground stands in each corner that has a sign, and only there. */
static void
test_signs (gconstpointer data)
{
  static const double y[] = { 0, CELL, 2 * CELL, 3 * CELL };
  static const double ltr_x[] = { 0, CELL, 2 * CELL, 3 * CELL };
  static const double rtl_x[] = { 3 * CELL, 2 * CELL, CELL, 0 };
  static const struct {
    EntMatrixSigns signs;
    gboolean       remark, change;
  } cases[] = {
    { ENT_MATRIX_SIGN_NONE, FALSE, FALSE }, { ENT_MATRIX_SIGN_REMARK, TRUE, FALSE },
    { ENT_MATRIX_SIGN_ROSE, FALSE, TRUE }, { ENT_MATRIX_SIGN_FELL, FALSE, TRUE },
    { ENT_MATRIX_SIGN_NEW | ENT_MATRIX_SIGN_REMARK, TRUE, TRUE },
  };
  gboolean rtl = GPOINTER_TO_INT (data);
  const EntMatrixPalette *palette = ent_matrix_palette_get (ENT_MATRIX_LOOK_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FakeMatrix) fake = fake_matrix_new (3, 3);
      cairo_surface_t *surface;
      int end = rtl ? CELL + 1 : 2 * CELL - 2;
      int start = rtl ? 2 * CELL - 5 : CELL + 3;

      fake_matrix_set_signs (fake, cases[i].signs);
      surface = draw (ENT_MATRIX_MODEL (fake), rtl ? rtl_x : ltr_x, y);
      g_assert_true (pixel_is (surface, end, 2 * CELL - 2, &palette->ground) == !cases[i].remark);
      g_assert_true (pixel_is (surface, start, CELL + 3, &palette->ground) == !cases[i].change);
      cairo_surface_destroy (surface);
    }
}

/* Neighbours on the scale differ, and both its ends stand out from the ground. */
static void
test_scale (void)
{
  for (EntMatrixLook look = 0; look < ENT_MATRIX_N_LOOKS; look++)
    {
      const EntMatrixPalette *palette = ent_matrix_palette_get (look);

      for (guint side = 0; side < 2; side++)
        {
          const EntMatrixInk *scale =
            &palette->tones[side == 0 ? ENT_MATRIX_TONE_FOR_1 : ENT_MATRIX_TONE_AGAINST_1];

          for (guint i = 0; i < 3; i++)
            g_assert_cmpfloat (ent_matrix_color_contrast (&palette->ground, &scale[i].ground), <,
                               ent_matrix_color_contrast (&palette->ground, &scale[i + 1].ground));
          g_assert_cmpfloat (ent_matrix_color_contrast (&palette->ground, &scale[3].ground), >=, 3.0);
        }
    }
}

static void
test_pen (void)
{
  g_autoptr(EntMatrixPen) pen = new_pen ("Sans 10");

  g_assert_cmpfloat (ent_matrix_pen_get_width (pen, ""), ==, 0.0);
  g_assert_cmpfloat (ent_matrix_pen_get_width (pen, "A/R"), >, ent_matrix_pen_get_width (pen, "A"));
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 100000 + i);

      g_assert_cmpfloat (ent_matrix_pen_get_width (pen, text), >, 1.0);
    }
}

/* How many black pixels stand between two columns of pixels. */
static guint
count_ink (cairo_surface_t *surface,
           int              from,
           int              to)
{
  static const EntMatrixColor black = { 0.0, 0.0, 0.0 };
  guint ink = 0;

  for (int y = 0; y < CELL; y++)
    for (int x = from; x < to; x++)
      ink += pixel_is (surface, x, y, &black);
  return ink;
}

/* A minus has less ink than a 4, which tells where the sign stands: before the figure, whatever way
 * the page runs. */
static void
test_sign_before_figure (gconstpointer data)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans Bold 12");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * CELL, CELL);
  cairo_t *cr = cairo_create (surface);
  const EntMatrixColor black = { 0.0, 0.0, 0.0 };
  const EntMatrixRect rect = { 0, 0, 2 * CELL, CELL };
  g_autoptr(EntMatrixPen) pen = NULL;

  pango_context_set_base_dir (context, GPOINTER_TO_INT (data) ? PANGO_DIRECTION_RTL
                                                              : PANGO_DIRECTION_LTR);
  pen = ent_matrix_pen_new (context, font, 1.0);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  ent_matrix_draw_cell_text (cr, pen, &black, "−4", &rect);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpuint (count_ink (surface, CELL, 2 * CELL), >, count_ink (surface, 0, CELL));
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
test_check_input (void)
{
  static const struct {
    const char     *text;
    EntMatrixInput  input;
  } cases[] = {
    { "r", ENT_MATRIX_INPUT_COMPLETE }, { "A", ENT_MATRIX_INPUT_COMPLETE },
    { "a/", ENT_MATRIX_INPUT_PARTIAL }, { "a/r", ENT_MATRIX_INPUT_COMPLETE },
    { "x", ENT_MATRIX_INPUT_REFUSED }, { "rr", ENT_MATRIX_INPUT_REFUSED },
  };
  g_autoptr(FakeMatrix) fake = fake_matrix_new (1, 1);
  EntMatrixModelInterface *iface = ENT_MATRIX_MODEL_GET_IFACE (fake);
  EntMatrixInput (*check_input) (EntMatrixModel *, const char *) = iface->check_input;

  iface->check_input = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_matrix_model_check_input (ENT_MATRIX_MODEL (fake), cases[i].text), ==,
                     cases[i].input);
  iface->check_input = check_input;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix-draw/scale", test_scale);
  g_test_add_data_func ("/matrix-draw/sign-before-figure/ltr", GINT_TO_POINTER (FALSE),
                        test_sign_before_figure);
  g_test_add_data_func ("/matrix-draw/sign-before-figure/rtl", GINT_TO_POINTER (TRUE),
                        test_sign_before_figure);
  g_test_add_data_func ("/matrix-draw/signs", GINT_TO_POINTER (FALSE), test_signs);
  g_test_add_data_func ("/matrix-draw/signs-rtl", GINT_TO_POINTER (TRUE), test_signs);
  g_test_add_func ("/matrix-draw/contrast", test_contrast);
  g_test_add_func ("/matrix-draw/contrast-values", test_contrast_values);
  g_test_add_data_func ("/matrix-draw/block/ltr", GINT_TO_POINTER (FALSE), test_block);
  g_test_add_data_func ("/matrix-draw/block/rtl", GINT_TO_POINTER (TRUE), test_block);
  g_test_add_func ("/matrix-draw/pen", test_pen);
  g_test_add_func ("/matrix-draw/check-input", test_check_input);
  return g_test_run ();
}
