/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The peer of our reader and writer: json-glib's tree of the whole file, from and to the same
 * model. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

EntProject *bench_dom_read  (const char *path);
JsonNode   *bench_dom_build (EntProject *project);

G_END_DECLS
