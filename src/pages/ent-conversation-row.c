/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row holds is built when it is opened, and again when the conversation changes and somebody
 * looks. */
#include "config.h"

#include "pages/ent-conversation-row.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "analysis/ent-horizon-clash.h"
#include "analysis/ent-phrase.h"
#include "pages/ent-compat.h"
#include "pages/ent-page.h"
#include "pages/ent-stand-row.h"
#include "pages/ent-text.h"
#include "render/ent-position-matrix.h"

struct _EntConversationRow {
  AdwExpanderRow parent_instance;

  EntConversation *conversation;
  GPtrArray *rows;              /* those inside */
  GtkWidget *plan;              /* the row that plans the talk; stays while others come and go */
  GtkCalendar *calendar;
  GtkPopover *popover;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (EntConversationRow, ent_conversation_row, ADW_TYPE_EXPANDER_ROW)

static char *
dup_partner_name (EntConversationRow *self, guint partner)
{
  EntAlignment *alignment = ent_conversation_get_alignment (self->conversation);

  return ent_text_dup_title (ent_alignment_get_partner (alignment, partner));
}

/* --- Planning -------------------------------------------------------------------------------- */

static void
on_plan_clicked (EntConversationRow *self)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *goal = ent_phrase_quote (
    ent_record_get_string (ent_conversation_get_goal (self->conversation), ENT_GOAL_TITLE));
  g_autofree char *shown = ent_day_format (date);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (self->popover);
  if (ent_conversation_record (self->conversation, date, &error) != NULL)
    /* Translators: a goal in quotation marks, and a day */
    message = g_strdup_printf (_("A dialogue about %s is planned for %s"), goal, shown);
  if (page != NULL)
    ent_page_show_message (page, message != NULL ? message : error->message);
}

