/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the kept versions ask again and again. */
#pragma once

#include "store/ent-versions-private.h"

G_BEGIN_DECLS

/* Noon in Greenwich, far from the present: the tests hand in what time it is. */
#define NOON G_GINT64_CONSTANT (2000030400)
#define DAY  G_GINT64_CONSTANT (86400)

char    *versions_path        (const char *name);
char    *versions_content     (const char *digest);
char    *versions_put         (const char *text,
                               const char *project,
                               gint64      time);
gboolean versions_put_quietly (const char *text,
                               const char *project,
                               GError    **error);
void     versions_assert_get  (const char *digest,
                               const char *text);
void     versions_assert_gone (const char *digest);
char    *versions_dump        (const char *project);
void     versions_assert_list (const char *project,
                               const char *expected);
guint    versions_n_aside     (void);

G_END_DECLS
