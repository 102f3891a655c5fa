/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a partnership's versions as a file. A line has tabs between its fields:
 *
 *   sum  number  time  origin  size  digest  title
 *
 * where the sum is of all that stands after it. A line that does not fit its sum is passed over,
 * and stays where it is as long as lines are only added.
 */
#include "config.h"

#include "store/ent-versions-index.h"

#include "model/ent-record.h"
#include "store/ent-versions-folder.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define SUM_CHARS 16

enum
{
  FIELD_SUM,
  FIELD_NUMBER,
  FIELD_TIME,
  FIELD_ORIGIN,
  FIELD_SIZE,
  FIELD_DIGEST,
  FIELD_TITLE,
  N_FIELDS
};

static const char *const origins[ENT_VERSION_N_ORIGINS] = {
  [ENT_VERSION_OPENED] = "opened",
  [ENT_VERSION_SAVED] = "saved",
  [ENT_VERSION_RECOVERED] = "recovered",
};

/**
 * ent_version_free:
 * @self: (transfer full): a version
 */
void
ent_version_free (EntVersion *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->digest);
  g_free (self->project);
  g_free (self->title);
  g_free (self);
}

static char *
dup_sum (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  char *sum = ent_versions_dup_digest (bytes);

  sum[SUM_CHARS] = '\0';
  return sum;
}

static gboolean
parse_origin (const char       *text,
              EntVersionOrigin *origin)
{
  for (guint i = 0; i < ENT_VERSION_N_ORIGINS; i++)
    if (strcmp (text, origins[i]) == 0)
      {
        *origin = (EntVersionOrigin) i;
        return TRUE;
      }
  return FALSE;
}

/* A program that is newer may have kept something for a reason that is not known here: the line is
 * passed over like a damaged one.
 */
static EntVersion *
parse_line (const char *line,
            const char *project)
{
  g_autoptr(EntVersion) version = g_new0 (EntVersion, 1);
  g_auto(GStrv) fields = g_strsplit (line, "\t", N_FIELDS + 1);
  g_autofree char *sum = NULL;
  g_autofree char *content_name = NULL;

  if (g_strv_length (fields) != N_FIELDS || strlen (fields[FIELD_SUM]) != SUM_CHARS)
    return NULL;
  sum = dup_sum (line + SUM_CHARS + 1);
  content_name = ent_versions_dup_content_name (fields[FIELD_DIGEST]);
  if (strcmp (sum, fields[FIELD_SUM]) != 0 || content_name == NULL ||
      !parse_origin (fields[FIELD_ORIGIN], &version->origin) ||
      !g_ascii_string_to_unsigned (fields[FIELD_NUMBER], 10, 0, G_MAXUINT64 - 1,
                                   &version->number, NULL) ||
      !g_ascii_string_to_signed (fields[FIELD_TIME], 10, G_MININT64, G_MAXINT64,
                                 &version->time, NULL) ||
      !g_ascii_string_to_unsigned (fields[FIELD_SIZE], 10, 0, G_MAXUINT32, &version->size, NULL))
    return NULL;
  version->digest = g_strdup (fields[FIELD_DIGEST]);
  version->project = g_strdup (project);
  version->title = g_strcompress (fields[FIELD_TITLE]);
  return g_utf8_validate (version->title, -1, NULL) ? g_steal_pointer (&version) : NULL;
}

static char *
format_line (const EntVersion *version)
{
  g_autofree char *title = g_strescape (version->title, NULL);
  g_autofree char *rest = g_strdup_printf ("%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%"
                                           G_GUINT64_FORMAT "\t%s\t%s", version->number,
                                           version->time, origins[version->origin], version->size,
                                           version->digest, title);
  g_autofree char *sum = dup_sum (rest);

  return g_strconcat (sum, "\t", rest, "\n", NULL);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const EntVersion *one = *(const EntVersion *const *) a;
  const EntVersion *other = *(const EntVersion *const *) b;

  return (one->number < other->number) - (one->number > other->number);
}

static void
parse_lines (EntVersionsIndex *self,
             const char       *project)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  g_autofree char *text = g_malloc0 (size + 1);
  g_auto(GStrv) lines = NULL;

  /* What a failing disk leaves are often zero bytes: they shall cost a line and not all after. */
  for (gsize i = 0; i < size; i++)
    text[i] = data[i] != '\0' ? data[i] : '?';
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      EntVersion *version = parse_line (*line, project);

      if (version != NULL)
        g_ptr_array_add (self->versions, version);
    }
  g_ptr_array_sort (self->versions, compare_numbers);
}

/**
 * ent_versions_index_read:
 * @folder: descriptor of the folder of versions
 * @project: id of a partnership
 * @errnum: (out): why it could not be read
 *
 * Reads the list of a partnership's versions. That there is none is no error, and what is no list
 * at all is put aside.
 *
 * Returns: (transfer full) (nullable): the list
 */
