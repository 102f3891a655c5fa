/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK 4.8 lacks or does its own way, kept in one place. */
#pragma once

#include <adwaita.h>

#include "model/ent-project.h"

G_BEGIN_DECLS

GSignalGroup *ent_compat_track_model      (EntKind     kind,
                                           GtkFilter  *filter,
                                           GtkSorter  *sorter);
gboolean      ent_compat_select           (GtkWidget          *list,
                                           GtkSingleSelection *selection,
                                           gpointer            item);
void          ent_compat_scroll_to        (GtkWidget  *list,
                                           guint       position);
void          ent_compat_set_label        (GtkWidget  *widget,
                                           const char *label);
void          ent_compat_set_error        (GtkWidget  *widget,
                                           GtkLabel   *label,
                                           gboolean    wrong);
void          ent_compat_announce         (GtkWidget  *widget,
                                           const char *message);
void          ent_compat_limit_line       (GtkEditable *line);
void          ent_compat_pass_focus       (GtkWidgetClass *row_class);
void          ent_compat_limit_title      (AdwActionRow *row);
void          ent_compat_settle_layout    (GtkWidget *widget);
void          ent_compat_guard_flow_boxes (GtkWidget *widget);
void          ent_compat_settle_fold      (GtkWidget *folding);
void          ent_compat_focus_calendar   (GtkPopover  *popover,
                                           GtkCalendar *calendar);

G_END_DECLS
