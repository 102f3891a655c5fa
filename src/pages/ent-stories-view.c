/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of stories, the latest first, to read; and behind it the form. A small win is a line typed and
 * Enter: its day is today until somebody says otherwise. */
#include "config.h"

#include "pages/ent-stories-view.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "analysis/ent-story.h"
#include "pages/ent-record-pane.h"
#include "pages/ent-story-reader.h"
#include "pages/ent-text.h"

struct _EntStoriesView {
  EntPage parent_instance;

  EntRecordPane *pane;
  EntForm *form;
  EntStoryReader *reader;
  GSignalGroup *record_signals;
};

G_DEFINE_FINAL_TYPE (EntStoriesView, ent_stories_view, ENT_TYPE_PAGE)

static const EntFormSection sections[] = {
  { NULL, NULL, { ENT_STORY_TITLE, ENT_STORY_KIND, ENT_STORY_DATE, ENT_STORY_TELLER }, 4 },
  { N_("In their own words"), NULL, { ENT_STORY_TEXT, ENT_STORY_SIGNIFICANCE }, 2 },
  { N_("What it is about"), NULL, { ENT_STORY_PARTNERS, ENT_STORY_GOAL, ENT_STORY_KPI }, 3 },
  { N_("Sharing and choosing"),
    N_("Only what its teller has agreed to goes into documents. Read several stories together, choose "
       "the one that tells of the most significant change, and write down why."),
    { ENT_STORY_CONSENT, ENT_STORY_SELECTED, ENT_STORY_SELECTION_REASON }, 3 },
  { 0 }
};

/* "31/05/2026 · Ada Obi" */
static char *
dup_detail (EntRecord *story)
{
  EntRecord *teller = ent_record_get_ref (story, ENT_STORY_TELLER);
  const char *date = ent_record_get_string (story, ENT_STORY_DATE);
  g_autofree char *day = ent_text_format_date (date);
  g_autofree char *name = teller != NULL ? ent_text_dup_title (teller) : g_strdup ("");

  return g_strjoin (*day != '\0' && *name != '\0' ? " · " : "", day, name, NULL);
}

static char *
dup_kind (EntRecord *story)
{
  return ent_record_format (story, ENT_STORY_KIND);
}

static char *
dup_standing (EntRecord *story)
{
  if (!ent_record_get_bool (story, ENT_STORY_CONSENT))
    return g_strdup (ent_story_get_unshared ());

  return g_strdup (ent_record_get_bool (story, ENT_STORY_SELECTED) ? _("Selected") : "");
}

static gboolean
is_quoted (const char *title)
{
  gunichar first = g_utf8_get_char (title);

  return first == '"' || g_unichar_type (first) == G_UNICODE_INITIAL_PUNCTUATION
         || first == 0x201e /* „ */;
}

/* What is told in one line is a small win, or what somebody said. */
static void
fill (EntRecord *story)
{
  g_autofree char *today = ent_day_dup_today ();

  ent_record_set_string (story, ENT_STORY_DATE, today);
  ent_record_set_enum (story, ENT_STORY_KIND,
                       is_quoted (ent_record_get_string (story, ENT_STORY_TITLE))
                         ? ENT_STORY_QUOTE : ENT_STORY_SMALL_WIN);
}

static gboolean
matches_consent (EntRecord *story, guint choice)
{
  return ent_record_get_bool (story, ENT_STORY_CONSENT) == (choice == 0);
}

static gboolean
matches_selected (EntRecord *story, guint choice)
{
  return ent_record_get_bool (story, ENT_STORY_SELECTED) == (choice == 0);
}

