/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small project in which every text looks like markup, and what all widgets have to fulfil. */
#include "config.h"

#include "page-fixture.h"

#include <string.h>

#include "pages/ent-field-row.h"
#include "pages/ent-page-analysis.h"

EntRecord *
fixture_add (EntProject *project, EntKind kind, const char *title)
{
  g_autoptr(EntRecord) record = ent_record_new (kind);
  g_autoptr(GError) error = NULL;

  g_assert_true (
    ent_record_set_string (record, (guint) ent_kind_get_info (kind)->title_field, title));
  ent_project_append (project, record, &error);
  g_assert_no_error (error);

  return record; /* the project holds it */
}

static void
add_assignment (EntProject *project, EntRecord *task, EntRecord *role, EntCode code)
{
  g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_ASSIGNMENT);

  ent_record_set_string (record, ENT_ASSIGNMENT_TASK, ent_record_get_id (task));
  ent_record_set_string (record, ENT_ASSIGNMENT_ROLE, ent_record_get_id (role));
  ent_record_set_enum (record, ENT_ASSIGNMENT_CODE, code);
  g_assert_true (ent_project_append (project, record, NULL));
}

static void
add_position (EntProject *project, EntRecord *goal, EntRecord *partner, int value)
{
  g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_POSITION);

  ent_record_set_string (record, ENT_POSITION_GOAL, ent_record_get_id (goal));
  ent_record_set_string (record, ENT_POSITION_PARTNER, ent_record_get_id (partner));
  ent_record_set_string (record, ENT_POSITION_DATE, "2026-01-15");
  ent_record_set_int (record, ENT_POSITION_VALUE, value);
  g_assert_true (ent_project_append (project, record, NULL));
}

static void
fill_story (EntRecord *story, EntRecord *teller, EntRecord *partner, EntRecord *goal)
{
  const char *const partners[] = { ent_record_get_id (partner), NULL };

  ent_record_set_string (story, ENT_STORY_DATE, "2026-05-31");
  ent_record_set_string (story, ENT_STORY_TELLER, ent_record_get_id (teller));
  ent_record_set_list (story, ENT_STORY_PARTNERS, partners);
  ent_record_set_string (story, ENT_STORY_TEXT, FIXTURE_NAME);
  ent_record_set_string (story, ENT_STORY_SIGNIFICANCE, FIXTURE_NAME);
  ent_record_set_string (story, ENT_STORY_GOAL, ent_record_get_id (goal));
  ent_record_set_bool (story, ENT_STORY_SELECTED, TRUE);
  ent_record_set_string (story, ENT_STORY_SELECTION_REASON, FIXTURE_NAME);
}

EntRecord *
fixture_add_measurement (EntProject *project, EntRecord *kpi, const char *day, double value)
{
  g_autoptr(EntRecord) record = ent_record_new (ENT_KIND_MEASUREMENT);

  ent_record_set_string (record, ENT_MEASUREMENT_KPI, ent_record_get_id (kpi));
  ent_record_set_string (record, ENT_MEASUREMENT_DATE, day);
  ent_record_set_double (record, ENT_MEASUREMENT_VALUE, value);
  ent_record_set_string (record, ENT_MEASUREMENT_NOTE, FIXTURE_NAME);
  g_assert_true (ent_project_append (project, record, NULL));

  return record; /* the project holds it */
}

/* Half of the way has been made when all of it should have been. */
static void
fill_kpi (EntProject *project, EntRecord *kpi, EntRecord *owner, EntRecord *goal)
{
  ent_record_set_string (kpi, ENT_KPI_UNIT, FIXTURE_NAME);
  ent_record_set_string (kpi, ENT_KPI_GOAL, ent_record_get_id (goal));
  ent_record_set_string (kpi, ENT_KPI_OWNER, ent_record_get_id (owner));
  ent_record_set_double (kpi, ENT_KPI_BASELINE, 100);
  ent_record_set_string (kpi, ENT_KPI_BASELINE_DATE, "2025-01-01");
  ent_record_set_double (kpi, ENT_KPI_TARGET, 200);
  ent_record_set_string (kpi, ENT_KPI_TARGET_DATE, "2026-01-01");
  fixture_add_measurement (project, kpi, "2025-05-01", 120);
  fixture_add_measurement (project, kpi, "2025-12-01", 150);
}

