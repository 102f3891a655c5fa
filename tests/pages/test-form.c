/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of every kind: they show, write, follow and never lose what they cannot read. */
#include "config.h"

#include <math.h>

#include "page-fixture.h"
#include "pages/ent-compat.h"
#include "pages/ent-form.h"
#include "pages/ent-text.h"

typedef struct {
  EntProject *project;
  EntRecord *record;
  GtkWidget *window;
  EntForm *form;
} Fixture;

static void
set_up (Fixture *self, EntKind kind)
{
  self->project = fixture_project_new ();
  self->record = ent_project_get_record (self->project, kind, 0);
  self->form = ENT_FORM (ent_form_new (kind, NULL));
  ent_form_set_record (self->form, self->record);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->form));
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle ();
}

static void
tear_down (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_settle ();
  g_assert_finalize_object (self->project);
}

static GtkWidget *
get_row (Fixture *self, EntKind kind, guint field)
{
  GtkWidget *row = fixture_find_row (GTK_WIDGET (self->form), kind, field);

  g_assert_nonnull (row);
  return row;
}

static void
undo (Fixture *self)
{
  g_assert_true (ent_history_undo (ent_project_get_history (self->project)));
}

static void
test_every_kind (void)
{
  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      EntForm *form = ENT_FORM (g_object_ref_sink (ent_form_new ((EntKind) kind, NULL)));
      g_autoptr(EntProject) project = fixture_project_new ();
      g_autoptr(EntRecord) record = ent_record_new ((EntKind) kind);

      fixture_assert_named (GTK_WIDGET (form));
      for (guint field = 0; field < ent_kind_get_info ((EntKind) kind)->n_fields; field++)
        g_assert_nonnull (fixture_find_row (GTK_WIDGET (form), (EntKind) kind, field));
      ent_form_set_record (form, record);
      ent_form_set_record (form, NULL);
      g_assert_finalize_object (form);
    }
}

static void
test_line (void)
{
  Fixture self;
  GtkEditable *row;

  set_up (&self, ENT_KIND_PARTNER);
  row = GTK_EDITABLE (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_NAME));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, FIXTURE_NAME);

  gtk_editable_set_text (row, "New");
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_PARTNER_NAME), ==, "New");
  undo (&self);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, FIXTURE_NAME);
  g_assert_true (ent_history_redo (ent_project_get_history (self.project)));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "New");
  tear_down (&self);
}

/* Keys in one field are one step; another field is another step. */
static void
test_steps (void)
{
  Fixture self;
  GtkEditable *row;

  set_up (&self, ENT_KIND_PARTNER);
  row = GTK_EDITABLE (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_SHORT_NAME));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (row, "a");
  gtk_editable_set_text (row, "ab");
  gtk_editable_set_text (row, "abc");
  gtk_widget_grab_focus (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_NAME));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (row, "abcd");

  undo (&self);
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_PARTNER_SHORT_NAME), ==, "abc");
  undo (&self);
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_PARTNER_SHORT_NAME), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
  tear_down (&self);
}

static void
test_text (void)
{
  Fixture self;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  set_up (&self, ENT_KIND_PARTNER);
  view = GTK_TEXT_VIEW (fixture_find (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_NEEDS),
                                      GTK_TYPE_TEXT_VIEW));
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_text (buffer, "One\nTwo", -1);
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_PARTNER_NEEDS), ==, "One\nTwo");
  g_assert_false (gtk_text_view_get_accepts_tab (view));

  ent_record_set_string (self.record, ENT_PARTNER_NEEDS, "Elsewhere");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (shown, ==, "Elsewhere");
  tear_down (&self);
}

static void
test_choice (void)
{
  Fixture self;
  AdwComboRow *row;

  set_up (&self, ENT_KIND_PARTNER);
  row = ADW_COMBO_ROW (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_SECTOR));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, ENT_SECTOR_OTHER);
  adw_combo_row_set_selected (row, ENT_SECTOR_HEALTH);
  g_assert_cmpint (ent_record_get_enum (self.record, ENT_PARTNER_SECTOR), ==, ENT_SECTOR_HEALTH);
  undo (&self);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, ENT_SECTOR_OTHER);
  tear_down (&self);
}

