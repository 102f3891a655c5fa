/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new value on a new day is a new position, so nothing that was said is overwritten; on the same
 * day it is corrected. What was entered by mistake is taken back in the history. */
#include "config.h"

#include "pages/ent-position-popover.h"

#include <glib/gi18n.h>

#include "analysis/ent-phrase.h"
#include "pages/ent-compat.h"
#include "pages/ent-ref-model.h"
#include "pages/ent-text.h"
#include "render/ent-position-matrix.h"

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define N_VALUES (2 * ENT_STAND_MAX + 1)

struct _EntPositionPopover {
  GtkPopover parent_instance;

  EntAlignment *alignment;
  EntRecord *goal;
  EntRecord *partner;
  int in_force;                 /* the value that counts, as of when last looked at */

  GtkLabel *goal_label;
  GtkLabel *partner_label;
  GtkBox *scale;
  GtkToggleButton *values[N_VALUES];    /* from −4 to +4 */
  GtkLabel *meaning;
  GtkEntry *reason;
  GtkDropDown *said_by;
  GtkEntry *day;
  GtkLabel *error;
  GtkButton *save;
  GtkWidget *history_box;
  GtkListBox *history;
};

/* Characters of a person that the drop-down grows to. */
#define PERSON_CHARS 32

G_DEFINE_FINAL_TYPE (EntPositionPopover, ent_position_popover, GTK_TYPE_POPOVER)

static void on_enter (EntPositionPopover *self);

static int
get_value (EntPositionPopover *self)
{
  for (int i = 0; i < N_VALUES; i++)
    if (gtk_toggle_button_get_active (self->values[i]))
      return i - ENT_STAND_MAX;

  return ENT_STAND_UNKNOWN;
}

static void
show_error (EntPositionPopover *self, const char *message)
{
  gtk_label_set_text (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* --- The scale ------------------------------------------------------------------------------- */

/* “For: touches its mission” */
static char *
dup_meaning (int value)
{
  if (value == ENT_STAND_UNKNOWN)
    return g_strdup (_("Not known yet. Choose from against (−4) to for (+4)."));
  if (value == 0)
    return g_strdup (_("0: of little consequence to it"));

  /* Translators: for or against a goal, and what of the partner it touches: its mission */
  return g_strdup_printf (value > 0 ? _("For: it touches its %s") : _("Against: it touches its %s"),
                          ent_stand_get_meaning (value));
}

/* One tab stop for the scale: the chosen value, or the middle while there is none. */
static void
update_tab_stop (EntPositionPopover *self, int value)
{
  int stop = (value == ENT_STAND_UNKNOWN ? 0 : value) + ENT_STAND_MAX;

  for (int i = 0; i < N_VALUES; i++)
    gtk_widget_set_focusable (GTK_WIDGET (self->values[i]), i == stop);
}

static void
focus_scale (EntPositionPopover *self)
{
  for (int i = 0; i < N_VALUES; i++)
    if (gtk_widget_get_focusable (GTK_WIDGET (self->values[i])))
      gtk_widget_grab_focus (GTK_WIDGET (self->values[i]));
}

static void
on_value_toggled (EntPositionPopover *self)
{
  int value = get_value (self);
  g_autofree char *meaning = dup_meaning (value);

  update_tab_stop (self, value);
  gtk_label_set_text (self->meaning, meaning);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save),
                            value != ENT_STAND_UNKNOWN && self->alignment != NULL
                              && !ent_project_is_read_only (
                                   ent_alignment_get_project (self->alignment)));
}

static void
choose (EntPositionPopover *self, int index)
{
  index = CLAMP (index, 0, N_VALUES - 1);
  gtk_toggle_button_set_active (self->values[index], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->values[index]));
}