EntVersionsIndex *
ent_versions_index_read (int         folder,
                         const char *project,
                         int        *errnum)
{
  g_autoptr(EntVersionsIndex) self = g_new0 (EntVersionsIndex, 1);

  g_return_val_if_fail (folder >= 0 && errnum != NULL, NULL);
  g_return_val_if_fail (ent_id_is_valid (project), NULL);

  self->name = g_strconcat (project, ENT_VERSIONS_INDEX_SUFFIX, NULL);
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_version_free);
  self->bytes = ent_versions_read (folder, self->name, errnum);
  if (ent_versions_is_damage (*errnum) && ent_versions_put_aside (folder, self->name))
    *errnum = ENOENT;
  if (self->bytes != NULL)
    parse_lines (self, project);
  else if (*errnum != ENOENT)
    return NULL;
  *errnum = 0;
  return g_steal_pointer (&self);
}

/**
 * ent_versions_index_free:
 * @self: (transfer full): a list of versions
 */
void
ent_versions_index_free (EntVersionsIndex *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self);
}

/**
 * ent_versions_index_append:
 * @self: a list of versions
 * @folder: descriptor of the folder, which is locked
 * @version: (transfer full): what is new; its number is set
 *
 * Adds a version to the list on disk. What stands there is not touched.
 *
 * Returns: 0, or an error number
 */
int
ent_versions_index_append (EntVersionsIndex *self,
                           int               folder,
                           EntVersion       *version)
{
  g_autoptr(GBytes) longer = NULL;
  g_autofree char *line = NULL;
  GString *text = g_string_new (NULL);
  int errnum;

  g_return_val_if_fail (self != NULL && folder >= 0 && version != NULL, EINVAL);

  if (self->versions->len > 0)
    version->number = ((EntVersion *) g_ptr_array_index (self->versions, 0))->number + 1;
  line = format_line (version);
  if (self->bytes != NULL)
    g_string_append_len (text, g_bytes_get_data (self->bytes, NULL),
                         (gssize) g_bytes_get_size (self->bytes));
  /* A line that was cut off must not take the new one with it. */
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  longer = g_string_free_to_bytes (text);
  g_ptr_array_insert (self->versions, 0, version);
  errnum = ent_versions_write (folder, self->name, longer);
  if (errnum == 0)
    {
      g_clear_pointer (&self->bytes, g_bytes_unref);
      self->bytes = g_steal_pointer (&longer);
    }
  return errnum;
}

/**
 * ent_versions_index_rewrite:
 * @self: a list of versions
 * @folder: descriptor of the folder, which is locked
 *
 * Writes the list as it is now, or removes its file where it is empty.
 *
 * Returns: 0, or an error number
 */
int
ent_versions_index_rewrite (EntVersionsIndex *self,
                            int               folder)
{
  g_autoptr(GBytes) bytes = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL && folder >= 0, EINVAL);

  if (self->versions->len == 0)
    return unlinkat (folder, self->name, 0) == 0 || errno == ENOENT ? 0 : errno;
  text = g_string_new (NULL);
  for (guint i = self->versions->len; i > 0; i--)
    {
      g_autofree char *line = format_line (g_ptr_array_index (self->versions, i - 1));

      g_string_append (text, line);
    }
  bytes = g_string_free_to_bytes (text);
  return ent_versions_write (folder, self->name, bytes);
}

typedef struct
{
  GPtrArray *indexes;
  int errnum;
} ReadAll;

static void
read_one (int         folder,
          const char *name,
          gpointer    user_data)
{
  ReadAll *all = user_data;
  g_autofree char *project = NULL;
  EntVersionsIndex *index;
  int errnum = 0;

  if (!g_str_has_suffix (name, ENT_VERSIONS_INDEX_SUFFIX))
    return;
  project = g_strndup (name, strlen (name) - strlen (ENT_VERSIONS_INDEX_SUFFIX));
  if (!ent_id_is_valid (project))
    return;
  index = ent_versions_index_read (folder, project, &errnum);
  if (index != NULL)
    g_ptr_array_add (all->indexes, index);
  else if (all->errnum == 0)
    all->errnum = errnum;
}

/**
 * ent_versions_index_read_all:
 * @folder: descriptor of the folder of versions
 * @errnum: (out): why not all could be read, or 0
 *
 * Returns: (transfer full) (element-type EntVersionsIndex): the lists of all partnerships, as far
 *   as they can be read
 */
GPtrArray *
ent_versions_index_read_all (int  folder,
                             int *errnum)
{
  ReadAll all = { NULL, 0 };

  g_return_val_if_fail (folder >= 0 && errnum != NULL, NULL);

  all.indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_versions_index_free);
  *errnum = ent_versions_folder_each (folder, read_one, &all);
  if (*errnum == 0)
    *errnum = all.errnum;
  return all.indexes;
}
