/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who refers to whom: from an id to the records whose reference fields name it. */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

typedef struct _EntReferences EntReferences;

EntReferences *ent_references_new           (void);
void           ent_references_free          (EntReferences  *self);
void           ent_references_add_record    (EntReferences  *self,
                                             EntRecord      *record);
void           ent_references_remove_record (EntReferences  *self,
                                             EntRecord      *record);
void           ent_references_add_field     (EntReferences  *self,
                                             EntRecord      *record,
                                             guint           field);
void           ent_references_remove_field  (EntReferences  *self,
                                             EntRecord      *record,
                                             guint           field);
GPtrArray     *ent_references_dup_referrers (EntReferences  *self,
                                             const char     *id);

G_END_DECLS
