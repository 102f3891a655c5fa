/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the project may do with a record. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A field's value at rest. The field's type tells which member counts. */
typedef union {
  int i;
  double d;
  char *s;
  char **v;
} EntSlot;

/* A member of the file that could not be read: of a known field (@field ≥ 0), whose value is then
 * the initial one, or of none. */
typedef struct {
  int field;
  char *name;
  char *json;
} EntForeign;

struct _EntRecord {
  GObject parent_instance;

  EntProject *project; /* not owned; NULL outside a project */
  char *id;            /* NULL while the keys of a keyed record are incomplete */
  char *folded;        /* what search looks into; NULL until needed */
  GPtrArray *foreign;  /* members this version can't read; NULL where there are none */
  guint position;      /* in its list, kept by the list */
  gboolean frozen;     /* was removed: its content belongs to the history */
  EntSlot slots[];     /* as many as the kind has fields */
};

typedef struct {
  GObjectClass parent_class;
  const EntKindInfo *info;
  GParamSpec **pspecs;
} EntRecordClass;

#define ENT_RECORD_GET_CLASS(self) \
  (G_TYPE_INSTANCE_GET_CLASS ((self), ENT_TYPE_RECORD, EntRecordClass))

void     _ent_slot_set_text    (EntSlot        *slot,
                                const EntField *row,
                                const char     *text);
static inline const EntField *
record_row (EntRecord *self, guint field)
{
  const EntKindInfo *info = ent_record_get_info (self);

  g_return_val_if_fail (info != NULL && field < info->n_fields, NULL);

  return &info->fields[field];
}

/* The value as it stands, sharing text with the record. */
EntValue _ent_record_peek      (EntRecord      *self,
                                guint           field);

void     _ent_record_apply     (EntRecord      *self,
                                guint           field,
                                const EntValue *value);
void     _ent_record_enter     (EntRecord      *self,
                                EntProject     *project);
void     _ent_record_leave     (EntRecord      *self);
void     _ent_record_take_raw  (EntRecord      *self,
                                guint           field,
                                char           *json);
void     _ent_record_drop_raw  (EntRecord      *self,
                                guint           field);
char    *_ent_id_join          (const char     *first,
                                const char     *second,
                                const char     *third);

/* The gate, seen from the record: stores the value and records the change. */
gboolean _ent_project_set_field (EntProject     *self,
                                EntRecord      *record,
                                guint           field,
                                const EntValue *value,
                                GError        **error);

G_END_DECLS
