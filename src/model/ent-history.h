/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: the steps of a project, each with a name and the state it led to. */
#pragma once

#include "model/ent-change.h"

G_BEGIN_DECLS

#define ENT_TYPE_HISTORY (ent_history_get_type ())
G_DECLARE_FINAL_TYPE (EntHistory, ent_history, ENT, HISTORY, GObject)

EntHistory *ent_history_new            (EntProject   *project);
gboolean    ent_history_can_undo       (EntHistory   *self);
gboolean    ent_history_can_redo       (EntHistory   *self);
const char *ent_history_get_undo_label (EntHistory   *self);
const char *ent_history_get_redo_label (EntHistory   *self);
guint64     ent_history_get_state      (EntHistory   *self);
gboolean    ent_history_leads_to       (EntHistory   *self,
                                        guint64       state,
                                        gboolean      back);
gboolean    ent_history_undo           (EntHistory   *self);
gboolean    ent_history_redo           (EntHistory   *self);
void        ent_history_seal           (EntHistory   *self);
void        ent_history_set_limit      (EntHistory   *self,
                                        gsize         weight);
gboolean    ent_history_record         (EntHistory   *self,
                                        const char   *label,
                                        GPtrArray    *changes);

G_END_DECLS
