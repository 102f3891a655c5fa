/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the options of a subcommand. */
#pragma once

#include "cli/ent-cli-command.h"

G_BEGIN_DECLS

gboolean ent_cli_parse (const EntCliCommand  *command,
                        const GOptionEntry   *entries,
                        char                **arguments,
                        char               ***files,
                        EntCliStatus         *status);

gboolean ent_cli_check_date (const char         *date);

G_END_DECLS
