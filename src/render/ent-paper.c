/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper: its size, and texts on it. */
#include "config.h"

#include "render/ent-paper.h"

#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 40.0

static const struct {
  const char *name;
  double width;
  double height;
} sizes[] = {
  { "A4", 595.28, 841.89 },
  { "Letter", 612, 792 },
  { "A3", 841.89, 1190.55 },
  { "A5", 419.53, 595.28 },
  { "Legal", 612, 1008 },
  { "Tabloid", 792, 1224 },
};

/**
 * ent_paper_init_named:
 * @self: the paper to fill
 * @name: A4, Letter, A3, A5, Legal or Tabloid, in capitals or not
 * @landscape: whether the long edge lies at the bottom
 *
 * Returns: whether @name is known
 */
gboolean
ent_paper_init_named (EntPaper *self, const char *name, gboolean landscape)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (sizes[i].name, name) == 0)
      {
        *self = (EntPaper) {
          landscape ? sizes[i].height : sizes[i].width,
          landscape ? sizes[i].width : sizes[i].height,
          MARGIN, MARGIN, MARGIN, MARGIN,
        };
        return TRUE;
      }

  return FALSE;
}

/**
 * ent_paper_dup_names:
 *
 * Returns: (transfer full): the names that ent_paper_init_named() knows, with commas between
 */
char *
ent_paper_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", sizes[i].name);

  return g_string_free (names, FALSE);
}

/**
 * ent_paper_context_new:
 *
 * Returns: (transfer full): a context for texts whose sizes are in points on any surface: without
 *   hinting, so that a page looks the same on screen, in a file and on the printer
 */
PangoContext *
ent_paper_context_new (void)
{
  g_autoptr(PangoFontMap) map = pango_cairo_font_map_new ();
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans");
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  pango_context_set_font_description (context, font);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (ent_paper_is_right_to_left ())
    pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * ent_paper_is_right_to_left:
 *
 * Returns: whether the language of the program is written from right to left, and pages with it
 */
gboolean
ent_paper_is_right_to_left (void)
{
  return ent_phrase_is_right_to_left (_("Task"), FALSE);
}

/* Ligatures look well, but who searches a PDF for “off” does not find “oﬀ”. */
static PangoAttrList *
make_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0"));

  return attributes;
}

/**
 * ent_paper_layout_new:
 * @context: a context of ent_paper_context_new()
 * @text: a text; shown on one line until it is fitted
 * @size: size of the letters, at least %ENT_PAPER_LEAST_SIZE
 * @bold: whether it is bold
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
ent_paper_layout_new (PangoContext *context, const char *text, double size, gboolean bold)
{
  PangoLayout *layout;
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans");
  g_autoptr(PangoAttrList) attributes = make_attributes ();
  g_autofree char *shown = NULL;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (size >= ENT_PAPER_LEAST_SIZE, NULL);

  shown = ent_phrase_show (text);
  layout = pango_layout_new (context);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, shown, -1);
  /* Whatever its script, a text begins where the lines of the page begin. */
  ent_paper_layout_align (layout, ent_paper_is_right_to_left ());

  return layout;
}

/**
 * ent_paper_layout_set_lines:
 * @layout: a text
 * @text: what it says instead; its lines stay lines
 *
 * Shows a text of several lines, such as a list in the cell of a table.
 */
void
ent_paper_layout_set_lines (PangoLayout *layout, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (PANGO_IS_LAYOUT (layout));
  g_return_if_fail (text != NULL);

  shown = ent_phrase_show_lines (text);
  pango_layout_set_text (layout, shown, -1);
  ent_paper_layout_align (layout, ent_paper_is_right_to_left ());
}

/**
 * ent_paper_layout_align:
 * @layout: a text
 * @right: whether its lines end at the right edge, otherwise they begin at the left
 *
 * Aligns a text to one edge, in which direction ever it is written.
 */