/* Arrows go along the scale; Enter records, as it does in the entries below. */
static gboolean
on_scale_key (EntPositionPopover *self, guint keyval)
{
  int value = get_value (self);
  int index = (value == ENT_STAND_UNKNOWN ? 0 : value) + ENT_STAND_MAX;
  int step = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, index - step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, index + step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      choose (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      choose (self, N_VALUES - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      on_enter (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
init_scale_keys (EntPositionPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_scale_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), keys);
}

static void
add_value (EntPositionPopover *self, int index)
{
  int value = index - ENT_STAND_MAX;
  g_autofree char *text = ent_stand_format (value);
  g_autofree char *spelled = ent_position_spell (value);
  g_autofree char *meaning = dup_meaning (value);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  self->values[index] = GTK_TOGGLE_BUTTON (button);
  /* The sign stands before the figure in every script. */
  gtk_widget_set_direction (gtk_button_get_child (GTK_BUTTON (button)), GTK_TEXT_DIR_LTR);
  if (index > 0)
    gtk_toggle_button_set_group (self->values[index], self->values[0]);
  gtk_widget_set_tooltip_text (button, meaning);
  ent_compat_set_label (button, spelled);
  gtk_box_append (self->scale, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_value_toggled), self,
                           G_CONNECT_SWAPPED);
}

/* --- Recording ------------------------------------------------------------------------------- */

static EntRecord *
find_position (EntPositionPopover *self, const char *date)
{
  return ent_project_lookup_key (ent_alignment_get_project (self->alignment), ENT_KIND_POSITION,
                                 ent_record_get_id (self->goal),
                                 ent_record_get_id (self->partner), date);
}

/* Of the day that is looked at, reason and person are shown, so leaving them empty empties them. Of
 * another day nobody sees them here: what is there stays unless something else is said. */
static gboolean
record_details (EntPositionPopover *self, const char *date, GError **error)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  gpointer person = gtk_drop_down_get_selected_item (self->said_by);
  gboolean shown = g_str_equal (date, ent_alignment_get_as_of (self->alignment));
  EntRecord *position = find_position (self, date);
  g_auto(EntValue) text = ent_value_string (reason);
  g_auto(EntValue) who = ENT_VALUE_INIT;

  if (ENT_IS_RECORD (person))
    who = ent_value_string (ent_record_get_id (person));
  if ((shown || *reason != '\0')
      && !ent_record_set (position, ENT_POSITION_REASON, &text, error))
    return FALSE;

  return (!shown && !ENT_IS_RECORD (person))
         || ent_record_set (position, ENT_POSITION_SAID_BY, &who, error);
}

static gboolean
record_position (EntPositionPopover *self, const char *date, GError **error)
{
  EntProject *project = ent_alignment_get_project (self->alignment);
  g_autofree char *label = ent_stand_name_step (self->goal, self->partner, get_value (self));
  g_autoptr(EntTransaction) step = ent_project_begin (project, label);

  if (!ent_stand_record (project, self->goal, self->partner, date, get_value (self), NULL, NULL,
                         error)
      || !record_details (self, date, error))
    return FALSE;
  ent_transaction_commit (step);

  return TRUE;
}

/* A button that was pressed by key is clicked a moment later, when the popover may be closed. */
static void
on_save_clicked (EntPositionPopover *self)
{
  g_autofree char *date = ent_text_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->day)));
  g_autoptr(GError) error = NULL;

  if (self->alignment == NULL)
    return;
  if (date == NULL || *date == '\0')
    {
      g_autofree char *example = ent_text_format_date ("2026-05-31");
      g_autofree char *message = g_strdup_printf (_("Not a day. Write it like %s"), example);

      show_error (self, message);
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }
  if (record_position (self, date, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    show_error (self, error->message);
}

/* At once: whoever presses Enter and goes on to the next key has recorded it. */
static void
on_enter (EntPositionPopover *self)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (self->save)))
    on_save_clicked (self);
}

static void
on_day_changed (EntPositionPopover *self)
{
  show_error (self, NULL);
}

/* --- What was said --------------------------------------------------------------------------- */

/* A value within a text: where that runs from right to left, the sign stays before the figure. */
static char *
dup_value (int value)
{
  g_autofree char *text = ent_stand_format (value);

  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_steal_pointer (&text);

  return g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
}

