/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict, bounded first pass over a file: it checks every byte against RFC 8259 and our limits,
 * and hands out where the records are, without building anything of the whole file. */
#pragma once

#include "model/ent-json-error.h"

G_BEGIN_DECLS

typedef enum {
  ENT_JSON_NULL,
  ENT_JSON_BOOLEAN,
  ENT_JSON_NUMBER,
  ENT_JSON_STRING,
  ENT_JSON_ARRAY,
  ENT_JSON_OBJECT,
} EntJsonType;

/**
 * EntJsonRange:
 * @type: what kind of value it is
 * @start: its first byte
 * @end: the byte after its last one
 * @line: the line of @start, from 1
 * @line_start: the first byte of that line, for ent_json_column()
 *
 * Where a value is in the file.
 */
typedef struct {
  EntJsonType type;
  gsize start;
  gsize end;
  gsize line_start;
  guint line;
} EntJsonRange;

/**
 * EntJsonMember:
 * @name: the name, escapes decoded; not NUL-terminated
 * @name_length: its length in bytes
 * @value: where the value is
 *
 * A member of an object. The names of one object are all different.
 */
typedef struct {
  const char *name;
  gsize name_length;
  EntJsonRange value;
} EntJsonMember;

/**
 * EntJsonItem:
 * @name: the member of the root object that the value is or belongs to; not NUL-terminated
 * @name_length: its length in bytes
 * @is_element: whether the value is an element of the array @name
 * @index: which element, from 0
 * @complete: %FALSE for the last values of a file that was cut off: @range then ends with the file
 *   and @members has those members that are whole
 * @range: where the value is
 * @members: the members of the value if it is an object, in the order of the file
 * @n_members: how many
 *
 * What the scan hands out. The names and @members are valid during the call only.
 */
typedef struct {
  const char *name;
  gsize name_length;
  gboolean is_element;
  gboolean complete;
  guint index;
  EntJsonRange range;
  const EntJsonMember *members;
  guint n_members;
} EntJsonItem;

/**
 * EntJsonVisitor:
 * @item: (nullable): called for each member of the root object, and before that for each element
 *   if the member is an array, as soon as its last byte has been checked
 * @progress: (nullable): called now and then with how many bytes have been read; returns %FALSE to
 *   stop
 *
 * Who listens to a scan.
 */
typedef struct {
  void     (*item)     (const EntJsonItem *item, gpointer user_data);
  gboolean (*progress) (gsize done, gsize total, gpointer user_data);
} EntJsonVisitor;

gboolean ent_json_scan        (const char           *bytes,
                               gsize                 length,
                               const EntJsonVisitor *visitor,
                               gpointer              user_data,
                               EntJsonError         *error);
gboolean ent_json_name_equal  (const char           *name,
                               gsize                 name_length,
                               const char           *text);

G_END_DECLS
