/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of records to choose one from: search, filter, order, add, move and delete. */
#pragma once

#include <adwaita.h>

#include "pages/ent-list-filters.h"

G_BEGIN_DECLS

#define ENT_LIST_PANE_MOST_SORTS 6

/**
 * EntListPaneSpec:
 * @kind: the kind of record
 * @search: placeholder of the search entry, marked with N_()
 * @add: placeholder of the entry that adds a record, marked with N_()
 * @fill: (nullable): gives a new record, of which only the title was typed, what goes without saying
 * @dup_detail: a second, smaller line for a record
 * @dup_word: (nullable): a word at the end of the row, such as the status; "" for none
 * @get_word_class: (nullable): the style class that gives the word its colour
 * @dup_note: (nullable): a second word below it, beside the detail
 * @compare: (nullable): the order in which people look for them, which a list begins with; %NULL for
 *   the own order
 * @compare_title: what that order is called, marked with N_()
 * @own_order_first: whether a list begins with the own order all the same
 * @sorts: fields one can sort by, besides the own order
 * @n_sorts: how many
 * @filters: what one can filter by
 * @n_filters: how many; 0 for none
 *
 * What a list shows and offers.
 */
typedef struct {
  EntKind kind;
  const char *search;
  const char *add;
  void (*fill) (EntRecord *record);
  char *(*dup_detail) (EntRecord *record);
  char *(*dup_word) (EntRecord *record);
  const char *(*get_word_class) (EntRecord *record);
  char *(*dup_note) (EntRecord *record);
  int (*compare) (EntRecord *a, EntRecord *b);
  const char *compare_title;
  gboolean own_order_first;
  guint sorts[ENT_LIST_PANE_MOST_SORTS];
  guint n_sorts;
  EntListFilter filters[ENT_LIST_FILTERS_MOST];
  guint n_filters;
} EntListPaneSpec;

/* The name of the order that @compare makes, beside the names of fields. */
#define ENT_LIST_PANE_SORT_COMPARE "compare"

#define ENT_TYPE_LIST_PANE (ent_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntListPane, ent_list_pane, ENT, LIST_PANE, AdwBin)

EntRecord *ent_list_pane_new_record   (const EntListPaneSpec *spec,
                                       const char            *title);
void       ent_list_pane_set_spec     (EntListPane           *self,
                                       const EntListPaneSpec *spec);
void       ent_list_pane_set_project  (EntListPane           *self,
                                       EntProject            *project);
EntRecord *ent_list_pane_get_selected (EntListPane           *self);
gboolean   ent_list_pane_select       (EntListPane           *self,
                                       EntRecord             *record);
void       ent_list_pane_update       (EntListPane           *self);
gboolean   ent_list_pane_can_move     (EntListPane           *self);
gboolean   ent_list_pane_focus_list   (EntListPane           *self);
void       ent_list_pane_focus_add    (EntListPane           *self);
void       ent_list_pane_set_folded   (EntListPane           *self,
                                       gboolean               folded);

G_END_DECLS