/* “+3 (was −1) · 4 May 2026” */
static char *
dup_step_title (const EntAlignmentStep *step)
{
  g_autofree char *to = dup_value (step->to);
  g_autofree char *from = dup_value (step->from);
  g_autofree char *day = ent_text_format_date (ent_record_get_string (step->position,
                                                                      ENT_POSITION_DATE));

  if (step->from == ENT_STAND_UNKNOWN || step->from == step->to)
    /* Translators: a position and the day on which it was given */
    return g_strdup_printf (C_("position", "%s · %s"), to, day);

  /* Translators: a position, the one before, and the day of the change */
  return g_strdup_printf (_("%s (was %s) · %s"), to, from, day);
}

static char *
dup_step_detail (const EntAlignmentStep *step)
{
  EntRecord *person = ent_record_get_ref (step->position, ENT_POSITION_SAID_BY);
  const char *reason = ent_record_get_string (step->position, ENT_POSITION_REASON);

  if (person == NULL)
    return g_strdup (reason);
  if (*reason == '\0')
    return ent_text_dup_title (person);

  return g_strdup_printf ("%s – %s", reason, ent_record_get_string (person, ENT_PERSON_NAME));
}

static char *
name_removal (EntPositionPopover *self)
{
  g_autofree char *who = ent_phrase_name (ent_record_get_string (self->partner, ENT_PARTNER_NAME));
  g_autofree char *what = ent_phrase_name (ent_record_get_string (self->goal, ENT_GOAL_TITLE));

  /* Translators: a step that can be undone; a partner, a goal */
  return g_strdup_printf (_("Take back a position of %s on %s"), who, what);
}

static void
on_remove_clicked (EntPositionPopover *self, GtkButton *button)
{
  EntRecord *position = g_object_get_data (G_OBJECT (button), "position");
  g_autoptr(EntTransaction) step = NULL;
  g_autofree char *label = NULL;
  EntProject *project;

  if (self->alignment == NULL)
    return;
  project = ent_alignment_get_project (self->alignment);
  label = name_removal (self);
  step = ent_project_begin (project, label);
  if (ent_record_get_project (position) == project && ent_project_remove (project, position))
    ent_transaction_commit (step);
  /* The button went with its row. */
  focus_scale (self);
}

static GtkWidget *
new_remove_button (EntPositionPopover *self, const EntAlignmentStep *step, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a button that takes back a position; which one */
  g_autofree char *label = g_strdup_printf (_("Take back %s"), title);

  gtk_widget_set_tooltip_text (button, _("Take Back"));
  ent_compat_set_label (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "position", g_object_ref (step->position),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
new_step_row (EntPositionPopover *self, const EntAlignmentStep *step)
{
  g_autofree char *title = dup_step_title (step);
  g_autofree char *detail = dup_step_detail (step);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (texts), new_line (title, step->in_force ? "heading" : NULL));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (texts), new_line (detail, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (!ent_project_is_read_only (ent_alignment_get_project (self->alignment)))
    gtk_box_append (GTK_BOX (box), new_remove_button (self, step, title));
  gtk_widget_add_css_class (box, "ent-sentence");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* The latest first. */
static void
show_history (EntPositionPopover *self, guint goal, guint partner)
{
  g_autoptr(GArray) history = ent_alignment_dup_history (self->alignment, goal, partner);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->history))) != NULL)
    gtk_list_box_remove (self->history, row);
  for (guint i = history->len; i > 0; i--)
    gtk_list_box_append (self->history,
                         new_step_row (self, &g_array_index (history, EntAlignmentStep, i - 1)));
  gtk_widget_set_visible (self->history_box, history->len > 0);
}

/* --- The cell -------------------------------------------------------------------------------- */

static void
show_value (EntPositionPopover *self, int value)
{
  self->in_force = value;
  for (int i = 0; i < N_VALUES; i++)
    gtk_toggle_button_set_active (self->values[i], i - ENT_STAND_MAX == value);
  on_value_toggled (self);
}

/* What was said on the very day is there to be corrected; an older reason is not that of a new
 * day. */
