/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KPIs and measurements from a table: how it is understood, what it would change and what does not
 * fit, for somebody to look at and to correct; then doing it, as one step. */
#pragma once

#include "analysis/ent-day-read.h"
#include "analysis/ent-quantity.h"
#include "model/ent-project.h"

G_BEGIN_DECLS

/**
 * EntImportWhat:
 * @ENT_IMPORT_MEASUREMENTS: a table of values
 * @ENT_IMPORT_KPIS: a table with a KPI a row
 */
typedef enum {
  ENT_IMPORT_MEASUREMENTS,
  ENT_IMPORT_KPIS,
} EntImportWhat;

/**
 * EntImportRole:
 * @ENT_IMPORT_ROLE_NONE: nothing that is read
 * @ENT_IMPORT_ROLE_KPI: the KPI that a row is about
 * @ENT_IMPORT_ROLE_DATE: the day of a row
 * @ENT_IMPORT_ROLE_VALUE: the value of a row
 * @ENT_IMPORT_ROLE_NOTE: a note
 * @ENT_IMPORT_ROLE_BY: who measured
 * @ENT_IMPORT_ROLE_SERIES: the values of the KPI that is named above them
 * @ENT_IMPORT_ROLE_PERIOD: the values of the day or month that stands above them
 * @ENT_IMPORT_ROLE_FIELD: and above: in a table of KPIs the field of that number, such as
 *   `ENT_IMPORT_ROLE_FIELD + ENT_KPI_UNIT`
 *
 * What a column holds.
 */
typedef enum {
  ENT_IMPORT_ROLE_NONE,
  ENT_IMPORT_ROLE_KPI,
  ENT_IMPORT_ROLE_DATE,
  ENT_IMPORT_ROLE_VALUE,
  ENT_IMPORT_ROLE_NOTE,
  ENT_IMPORT_ROLE_BY,
  ENT_IMPORT_ROLE_SERIES,
  ENT_IMPORT_ROLE_PERIOD,
  ENT_IMPORT_ROLE_FIELD,
} EntImportRole;

/**
 * EntImportVerdict:
 * @ENT_IMPORT_NEW: it would be entered
 * @ENT_IMPORT_CHANGED: it would change what is there
 * @ENT_IMPORT_SAME: it is there already
 * @ENT_IMPORT_LEFT_OUT: somebody said that it is not wanted
 * @ENT_IMPORT_BAD: it is not understood, or does not fit
 */
typedef enum {
  ENT_IMPORT_NEW,
  ENT_IMPORT_CHANGED,
  ENT_IMPORT_SAME,
  ENT_IMPORT_LEFT_OUT,
  ENT_IMPORT_BAD,
  ENT_IMPORT_N_VERDICTS,
} EntImportVerdict;

/**
 * EntImportFault:
 *
 * What is the matter with an item; ent_import_dup_reason() says it in words. Those from
 * %ENT_IMPORT_NO_VALUE on are why it is left out, those from %ENT_IMPORT_KEPT on remarks about
 * something that is understood.
 */
typedef enum {
  ENT_IMPORT_FINE,
  ENT_IMPORT_NO_KPI,
  ENT_IMPORT_KPI_UNKNOWN,
  ENT_IMPORT_KPI_SEVERAL,
  ENT_IMPORT_NO_DATE,
  ENT_IMPORT_NO_SUCH_DATE,
  ENT_IMPORT_DATE_ORDER,
  ENT_IMPORT_NO_NUMBER,
  ENT_IMPORT_DECIMAL_SIGN,
  ENT_IMPORT_RANGE,
  ENT_IMPORT_TWICE,
  ENT_IMPORT_TWICE_NOTE,
  ENT_IMPORT_TOO_WIDE,
  ENT_IMPORT_UNFIT,
  ENT_IMPORT_NO_VALUE,
  ENT_IMPORT_FOOTNOTE,
  ENT_IMPORT_TOTAL,
  ENT_IMPORT_KEPT,
  ENT_IMPORT_OTHER_UNIT,
  ENT_IMPORT_REMARKS,
} EntImportFault;

/**
 * EntImportItem:
 * @row: its row in the table, from 0 on
 * @column: the column of its value; in a table of KPIs that of the name
 * @name: the KPI, as a number for ent_import_get_name(); %G_MAXUINT if none is named
 * @verdict: an #EntImportVerdict
 * @fault: an #EntImportFault
 * @day: the day, `YYYY-MM-DD`, or ""; none in a table of KPIs
 * @value: the value
 *
 * A measurement or a KPI of the table.
 */
typedef struct {
  guint row;
  guint column;
  guint name;
  guint8 verdict;
  guint8 fault;
  char day[11];
  double value;
} EntImportItem;

/**
 * EntImportAnswer:
 * @ENT_IMPORT_NAME_FOUND: a KPI of the project
 * @ENT_IMPORT_NAME_UNKNOWN: no KPI, and nobody said what it means
 * @ENT_IMPORT_NAME_SEVERAL: several KPIs have it, and nobody said which it means
 * @ENT_IMPORT_NAME_NEW: a KPI to be made
 * @ENT_IMPORT_NAME_LEFT_OUT: nothing that is wanted
 *
 * What a name in the table means.
 */
