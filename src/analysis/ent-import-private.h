/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the import share. */
#pragma once

#include "analysis/ent-import.h"
#include "analysis/ent-name-index.h"

G_BEGIN_DECLS

#define ENT_IMPORT_N_ROLES (ENT_IMPORT_ROLE_FIELD + ENT_KPI_N_FIELDS)

/* What a row of a table of KPIs says. */
typedef struct {
  EntValue values[ENT_KPI_N_FIELDS]; /* counts where @given */
  gboolean given[ENT_KPI_N_FIELDS];
  GString *kept;                     /* lines for the note: what was read out of, or is no value */
  GString *remarks;                  /* lines for the preview */
} EntImportKpi;

/* A row of such a table while it is read. */
typedef struct {
  EntImport *import;
  EntImportItem *item;
  EntImportKpi *kpi;
  EntRecord *present;                /* the KPI of the project that the row is about, or NULL */
  char **cells;
  guint n_cells;
} EntImportRow;

struct _EntImport {
  EntProject *project;
  EntImportWhat what;
  EntImportOptions options;
  GPtrArray *rows;                   /* GStrv */
  GArray *lengths;                   /* guint: how many cells each row has */
  guint64 state;                     /* of the project when this was worked out */
  char *today;

  guint header;                      /* the row with the titles; G_MAXUINT for none */
  guint first;                       /* the first row with values */
  GArray *columns;                   /* EntImportColumn */
  guint places[ENT_IMPORT_N_ROLES];  /* the first column of each role; G_MAXUINT for none */
  EntDecimal decimal;                /* as the table shows it, or as it was said */

  GPtrArray *names;                  /* EntImportName */
  GHashTable *by_text;               /* text of a cell, of the rows → number of name + 1 */
  GHashTable *by_fold;               /* folded name → number of name + 1 */
  EntNameIndex *kpis;
  EntNameIndex *people;
  EntNameIndex *goals;
  EntNameIndex *partners;

  GHashTable *days;                  /* KPI or new name → (day → number of item + 1) */
  GHashTable *readings[4];           /* by order: text of a cell → EntDayReading */
  GArray *items;                     /* EntImportItem */
  GPtrArray *kpi_rows;               /* EntImportKpi, one an item, in tables of KPIs */
  guint counts[ENT_IMPORT_N_VERDICTS];
};

void         _ent_import_plan            (EntImport            *self);
void         _ent_import_find_header     (EntImport            *self);
void         _ent_import_find_columns    (EntImport            *self);
void         _ent_import_find_evidence   (EntImport            *self);

void         _ent_import_read_measurements (EntImport          *self);
void         _ent_import_read_kpis       (EntImport            *self);
gboolean     _ent_import_apply_kpis      (EntImport            *self,
                                          GError              **error);
void         _ent_import_kpi_free        (EntImportKpi         *kpi);
void         _ent_import_row_read        (EntImportRow         *row);
void         _ent_import_row_give        (EntImportRow         *row,
                                          guint                 field,
                                          EntValue              value);
void         _ent_import_row_remark      (EntImportRow         *row,
                                          char                 *text);
void         _ent_import_row_refuse      (EntImportRow         *row,
                                          EntImportFault        fault,
                                          char                 *text);

char        *_ent_import_format_number   (double                number);
EntImportKpi *_ent_import_kpi_new        (void);
char        *_ent_import_dup_unmarked    (EntImport            *self,
                                          const char           *cell);
gboolean     _ent_import_is_total        (const char           *text);
gboolean     _ent_import_take_footnote   (EntImport            *self,
                                          guint                 row);
void         _ent_import_refuse_wide_rows (EntImport           *self);
gboolean     _ent_import_is_blank        (const char           *cell);
char        *_ent_import_trim            (const char           *cell);
char       **_ent_import_get_row         (EntImport            *self,
                                          guint                 row,
                                          guint                *n_cells);
guint        _ent_import_find_role       (EntImport            *self,
                                          guint                 role);
void         _ent_import_give_role       (EntImport            *self,
                                          guint                 column,
                                          guint                 role);
void         _ent_import_clear_roles     (EntImport            *self);
guint        _ent_import_name            (EntImport            *self,
                                          const char           *text);
const EntDayReading *_ent_import_read_day (EntImport           *self,
                                          const char           *text,
                                          EntDayOrder           order);
gboolean     _ent_import_has_unit        (const EntQuantity    *quantity,
                                          const char           *unit);
EntImportItem *_ent_import_add_item      (EntImport            *self,
                                          const EntImportItem  *item);
char        *_ent_import_join_note       (const char           *present,
                                          const char           *note,
                                          const char           *kept);
char        *_ent_import_dup_note        (EntImport            *self,
                                          const EntImportItem  *item,
                                          EntRecord            *present);
gboolean     _ent_import_fits            (EntImport            *self,
                                          const EntImportItem  *item,
                                          GError              **error);
EntRecord   *_ent_import_find_by         (EntImport            *self,
                                          const EntImportItem  *item);
EntRecord   *_ent_import_find_present    (EntImport            *self,
                                          const EntImportItem  *item);

G_END_DECLS
