/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline in a window, and keys for it. */
#pragma once

#include "widgets/ent-timeline-private.h"

G_BEGIN_DECLS

typedef struct {
  EntProject *project;
  EntKpis *kpis;
  EntTimelineModel *model;
  GtkWidget *window;
  EntTimeline *timeline;
  EntRecord *activated;
  guint n_moved;                /* how often the focus did */
} Fixture;

/* A lane of two stories, and below it 3 KPIs of 12 weeks; the same from right to left; 40 KPIs;
 * none. */
void     set_up       (Fixture        *fixture,
                       gconstpointer   data);
void     set_up_rtl   (Fixture        *fixture,
                       gconstpointer   data);
void     set_up_many  (Fixture        *fixture,
                       gconstpointer   data);
void     set_up_empty (Fixture        *fixture,
                       gconstpointer   data);
void     set_up_sized (Fixture        *fixture,
                       guint           n_kpis);
void     tear_down    (Fixture        *fixture,
                       gconstpointer   data);
void     settle       (Fixture        *fixture);

void     add_story    (Fixture        *fixture,
                       const char     *title,
                       const char     *day);
gboolean press_with   (Fixture        *fixture,
                       guint           keyval,
                       GdkModifierType state);
void     assert_focus (Fixture        *fixture,
                       int             lane,
                       int             item);
double   get_length   (Fixture        *fixture);

/* The controller of a type that the timeline has. */
gpointer find_controller (Fixture     *fixture,
                          GType        type);

G_END_DECLS