void
ent_paper_layout_align (PangoLayout *layout, gboolean right)
{
  gboolean page_rtl;
  gboolean turned;

  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  /* Pango swaps left and right for text that runs against the direction of its context. */
  page_rtl = pango_context_get_base_dir (pango_layout_get_context (layout)) == PANGO_DIRECTION_RTL;
  turned = ent_phrase_is_right_to_left (pango_layout_get_text (layout), page_rtl) != page_rtl;
  pango_layout_set_alignment (layout, right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/**
 * ent_paper_layout_fit:
 * @layout: a text
 * @width: how wide it may be
 * @lines: on how many lines, or 0 for as many as it takes
 *
 * Wraps a text between words, in a word only where a word alone is too long, and cuts it with "…"
 * after the last line.
 */
void
ent_paper_layout_fit (PangoLayout *layout, double width, guint lines)
{
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  pango_layout_set_width (layout, (int) floor (MAX (width, 1.0) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (lines > 0)
    {
      pango_layout_set_height (layout, -(int) lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
}

/**
 * ent_paper_layout_width:
 * @layout: a text
 *
 * Returns: how wide it is
 */
double
ent_paper_layout_width (PangoLayout *layout)
{
  PangoRectangle extents;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_extents (layout, NULL, &extents);

  return pango_units_to_double (extents.width);
}

/**
 * ent_paper_layout_height:
 * @layout: a text
 *
 * Returns: how high it is
 */
double
ent_paper_layout_height (PangoLayout *layout)
{
  int height;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

/**
 * ent_paper_longest_word:
 * @layout: a text that has not been fitted yet
 *
 * Returns: the width below which a word of it would be cut in two
 */
double
ent_paper_longest_word (PangoLayout *layout)
{
  double width;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, PANGO_SCALE);
  width = ent_paper_layout_width (layout);
  pango_layout_set_width (layout, -1);

  return width;
}

/**
 * ent_paper_line_height:
 * @context: a context of ent_paper_context_new()
 * @size: size of the letters
 *
 * Returns: the distance between two lines
 */
double
ent_paper_line_height (PangoContext *context, double size)
{
  g_autoptr(PangoLayout) layout = ent_paper_layout_new (context, "Ag", size, FALSE);

  return ent_paper_layout_height (layout);
}

static void
note_ink (EntPaperCanvas *canvas, PangoLayout *layout, double x, double y, gboolean upward)
{
  EntPaperInk ink = { 0 };
  PangoRectangle extents;

  if (canvas->ink == NULL)
    return;

  pango_layout_get_extents (layout, NULL, &extents);
  ink.x = x + (upward ? 0 : pango_units_to_double (extents.x));
  ink.y = upward ? y - pango_units_to_double (extents.x + extents.width) : y;
  ink.width = pango_units_to_double (upward ? extents.height : extents.width);
  ink.height = pango_units_to_double (upward ? extents.width : extents.height);
  ink.size = pango_units_to_double (
    pango_font_description_get_size (pango_layout_get_font_description (layout)));
  ink.text = g_strdup (pango_layout_get_text (layout));
  g_array_append_val (canvas->ink, ink);
}

/**
 * ent_paper_show:
 * @canvas: a page
 * @layout: a text
 * @x: its left edge
 * @y: its top edge
 *
 * Draws a text.
 */
void
ent_paper_show (EntPaperCanvas *canvas, PangoLayout *layout, double x, double y)
{
  g_return_if_fail (canvas != NULL && PANGO_IS_LAYOUT (layout));

  note_ink (canvas, layout, x, y, FALSE);
  cairo_move_to (canvas->cr, round (x * 2) / 2, round (y * 2) / 2);
  pango_cairo_show_layout (canvas->cr, layout);
}

/**
 * ent_paper_show_upward:
 * @canvas: a page
 * @layout: a text
 * @x: its left edge
 * @bottom: where it begins
 *
 * Draws a text that is read from the bottom to the top.
 */
void
ent_paper_show_upward (EntPaperCanvas *canvas, PangoLayout *layout, double x, double bottom)
{
  g_return_if_fail (canvas != NULL && PANGO_IS_LAYOUT (layout));

  note_ink (canvas, layout, x, bottom, TRUE);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, round (x * 2) / 2, round (bottom * 2) / 2);
  cairo_rotate (canvas->cr, -G_PI / 2);
  cairo_move_to (canvas->cr, 0, 0);
  pango_cairo_show_layout (canvas->cr, layout);
  cairo_restore (canvas->cr);
}

/**
 * ent_paper_tag_begin:
 * @canvas: a page
 * @tag: an element of the document's structure, such as H1 or TD
 * @attributes: (nullable): its attributes as cairo_tag_begin() takes them
 *
 * Begins an element, where structure is written.
 */
void
ent_paper_tag_begin (EntPaperCanvas *canvas, const char *tag, const char *attributes)
{
  g_return_if_fail (canvas != NULL && tag != NULL);

  if (canvas->tagged)
    cairo_tag_begin (canvas->cr, tag, attributes);
}

/**
 * ent_paper_tag_end:
 * @canvas: a page
 * @tag: the element begun last
 *
 * Ends an element.
 */
void
ent_paper_tag_end (EntPaperCanvas *canvas, const char *tag)
{
  g_return_if_fail (canvas != NULL && tag != NULL);

  if (canvas->tagged)
    cairo_tag_end (canvas->cr, tag);
}
