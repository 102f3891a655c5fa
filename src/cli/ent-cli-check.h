/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a check of a file brought to light. */
#pragma once

#include "analysis/ent-finding.h"
#include "cli/ent-cli-command.h"
#include "store/ent-project-file.h"

G_BEGIN_DECLS

/**
 * EntCliChecked:
 * @name: the file as it was typed, as text
 * @error: why it could not be read, or %NULL
 * @file: (nullable): what was read
 * @findings: (nullable) (element-type EntFinding): what its role chart and its alignment ask, the
 *   most pressing first
 * @status: the answer for this file
 */
typedef struct {
  char *name;
  GError *error;
  EntProjectFile *file;
  GPtrArray *findings;
  EntCliStatus status;
} EntCliChecked;

char *ent_cli_checked_dup_text (const EntCliChecked *self,
                                guint                width);
char *ent_cli_checked_dup_json (GPtrArray           *files);

G_END_DECLS
