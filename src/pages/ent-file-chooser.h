/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a file. The only place that knows which of GTK's file dialogs there is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntFileType:
 * @name: what people read, translated
 * @suffix: the end of such files' names, without the first point; of several, with commas between
 */
typedef struct {
  const char *name;
  const char *suffix;
} EntFileType;

void   ent_file_chooser_open_async  (GtkWindow           *parent,
                                     const char          *title,
                                     const EntFileType   *type,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void   ent_file_chooser_save_async  (GtkWindow           *parent,
                                     const char          *title,
                                     const char          *name,
                                     GFile               *folder,
                                     const EntFileType   *type,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
GFile *ent_file_chooser_finish      (GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS
