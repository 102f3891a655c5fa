/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As much of a list as somebody looks at. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_SEEN_LIST (ent_seen_list_get_type ())
G_DECLARE_FINAL_TYPE (EntSeenList, ent_seen_list, ENT, SEEN_LIST, GObject)

/* So many rows come first, and so many more each time. */
#define ENT_SEEN_LIST_STEP 16

EntSeenList *ent_seen_list_new       (GListModel  *model);
GListModel  *ent_seen_list_get_model (EntSeenList *self);
void         ent_seen_list_set_model (EntSeenList *self,
                                      GListModel  *model);
void         ent_seen_list_set_still (EntSeenList *self,
                                      gboolean     still);
void         ent_seen_list_keep      (EntSeenList *self,
                                      gpointer     item);
void         ent_seen_list_show_more (EntSeenList *self,
                                      guint        n_items);
void         ent_seen_list_follow    (EntSeenList *self,
                                      GtkWidget   *view);

G_END_DECLS
