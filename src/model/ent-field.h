/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field of a record is: one row of a kind's table. JSON, properties, undo, search, forms,
 * columns and merge all read these rows and nothing else. */
#pragma once

#include <glib-object.h>
#include "model/ent-enums.h"

G_BEGIN_DECLS

/**
 * EntFieldType:
 * @ENT_FIELD_STRING: one line of text, at most 1,000 characters
 * @ENT_FIELD_TEXT: text of several lines, at most 1 MB
 * @ENT_FIELD_INT: a whole number, or %ENT_INT_UNSET
 * @ENT_FIELD_DOUBLE: a finite number, or NAN for unset
 * @ENT_FIELD_BOOL: yes or no
 * @ENT_FIELD_DATE: a day, `YYYY-MM-DD`, or empty
 * @ENT_FIELD_ENUM: one of the choices of #EntField.choices
 * @ENT_FIELD_REF: the id of a record of kind #EntField.target, or empty
 * @ENT_FIELD_REFS: a set of such ids, in the order they were added
 * @ENT_FIELD_STRINGS: a list of one-line texts
 * @ENT_FIELD_DATES: a list of days
 */
typedef enum {
  ENT_FIELD_STRING,
  ENT_FIELD_TEXT,
  ENT_FIELD_INT,
  ENT_FIELD_DOUBLE,
  ENT_FIELD_BOOL,
  ENT_FIELD_DATE,
  ENT_FIELD_ENUM,
  ENT_FIELD_REF,
  ENT_FIELD_REFS,
  ENT_FIELD_STRINGS,
  ENT_FIELD_DATES,
} EntFieldType;

/**
 * EntFieldFlags:
 * @ENT_FIELD_REQUIRED: a record is not complete without it; always written to the file
 * @ENT_FIELD_SEARCHABLE: search looks into it
 * @ENT_FIELD_COLUMN: shown as a column where there is room
 * @ENT_FIELD_KEY: part of the record's key, of which its id is made; fixed once it is in a project
 * @ENT_FIELD_OWNER: the record belongs to the record referred to and is deleted with it
 * @ENT_FIELD_CONFIDENTIAL: left out of copies made "without what is confidential"
 */
typedef enum {
  ENT_FIELD_PLAIN = 0,
  ENT_FIELD_REQUIRED = 1 << 0,
  ENT_FIELD_SEARCHABLE = 1 << 1,
  ENT_FIELD_COLUMN = 1 << 2,
  ENT_FIELD_KEY = 1 << 3,
  ENT_FIELD_OWNER = 1 << 4,
  ENT_FIELD_CONFIDENTIAL = 1 << 5,
} EntFieldFlags;

#define ENT_INT_UNSET G_MININT

#define ENT_LINE_MAX_CHARS 1000
#define ENT_TEXT_MAX_BYTES (1024 * 1024)
#define ENT_LIST_MAX_ITEMS 200
#define ENT_LIST_MAX_RECORDS 500000
#define ENT_ID_MAX_BYTES 64

/**
 * EntField:
 * @name: name of the GObject property, JSON member and column; kebab-case
 * @type: what kind of value it holds
 * @flags: see #EntFieldFlags
 * @label: what people read; translatable, marked with N_()
 * @choices: for enums, the enum's table
 * @target: for references, the kind referred to (an #EntKind)
 * @min: least value, for numbers
 * @max: greatest value, for numbers
 * @initial: value of a new record: a number, or an index into @choices
 */
typedef struct {
  const char *name;
  EntFieldType type;
  EntFieldFlags flags;
  const char *label;
  const EntEnum *choices;
  int target;
  double min;
  double max;
  double initial;
} EntField;

G_END_DECLS
