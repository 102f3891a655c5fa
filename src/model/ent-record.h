/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record of a project: a GObject whose properties come from its kind's table. */
#pragma once

#include "model/ent-kinds.h"
#include "model/ent-model-error.h"
#include "model/ent-value.h"

G_BEGIN_DECLS

#define ENT_TYPE_RECORD (ent_record_get_type ())
#define ENT_RECORD(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), ENT_TYPE_RECORD, EntRecord))
#define ENT_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), ENT_TYPE_RECORD))

typedef struct _EntRecord EntRecord;
typedef struct _EntProject EntProject;

GType              ent_record_get_type      (void) G_GNUC_CONST;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRecord, g_object_unref)

EntRecord         *ent_record_new           (EntKind            kind);
EntRecord         *ent_record_new_with_id   (EntKind            kind,
                                             const char        *id);

EntKind            ent_record_get_kind      (EntRecord         *self);
const EntKindInfo *ent_record_get_info      (EntRecord         *self);
const char        *ent_record_get_id        (EntRecord         *self);
EntProject        *ent_record_get_project   (EntRecord         *self);
guint              ent_record_get_position  (EntRecord         *self);
gboolean           ent_record_is_confidential (EntRecord       *self);

/* Reading. What is unset reads as "", ENT_INT_UNSET, NAN, FALSE or an empty list. */
const char        *ent_record_get_string    (EntRecord         *self,
                                             guint              field);
int                ent_record_get_int       (EntRecord         *self,
                                             guint              field);
double             ent_record_get_double    (EntRecord         *self,
                                             guint              field);
gboolean           ent_record_get_bool      (EntRecord         *self,
                                             guint              field);
int                ent_record_get_enum      (EntRecord         *self,
                                             guint              field);
const char *const *ent_record_get_list      (EntRecord         *self,
                                             guint              field);
EntRecord         *ent_record_get_ref       (EntRecord         *self,
                                             guint              field);
EntValue           ent_record_dup_value     (EntRecord         *self,
                                             guint              field);
gboolean           ent_record_is_initial    (EntRecord         *self,
                                             guint              field);
const char        *ent_record_get_raw       (EntRecord         *self,
                                             guint              field);
char              *ent_record_format        (EntRecord         *self,
                                             guint              field);
char              *ent_record_dup_title     (EntRecord         *self);

/* Writing: the gate. In a project every one of these is a recorded change. */
gboolean           ent_record_set           (EntRecord         *self,
                                             guint              field,
                                             const EntValue    *value,
                                             GError           **error);
gboolean           ent_record_set_string    (EntRecord         *self,
                                             guint              field,
                                             const char        *value);
gboolean           ent_record_set_int       (EntRecord         *self,
                                             guint              field,
                                             int                value);
gboolean           ent_record_set_double    (EntRecord         *self,
                                             guint              field,
                                             double             value);
gboolean           ent_record_set_bool      (EntRecord         *self,
                                             guint              field,
                                             gboolean           value);
gboolean           ent_record_set_enum      (EntRecord         *self,
                                             guint              field,
                                             int                value);
gboolean           ent_record_set_list      (EntRecord         *self,
                                             guint              field,
                                             const char *const *value);

/* Loading, before the record is in a project. */
void               ent_record_load_take     (EntRecord         *self,
                                             guint              field,
                                             EntValue          *value);

/* Members of the file that this version does not know, kept as they stand. */
void               ent_record_add_unknown   (EntRecord         *self,
                                             const char        *name,
                                             char              *json);
guint              ent_record_get_n_unknown (EntRecord         *self);
const char        *ent_record_get_unknown   (EntRecord         *self,
                                             guint              index,
                                             const char       **json);

gboolean           ent_record_matches       (EntRecord         *self,
                                             const char *const *folded_terms);

char              *ent_text_fold            (const char        *text);
char             **ent_text_split_terms     (const char        *text);

char              *ent_id_new               (void);
gboolean           ent_id_is_valid          (const char        *id);
guint              ent_id_hash              (gconstpointer      id);

G_END_DECLS
