/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example partnerships that come with the program. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntSample:
 * @name: what the command line calls it
 * @title: its title, marked with N_()
 * @summary: who works together on what, marked with N_()
 */
typedef struct {
  const char *name;
  const char *title;
  const char *summary;
} EntSample;

const EntSample *ent_samples_get    (guint      *n_samples);
GFile           *ent_sample_dup_file (const char *name);

G_END_DECLS