EntProject *
fixture_project_new (void)
{
  EntProject *project = ent_project_new ();
  EntRecord *partner = fixture_add (project, ENT_KIND_PARTNER, FIXTURE_NAME);
  EntRecord *other = fixture_add (project, ENT_KIND_PARTNER, FIXTURE_NAME);
  EntRecord *person = fixture_add (project, ENT_KIND_PERSON, FIXTURE_NAME);
  EntRecord *role = fixture_add (project, ENT_KIND_ROLE, FIXTURE_NAME);
  EntRecord *task = fixture_add (project, ENT_KIND_TASK, FIXTURE_NAME);
  EntRecord *expectation = fixture_add (project, ENT_KIND_EXPECTATION, FIXTURE_NAME);
  EntRecord *goal = fixture_add (project, ENT_KIND_GOAL, FIXTURE_NAME);
  EntRecord *story = fixture_add (project, ENT_KIND_STORY, FIXTURE_NAME);
  EntRecord *milestone = fixture_add (project, ENT_KIND_MILESTONE, FIXTURE_NAME);
  EntRecord *kpi = fixture_add (project, ENT_KIND_KPI, FIXTURE_NAME);

  ent_record_set_string (ent_project_get_info (project), ENT_PROJECT_TITLE, FIXTURE_NAME);
  ent_record_set_int (partner, ENT_PARTNER_PACE, 1);
  ent_record_set_int (other, ENT_PARTNER_PACE, 5);
  ent_record_set_string (partner, ENT_PARTNER_MISSION, FIXTURE_NAME);
  ent_record_set_string (person, ENT_PERSON_PARTNER, ent_record_get_id (partner));
  ent_record_set_string (person, ENT_PERSON_JOB, FIXTURE_NAME);
  ent_record_set_string (role, ENT_ROLE_PARTNER, ent_record_get_id (partner));
  ent_record_set_string (role, ENT_ROLE_HOLDER, ent_record_get_id (person));
  ent_record_set_list (role, ENT_ROLE_RESPONSIBILITIES,
                       (const char *const[]) { FIXTURE_NAME, "Second", NULL });
  ent_record_set_string (expectation, ENT_EXPECTATION_FROM, ent_record_get_id (partner));
  ent_record_set_string (expectation, ENT_EXPECTATION_TO, ent_record_get_id (other));
  ent_record_set_string (goal, ENT_GOAL_OWNER, ent_record_get_id (other));
  fill_story (story, person, partner, goal);
  ent_record_set_string (milestone, ENT_MILESTONE_DUE, "2026-05-31");
  ent_record_set_string (milestone, ENT_MILESTONE_GOAL, ent_record_get_id (goal));
  fill_kpi (project, kpi, partner, goal);
  add_assignment (project, task, role, ENT_CODE_RESPONSIBLE);
  add_position (project, goal, other, 2);
  ent_history_seal (ent_project_get_history (project));

  return project;
}

static void
on_frame (GdkFrameClock *clock, guint *frames)
{
  (*frames)--;
}

/* Lets pending idles run, and, where a window is shown, a few frames be drawn. */
void
fixture_settle (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  g_autoptr(GtkWidget) window = g_list_model_get_item (windows, 0);
  guint frames = 3;

  if (window != NULL && gtk_widget_get_mapped (window))
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
      gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame), &frames);

      while (frames > 0)
        {
          gtk_widget_queue_draw (window);
          g_main_context_iteration (NULL, TRUE);
        }
      g_signal_handler_disconnect (clock, handler);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Takes the user to another zone, or, with NULL, to where nothing says which; the calendar that the
 * pages of the project go with looks at the clock there. */
void
fixture_travel (EntProject *project, const char *zone)
{
  g_autoptr(EntCalendar) calendar = ent_page_analysis_dup_calendar (project);

  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  ent_calendar_check (calendar);
  fixture_settle ();
}

