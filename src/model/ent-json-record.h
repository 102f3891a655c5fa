/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one record from the part of the file where the scan found it. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/ent-json-scan.h"
#include "model/ent-problem.h"
#include "model/ent-record.h"

G_BEGIN_DECLS

/**
 * EntJsonRecordReader:
 * @bytes: the whole file
 * @parser: for values that have parts; used again and again
 * @problems: where problems go
 * @line_start: of the line in which a column was asked for last
 * @offset: what was asked for
 * @column: the answer: where a file is one long line, the next one is counted from there
 */
typedef struct {
  const char *bytes;
  JsonParser *parser;
  EntProblemList *problems;
  gsize line_start;
  gsize offset;
  guint column;
} EntJsonRecordReader;

EntRecord *ent_json_read_record (EntJsonRecordReader *self,
                                 EntKind              kind,
                                 const EntJsonItem   *item);
gboolean   ent_json_fill_record (EntJsonRecordReader *self,
                                 EntRecord           *record,
                                 const EntJsonItem   *item);
gboolean   ent_json_read_value  (EntJsonRecordReader *self,
                                 const EntField      *field,
                                 const EntJsonRange  *range,
                                 EntValue            *value);
guint      ent_json_count_column (EntJsonRecordReader *self,
                                 gsize                line_start,
                                 gsize                offset);
char      *ent_json_dup_text    (const char          *bytes,
                                 const EntJsonRange  *range);
void       ent_json_add_problem (EntJsonRecordReader *self,
                                 EntProblemSeverity   severity,
                                 EntProblemPlace     *place,
                                 const EntJsonRange  *range,
                                 const char          *message);

G_END_DECLS
