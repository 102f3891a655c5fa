/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of records and, beside it, the forms of the one that is chosen. */
#pragma once

#include <adwaita.h>

#include "pages/ent-form.h"
#include "pages/ent-list-pane.h"

G_BEGIN_DECLS

/**
 * EntRecordPaneEmpty:
 * @icon_name: symbolic icon
 * @title: a question, marked with N_()
 * @description: what such records are good for, marked with N_()
 * @prompt: what to type to begin, marked with N_()
 * @other_way: (nullable): a second way to begin, the label of a button with mnemonic and N_()
 * @other_way_action: (nullable): what that button activates
 *
 * What stands in place of an empty list: what it is for, and the first step.
 */
typedef struct {
  const char *icon_name;
  const char *title;
  const char *description;
  const char *prompt;
  const char *other_way;
  const char *other_way_action;
} EntRecordPaneEmpty;

/**
 * EntRecordPaneIsRead:
 * @record: a record
 *
 * Returns: whether there is more to read than a form shows at a glance
 */
typedef gboolean (*EntRecordPaneIsRead) (EntRecord *record);

#define ENT_TYPE_RECORD_PANE (ent_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntRecordPane, ent_record_pane, ENT, RECORD_PANE, AdwBin)

void       ent_record_pane_set_spec    (EntRecordPane            *self,
                                        const EntListPaneSpec    *spec,
                                        const EntRecordPaneEmpty *empty);
EntForm   *ent_record_pane_add_form    (EntRecordPane            *self,
                                        const EntFormSection     *sections);
void       ent_record_pane_add_widget  (EntRecordPane            *self,
                                        GtkWidget                *widget);
void       ent_record_pane_set_reader  (EntRecordPane            *self,
                                        GtkWidget                *reader,
                                        EntRecordPaneIsRead       is_read);
void       ent_record_pane_set_project (EntRecordPane            *self,
                                        EntProject               *project);
void       ent_record_pane_update_list (EntRecordPane            *self);
EntRecord *ent_record_pane_get_record  (EntRecordPane            *self);
gboolean   ent_record_pane_reveal      (EntRecordPane            *self,
                                        EntRecord                *record,
                                        int                       field);
gboolean   ent_record_pane_focus_list  (EntRecordPane            *self);
void       ent_record_pane_focus_add   (EntRecordPane            *self);

G_END_DECLS
