/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages there are: what the window's sidebar is made from. */
#pragma once

#include "pages/ent-page.h"

G_BEGIN_DECLS

/**
 * EntPageGroup:
 * @ENT_PAGE_PLAN: who takes part and who does what
 * @ENT_PAGE_ALIGN: which goals pull together
 * @ENT_PAGE_MEASURE: how it is going
 * @ENT_PAGE_MEET: what is talked about
 */
typedef enum {
  ENT_PAGE_PLAN,
  ENT_PAGE_ALIGN,
  ENT_PAGE_MEASURE,
  ENT_PAGE_MEET,
} EntPageGroup;

#define ENT_PAGE_MOST_KINDS 4

/**
 * EntPageInfo:
 * @name: name for settings and actions
 * @group: under which heading it stands
 * @title: what people read, marked with N_()
 * @icon_name: symbolic icon
 * @get_type: its type, an #EntPage
 * @kinds: the kinds of record it leads to
 * @n_kinds: how many
 * @document: (nullable): the name of the document that prints what the page shows
 */
typedef struct {
  const char *name;
  EntPageGroup group;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  EntKind kinds[ENT_PAGE_MOST_KINDS];
  guint n_kinds;
  const char *document;
} EntPageInfo;

guint              ent_pages_get_n_pages     (void);
const EntPageInfo *ent_pages_get_info        (guint        index);
const char        *ent_pages_get_group_title (EntPageGroup group);
int                ent_pages_find_kind       (EntKind      kind);
int                ent_pages_find_name       (const char  *name);

G_END_DECLS
