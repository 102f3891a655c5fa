/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper sizes, and texts that begin where they should in either direction of writing. */
#include "render/ent-paper.h"

#include <math.h>

static void
test_sizes (void)
{
  EntPaper paper;

  g_assert_true (ent_paper_init_named (&paper, "a4", FALSE));
  g_assert_cmpfloat_with_epsilon (paper.width, 595.28, 0.01);
  g_assert_true (ent_paper_init_named (&paper, "Letter", TRUE));
  g_assert_cmpfloat (paper.width, ==, 792);
  g_assert_cmpfloat (paper.height, ==, 612);
  g_assert_false (ent_paper_init_named (&paper, "Foolscap", FALSE));
}

static void
test_align (void)
{
  const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };
  const char *texts[] = { "Plant", "زراعة", "(1) زراعة", "12" };
  PangoContext *context = ent_paper_context_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts) * 2; i++)
    {
      gboolean right = i % 2 == 1;
      g_autoptr(PangoLayout) layout = NULL;
      PangoRectangle extents;

      pango_context_set_base_dir (context, directions[i / 2 % 2]);
      layout = ent_paper_layout_new (context, texts[i / 4], 8, FALSE);
      ent_paper_layout_fit (layout, 200, 1);
      ent_paper_layout_align (layout, right);
      pango_layout_get_extents (layout, NULL, &extents);
      g_test_message ("%s %u", texts[i / 4], i);
      g_assert_cmpfloat_with_epsilon (
        pango_units_to_double (extents.x + (right ? extents.width : 0)), right ? 200 : 0, 0.1);
    }

  g_object_unref (context);
}

static void
test_fit (void)
{
  PangoContext *context = ent_paper_context_new ();
  g_autoptr(PangoLayout) layout = ent_paper_layout_new (context, "Step-free path and lighting to both "
                                                        "gates", 8, FALSE);
  double word = ent_paper_longest_word (layout);

  g_assert_cmpfloat (word, <, ent_paper_layout_width (layout) / 3);
  ent_paper_layout_fit (layout, word + 1, 0);
  g_assert_cmpfloat (ent_paper_layout_width (layout), <=, word + 1);
  g_assert_false (pango_layout_is_ellipsized (layout));
  ent_paper_layout_fit (layout, word + 1, 2);
  g_assert_true (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);

  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/align", test_align);
  g_test_add_func ("/paper/fit", test_fit);

  return g_test_run ();
}
