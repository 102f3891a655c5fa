/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: what main() calls. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int ent_cli_run (char **arguments);

G_END_DECLS