static const EntListPaneSpec list_spec = {
  .kind = ENT_KIND_STORY,
  .search = N_("Search stories"),
  .add = N_("Add a small win"),
  .fill = fill,
  .dup_detail = dup_detail,
  .dup_word = dup_kind,
  .dup_note = dup_standing,
  .compare = ent_story_compare,
  .compare_title = N_("Latest First"),
  .sorts = { ENT_STORY_DATE, ENT_STORY_KIND, ENT_STORY_TELLER, ENT_STORY_GOAL, ENT_STORY_TITLE },
  .n_sorts = 5,
  .filters = { { ENT_STORY_KIND, TRUE, NULL },
               { ENT_STORY_GOAL, TRUE, N_("No goal") },
               { ENT_STORY_PARTNERS, TRUE, N_("No partner") },
               { ENT_STORY_TELLER, TRUE, N_("Nobody") },
               { .field = ENT_STORY_CONSENT, .label = N_("Consent"),
                 .choices = { N_("May be shared"), N_("Not to be shared") },
                 .matches = matches_consent },
               { .field = ENT_STORY_SELECTED,
                 .choices = { N_("Selected"), N_("Not selected") },
                 .matches = matches_selected } },
  .n_filters = 6,
};

static const EntRecordPaneEmpty empty = {
  .icon_name = "starred-symbolic",
  .title = N_("What Went Well Lately?"),
  .description = N_("Figures say how much, stories say what it meant. Note small wins as they happen, "
                    "and what people told, in their own words."),
  .prompt = N_("A small win"),
};

/* Why it was selected has no place where it was not, unless something stands there already. */
static void
update_reason (EntStoriesView *self)
{
  EntRecord *story = ent_record_pane_get_record (self->pane);

  if (story != NULL)
    ent_form_show_field (self->form, ENT_STORY_SELECTION_REASON,
                         ent_record_get_bool (story, ENT_STORY_SELECTED)
                           || *ent_record_get_string (story, ENT_STORY_SELECTION_REASON) != '\0');
}

static void
on_record (EntStoriesView *self)
{
  EntRecord *story = ent_record_pane_get_record (self->pane);

  g_signal_group_set_target (self->record_signals, story);
  ent_story_reader_set_record (self->reader, story);
  update_reason (self);
}

static void
ent_stories_view_project_changed (EntPage *page)
{
  ent_record_pane_set_project (ENT_STORIES_VIEW (page)->pane, ent_page_get_project (page));
}

static gboolean
ent_stories_view_reveal (EntPage *page, EntRecord *record, int field)
{
  return ent_record_get_kind (record) == ENT_KIND_STORY
         && ent_record_pane_reveal (ENT_STORIES_VIEW (page)->pane, record, field);
}

static void
ent_stories_view_add_record (EntPage *page)
{
  ent_record_pane_focus_add (ENT_STORIES_VIEW (page)->pane);
}

static gboolean
ent_stories_view_focus_content (EntPage *page)
{
  return ent_record_pane_focus_list (ENT_STORIES_VIEW (page)->pane);
}

static void
ent_stories_view_dispose (GObject *object)
{
  g_clear_object (&ENT_STORIES_VIEW (object)->record_signals);

  G_OBJECT_CLASS (ent_stories_view_parent_class)->dispose (object);
}

static void
ent_stories_view_class_init (EntStoriesViewClass *klass)
{
  EntPageClass *page_class = ENT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_stories_view_dispose;
  page_class->project_changed = ent_stories_view_project_changed;
  page_class->reveal = ent_stories_view_reveal;
  page_class->add_record = ent_stories_view_add_record;
  page_class->focus_content = ent_stories_view_focus_content;
}

static void
ent_stories_view_init (EntStoriesView *self)
{
  self->record_signals = g_signal_group_new (ENT_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (update_reason), self);

  self->pane = g_object_new (ENT_TYPE_RECORD_PANE, NULL);
  self->reader = g_object_new (ENT_TYPE_STORY_READER, NULL);
  ent_record_pane_set_spec (self->pane, &list_spec, &empty);
  self->form = ent_record_pane_add_form (self->pane, sections);
  ent_record_pane_set_reader (self->pane, GTK_WIDGET (self->reader), ent_story_is_told);
  g_signal_connect_object (self->pane, "notify::record", G_CALLBACK (on_record), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));
}
