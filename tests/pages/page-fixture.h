/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of pages share: a project with one of everything, and walks over widgets. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

/* Looks like markup, and must never be taken for it. */
#define FIXTURE_NAME "A & B <b>x</b>"

/* Two zones of which one is always a day or two behind the other. */
#define FIXTURE_YESTERDAY "-12:00"
#define FIXTURE_TODAY "+14:00"

EntProject *fixture_project_new    (void);
EntRecord  *fixture_add            (EntProject *project,
                                    EntKind     kind,
                                    const char *title);
EntRecord  *fixture_add_measurement (EntProject *project,
                                    EntRecord  *kpi,
                                    const char *day,
                                    double      value);
void        fixture_settle         (void);
void        fixture_travel         (EntProject *project,
                                    const char *zone);
void        fixture_assert_named   (GtkWidget  *root);
guint       fixture_count_text     (GtkWidget  *root,
                                    const char *text);
gboolean    fixture_is_on_view     (GtkWidget  *root,
                                    const char *text);
GtkWidget  *fixture_find           (GtkWidget  *root,
                                    GType       type);
GtkWidget  *fixture_find_row       (GtkWidget  *root,
                                    EntKind     kind,
                                    guint       field);
void        fixture_random_edits   (EntProject *project,
                                    guint       n_edits);

G_END_DECLS
