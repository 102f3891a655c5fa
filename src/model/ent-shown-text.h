/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from a file, made fit to stand among other text: nothing in it passes for something else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is shown in place of a character that can't be shown. */
#define ENT_CHAR_PLACEHOLDER 0xFFFD

/**
 * EntShownCharFunc:
 * @c: a character
 *
 * Returns: the character to show in its place
 */
typedef gunichar (*EntShownCharFunc) (gunichar c);

gboolean ent_char_is_deceptive     (gunichar          c);
gboolean ent_char_is_right_to_left (gunichar          c);
char    *ent_dup_shown_text        (const char       *text,
                                    guint             most_chars,
                                    EntShownCharFunc  show);

G_END_DECLS
