/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds of `entente-cli import` share. */
#pragma once

#include "analysis/ent-import.h"
#include "cli/ent-cli-command.h"
#include "store/ent-project-file.h"

G_BEGIN_DECLS

/**
 * EntCliImport:
 * @path: the file of the project
 * @file: the project
 * @table: the file of the table
 * @rows: (element-type GStrv): what is in it
 * @date: for positions, the day on which it was said
 * @options: for KPIs and measurements, what was said about the table
 * @dry_run: whether to change nothing
 * @leave_out: whether to enter the rest where something is not understood
 */
typedef struct {
  const char *path;
  EntProjectFile *file;
  const char *table;
  GPtrArray *rows;
  const char *date;
  EntImportOptions options;
  gboolean dry_run;
  gboolean leave_out;
} EntCliImport;

EntCliStatus ent_cli_import_positions    (const EntCliImport *job);
EntCliStatus ent_cli_import_kpis         (const EntCliImport *job);
EntCliStatus ent_cli_import_measurements (const EntCliImport *job);

gboolean     ent_cli_import_save         (const EntCliImport *job);
EntCliStatus ent_cli_import_refuse       (const EntCliImport *job,
                                          guint               n_problems);

G_END_DECLS
