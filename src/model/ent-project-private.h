/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project's inside, shared by the files that make it up. */
#pragma once

#include "model/ent-project.h"
#include "model/ent-record-list.h"
#include "model/ent-references.h"

G_BEGIN_DECLS

struct _EntProject {
  GObject parent_instance;

  char *id;
  char *generator;
  EntRecord *info;
  EntRecordList *lists[ENT_N_KINDS]; /* none for the project's own record */
  GHashTable *by_id;                 /* id → EntRecord, neither owned: ids are the records' own */
  EntReferences *references;
  EntHistory *history;
  GPtrArray *unknown;                /* EntKept: members of the file that nobody knows */
  GPtrArray *raw[ENT_N_KINDS];       /* EntKept: entries of lists that can't be read; or NULL */
  GHashTable *raw_first[ENT_N_KINDS]; /* id of a record → index in raw of the first one behind it */

  GPtrArray *pending;                /* EntChange: the open transaction's changes so far */
  guint depth;                       /* of open transactions */
  gboolean replaying;
  gboolean read_only;
};

typedef struct {
  GObjectClass parent_class;
} EntProjectClass;

/* Something kept as it stands in the file: by name, or by the record it comes after. */
typedef struct {
  char *name;
  char *json;
} EntKept;

/* Does a change, whoever asked for it, without recording it. */
void     _ent_project_apply      (EntProject       *self,
                                  const EntChange  *change);

/* Does a change and remembers it for the open transaction. */
void     _ent_project_perform    (EntProject       *self,
                                  EntChange        *change);

gboolean _ent_project_can_replay (EntProject       *self);
void     _ent_project_replay     (EntProject       *self,
                                  const char       *label,
                                  GPtrArray        *changes,
                                  EntChangeOrigin   origin);

void     _ent_project_load_finalize (EntProject    *self);

void     _ent_project_emit_committed (EntProject   *self,
                                  const EntChangeSet *set);

gboolean _ent_project_check_writable (EntProject   *self,
                                  GError          **error);

G_END_DECLS
