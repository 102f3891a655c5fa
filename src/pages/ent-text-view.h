/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view that is as high as its text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_TEXT_VIEW (ent_text_view_get_type ())
G_DECLARE_FINAL_TYPE (EntTextView, ent_text_view, ENT, TEXT_VIEW, GtkTextView)

G_END_DECLS
