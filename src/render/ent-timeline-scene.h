/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline is drawn with: the time that is shown and its names, colours and fonts. */
#pragma once

#include "render/ent-matrix-pen.h"
#include "render/ent-paper.h"
#include "render/ent-time-axis.h"
#include "render/ent-timeline-model.h"
#include "render/ent-value-axis.h"

G_BEGIN_DECLS

/* What is drawn for the better and for the worse, everywhere beside a sign. */
#define ENT_TIMELINE_BETTER ENT_MATRIX_TONE_FOR_4
#define ENT_TIMELINE_WORSE ENT_MATRIX_TONE_AGAINST_4

/**
 * EntTimelineFont:
 * @ENT_TIMELINE_FONT_NAME: for the names of lanes
 * @ENT_TIMELINE_FONT_TEXT: for status and values
 * @ENT_TIMELINE_FONT_SMALL: for what stands in plots and at axes
 * @ENT_TIMELINE_FONT_SIGN: for letters in marks
 */
typedef enum {
  ENT_TIMELINE_FONT_NAME,
  ENT_TIMELINE_FONT_TEXT,
  ENT_TIMELINE_FONT_SMALL,
  ENT_TIMELINE_FONT_SIGN,
  ENT_TIMELINE_N_FONTS
} EntTimelineFont;

/* So many sorts of mark are drawn often enough to be kept as pixels, in two sizes. */
#define ENT_TIMELINE_N_SPRITES (ENT_TIMELINE_MARK_CHANGE + 1)

/**
 * EntTimelineScene:
 * @model: (nullable): what is drawn
 * @axis: the time that is shown; @axis.x is where plots begin on the surface drawn on
 * @ticks: (element-type EntTimeTick): its names
 * @rtl: whether heads are at the right
 * @scale_width: how much of a head is for the names of values
 * @fitted: whether values are those of the time that is shown, as on paper, and not those of all time
 * @palette: (unowned): the colours
 * @texts: a text of each font, used again and again
 * @words: words of the program, laid out
 * @line: the height of a line of text
 * @stroke: the thickness of a thin line
 * @canvas: (nullable): on paper, the page
 * @sprites: marks as pixels, for the palette and number of pixels a unit below
 * @sprite_palette: (unowned): that palette
 * @sprite_scale: that number
 * @ranges: (element-type guint EntValueRange): the values of lanes, as far as they were asked for
 */
typedef struct {
  EntTimelineModel *model;
  EntTimeAxis axis;
  GArray *ticks;
  gboolean rtl;
  double scale_width;
  gboolean fitted;
  const EntMatrixPalette *palette;
  PangoLayout *texts[ENT_TIMELINE_N_FONTS];
  GHashTable *words;
  double line;
  double stroke;
  EntPaperCanvas *canvas;
  cairo_surface_t *sprites[ENT_TIMELINE_N_SPRITES][2];
  const EntMatrixPalette *sprite_palette;
  double sprite_scale;
  GHashTable *ranges;
} EntTimelineScene;

/**
 * EntTimelineAlign:
 * @ENT_TIMELINE_LEFT: a text begins or ends at the left
 * @ENT_TIMELINE_CENTER: it is in the middle
 * @ENT_TIMELINE_RIGHT: it begins or ends at the right
 */
typedef enum {
  ENT_TIMELINE_LEFT,
  ENT_TIMELINE_CENTER,
  ENT_TIMELINE_RIGHT,
} EntTimelineAlign;

void         ent_timeline_scene_init       (EntTimelineScene       *self);
void         ent_timeline_scene_clear      (EntTimelineScene       *self);
void         ent_timeline_scene_clear_sprites (EntTimelineScene    *self);
void         ent_timeline_scene_set_font   (EntTimelineScene       *self,
                                            PangoContext           *context,
                                            double                  size);
void         ent_timeline_scene_name_ticks (EntTimelineScene       *self);
double       ent_timeline_scene_get_width  (EntTimelineScene       *self,
                                            EntTimelineFont         font,
                                            const char             *text);
void         ent_timeline_scene_show       (EntTimelineScene       *self,
                                            cairo_t                *cr,
                                            EntTimelineFont         font,
                                            const EntMatrixColor   *color,
                                            const char             *text,
                                            const EntMatrixRect    *rect,
                                            EntTimelineAlign        align);
double       ent_timeline_scene_show_lines (EntTimelineScene       *self,
                                            cairo_t                *cr,
                                            EntTimelineFont         font,
                                            const EntMatrixColor   *color,
                                            const char             *text,
                                            const EntMatrixRect    *rect,
                                            EntTimelineAlign        align,
                                            guint                   lines);
void         ent_timeline_scene_get_word_size (EntTimelineScene    *self,
                                            const char             *word,
                                            double                 *width,
                                            double                 *height);
void         ent_timeline_scene_show_word  (EntTimelineScene       *self,
                                            cairo_t                *cr,
                                            const EntMatrixColor   *color,
                                            const char             *word,
                                            double                  x,
                                            double                  y);
void         ent_timeline_scene_forget_lane (EntTimelineScene      *self,
                                            guint                   lane);
void         ent_timeline_scene_forget_lanes (EntTimelineScene     *self);
EntValueAxis ent_timeline_scene_get_values (EntTimelineScene       *self,
                                            guint                   lane,
                                            const EntMatrixRect    *plot);

G_END_DECLS
