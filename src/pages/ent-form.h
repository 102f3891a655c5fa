/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: groups of rows, made from a kind's table. */
#pragma once

#include "pages/ent-field-row.h"

G_BEGIN_DECLS

#define ENT_FORM_MOST_FIELDS 12

/**
 * EntFormSection:
 * @title: (nullable): heading, marked with N_()
 * @description: (nullable): a sentence below it, marked with N_()
 * @fields: the fields of this section in the order of the form
 * @n_fields: how many
 *
 * Part of a form. A section without fields ends a list of sections.
 */
typedef struct {
  const char *title;
  const char *description;
  int fields[ENT_FORM_MOST_FIELDS];
  guint n_fields;
} EntFormSection;

#define ENT_TYPE_FORM (ent_form_get_type ())
G_DECLARE_FINAL_TYPE (EntForm, ent_form, ENT, FORM, GtkBox)

GtkWidget *ent_form_new         (EntKind               kind,
                                 const EntFormSection *sections);
EntRecord *ent_form_get_record  (EntForm              *self);
void       ent_form_set_record  (EntForm              *self,
                                 EntRecord            *record);
gboolean   ent_form_focus_field (EntForm              *self,
                                 int                   field);
void       ent_form_show_field  (EntForm              *self,
                                 guint                 field,
                                 gboolean              shown);

G_END_DECLS
