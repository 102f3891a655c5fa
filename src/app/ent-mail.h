/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handing a file to the user's mail program. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     ent_mail_compose_async  (GtkWindow            *parent,
                                  const char           *subject,
                                  const char           *body,
                                  GFile                *attachment,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean ent_mail_compose_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