/* A word that this version does not know is shown and kept until somebody chooses. */
static void
test_raw (void)
{
  Fixture self;
  AdwComboRow *row;
  g_auto(EntValue) raw = ent_value_take_raw (g_strdup ("\"co-op\""));

  set_up (&self, ENT_KIND_PARTNER);
  row = ADW_COMBO_ROW (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_SECTOR));
  g_assert_true (ent_record_set (self.record, ENT_PARTNER_SECTOR, &raw, NULL));
  g_assert_cmpuint (adw_combo_row_get_selected (row), >, ENT_SECTOR_OTHER);
  g_assert_cmpuint (fixture_count_text (GTK_WIDGET (row), "co-op"), ==, 1);

  ent_field_row_commit (ENT_FIELD_ROW (row));
  ent_form_set_record (self.form, NULL);
  g_assert_cmpstr (ent_record_get_raw (self.record, ENT_PARTNER_SECTOR), ==, "\"co-op\"");

  ent_form_set_record (self.form, self.record);
  adw_combo_row_set_selected (row, ENT_SECTOR_ARTS);
  g_assert_null (ent_record_get_raw (self.record, ENT_PARTNER_SECTOR));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==,
                    ENT_SECTOR_OTHER + 1);
  tear_down (&self);
}

static void
test_scale (void)
{
  Fixture self;
  GtkWidget *row;
  GtkWidget *button;

  set_up (&self, ENT_KIND_PARTNER);
  row = get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_PACE);
  button = fixture_find (row, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Not known");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpint (ent_record_get_int (self.record, ENT_PARTNER_PACE), ==, ENT_INT_UNSET);
  undo (&self);
  g_assert_cmpint (ent_record_get_int (self.record, ENT_PARTNER_PACE), ==, 1);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  tear_down (&self);
}

static void
test_number (void)
{
  Fixture self;
  GtkWidget *row;
  int end = 4;

  set_up (&self, ENT_KIND_ROLE);
  row = get_row (&self, ENT_KIND_ROLE, ENT_ROLE_HOURS_PER_MONTH);
  gtk_editable_set_text (GTK_EDITABLE (row), "12.5");
  g_assert_cmpfloat (ent_record_get_double (self.record, ENT_ROLE_HOURS_PER_MONTH), ==, 12.5);

  gtk_editable_insert_text (GTK_EDITABLE (row), "h", 1, &end);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpfloat (ent_record_get_double (self.record, ENT_ROLE_HOURS_PER_MONTH), ==, 12.5);

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (isnan (ent_record_get_double (self.record, ENT_ROLE_HOURS_PER_MONTH)));
  tear_down (&self);
}

static void
test_date (void)
{
  Fixture self;
  GtkWidget *row;

  set_up (&self, ENT_KIND_ROLE);
  row = get_row (&self, ENT_KIND_ROLE, ENT_ROLE_START);

  /* Half typed: not written until the field is left or the page is asked for it. */
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-5-3");
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_ROLE_START), ==, "");
  ent_field_row_commit (ENT_FIELD_ROW (row));
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_ROLE_START), ==, "2026-05-03");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-05-03");

  gtk_editable_set_text (GTK_EDITABLE (row), "2026-02-30");
  ent_field_row_commit (ENT_FIELD_ROW (row));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_ROLE_START), ==, "2026-05-03");
  tear_down (&self);
}

static void
test_ref (void)
{
  Fixture self;
  GtkDropDown *drop_down;
  EntRecord *first, *second;

  set_up (&self, ENT_KIND_ROLE);
  first = ent_project_get_record (self.project, ENT_KIND_PARTNER, 0);
  second = ent_project_get_record (self.project, ENT_KIND_PARTNER, 1);
  drop_down = GTK_DROP_DOWN (
    fixture_find (get_row (&self, ENT_KIND_ROLE, ENT_ROLE_PARTNER), GTK_TYPE_DROP_DOWN));
  g_assert_true (gtk_drop_down_get_selected_item (drop_down) == first);

  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_true (ent_record_get_ref (self.record, ENT_ROLE_PARTNER) == second);
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_ROLE_PARTNER), ==, "");
  undo (&self);
  g_assert_true (gtk_drop_down_get_selected_item (drop_down) == second);

  /* What moves in the list is no choice. */
  ent_project_move (self.project, second, 0);
  g_assert_true (gtk_drop_down_get_selected_item (drop_down) == second);
  ent_project_remove (self.project, first);
  g_assert_true (gtk_drop_down_get_selected_item (drop_down) == second);
  ent_project_remove (self.project, second);
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_ROLE_PARTNER), ==, "");
  undo (&self);
  g_assert_true (ent_record_get_ref (self.record, ENT_ROLE_PARTNER) == second);
  g_assert_true (gtk_drop_down_get_selected_item (drop_down) == second);
  tear_down (&self);
}

