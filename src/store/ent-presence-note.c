/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line has the fields that office programs write into such files, person, login, computer, time
 * and a place of their own, so that a person who opens it finds what is usual there. Ours puts the
 * number of its run in that place and the time so that it means the same everywhere.
 */
#include "config.h"

#include "store/ent-presence-note.h"

#include "store/ent-file-name.h"
#include "store/ent-instance.h"

#include <string.h>

#define OWN_PREFIX "entente:"

#define PERSON_SIZE 60
#define LOGIN_SIZE  20
#define HOST_SIZE   40
#define SHOWN_CHARS 60

enum { PERSON, LOGIN, HOST, TIME, PLACE, N_FIELDS };

/* Cut between characters, with nothing in it that parts fields. */
static char *
dup_field (const char *text,
           gsize       most)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *end = valid;
  char *field;

  while (*end != '\0' && (gsize) (g_utf8_next_char (end) - valid) <= most)
    end = g_utf8_next_char (end);
  field = g_strndup (valid, (gsize) (end - valid));
  return g_strstrip (g_strdelimit (field, ",;\\\r\n\t", ' '));
}

/**
 * ent_presence_note_new_own:
 * @now: the time, in seconds since 1970
 *
 * Returns: (transfer full): who sits at this computer
 */
EntPresenceNote *
ent_presence_note_new_own (gint64 now)
{
  EntPresenceNote *self = g_new0 (EntPresenceNote, 1);
  const char *name = g_get_real_name ();

  /* What GLib says where the system knows no name. */
  if (name[0] == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  self->person = g_strdup (name);
  self->host = g_strdup (g_get_host_name ());
  self->since = now;
  self->instance = g_strdup (ent_instance_get_id ());
  return self;
}

/**
 * ent_presence_note_write:
 * @self: a note
 *
 * Returns: (transfer full): the contents of the file, of at most %ENT_PRESENCE_NOTE_SIZE bytes
 */
char *
ent_presence_note_write (const EntPresenceNote *self)
{
  g_autofree char *person = NULL;
  g_autofree char *login = NULL;
  g_autofree char *host = NULL;
  g_autofree char *time = NULL;
  g_autoptr(GDateTime) since = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  person = dup_field (self->person, PERSON_SIZE);
  login = dup_field (g_get_user_name (), LOGIN_SIZE);
  host = dup_field (self->host, HOST_SIZE);
  since = g_date_time_new_from_unix_utc (self->since);
  time = since != NULL ? g_date_time_format (since, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
  return g_strdup_printf ("%s,%s,%s,%s," OWN_PREFIX "%s;", person, login, host, time,
                          self->instance != NULL ? self->instance : "");
}

/* Other programs put a backslash before what would part the fields. */
static void
split (const char *text,
       GString    *fields[N_FIELDS])
{
  guint i = 0;

  for (const char *p = text; *p != '\0' && *p != ';'; p++)
    if (*p == ',' && i + 1 < N_FIELDS)
      i++;
    else if (*p == '\\' && p[1] != '\0')
      g_string_append_c (fields[i], *++p);
    else
      g_string_append_c (fields[i], *p);
}

static char *
dup_shown (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return ent_name_dup_shown (trimmed, SHOWN_CHARS);
}

static gint64
parse_time (const char *text)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static char *
dup_instance (const char *place)
{
  if (!g_str_has_prefix (place, OWN_PREFIX) ||
      !g_uuid_string_is_valid (place + strlen (OWN_PREFIX)))
    return NULL;
  return g_strdup (place + strlen (OWN_PREFIX));
}

/**
 * ent_presence_note_parse:
 * @text: (array length=length): the contents of the file, whoever wrote them
 * @length: their length
 *
 * Returns: (transfer full): what can be understood of it
 */
EntPresenceNote *
ent_presence_note_parse (const char *text,
                         gsize       length)
{
  EntPresenceNote *self = g_new0 (EntPresenceNote, 1);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  GString *fields[N_FIELDS];

  for (guint i = 0; i < N_FIELDS; i++)
    fields[i] = g_string_new (NULL);
  split (valid, fields);
  self->person = dup_shown (fields[PERSON]->len > 0 ? fields[PERSON]->str : fields[LOGIN]->str);
  self->host = dup_shown (fields[HOST]->str);
  self->since = parse_time (fields[TIME]->str);
  self->instance = dup_instance (fields[PLACE]->str);
  for (guint i = 0; i < N_FIELDS; i++)
    g_string_free (fields[i], TRUE);
  return self;
}

/**
 * ent_presence_note_copy:
 * @self: (nullable): a note
 *
 * Returns: (transfer full) (nullable): a copy
 */
EntPresenceNote *
ent_presence_note_copy (const EntPresenceNote *self)
{
  EntPresenceNote *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (EntPresenceNote, 1);
  copy->person = g_strdup (self->person);
  copy->host = g_strdup (self->host);
  copy->since = self->since;
  copy->instance = g_strdup (self->instance);
  return copy;
}

/**
 * ent_presence_note_free:
 * @self: (nullable): a note
 */
void
ent_presence_note_free (EntPresenceNote *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->host);
  g_free (self->instance);
  g_free (self);
}
