/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with several views, each behind a tab. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

/**
 * EntViewInfo:
 * @name: name for programs
 * @title: what people read on the tab, marked with N_()
 * @icon_name: symbolic icon
 * @get_type: its type, an #EntPage
 *
 * A view of a page.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} EntViewInfo;

#define ENT_TYPE_VIEWS_PAGE (ent_views_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntViewsPage, ent_views_page, ENT, VIEWS_PAGE, EntPage)

struct _EntViewsPageClass {
  EntPageClass parent_class;
};

void ent_views_page_add_views (EntViewsPage      *self,
                               const EntViewInfo *infos,
                               guint              n_infos);

G_END_DECLS
