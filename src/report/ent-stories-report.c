/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories and milestones as a document: the stories of each kind in full, the latest first, and a table
 * of the milestones. A story whose teller has not agreed is left out unless it is asked for; that some
 * are missing, or may go no further, is said at the top. Spreadsheets get the stories as a table. */
#include "config.h"

#include "report/ent-stories-report.h"

#include "analysis/ent-day.h"
#include "analysis/ent-milestone.h"
#include "analysis/ent-story.h"
#include "report/ent-report-period.h"

#include <glib/gi18n.h>

static const struct {
  EntStoryKind kind;
  const char *heading;
} parts[] = {
  { ENT_STORY_STORY, N_("Stories") },
  { ENT_STORY_SMALL_WIN, N_("Small wins") },
  { ENT_STORY_QUOTE, N_("Quotes") },
  { ENT_STORY_LESSON, N_("Lessons") },
};

static int
compare_stories (gconstpointer a, gconstpointer b)
{
  return ent_story_compare (*(EntRecord *const *) a, *(EntRecord *const *) b);
}

static int
compare_milestones (gconstpointer a, gconstpointer b)
{
  return ent_milestone_compare (*(EntRecord *const *) a, *(EntRecord *const *) b);
}

/* Those that stand in the document; @n_unshared counts those that may not be shared. */
static GPtrArray *
collect_stories (EntProject *project, const EntReportPeriod *period, gboolean unshared,
                 guint *n_unshared)
{
  GPtrArray *stories = g_ptr_array_new ();

  *n_unshared = 0;
  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_STORY); i++)
    {
      EntRecord *story = ent_project_get_record (project, ENT_KIND_STORY, i);
      gboolean shared = ent_record_get_bool (story, ENT_STORY_CONSENT);

      if (!ent_report_period_has (period, ent_record_get_string (story, ENT_STORY_DATE)))
        continue;
      *n_unshared += !shared;
      if (shared || unshared)
        g_ptr_array_add (stories, story);
    }
  g_ptr_array_sort (stories, compare_stories);

  return stories;
}

/* What was due in a period belongs to it, even if it was done later, and what was done in it, too. */
static gboolean
is_in_period (EntRecord *milestone, const EntReportPeriod *period)
{
  return ent_report_period_has (period, ent_record_get_string (milestone, ENT_MILESTONE_DUE))
         || ent_report_period_has (period, ent_record_get_string (milestone, ENT_MILESTONE_DONE));
}

static GPtrArray *
collect_milestones (EntProject *project, const EntReportPeriod *period)
{
  GPtrArray *milestones = g_ptr_array_new ();

  for (guint i = 0; i < ent_project_get_n_records (project, ENT_KIND_MILESTONE); i++)
    {
      EntRecord *milestone = ent_project_get_record (project, ENT_KIND_MILESTONE, i);

      if (is_in_period (milestone, period))
        g_ptr_array_add (milestones, milestone);
    }
  g_ptr_array_sort (milestones, compare_milestones);

  return milestones;
}

static void
add_counts (EntReport *report, const EntReportPeriod *period, guint n_stories, guint n_milestones)
{
  g_autofree char *stories =
    g_strdup_printf (ngettext ("%u story", "%u stories", n_stories), n_stories);
  g_autofree char *milestones =
    g_strdup_printf (ngettext ("%u milestone", "%u milestones", n_milestones), n_milestones);
  g_autofree char *text = g_strdup_printf ("%s · %s", stories, milestones);

  ent_report_period_state (period, report, text);
}

static void
add_consent (EntReport *report, guint n, gboolean unshared)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  text = unshared
    ? g_strdup_printf (ngettext ("%u story in here is not to be shared; that stands beside it.",
                                 "%u stories in here are not to be shared; that stands beside each.",
                                 n), n)
    : g_strdup_printf (ngettext ("%u story is left out: nobody has agreed to share it.",
                                 "%u stories are left out: nobody has agreed to share them.", n), n);
  ent_report_add_text (report, text);
}

