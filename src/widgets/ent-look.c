/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours for what a widget draws itself. */
#include "config.h"

#include "widgets/ent-look.h"

static EntMatrixLook
choose_look (const GdkRGBA *text, gboolean high_contrast)
{
  /* Light text stands on a dark ground. */
  gboolean dark = text->red + text->green + text->blue > 1.5f;

  if (high_contrast)
    return dark ? ENT_MATRIX_LOOK_DARK_CONTRAST : ENT_MATRIX_LOOK_LIGHT_CONTRAST;

  return dark ? ENT_MATRIX_LOOK_DARK : ENT_MATRIX_LOOK_LIGHT;
}

static GdkRGBA
to_rgba (const EntMatrixColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, 1.0f };
}

/**
 * ent_look_get:
 * @widget: a widget
 * @high_contrast: whether it is drawn in high contrast, which its style does not tell
 * @accent: (out): the colour of its focus
 *
 * Returns: (transfer none): the palette that suits the style of the widget
 */
const EntMatrixPalette *
ent_look_get (GtkWidget *widget, gboolean high_contrast, GdkRGBA *accent)
{
  GtkStyleContext *style;
  const EntMatrixPalette *palette;
  GdkRGBA text;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && accent != NULL,
                        ent_matrix_palette_get (ENT_MATRIX_LOOK_LIGHT));

  style = gtk_widget_get_style_context (widget);
  gtk_style_context_get_color (style, &text);
  palette = ent_matrix_palette_get (choose_look (&text, high_contrast));
  if (high_contrast)
    *accent = to_rgba (&palette->text);
  else if (!gtk_style_context_lookup_color (style, "accent_color", accent)
           && !gtk_style_context_lookup_color (style, "theme_selected_bg_color", accent))
    *accent = to_rgba (&palette->tones[ENT_MATRIX_TONE_STRONG].ground);

  return palette;
}