static void
show_details (EntPositionPopover *self, EntRecord *position)
{
  const char *as_of = ent_alignment_get_as_of (self->alignment);
  gboolean same_day = position != NULL
    && g_str_equal (ent_record_get_string (position, ENT_POSITION_DATE), as_of);
  g_autoptr(GListModel) people = ent_ref_model_new (ent_alignment_get_project (self->alignment),
                                                    ENT_KIND_PERSON, _("Nobody named"));
  g_autofree char *day = ent_text_format_date (as_of);

  gtk_editable_set_text (GTK_EDITABLE (self->reason),
                         same_day ? ent_record_get_string (position, ENT_POSITION_REASON) : "");
  gtk_drop_down_set_model (self->said_by, people);
  gtk_drop_down_set_selected (self->said_by, ent_ref_model_find (people,
    same_day ? ent_record_get_ref (position, ENT_POSITION_SAID_BY) : NULL));
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
}

static void
on_alignment_changed (EntPositionPopover *self)
{
  int goal = ent_alignment_find_goal (self->alignment, self->goal);
  int partner = ent_alignment_find_partner (self->alignment, self->partner);

  if (goal < 0 || partner < 0)
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    {
      int value = ent_alignment_get_value (self->alignment, (guint) goal, (guint) partner);

      show_history (self, (guint) goal, (guint) partner);
      if (value != self->in_force)
        show_value (self, value);
    }
}

static void
forget_cell (EntPositionPopover *self)
{
  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_func (self->alignment, on_alignment_changed, self);
  g_clear_object (&self->alignment);
  g_clear_object (&self->goal);
  g_clear_object (&self->partner);
}

/* A history that nobody sees follows nothing, and a partnership that was closed is let go. */
static void
ent_position_popover_closed (GtkPopover *popover)
{
  forget_cell (ENT_POSITION_POPOVER (popover));
}

static void
ent_position_popover_dispose (GObject *object)
{
  forget_cell (ENT_POSITION_POPOVER (object));

  G_OBJECT_CLASS (ent_position_popover_parent_class)->dispose (object);
}

static void
ent_position_popover_class_init (EntPositionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_position_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = ent_position_popover_closed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-position-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, goal_label);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, partner_label);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, scale);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, meaning);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, said_by);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, day);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, error);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, save);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, history_box);
  gtk_widget_class_bind_template_child (widget_class, EntPositionPopover, history);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
ent_position_popover_init (EntPositionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_VALUES; i++)
    add_value (self, i);
  init_scale_keys (self);
  ent_ref_model_set_up (self->said_by, PERSON_CHARS);
  ent_compat_limit_line (GTK_EDITABLE (self->day));
}

/**
 * ent_position_popover_new:
 *
 * Returns: (transfer floating): a popover without a cell
 */
GtkWidget *
ent_position_popover_new (void)
{
  return g_object_new (ENT_TYPE_POSITION_POPOVER, NULL);
}

/**
 * ent_position_popover_set_cell:
 * @self: a popover
 * @alignment: an alignment
 * @goal: number of a goal
 * @partner: number of a partner
 *
 * Shows where the partner stands on the goal, and lets one say what is new.
 */
void
ent_position_popover_set_cell (EntPositionPopover *self, EntAlignment *alignment, guint goal,
                               guint partner)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  int value;

  g_return_if_fail (ENT_IS_POSITION_POPOVER (self));
  g_return_if_fail (ENT_IS_ALIGNMENT (alignment));

  forget_cell (self);
  self->alignment = g_object_ref (alignment);
  self->goal = g_object_ref (ent_alignment_get_goal (alignment, goal));
  self->partner = g_object_ref (ent_alignment_get_partner (alignment, partner));
  g_signal_connect_object (alignment, "changed", G_CALLBACK (on_alignment_changed), self,
                           G_CONNECT_SWAPPED);

  title = ent_text_dup_title (self->goal);
  name = ent_text_dup_title (self->partner);
  gtk_label_set_text (self->goal_label, title);
  gtk_label_set_text (self->partner_label, name);
  show_error (self, NULL);
  show_details (self, ent_alignment_get_position (alignment, goal, partner));
  value = ent_alignment_get_value (alignment, goal, partner);
  show_value (self, value);
  show_history (self, goal, partner);
  focus_scale (self);
}
