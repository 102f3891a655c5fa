/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drop-downs that narrow a list of records down by what a field says. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_LIST_FILTERS_MOST 6

#define ENT_LIST_FILTER_MOST_CHOICES 6

/**
 * EntListFilter:
 * @field: a field that is a choice or refers to other records
 * @given: whether a record that is added while the filter is set takes its value
 * @none: (nullable): for references, what an empty one is called, marked with N_()
 * @label: (nullable): what it is called if not like the field, marked with N_()
 * @choices: for a filter that asks @matches, what one can choose, marked with N_()
 * @matches: (nullable): whether a record is one of a choice
 *
 * What a list is narrowed down by: what a field says, or what @matches says.
 */
typedef struct {
  guint field;
  gboolean given;
  const char *none;
  const char *label;
  const char *choices[ENT_LIST_FILTER_MOST_CHOICES];
  gboolean (*matches) (EntRecord *record, guint choice);
} EntListFilter;

#define ENT_TYPE_LIST_FILTERS (ent_list_filters_get_type ())
G_DECLARE_FINAL_TYPE (EntListFilters, ent_list_filters, ENT, LIST_FILTERS, AdwBin)

void     ent_list_filters_set_spec    (EntListFilters      *self,
                                       EntKind              kind,
                                       const EntListFilter *filters,
                                       guint                n_filters);
void     ent_list_filters_set_project (EntListFilters      *self,
                                       EntProject          *project);
gboolean ent_list_filters_is_set      (EntListFilters      *self);
gboolean ent_list_filters_matches     (EntListFilters      *self,
                                       EntRecord           *record);
void     ent_list_filters_give        (EntListFilters      *self,
                                       EntRecord           *record);
void     ent_list_filters_make_way    (EntListFilters      *self,
                                       EntRecord           *record);
void     ent_list_filters_clear       (EntListFilters      *self);
void     ent_list_filters_set_count   (EntListFilters      *self,
                                       guint                n_shown,
                                       guint                n_records);

G_END_DECLS
