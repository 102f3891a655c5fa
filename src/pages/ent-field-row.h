/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form: one field of one record. The rows themselves are in ent-field-row-*.c. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_FIELD_ROW (ent_field_row_get_type ())
G_DECLARE_INTERFACE (EntFieldRow, ent_field_row, ENT, FIELD_ROW, GtkWidget)

/**
 * EntFieldRowInterface:
 * @bind: sets the row up for its field; called once
 * @load: shows what the record holds; with no record, shows nothing
 * @commit: brings what is half typed through the gate; rows that write at once leave it out
 * @set_error: shows a sentence about what is wrong, or with %NULL that all is well
 * @set_editable: allows or forbids editing; without it the row goes insensitive
 */
struct _EntFieldRowInterface {
  GTypeInterface parent_iface;

  void (*bind)         (EntFieldRow *self);
  void (*load)         (EntFieldRow *self);
  void (*commit)       (EntFieldRow *self);
  void (*set_error)    (EntFieldRow *self,
                        const char  *message);
  void (*set_editable) (EntFieldRow *self,
                        gboolean     editable);
};

GtkWidget      *ent_field_row_new        (EntKind         kind,
                                          guint           field);

EntKind         ent_field_row_get_kind   (EntFieldRow    *self);
guint           ent_field_row_get_field  (EntFieldRow    *self);
const EntField *ent_field_row_get_info   (EntFieldRow    *self);
const char     *ent_field_row_get_label  (EntFieldRow    *self);
EntRecord      *ent_field_row_get_record (EntFieldRow    *self);
void            ent_field_row_set_record (EntFieldRow    *self,
                                          EntRecord      *record);
void            ent_field_row_commit     (EntFieldRow    *self);

/* For the rows */
gboolean        ent_field_row_is_loading (EntFieldRow    *self);
gboolean        ent_field_row_write      (EntFieldRow    *self,
                                          const EntValue *value);
void            ent_field_row_reload     (EntFieldRow    *self);
void            ent_field_row_seal       (EntFieldRow    *self);
gboolean        ent_field_row_has_error  (EntFieldRow    *self);
void            ent_field_row_show_error (EntFieldRow    *self,
                                          const char     *message);
void            ent_field_row_hold       (EntFieldRow    *self,
                                          gboolean        hold);

G_END_DECLS
