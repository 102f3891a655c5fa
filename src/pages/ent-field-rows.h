/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of forms, one for each sort of value. ent_field_row_new() picks the right one. */
#pragma once

#include "pages/ent-field-row.h"

G_BEGIN_DECLS

/* A line of text or a number */
#define ENT_TYPE_FIELD_ROW_ENTRY (ent_field_row_entry_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowEntry, ent_field_row_entry, ENT, FIELD_ROW_ENTRY, AdwEntryRow)

/* Text of several lines */
#define ENT_TYPE_FIELD_ROW_TEXT (ent_field_row_text_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowText, ent_field_row_text, ENT, FIELD_ROW_TEXT, AdwPreferencesRow)

/* A day */
#define ENT_TYPE_FIELD_ROW_DATE (ent_field_row_date_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowDate, ent_field_row_date, ENT, FIELD_ROW_DATE, AdwEntryRow)

/* Yes or no */
#define ENT_TYPE_FIELD_ROW_SWITCH (ent_field_row_switch_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowSwitch, ent_field_row_switch, ENT, FIELD_ROW_SWITCH, AdwActionRow)

/* One of a few words */
#define ENT_TYPE_FIELD_ROW_CHOICE (ent_field_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowChoice, ent_field_row_choice, ENT, FIELD_ROW_CHOICE, AdwComboRow)

/* A record */
#define ENT_TYPE_FIELD_ROW_REF (ent_field_row_ref_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowRef, ent_field_row_ref, ENT, FIELD_ROW_REF, AdwActionRow)

/* Several records */
#define ENT_TYPE_FIELD_ROW_REFS (ent_field_row_refs_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowRefs, ent_field_row_refs, ENT, FIELD_ROW_REFS, AdwExpanderRow)

/* 1 to 5, or not known */
#define ENT_TYPE_FIELD_ROW_SCALE (ent_field_row_scale_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowScale, ent_field_row_scale, ENT, FIELD_ROW_SCALE,
                      AdwPreferencesRow)

/* A list of lines */
#define ENT_TYPE_FIELD_ROW_LIST (ent_field_row_list_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRowList, ent_field_row_list, ENT, FIELD_ROW_LIST, AdwPreferencesRow)

G_END_DECLS
