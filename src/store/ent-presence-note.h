/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the file that says who has a partnership open. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ENT_PRESENCE_NOTE_SIZE:
 *
 * How many bytes are written at most.
 */
#define ENT_PRESENCE_NOTE_SIZE 200

/**
 * EntPresenceNote:
 * @person: who it is; may be empty
 * @host: the name of the computer; may be empty
 * @since: since when, in seconds since 1970 by the clock of that computer; 0 if it is not known
 * @instance: (nullable): the number of the run of the program; %NULL if it is of another program
 *
 * Who has a partnership open. From a file it says whatever somebody wrote there, as text that can
 * be shown.
 */
typedef struct
{
  char *person;
  char *host;
  gint64 since;
  char *instance;
} EntPresenceNote;

EntPresenceNote *ent_presence_note_new_own (gint64                 now);
EntPresenceNote *ent_presence_note_parse   (const char            *text,
                                            gsize                  length);
EntPresenceNote *ent_presence_note_copy    (const EntPresenceNote *self);
void             ent_presence_note_free    (EntPresenceNote       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPresenceNote, ent_presence_note_free)

char            *ent_presence_note_write   (const EntPresenceNote *self);

G_END_DECLS
