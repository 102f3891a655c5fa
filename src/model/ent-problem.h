/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file holds that could not be taken as it should be, and what was done with it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntProblemSeverity:
 * @ENT_PROBLEM_NOTE: good to know; nothing is missing
 * @ENT_PROBLEM_WARNING: something is kept as it is, but cannot be used until it is put right
 * @ENT_PROBLEM_LOSS: a part of the file is missing
 */
typedef enum {
  ENT_PROBLEM_NOTE,
  ENT_PROBLEM_WARNING,
  ENT_PROBLEM_LOSS,
} EntProblemSeverity;

/**
 * EntProblemPlace:
 * @kind: the #EntKind of the record, or -1 if it is no record
 * @index: the record's place in its list in the file, from 0, or -1
 * @record_id: (nullable): the record's id, if it could be read
 * @member: (nullable): the member of the file it is about
 * @line: the line of the file, from 1, or 0
 * @column: the character of that line, from 1, or 0
 *
 * Where a problem is. What is not known is -1, 0 or %NULL.
 */
typedef struct {
  int kind;
  int index;
  const char *record_id;
  const char *member;
  guint line;
  guint column;
} EntProblemPlace;

#define ENT_PROBLEM_PLACE_INIT { -1, -1, NULL, NULL, 0, 0 }

/* More are counted, but not kept. */
#define ENT_PROBLEM_LIST_MAX 1000

#define ENT_TYPE_PROBLEM (ent_problem_get_type ())
G_DECLARE_FINAL_TYPE (EntProblem, ent_problem, ENT, PROBLEM, GObject)

EntProblem            *ent_problem_new          (EntProblemSeverity     severity,
                                                 const EntProblemPlace *place,
                                                 const char            *message);
EntProblemSeverity     ent_problem_get_severity (EntProblem            *self);
const EntProblemPlace *ent_problem_get_place    (EntProblem            *self);
const char            *ent_problem_get_message  (EntProblem            *self);
char                  *ent_problem_dup_where    (EntProblem            *self);
char                  *ent_problem_dup_text     (EntProblem            *self);

#define ENT_TYPE_PROBLEM_LIST (ent_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (EntProblemList, ent_problem_list, ENT, PROBLEM_LIST, GObject)

EntProblemList        *ent_problem_list_new         (void);
void                   ent_problem_list_add         (EntProblemList        *self,
                                                     EntProblemSeverity     severity,
                                                     const EntProblemPlace *place,
                                                     const char            *message);
guint                  ent_problem_list_get_n_total (EntProblemList        *self);
guint                  ent_problem_list_count       (EntProblemList        *self,
                                                     EntProblemSeverity     severity);

G_END_DECLS
