/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a project to the bytes of its file. */
#pragma once

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_JSON_FORMAT "entente"
#define ENT_JSON_VERSION 1

GBytes *ent_project_write (EntProject  *self,
                           GError     **error);

G_END_DECLS
