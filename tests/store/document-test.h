/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking things of a document and waiting for the answer. */
#pragma once

#include "store-test.h"

#include "store/ent-document.h"

G_BEGIN_DECLS

typedef struct
{
  GAsyncResult *result;
  guint n;
} Waiting;

void          on_done              (GObject       *source,
                                    GAsyncResult  *result,
                                    gpointer       user_data);
GAsyncResult *wait_for             (Waiting       *waiting);
gboolean      finish_save          (EntDocument   *document,
                                    Waiting       *waiting,
                                    GError       **error);
gboolean      save                 (EntDocument   *document,
                                    GError       **error);
gboolean      save_as              (EntDocument   *document,
                                    const char    *path,
                                    gboolean       overwrite,
                                    GError       **error);
gboolean      save_copy            (EntDocument   *document,
                                    const char    *path,
                                    GError       **error);
gboolean      reload               (EntDocument   *document,
                                    GError       **error);
EntDocument  *open_file            (const char    *path,
                                    gboolean       salvage,
                                    GError       **error);
EntDocument  *open_well            (const char    *path);
void          set_title            (EntDocument   *document,
                                    const char    *title);
EntHistory   *history_of           (EntDocument   *document);
EntDocument  *new_saved            (Folder        *folder);
char         *text_of              (const char    *path);
void          assert_title_on_disk (const char    *path,
                                    const char    *title);
void          count                (guint         *n);

G_END_DECLS