static GtkWidget *
build_plan_popover (EntConversationRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *plan = gtk_button_new_with_mnemonic (_("_Add Check-in"));

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  ent_compat_set_label (GTK_WIDGET (self->calendar), _("Day of the talk"));
  gtk_widget_add_css_class (plan, "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), plan);
  gtk_popover_set_child (self->popover, box);
  ent_compat_focus_calendar (self->popover, self->calendar);
  g_signal_connect_object (plan, "clicked", G_CALLBACK (on_plan_clicked), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->popover);
}

static GtkWidget *
build_plan_row (EntConversationRow *self)
{
  GtkWidget *row = ent_stand_row_new (_("Plan this talk"),
                                      _("Adds a check-in of kind dialogue with all this as its "
                                        "agenda"), NULL, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  EntProject *project = ent_alignment_get_project (
    ent_conversation_get_alignment (self->conversation));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Choose a Day"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), build_plan_popover (self));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !ent_project_is_read_only (project));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* From libadwaita 1.3 on the row gives the button its own name. */
  ent_compat_set_label (button, _("Choose a Day"));

  return row;
}

/* --- What is inside -------------------------------------------------------------------------- */

static void
add_inside (EntConversationRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_stand (EntConversationRow *self, const EntConversationStand *stand)
{
  g_autofree char *name = dup_partner_name (self, stand->partner);
  g_autofree char *value = ent_stand_format (stand->value);
  g_autofree char *spelled = ent_position_spell (stand->value);
  g_autofree char *reason = ent_stand_dup_reason (stand->position);

  add_inside (self, ent_stand_row_new (name, reason, value, spelled));
}

static void
add_sides (EntConversationRow *self)
{
  for (EntConversationSide side = 0; side < ENT_N_CONVERSATION_SIDES; side++)
    {
      g_autoptr(GArray) stands = ent_conversation_dup_stands (self->conversation, side);

      if (stands->len == 0)
        continue;
      add_inside (self, ent_stand_row_heading (ent_conversation_get_side_title (side)));
      for (guint i = 0; i < stands->len; i++)
        add_stand (self, &g_array_index (stands, EntConversationStand, i));
    }
}

static void
add_bridges (EntConversationRow *self)
{
  g_autoptr(GArray) bridges = ent_conversation_dup_bridges (self->conversation);

  if (bridges->len == 0)
    return;
  add_inside (self, ent_stand_row_heading (_("Who could bridge")));
  for (guint i = 0; i < bridges->len; i++)
    {
      const EntConversationBridge *bridge = &g_array_index (bridges, EntConversationBridge, i);
      const char *why = !bridge->undecided ? _("Agrees with both sides on other goals")
        : bridge->value == ENT_STAND_UNKNOWN ? _("Has not said yet") : _("Little at stake for it");
      g_autofree char *name = dup_partner_name (self, bridge->partner);

      add_inside (self, ent_stand_row_new (name, why, NULL, NULL));
    }
}

static void
add_clashes (EntConversationRow *self)
{
  g_autoptr(GArray) clashes = ent_conversation_dup_clashes (self->conversation);

  if (clashes->len == 0)
    return;
  add_inside (self, ent_stand_row_heading (_("Long term against short term")));
  for (guint i = 0; i < clashes->len; i++)
    {
      const EntHorizonClash *clash = &g_array_index (clashes, EntHorizonClash, i);
      g_autofree char *far = dup_partner_name (self, clash->long_term);
      g_autofree char *near = dup_partner_name (self, clash->short_term);
      g_autofree char *title = g_strdup_printf ("%s – %s", far, near);
      g_autofree char *sentence = ent_horizon_clash_dup_sentence (
        clash, ent_conversation_get_alignment (self->conversation));

      add_inside (self, ent_stand_row_new (title, sentence, NULL, NULL));
    }
}

static void
clear_inside (EntConversationRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill (EntConversationRow *self)
{
  clear_inside (self);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  if (self->plan == NULL)
    {
      self->plan = build_plan_row (self);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->plan);
    }
  add_sides (self);
  add_bridges (self);
  add_clashes (self);
}

/* “5 for, 2 against · division 0.37 × weight 4 = 1.46” */
static char *
dup_subtitle (EntConversationRow *self)
{
  EntAlignment *alignment = ent_conversation_get_alignment (self->conversation);
  int goal = ent_alignment_find_goal (alignment, ent_conversation_get_goal (self->conversation));
  g_autofree char *score = ent_conversation_dup_explanation (self->conversation);
  EntAlignmentTally tally;

  if (goal < 0)
    return g_steal_pointer (&score);
  tally = ent_alignment_get_tally (alignment, (guint) goal);

  /* Translators: how many partners are for and against a goal, then how pressing it is */
  return g_strdup_printf (_("%u for, %u against · %s"), tally.in_favour, tally.against, score);
}

static void
update (EntConversationRow *self)
{
  g_autofree char *title = ent_text_dup_title (ent_conversation_get_goal (self->conversation));
  g_autofree char *subtitle = dup_subtitle (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  fill (self);
  self->stale = FALSE;
}

/* On a tab behind another one nobody sees it change. */
static void
on_changed (EntConversationRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
ent_conversation_row_map (GtkWidget *widget)
{
  EntConversationRow *self = ENT_CONVERSATION_ROW (widget);

  GTK_WIDGET_CLASS (ent_conversation_row_parent_class)->map (widget);

  if (self->stale)
    update (self);
}

static void
ent_conversation_row_dispose (GObject *object)
{
  EntConversationRow *self = ENT_CONVERSATION_ROW (object);

  g_clear_object (&self->conversation);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_conversation_row_parent_class)->dispose (object);
}

static void
ent_conversation_row_class_init (EntConversationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_conversation_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = ent_conversation_row_map;
}

static void
ent_conversation_row_init (EntConversationRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * ent_conversation_row_new:
 * @conversation: a conversation
 *
 * Returns: (transfer floating): a row that follows it
 */
GtkWidget *
ent_conversation_row_new (EntConversation *conversation)
{
  EntConversationRow *self;

  g_return_val_if_fail (ENT_IS_CONVERSATION (conversation), NULL);

  self = g_object_new (ENT_TYPE_CONVERSATION_ROW, NULL);
  self->conversation = g_object_ref (conversation);
  g_signal_connect_object (conversation, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
  update (self);

  return GTK_WIDGET (self);
}
