/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project: its records by list and by id, who refers to whom, and the one gate every edit
 * passes. */
#pragma once

#include <gio/gio.h>

#include "model/ent-change.h"
#include "model/ent-history.h"

G_BEGIN_DECLS

#define ENT_TYPE_PROJECT (ent_project_get_type ())
#define ENT_PROJECT(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), ENT_TYPE_PROJECT, EntProject))
#define ENT_IS_PROJECT(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), ENT_TYPE_PROJECT))

GType           ent_project_get_type        (void) G_GNUC_CONST;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntProject, g_object_unref)

/**
 * EntTransaction:
 *
 * Changes that belong together under one name. Rolls back unless it is committed; nests.
 */
typedef struct _EntTransaction EntTransaction;

EntProject     *ent_project_new             (void);
const char     *ent_project_get_id          (EntProject      *self);
EntRecord      *ent_project_get_info        (EntProject      *self);
EntHistory     *ent_project_get_history     (EntProject      *self);
GListModel     *ent_project_get_list        (EntProject      *self,
                                             EntKind          kind);
guint           ent_project_get_n_records   (EntProject      *self,
                                             EntKind          kind);
EntRecord      *ent_project_get_record      (EntProject      *self,
                                             EntKind          kind,
                                             guint            position);
EntRecord      *ent_project_lookup          (EntProject      *self,
                                             const char      *id);
EntRecord      *ent_project_lookup_kind     (EntProject      *self,
                                             EntKind          kind,
                                             const char      *id);
EntRecord      *ent_project_lookup_key      (EntProject      *self,
                                             EntKind          kind,
                                             const char      *first,
                                             const char      *second,
                                             const char      *third);
GPtrArray      *ent_project_dup_referrers   (EntProject      *self,
                                             const char      *id);
GPtrArray      *ent_project_dup_children    (EntProject      *self,
                                             EntRecord       *record,
                                             EntKind          kind,
                                             guint            field);
GPtrArray      *ent_project_search          (EntProject      *self,
                                             const char      *text,
                                             guint            most);

gboolean        ent_project_is_read_only    (EntProject      *self);
void            ent_project_set_read_only   (EntProject      *self,
                                             gboolean         read_only);

/* Editing */
gboolean        ent_project_insert          (EntProject      *self,
                                             EntRecord       *record,
                                             guint            position,
                                             GError         **error);
gboolean        ent_project_append          (EntProject      *self,
                                             EntRecord       *record,
                                             GError         **error);
gboolean        ent_project_remove          (EntProject      *self,
                                             EntRecord       *record);
gboolean        ent_project_move            (EntProject      *self,
                                             EntRecord       *record,
                                             guint            position);
EntRecord      *ent_project_rekey           (EntProject      *self,
                                             EntRecord       *record,
                                             guint            field,
                                             const char      *value,
                                             GError         **error);

EntTransaction *ent_project_begin           (EntProject      *self,
                                             const char      *label);
void            ent_transaction_commit      (EntTransaction  *self);
void            ent_transaction_free        (EntTransaction  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTransaction, ent_transaction_free)

/* Loading: before anybody looks at the project; no history, no signals. */
void            ent_project_load_begin      (EntProject      *self,
                                             const char      *id);
gboolean        ent_project_load_take       (EntProject      *self,
                                             EntRecord       *record);
void            ent_project_load_raw        (EntProject      *self,
                                             EntKind          kind,
                                             char            *json);
void            ent_project_load_unknown    (EntProject      *self,
                                             const char      *name,
                                             char            *json);
void            ent_project_load_end        (EntProject      *self);

/* What the file held that this version can't read. */
const char     *ent_project_get_generator   (EntProject      *self);
void            ent_project_set_generator   (EntProject      *self,
                                             const char      *generator);
guint           ent_project_get_n_unknown   (EntProject      *self);
const char     *ent_project_get_unknown     (EntProject      *self,
                                             guint            index,
                                             const char     **json);
GPtrArray      *ent_project_dup_raw         (EntProject      *self,
                                             EntKind          kind,
                                             EntRecord       *after);

G_END_DECLS