static gboolean
takes_input (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_MENU_BUTTON (widget) || GTK_IS_LIST_VIEW (widget)
         || GTK_IS_COLUMN_VIEW (widget) || ADW_IS_COMBO_ROW (widget);
}

/* What GTK and libadwaita put together themselves is not ours to name. A gizmo is what later
 * versions of libadwaita build the insides of their rows with; nobody else can make one.
 */
static gboolean
is_inside_of_gtk (GtkWidget *widget)
{
  return GTK_IS_POPOVER (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_SCROLLBAR (widget)
         || ADW_IS_COMBO_ROW (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo");
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;

  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
}

/* Every widget that takes input has a name for screen readers. */
void
fixture_assert_named (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;

  if (takes_input (root) && gtk_widget_get_focusable (root) && !is_named (root))
    g_error ("a %s inside of a %s has no accessible name", G_OBJECT_TYPE_NAME (root),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));

  if (is_inside_of_gtk (root))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fixture_assert_named (child);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget))
    return strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
  if (GTK_IS_TEXT (widget))
    return strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != NULL;

  return FALSE;
}

guint
fixture_count_text (GtkWidget *root, const char *text)
{
  guint n = shows (root, text) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += fixture_count_text (child, text);

  return n;
}

/* As one sees it: not what another page of a stack says, or a window that is not open. */
gboolean
fixture_is_on_view (GtkWidget *root, const char *text)
{
  if (shows (root, text) && gtk_widget_get_mapped (root))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (fixture_is_on_view (child, text))
      return TRUE;

  return FALSE;
}

GtkWidget *
fixture_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
fixture_find_row (GtkWidget *root, EntKind kind, guint field)
{
  if (ENT_IS_FIELD_ROW (root) && ent_field_row_get_kind (ENT_FIELD_ROW (root)) == kind
      && ent_field_row_get_field (ENT_FIELD_ROW (root)) == field)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_row (child, kind, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
random_edit (EntProject *project)
{
  static const EntKind kinds[] = { ENT_KIND_PARTNER, ENT_KIND_PERSON, ENT_KIND_ROLE, ENT_KIND_TASK,
                                   ENT_KIND_EXPECTATION, ENT_KIND_GOAL };
  EntKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  int n_records = (int) ent_project_get_n_records (project, kind);
  guint place = n_records > 0 ? (guint) g_test_rand_int_range (0, n_records) : 0;
  EntRecord *record = n_records > 0 ? ent_project_get_record (project, kind, place) : NULL;
  EntRecord *partner = ent_project_get_record (project, ENT_KIND_PARTNER, 0);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      fixture_add (project, kind, FIXTURE_NAME);
      break;
    case 2:
      if (record != NULL)
        ent_project_remove (project, record);
      break;
    case 3:
      if (record != NULL)
        ent_project_move (project, record, (guint) g_test_rand_int_range (0, n_records));
      break;
    case 4:
      ent_history_undo (ent_project_get_history (project));
      break;
    case 5:
      ent_history_redo (ent_project_get_history (project));
      break;
    case 6:
      if (record != NULL && partner != NULL && kind == ENT_KIND_PERSON)
        ent_record_set_string (record, ENT_PERSON_PARTNER, ent_record_get_id (partner));
      else if (record != NULL && partner != NULL && kind == ENT_KIND_ROLE)
        ent_record_set_string (record, ENT_ROLE_PARTNER, ent_record_get_id (partner));
      else if (record != NULL && partner != NULL && kind == ENT_KIND_EXPECTATION)
        ent_record_set_string (record, ENT_EXPECTATION_FROM, ent_record_get_id (partner));
      else if (record != NULL && partner != NULL && kind == ENT_KIND_GOAL)
        ent_record_set_string (record, ENT_GOAL_OWNER, ent_record_get_id (partner));
      break;
    default:
      if (record != NULL)
        ent_record_set_string (record, (guint) ent_kind_get_info (kind)->title_field, "Other");
    }
}

/* Edits behind the page's back, as undo, a merge or another view make them. */
void
fixture_random_edits (EntProject *project, guint n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    {
      random_edit (project);
      if (i % 10 == 0)
        fixture_settle ();
    }
}
