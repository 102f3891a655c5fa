/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the window: an editor of one part of a project. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAGE (ent_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntPage, ent_page, ENT, PAGE, AdwBin)

/**
 * EntPageClass:
 * @project_changed: another project is shown, or none; ent_page_get_project() is the new one
 * @reveal: selects a record, scrolls to it and puts the focus on one of its fields (-1: on none);
 *   returns whether the page shows such records
 * @commit_edits: brings everything that is half typed through the gate and returns whether all of
 *   it was taken; the default does so for every field row on the page and puts the focus on the
 *   first one that holds what can't be understood
 * @add_record: begins a new record of the kind that the page is about
 * @focus_content: puts the focus into what the page shows, past switches above it
 */
struct _EntPageClass {
  AdwBinClass parent_class;

  void     (*project_changed) (EntPage   *self);
  gboolean (*reveal)          (EntPage   *self,
                               EntRecord *record,
                               int        field);
  gboolean (*commit_edits)    (EntPage   *self);
  void     (*add_record)      (EntPage   *self);
  gboolean (*focus_content)   (EntPage   *self);
};

EntProject *ent_page_get_project    (EntPage    *self);
void        ent_page_set_project    (EntPage    *self,
                                     EntProject *project);
gboolean    ent_page_get_folded     (EntPage    *self);
void        ent_page_set_folded     (EntPage    *self,
                                     gboolean    folded);
gboolean    ent_page_reveal         (EntPage    *self,
                                     EntRecord  *record,
                                     int         field);
gboolean    ent_page_commit_edits   (EntPage    *self);
void        ent_page_add_record     (EntPage    *self);
gboolean    ent_page_focus_content  (EntPage    *self);
void        ent_page_delete_record  (EntPage    *self,
                                     EntRecord  *record);
void        ent_page_delete_records (EntPage    *self,
                                     EntRecord *const *records,
                                     guint       n_records);
void        ent_page_show_message   (EntPage    *self,
                                     const char *text);
void        ent_page_request_reveal (EntPage    *self,
                                     EntRecord  *record,
                                     int         field);
EntPage    *ent_page_find           (GtkWidget  *widget);

G_END_DECLS
