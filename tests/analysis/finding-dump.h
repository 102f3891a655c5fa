/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as text, for tests. */
#pragma once

#include "analysis/ent-finding.h"

#include <gio/gio.h>

char *finding_dump        (GListModel *findings);
char *finding_dump_severe (GListModel *findings);
