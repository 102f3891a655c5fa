/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix in a window, between two buttons, and keys for it. */
#pragma once

#include "fake-matrix.h"
#include "widgets/ent-matrix-private.h"

G_BEGIN_DECLS

typedef struct {
  FakeMatrix *fake;
  GtkWidget  *window;
  GtkWidget  *before;
  GtkWidget  *after;
  EntMatrix  *matrix;
  char       *problem;          /* what the matrix complained of last */
  guint       activated_row;    /* G_MAXUINT for none, as the next two */
  guint       activated_column;
  guint       removed_row;
} Fixture;

typedef void (*FixtureFunc) (Fixture *fixture, gconstpointer data);

/* 30 rows and 12 columns; 400 and 90; 30 and 12 from right to left; 400 and 90, of which the last 2
 * and 3 are totals, from left to right and from right to left. */
void        set_up       (Fixture         *fixture,
                          gconstpointer    data);
void        set_up_large (Fixture         *fixture,
                          gconstpointer    data);
void        set_up_rtl   (Fixture         *fixture,
                          gconstpointer    data);
void        set_up_totals (Fixture        *fixture,
                           gconstpointer   data);
void        set_up_totals_rtl (Fixture    *fixture,
                           gconstpointer   data);
void        set_up_sized (Fixture         *fixture,
                          guint            n_rows,
                          guint            n_columns);
void        tear_down    (Fixture         *fixture,
                          gconstpointer    data);
void        add          (const char      *path,
                          FixtureFunc      start,
                          FixtureFunc      test);

/* Lets everything settle: frames are drawn and children have followed. */
void        settle       (Fixture         *fixture);

void        press        (Fixture         *fixture,
                          guint            keyval);
gboolean    press_with   (Fixture         *fixture,
                          guint            keyval,
                          GdkModifierType  state);
void        type         (Fixture         *fixture,
                          const char      *text);
void        act          (Fixture         *fixture,
                          const char      *action);

void        assert_focus (Fixture         *fixture,
                          int              row,
                          int              column);
const char *text_at      (Fixture         *fixture,
                          guint            row,
                          guint            column);

G_END_DECLS
