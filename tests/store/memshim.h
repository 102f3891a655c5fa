/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets one allocation fail: link a test to the library. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  memshim_arm    (guint nth);
guint memshim_disarm (void);

G_END_DECLS
