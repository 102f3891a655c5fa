/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One small change of a project, and the changes of one step. Undo, "modified", views, and later
 * journal, compare and merge, are all readers of these. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/**
 * EntChangeType:
 * @ENT_CHANGE_SET: a field got another value
 * @ENT_CHANGE_INSERT: a record came into its list at @position
 * @ENT_CHANGE_REMOVE: a record left its list at @position
 * @ENT_CHANGE_MOVE: a record moved from @old_position to @position
 */
typedef enum {
  ENT_CHANGE_SET,
  ENT_CHANGE_INSERT,
  ENT_CHANGE_REMOVE,
  ENT_CHANGE_MOVE,
} EntChangeType;

/**
 * EntChange:
 * @type: what happened
 * @record: the record; the same object comes back when a removal is undone
 * @field: for sets, which field
 * @old_value: for sets, what was there
 * @new_value: for sets, what is there now
 * @position: for inserts, removals and moves, the place in the list
 * @old_position: for moves, the place before
 */
typedef struct {
  EntChangeType type;
  EntRecord *record;
  guint field;
  EntValue old_value;
  EntValue new_value;
  guint position;
  guint old_position;
} EntChange;

/**
 * EntChangeOrigin:
 * @ENT_CHANGE_EDIT: somebody edited
 * @ENT_CHANGE_UNDO: a step was undone
 * @ENT_CHANGE_REDO: a step was done again
 */
typedef enum {
  ENT_CHANGE_EDIT,
  ENT_CHANGE_UNDO,
  ENT_CHANGE_REDO,
} EntChangeOrigin;

/**
 * EntChangeSet:
 * @label: the step's name, for people
 * @origin: how it came about
 * @joins: whether it went on with the step before it, as typing does
 * @changes: (element-type EntChange): the changes in the order in which they were applied
 */
typedef struct {
  const char *label;
  EntChangeOrigin origin;
  gboolean joins;
  GPtrArray *changes;
} EntChangeSet;

EntChange *ent_change_new_set      (EntRecord          *record,
                                    guint               field,
                                    const EntValue     *old_value,
                                    const EntValue     *new_value);
EntChange *ent_change_new_place    (EntChangeType       type,
                                    EntRecord          *record,
                                    guint               position,
                                    guint               old_position);
EntChange *ent_change_invert       (const EntChange    *self);
void       ent_change_free         (EntChange          *self);
gsize      ent_change_weight       (const EntChange    *self);

gboolean   ent_change_set_touches  (const EntChangeSet *self,
                                    EntKind             kind);
gboolean   ent_change_set_touches_field (const EntChangeSet *self,
                                    EntKind             kind,
                                    guint               field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntChange, ent_change_free)

G_END_DECLS
