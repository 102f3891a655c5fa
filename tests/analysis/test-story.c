/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a story beside its own words. */
#include "config.h"

#include "analysis/ent-story.h"

static EntRecord *
add (EntProject *project, EntKind kind, const char *name)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);

  ent_record_set_string (record, (guint) ent_record_get_info (record)->title_field, name);
  g_assert_true (ent_project_append (project, record, NULL));

  return record; /* the project holds it */
}

static void
assert_said (EntRecord *story, const char *heading, const char *byline, const char *partners)
{
  g_autofree char *h = ent_story_dup_heading (story);
  g_autofree char *b = ent_story_dup_byline (story);
  g_autofree char *p = ent_story_dup_partners (story);

  g_assert_cmpstr (h, ==, heading);
  g_assert_cmpstr (b, ==, byline);
  g_assert_cmpstr (p, ==, partners);
}

static void
test_words (void)
{
  g_autoptr(EntProject) project = ent_project_new ();
  EntRecord *story = add (project, ENT_KIND_STORY, "The roof");
  EntRecord *person = add (project, ENT_KIND_PERSON, "Ada Obi");
  EntRecord *mill = add (project, ENT_KIND_PARTNER, "The Mill");
  EntRecord *farm = add (project, ENT_KIND_PARTNER, "Hill Farm");
  const char *const both[] = { ent_record_get_id (mill), "gone", ent_record_get_id (farm), NULL };

  assert_said (story, "Story", "", "");
  ent_record_set_enum (story, ENT_STORY_KIND, ENT_STORY_SMALL_WIN);
  ent_record_set_string (story, ENT_STORY_DATE, "2026-05-03");
  ent_record_set_string (story, ENT_STORY_TELLER, ent_record_get_id (person));
  assert_said (story, "Small win · 3 May 2026", "Told by Ada Obi", "");
  ent_record_set_string (person, ENT_PERSON_PARTNER, ent_record_get_id (mill));
  ent_record_set_list (story, ENT_STORY_PARTNERS, both);
  assert_said (story, "Small win · 3 May 2026", "Told by Ada Obi, The Mill",
               "About The Mill and Hill Farm");
}

static void
test_told_and_chosen (void)
{
  g_autoptr(EntRecord) story = ent_record_new (ENT_KIND_STORY);

  g_assert_false (ent_story_is_told (story));
  ent_record_set_string (story, ENT_STORY_SIGNIFICANCE, "It held.");
  g_assert_true (ent_story_is_told (story));

  ent_record_set_string (story, ENT_STORY_SELECTION_REASON, "By all.");
  g_assert_false (ent_story_is_chosen (story));
  ent_record_set_bool (story, ENT_STORY_SELECTED, TRUE);
  g_assert_true (ent_story_is_chosen (story));
  ent_record_set_string (story, ENT_STORY_SELECTION_REASON, "");
  g_assert_false (ent_story_is_chosen (story));
}

static void
test_order (void)
{
  const char *days[] = { "2026-12-01", "2026-01-31", "" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint k = 0; k < G_N_ELEMENTS (days); k++)
      {
        g_autoptr(EntRecord) a = ent_record_new (ENT_KIND_STORY);
        g_autoptr(EntRecord) b = ent_record_new (ENT_KIND_STORY);

        ent_record_set_string (a, ENT_STORY_DATE, days[i]);
        ent_record_set_string (b, ENT_STORY_DATE, days[k]);
        g_assert_cmpint (CLAMP (ent_story_compare (a, b), -1, 1), ==, i < k ? -1 : i > k);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story/words", test_words);
  g_test_add_func ("/story/told-and-chosen", test_told_and_chosen);
  g_test_add_func ("/story/order", test_order);

  return g_test_run ();
}
