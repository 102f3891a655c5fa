/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a list of records, shared by the files that make it up. */
#pragma once

#include "pages/ent-add-entry.h"
#include "pages/ent-list-pane.h"
#include "pages/ent-seen-list.h"

G_BEGIN_DECLS

struct _EntListPane {
  AdwBin parent_instance;

  const EntListPaneSpec *spec;
  EntProject *project;
  char *sort;
  char *searched; /* what the filter last looked for */
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  EntSeenList *seen; /* the first of them */
  GtkSingleSelection *selection;
  GSignalGroup *tracker;
  EntRecord *kept; /* weak */
  GPtrArray *rows; /* (element-type EntListPaneRow) */
  GtkWidget *menu;

  GtkSearchEntry *search;
  GtkToggleButton *filter_button;
  GtkMenuButton *sort_button;
  EntListFilters *filters;
  GtkStack *stack;
  GtkListView *view;
  EntAddEntry *entry;
};

/* ent-list-pane.c */
gboolean _ent_list_pane_lets_through       (EntListPane    *self,
                                            EntRecord      *record);

/* ent-list-pane-edit.c */
gboolean _ent_list_pane_can_edit           (EntListPane    *self);
void     _ent_list_pane_update_actions     (EntListPane    *self);
gboolean _ent_list_pane_drop               (EntListPane    *self,
                                            EntRecord      *dragged,
                                            EntRecord      *onto,
                                            gboolean        below);
void     _ent_list_pane_class_init_editing (GtkWidgetClass *widget_class);

G_END_DECLS
