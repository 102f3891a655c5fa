/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper: its size, and texts on it. Everything here is in points of 1/72 inch. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* No text on paper is smaller than this. What does not fit goes to a further page instead. */
#define ENT_PAPER_LEAST_SIZE 7.0

/**
 * EntPaper:
 * @width: width of the sheet
 * @height: height of the sheet
 * @top: margin
 * @right: margin
 * @bottom: margin
 * @left: margin
 *
 * A sheet of paper, in points.
 */
typedef struct {
  double width;
  double height;
  double top;
  double right;
  double bottom;
  double left;
} EntPaper;

/**
 * EntPaperInk:
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 * @size: size of the letters
 * @text: the text; whoever made the array frees it
 *
 * Where a text was put, for tests.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
  double size;
  char *text;
} EntPaperInk;

/**
 * EntPaperCanvas:
 * @cr: where to draw; one unit is a point
 * @tagged: whether to write the structure of the document (for PDF)
 * @ink: (nullable) (element-type EntPaperInk): where to note each text
 *
 * A page being drawn.
 */
typedef struct {
  cairo_t *cr;
  gboolean tagged;
  GArray *ink;
} EntPaperCanvas;

gboolean      ent_paper_init_named     (EntPaper       *self,
                                        const char     *name,
                                        gboolean        landscape);
char         *ent_paper_dup_names      (void);

PangoContext *ent_paper_context_new    (void);
gboolean      ent_paper_is_right_to_left (void);
PangoLayout  *ent_paper_layout_new     (PangoContext   *context,
                                        const char     *text,
                                        double          size,
                                        gboolean        bold);
void          ent_paper_layout_fit     (PangoLayout    *layout,
                                        double          width,
                                        guint           lines);
void          ent_paper_layout_set_lines (PangoLayout *layout,
                                          const char  *text);
void          ent_paper_layout_align   (PangoLayout    *layout,
                                        gboolean        right);
double        ent_paper_layout_width   (PangoLayout    *layout);
double        ent_paper_layout_height  (PangoLayout    *layout);
double        ent_paper_longest_word   (PangoLayout    *layout);
double        ent_paper_line_height    (PangoContext   *context,
                                        double          size);

void          ent_paper_show           (EntPaperCanvas *canvas,
                                        PangoLayout    *layout,
                                        double          x,
                                        double          y);
void          ent_paper_show_upward    (EntPaperCanvas *canvas,
                                        PangoLayout    *layout,
                                        double          x,
                                        double          bottom);
void          ent_paper_tag_begin      (EntPaperCanvas *canvas,
                                        const char     *tag,
                                        const char     *attributes);
void          ent_paper_tag_end        (EntPaperCanvas *canvas,
                                        const char     *tag);

G_END_DECLS
