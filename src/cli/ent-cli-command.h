/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a subcommand is. Each has a file of its own and a row in the table in ent-cli.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntCliStatus:
 * @ENT_CLI_FINE: it was done, and the answer is yes where there is one
 * @ENT_CLI_NO: it was done, and the answer is no: there are findings or differences
 * @ENT_CLI_FAILED: it could not be done; the reason is on standard error
 *
 * The exit status. Where several files are worked on, the highest counts.
 */
typedef enum {
  ENT_CLI_FINE = 0,
  ENT_CLI_NO = 1,
  ENT_CLI_FAILED = 2,
} EntCliStatus;

typedef struct _EntCliCommand EntCliCommand;

/**
 * EntCliCommand:
 * @name: what is typed
 * @arguments: (nullable): what it takes besides options, marked with N_(); upper case
 * @summary: what it does, in a line, marked with N_()
 * @details: (nullable): what its help says below the options, marked with N_()
 * @least: how many arguments it needs
 * @most: how many it takes
 * @run: does it; @arguments has the command's name first
 * @dup_details: (nullable): makes what its help says below the options, where that follows from tables
 */
struct _EntCliCommand {
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  guint least;
  guint most;
  EntCliStatus (*run) (const EntCliCommand *self,
                       char               **arguments);
  char *(*dup_details) (void);
};

EntCliStatus ent_cli_new    (const EntCliCommand *self,
                             char               **arguments);
EntCliStatus ent_cli_check  (const EntCliCommand *self,
                             char               **arguments);
EntCliStatus ent_cli_show   (const EntCliCommand *self,
                             char               **arguments);
EntCliStatus ent_cli_format (const EntCliCommand *self,
                             char               **arguments);
EntCliStatus ent_cli_export (const EntCliCommand *self,
                             char               **arguments);
char        *ent_cli_export_dup_details (void);

EntCliStatus ent_cli_analyze (const EntCliCommand *self,
                             char               **arguments);
EntCliStatus ent_cli_import (const EntCliCommand *self,
                             char               **arguments);

G_END_DECLS
