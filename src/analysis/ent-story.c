/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a story beside its own words. */
#include "config.h"

#include "analysis/ent-story.h"

#include "analysis/ent-day.h"
#include "analysis/ent-phrase.h"

#include <glib/gi18n.h>

static gboolean
is_story (EntRecord *record)
{
  return ENT_IS_RECORD (record) && ent_record_get_kind (record) == ENT_KIND_STORY;
}

static char *
dup_name (EntRecord *record, guint field)
{
  return ent_phrase_name (ent_record_get_string (record, field));
}

/**
 * ent_story_is_told:
 * @story: a story
 *
 * Returns: whether there is more of it than a title: a story to read
 */
gboolean
ent_story_is_told (EntRecord *story)
{
  g_return_val_if_fail (is_story (story), FALSE);

  return *ent_record_get_string (story, ENT_STORY_TEXT) != '\0'
         || *ent_record_get_string (story, ENT_STORY_SIGNIFICANCE) != '\0';
}

/**
 * ent_story_is_chosen:
 * @story: a story
 *
 * Returns: whether it was selected among others, and the reason is written down
 */
gboolean
ent_story_is_chosen (EntRecord *story)
{
  g_return_val_if_fail (is_story (story), FALSE);

  return ent_record_get_bool (story, ENT_STORY_SELECTED)
         && *ent_record_get_string (story, ENT_STORY_SELECTION_REASON) != '\0';
}

/**
 * ent_story_get_unshared:
 *
 * Returns: (transfer none): what stands beside a story that may not be shared, translated
 */
const char *
ent_story_get_unshared (void)
{
  return _("Not to be shared");
}

/**
 * ent_story_dup_heading:
 * @story: a story
 *
 * Returns: (transfer full): its kind and day: “Small win · 3 May 2026”
 */
char *
ent_story_dup_heading (EntRecord *story)
{
  g_autofree char *kind = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (is_story (story), NULL);

  kind = ent_record_format (story, ENT_STORY_KIND);
  if (*ent_record_get_string (story, ENT_STORY_DATE) == '\0')
    return g_steal_pointer (&kind);
  day = ent_day_format (ent_record_get_string (story, ENT_STORY_DATE));

  return g_strdup_printf ("%s · %s", kind, day);
}

/**
 * ent_story_dup_byline:
 * @story: a story
 *
 * Returns: (transfer full): who told it: “Told by Ada Obi, Riverside Trust”; "" if nobody is named
 */
char *
ent_story_dup_byline (EntRecord *story)
{
  EntRecord *teller;
  EntRecord *partner;
  g_autofree char *name = NULL;
  g_autofree char *organisation = NULL;

  g_return_val_if_fail (is_story (story), NULL);

  teller = ent_record_get_ref (story, ENT_STORY_TELLER);
  if (teller == NULL)
    return g_strdup ("");

  name = dup_name (teller, ENT_PERSON_NAME);
  partner = ent_record_get_ref (teller, ENT_PERSON_PARTNER);
  if (partner == NULL)
    return g_strdup_printf (_("Told by %s"), name);
  organisation = dup_name (partner, ENT_PARTNER_NAME);

  /* Translators: who told a story: a person, an organisation */
  return g_strdup_printf (_("Told by %s, %s"), name, organisation);
}

/**
 * ent_story_dup_partners:
 * @story: a story
 *
 * Returns: (transfer full): whom it is about: “About Riverside Trust and the Bakery”; "" if no
 *   partner is named
 */
char *
ent_story_dup_partners (EntRecord *story)
{
  const char *const *ids;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  g_return_val_if_fail (is_story (story), NULL);

  ids = ent_record_get_list (story, ENT_STORY_PARTNERS);
  for (guint i = 0; ids[i] != NULL && ent_record_get_project (story) != NULL; i++)
    {
      EntRecord *partner = ent_project_lookup_kind (ent_record_get_project (story),
                                                    ENT_KIND_PARTNER, ids[i]);

      if (partner != NULL)
        g_ptr_array_add (names, dup_name (partner, ENT_PARTNER_NAME));
    }
  if (names->len == 0)
    return g_strdup ("");
  g_ptr_array_add (names, NULL);
  list = ent_phrase_join ((const char *const *) names->pdata);

  /* Translators: the partners that a story is about */
  return g_strdup_printf (_("About %s"), list);
}

/**
 * ent_story_compare:
 * @a: a story
 * @b: another
 *
 * Returns: less than 0 if @a stands before @b where people read them: the latest comes first, what
 *   has no day last
 */
int
ent_story_compare (EntRecord *a, EntRecord *b)
{
  const char *x;
  const char *y;

  g_return_val_if_fail (is_story (a) && is_story (b), 0);

  x = ent_record_get_string (a, ENT_STORY_DATE);
  y = ent_record_get_string (b, ENT_STORY_DATE);

  /* Days are written so that the alphabet is their order. */
  return g_strcmp0 (y, x);
}