static void
append_part (GString *line, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* “8 October 2026 · Told by Ada Obi, The Mill · About Hill Farm · Goal: Warm homes” */
static void
add_byline (EntReport *report, EntRecord *story)
{
  const char *date = ent_record_get_string (story, ENT_STORY_DATE);
  EntRecord *goal = ent_record_get_ref (story, ENT_STORY_GOAL);
  g_autofree char *day = *date != '\0' ? ent_day_format (date) : g_strdup ("");
  g_autofree char *teller = ent_story_dup_byline (story);
  g_autofree char *partners = ent_story_dup_partners (story);
  g_autofree char *about = goal != NULL
    ? g_strdup_printf (_("Goal: %s"), ent_record_get_string (goal, ENT_GOAL_TITLE)) : g_strdup ("");
  g_autoptr(GString) line = g_string_new (NULL);

  if (!ent_record_get_bool (story, ENT_STORY_CONSENT))
    append_part (line, ent_story_get_unshared ());
  append_part (line, day);
  append_part (line, teller);
  append_part (line, partners);
  append_part (line, about);
  if (line->len > 0)
    ent_report_add_text (report, line->str);
}

static void
add_labelled (EntReport *report, const char *label, const char *text)
{
  /* Translators: what is said of a story: “Why it matters: …” */
  g_autofree char *whole = g_strdup_printf (C_("story", "%s: %s"), label, text);

  ent_report_add_prose (report, whole);
}

static void
add_story (EntReport *report, EntRecord *story)
{
  const char *text = ent_record_get_string (story, ENT_STORY_TEXT);
  const char *significance = ent_record_get_string (story, ENT_STORY_SIGNIFICANCE);
  g_autofree char *title = ent_record_dup_title (story);

  ent_report_add_subheading (report, title);
  add_byline (report, story);
  if (*text != '\0')
    ent_report_add_prose (report, text);
  if (*significance != '\0')
    add_labelled (report, _("Why it matters"), significance);
  if (ent_story_is_chosen (story))
    add_labelled (report, _("Selected because"),
                  ent_record_get_string (story, ENT_STORY_SELECTION_REASON));
  else if (ent_record_get_bool (story, ENT_STORY_SELECTED))
    ent_report_add_prose (report, _("Selected"));
}

static void
add_stories_of_kind (EntReport *report, GPtrArray *stories, guint part)
{
  gboolean any = FALSE;

  for (guint i = 0; i < stories->len; i++)
    {
      EntRecord *story = g_ptr_array_index (stories, i);

      if (ent_record_get_enum (story, ENT_STORY_KIND) != (int) parts[part].kind)
        continue;
      if (!any)
        ent_report_add_heading (report, _(parts[part].heading));
      any = TRUE;
      add_story (report, story);
    }
}

static char *
dup_ref_title (EntRecord *record, guint field)
{
  EntRecord *target = ent_record_get_ref (record, field);

  return target != NULL ? ent_record_dup_title (target) : g_strdup ("");
}

static char *
dup_day (EntRecord *record, guint field)
{
  const char *day = ent_record_get_string (record, field);

  return *day != '\0' ? ent_day_format (day) : g_strdup ("");
}

/* One table for all: a spreadsheet sorts and filters. */
static void
add_story_data (EntReport *report, GPtrArray *stories)
{
  const char *columns[] = { _("Date"), _("Kind"), _("Title"), _("Told by"), _("What changed"),
                            _("Why it matters"), _("Selected because"), _("May be shared"), NULL };
  const double weights[] = { 2, 2, 4, 3, 8, 5, 4, 2 };
  const EntColumnType types[ENT_BLOCK_MOST_COLUMNS] = { ENT_COLUMN_DATE };
  EntBlock *table = ent_report_add_table (report, columns, weights);

  ent_block_set_types (table, types);
  ent_block_hide (table, _("Stories"));
  for (guint i = 0; i < stories->len; i++)
    {
      EntRecord *story = g_ptr_array_index (stories, i);
      gboolean chosen = ent_story_is_chosen (story);
      char **texts = g_new0 (char *, G_N_ELEMENTS (columns));
      char **raws;

      texts[0] = dup_day (story, ENT_STORY_DATE);
      texts[1] = ent_record_format (story, ENT_STORY_KIND);
      texts[2] = ent_record_dup_title (story);
      texts[3] = dup_ref_title (story, ENT_STORY_TELLER);
      texts[4] = g_strdup (ent_record_get_string (story, ENT_STORY_TEXT));
      texts[5] = g_strdup (ent_record_get_string (story, ENT_STORY_SIGNIFICANCE));
      texts[6] = g_strdup (chosen ? ent_record_get_string (story, ENT_STORY_SELECTION_REASON) : "");
      texts[7] = ent_record_format (story, ENT_STORY_CONSENT);
      raws = g_strdupv (texts);
      g_free (raws[0]);
      raws[0] = g_strdup (ent_record_get_string (story, ENT_STORY_DATE));
      ent_block_take_data_row (table, texts, raws);
    }
}

static void
add_milestones (EntReport *report, GPtrArray *milestones, const char *day)
{
  const char *columns[] = { _("Milestone"), _("Due"), _("Done"), _("Where it stands"), _("Goal"),
                            _("Celebration"), NULL };
  const double weights[] = { 5, 3, 3, 4, 5, 6 };
  const EntColumnType types[ENT_BLOCK_MOST_COLUMNS] = {
    ENT_COLUMN_TEXT, ENT_COLUMN_DATE, ENT_COLUMN_DATE
  };
  EntBlock *table;

  ent_report_add_heading (report, _("Milestones"));
  table = ent_report_add_table (report, columns, weights);
  ent_block_set_types (table, types);
  for (guint i = 0; i < milestones->len; i++)
    {
      EntRecord *milestone = g_ptr_array_index (milestones, i);
      char **texts = g_new0 (char *, G_N_ELEMENTS (columns));
      char **raws;

      texts[0] = ent_record_dup_title (milestone);
      texts[1] = dup_day (milestone, ENT_MILESTONE_DUE);
      texts[2] = dup_day (milestone, ENT_MILESTONE_DONE);
      texts[3] = ent_milestone_dup_mark (milestone, day);
      texts[4] = dup_ref_title (milestone, ENT_MILESTONE_GOAL);
      texts[5] = g_strdup (ent_record_get_string (milestone, ENT_MILESTONE_CELEBRATION));
      raws = g_strdupv (texts);
      g_free (raws[1]);
      g_free (raws[2]);
      raws[1] = g_strdup (ent_record_get_string (milestone, ENT_MILESTONE_DUE));
      raws[2] = g_strdup (ent_record_get_string (milestone, ENT_MILESTONE_DONE));
      ent_block_take_data_row (table, texts, raws);
    }
}

static EntReport *
begin (EntProject *project, const char *day)
{
  EntRecord *info = ent_project_get_info (project);
  g_autofree char *date = ent_report_format_date (day);

  return ent_report_new (_("Stories and milestones"),
                         ent_record_get_string (info, ENT_PROJECT_TITLE),
                         ent_record_get_string (info, ENT_PROJECT_COORDINATOR_NAME), date);
}

/**
 * ent_stories_report_new:
 * @project: a project
 * @options: (nullable): what the document holds; %NULL for today, and only what may be shared
 *
 * Returns: (transfer full): its stories and milestones as a document, as they are now
 */
EntReport *
ent_stories_report_new (EntProject *project, const EntReportOptions *options)
{
  const EntReportOptions plain = { NULL };
  EntReportPeriod period;
  g_autoptr(GPtrArray) stories = NULL;
  g_autoptr(GPtrArray) milestones = NULL;
  g_autofree char *day = NULL;
  EntReport *report;
  guint n_unshared;

  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  options = options != NULL ? options : &plain;
  day = options->date != NULL ? g_strdup (options->date) : ent_day_dup_today ();
  period = ent_report_period_new (options);
  stories = collect_stories (project, &period, options->unshared, &n_unshared);
  milestones = collect_milestones (project, &period);

  report = begin (project, day);
  add_counts (report, &period, stories->len, milestones->len);
  add_consent (report, n_unshared, options->unshared);
  if (ent_project_get_n_records (project, ENT_KIND_STORY) == 0
      && ent_project_get_n_records (project, ENT_KIND_MILESTONE) == 0)
    ent_report_add_text (report, _("There are no stories yet. Add some on the Stories page, then "
                                   "print again."));
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    add_stories_of_kind (report, stories, part);
  if (stories->len > 0)
    add_story_data (report, stories);
  if (milestones->len > 0)
    add_milestones (report, milestones, day);

  return report;
}