static void
test_list (void)
{
  Fixture self;
  GtkWidget *row;
  GtkWidget *text;
  const char *const *lines;

  set_up (&self, ENT_KIND_ROLE);
  row = get_row (&self, ENT_KIND_ROLE, ENT_ROLE_RESPONSIBILITIES);
  text = fixture_find (row, GTK_TYPE_TEXT);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, FIXTURE_NAME);
  gtk_editable_set_text (GTK_EDITABLE (text), "First");
  lines = ent_record_get_list (self.record, ENT_ROLE_RESPONSIBILITIES);
  g_assert_cmpstr (lines[0], ==, "First");
  g_assert_cmpstr (lines[1], ==, "Second");

  undo (&self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, FIXTURE_NAME);
  tear_down (&self);
}

/* A record that goes while its form is open takes no more edits, and comes back as it was. */
static void
test_deleted (void)
{
  Fixture self;
  GtkEditable *row;

  set_up (&self, ENT_KIND_PARTNER);
  row = GTK_EDITABLE (get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_NAME));
  ent_project_remove (self.project, self.record);
  gtk_editable_set_text (row, "Ghost");
  ent_field_row_commit (ENT_FIELD_ROW (row));
  undo (&self);
  g_assert_cmpstr (ent_record_get_string (self.record, ENT_PARTNER_NAME), ==, FIXTURE_NAME);
  tear_down (&self);
}

static void
test_read_only (void)
{
  Fixture self;
  GtkWidget *row;

  set_up (&self, ENT_KIND_PARTNER);
  ent_project_set_read_only (self.project, TRUE);
  ent_form_set_record (self.form, NULL);
  ent_form_set_record (self.form, self.record);
  row = get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_NAME);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (row)));
  row = get_row (&self, ENT_KIND_PARTNER, ENT_PARTNER_SECTOR);
  g_assert_false (gtk_widget_get_sensitive (row));
  tear_down (&self);
}

static void
test_parse_date (void)
{
  static const struct {
    const char *text;
    const char *date;
  } cases[] = {
    { "2026-05-31", "2026-05-31" }, { " 2026-5-3 ", "2026-05-03" }, { "", "" },
    { "2026-02-29", NULL },         { "2028-02-29", "2028-02-29" }, { "31", NULL },
    { "12 May 2026", "2026-05-12" }, { "May 12, 2026", "2026-05-12" }, { "May 2026", NULL },
    { "tomorrow", NULL },           { "2026-13-01", NULL },         { "2026-05-31x", NULL },
    { "05/31/26", "2026-05-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = ent_text_parse_date (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
measure_labels (GtkWidget *widget)
{
  int least, natural;

  if (GTK_IS_LABEL (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, 18, &least, &natural, NULL, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    measure_labels (child);
}

/* GTK warns, and so ends the test, of a label that needs more than it would like to have. */
static void
test_short_titles (void)
{
  static const char *const titles[] = { "", "i", "\u200f", "至", "To" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = g_object_ref_sink (adw_action_row_new ());

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      ent_compat_limit_title (ADW_ACTION_ROW (row));
      measure_labels (row);
      g_assert_finalize_object (row);
    }
}

static void
test_shorten (void)
{
  g_autofree char *text = g_strnfill (300, 'x');
  g_autofree char *cut = ent_text_shorten (text);
  g_autofree char *line = ent_text_shorten ("a\nb");

  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 201);
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_cmpstr (line, ==, "a b");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/form/every-kind", test_every_kind);
  g_test_add_func ("/form/line", test_line);
  g_test_add_func ("/form/steps", test_steps);
  g_test_add_func ("/form/text", test_text);
  g_test_add_func ("/form/choice", test_choice);
  g_test_add_func ("/form/raw", test_raw);
  g_test_add_func ("/form/scale", test_scale);
  g_test_add_func ("/form/number", test_number);
  g_test_add_func ("/form/date", test_date);
  g_test_add_func ("/form/ref", test_ref);
  g_test_add_func ("/form/list", test_list);
  g_test_add_func ("/form/deleted", test_deleted);
  g_test_add_func ("/form/read-only", test_read_only);
  g_test_add_func ("/form/short-titles", test_short_titles);
  g_test_add_func ("/text/parse-date", test_parse_date);
  g_test_add_func ("/text/shorten", test_shorten);

  return g_test_run ();
}
