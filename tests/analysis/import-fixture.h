/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables for tests of the import, and what comes of them as text. */
#pragma once

#include "analysis/ent-import.h"

EntProject *import_fixture_new    (void);
EntRecord  *import_fixture_find   (EntProject *project,
                                   const char *name);
GPtrArray  *import_fixture_rows   (const char *text);
char       *import_fixture_dump   (EntImport  *import);