typedef enum {
  ENT_IMPORT_NAME_FOUND,
  ENT_IMPORT_NAME_UNKNOWN,
  ENT_IMPORT_NAME_SEVERAL,
  ENT_IMPORT_NAME_NEW,
  ENT_IMPORT_NAME_LEFT_OUT,
} EntImportAnswer;

/**
 * EntImportName:
 * @text: the name as it stands in the table, without its unit and footnote marks
 * @marked: (nullable): how it stands there with its footnote marks
 * @unit: (nullable): the unit that stands behind it in brackets
 * @answer: what it means
 * @kpi: (nullable): the KPI that it means
 * @n_items: how many items have it
 * @answered: whether somebody said what it means
 */
typedef struct {
  char *text;
  char *marked;
  char *unit;
  EntImportAnswer answer;
  EntRecord *kpi;
  guint n_items;
  gboolean answered;
  /*< private >*/
  guint n_new;                       /* items that would be entered as new ones */
  GHashTable *days;
} EntImportName;

/**
 * EntImportColumn:
 * @role: an #EntImportRole
 * @order: the order of its dates, as far as it is known
 * @name: for series, the KPI as a number for ent_import_get_name()
 * @day: for periods, the day; "" where there is none
 */
typedef struct {
  guint role;
  EntDayOrder order;
  guint name;
  char day[11];
} EntImportColumn;

/**
 * EntImportOptions:
 * @order: the order of dates where the table does not show it
 * @decimal: what parts decimals where the table does not show it
 * @serials: whether whole numbers in the place of a date count days, as spreadsheets do inside
 * @new_kpis: whether a name that no KPI has is that of a new one
 */
typedef struct {
  EntDayOrder order;
  EntDecimal decimal;
  gboolean serials;
  gboolean new_kpis;
} EntImportOptions;

/**
 * EntImport:
 *
 * What a table would change, worked out and not yet done.
 */
typedef struct _EntImport EntImport;

EntImportWhat          ent_import_guess_what       (GPtrArray              *rows,
                                                    EntImportWhat           otherwise);
EntImport             *ent_import_new              (EntProject             *project,
                                                    EntImportWhat           what,
                                                    GPtrArray              *rows,
                                                    const EntImportOptions *options);
void                   ent_import_free             (EntImport              *self);

/* How the table is understood, and correcting it. */
EntImportWhat          ent_import_get_what         (EntImport              *self);
const EntImportOptions *ent_import_get_options     (EntImport              *self);
void                   ent_import_set_options      (EntImport              *self,
                                                    const EntImportOptions *options);
gboolean               ent_import_has_header       (EntImport              *self);
void                   ent_import_set_has_header   (EntImport              *self,
                                                    gboolean                has_header);
guint                  ent_import_get_n_columns    (EntImport              *self);
const EntImportColumn *ent_import_get_column       (EntImport              *self,
                                                    guint                   column);
const char            *ent_import_get_header       (EntImport              *self,
                                                    guint                   column);
const char            *ent_import_get_example      (EntImport              *self,
                                                    guint                   column);
void                   ent_import_set_role         (EntImport              *self,
                                                    guint                   column,
                                                    guint                   role);
guint                  ent_import_get_n_names      (EntImport              *self);
const EntImportName   *ent_import_get_name         (EntImport              *self,
                                                    guint                   name);
void                   ent_import_set_name         (EntImport              *self,
                                                    guint                   name,
                                                    EntImportAnswer         answer,
                                                    EntRecord              *kpi);
gboolean               ent_import_asks_order       (EntImport              *self);
gboolean               ent_import_asks_decimal     (EntImport              *self);

/* What it would change. */
guint                  ent_import_get_n_items      (EntImport              *self);
const EntImportItem   *ent_import_get_item         (EntImport              *self,
                                                    guint                   item);
guint                  ent_import_count            (EntImport              *self,
                                                    EntImportVerdict        verdict);
guint                  ent_import_get_n_new_kpis   (EntImport              *self);

/* In words. */
const char            *ent_import_role_get_label   (guint                   role);
const char            *ent_import_verdict_get_label (EntImportVerdict       verdict);
char                  *ent_import_dup_counts       (EntImport              *self,
                                                    const char             *between);
char                  *ent_import_dup_place        (EntImport              *self,
                                                    guint                   item);
char                  *ent_import_dup_subject      (EntImport              *self,
                                                    guint                   item);
char                  *ent_import_dup_change       (EntImport              *self,
                                                    guint                   item);
char                  *ent_import_dup_reason       (EntImport              *self,
                                                    guint                   item);
GPtrArray             *ent_import_dup_columns      (EntImport              *self);
GPtrArray             *ent_import_dup_questions    (EntImport              *self);

gboolean               ent_import_apply            (EntImport              *self,
                                                    GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImport, ent_import_free)

G_END_DECLS
