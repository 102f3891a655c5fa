/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for one test, and what tests of files ask again and again. */
#pragma once

#include "store/ent-file-save.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
} Folder;

typedef void (*FolderTest) (Folder *, gconstpointer);
typedef void (*ChildFunc) (gpointer data);

void     folder_add_test     (const char    *name,
                              gconstpointer  data,
                              FolderTest     func);
char    *folder_child        (Folder        *self,
                              const char    *name);
void     folder_remove       (const char    *folder);
guint    folder_count        (const char    *folder);
void     put_text            (const char    *path,
                              const char    *text);
void     assert_text         (const char    *path,
                              const char    *text);
char    *long_text           (char           letter,
                              gsize          length);
guint    count_descriptors   (void);
void     look_at             (const char    *path,
                              EntFingerprint *fingerprint);
gboolean save_text           (const char    *path,
                              const char    *text,
                              const EntFingerprint *expected,
                              EntSaveReceipt *receipt,
                              GError       **error);
gboolean save_new_text       (const char    *path,
                              const char    *text,
                              gboolean       overwrite,
                              GError       **error);
void     assert_save_refused (const char    *path,
                              const EntFingerprint *expected,
                              EntStoreError  code,
                              const char    *words);
void     make_state_folder   (Folder        *self,
                              uid_t          user);
void     use_state_folder    (Folder        *self);
int      run_child           (ChildFunc      func,
                              gpointer       data);

G_END_DECLS
