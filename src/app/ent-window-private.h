/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's inside, shared by the files that make it up. */
#pragma once

#include "app/ent-notice-bar.h"
#include "app/ent-search-view.h"
#include "app/ent-start-view.h"
#include "app/ent-window.h"
#include "pages/ent-page.h"
#include "store/ent-document-watch.h"
#include "store/ent-presence.h"

G_BEGIN_DECLS

struct _EntWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *views;
  EntStartView *start_view;
  AdwStatusPage *loading_page;
  GtkProgressBar *loading_bar;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkListBox *page_list;
  AdwWindowTitle *window_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  EntNoticeBar *trouble_bar;
  EntNoticeBar *slow_bar;
  EntNoticeBar *file_bar;
  EntNoticeBar *conflict_bar;
  EntNoticeBar *presence_bar;
  EntNoticeBar *notice_bar;
  GtkStack *body;
  EntSearchView *search_view;
  GtkStack *pages;

  GSettings *settings;
  EntDocument *document;          /* NULL while the start page is shown */
  EntDocumentWatch *watch;        /* of its file; NULL with it */
  EntPresence *presence;          /* at its file; NULL with it */
  GFile *conflict_file;           /* the second file that is offered, or NULL */
  char *conflict_summary;         /* what is other in it, or NULL */
  GHashTable *known_copies;       /* digests of those that were offered */
  GSignalGroup *document_signals;
  GSignalGroup *project_signals;
  GSignalGroup *history_signals;
  GFile *opening;                 /* the file being read */
  GCancellable *open_cancellable;
  AdwToast *toast;                /* (weak) what was said last */
  gint64 toast_time;              /* and when, by the monotonic clock */
  GtkWindow *question;            /* (weak) what is asked before closing */
  guint slow_source;              /* waits for a save to take long */
  gboolean is_slow;               /* it does */
  gboolean leaving;               /* without waiting for it */
  gboolean closing;               /* all questions have been answered */
  gboolean giving_up;             /* what can't be understood may be lost */
};

/* ent-window.c */
void     _ent_window_set_document    (EntWindow           *self,
                                      EntDocument         *document);
void     _ent_window_update          (EntWindow           *self);
void     _ent_window_show_toast      (EntWindow           *self,
                                      const char          *text,
                                      const char          *button_label,
                                      const char          *action_name);

/* ent-window-pages.c */
void     _ent_window_fill_page_list  (EntWindow           *self);
void     _ent_window_show_page       (EntWindow           *self,
                                      guint                index);
void     _ent_window_show_last_page  (EntWindow           *self);
EntPage *_ent_window_get_page        (EntWindow           *self);
gboolean _ent_window_commit_edits    (EntWindow           *self);

/* ent-window-actions.c */
void     _ent_window_install_actions (EntWindow           *self);
void     _ent_window_update_actions  (EntWindow           *self);

/* ent-window-file.c */
void     _ent_window_save_async      (EntWindow           *self,
                                      gboolean             ask_where,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean _ent_window_save_finish     (EntWindow           *self,
                                      GAsyncResult        *result,
                                      GError             **error);
void     _ent_window_show_error      (EntWindow           *self,
                                      const char          *heading,
                                      const GError        *error);

void     _ent_window_save_copy       (EntWindow           *self);
void     _ent_window_reload          (EntWindow           *self);

/* ent-window-close.c */
gboolean _ent_window_ask_to_close    (EntWindow           *self);
void     _ent_window_stop_waiting    (EntWindow           *self);

/* ent-window-keep.c */
void     _ent_window_show_trouble    (EntWindow           *self);

/* ent-window-watch.c */
void     _ent_window_watch           (EntWindow           *self);
void     _ent_window_check_file      (EntWindow           *self);
void     _ent_window_review_file     (EntWindow           *self);

/* ent-window-presence.c */
void     _ent_window_be_present      (EntWindow           *self);

/* ent-window-conflicts.c */
void     _ent_window_find_copies     (EntWindow           *self);
void     _ent_window_forget_copies   (EntWindow           *self);
void     _ent_window_review_copy     (EntWindow           *self);

/* ent-window-slow.c */
void     _ent_window_watch_job       (EntWindow           *self);

/* ent-window-send.c */
void     _ent_window_send            (EntWindow           *self);

G_END_DECLS
