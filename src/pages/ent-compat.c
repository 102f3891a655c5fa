/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work around what later versions of GTK do by themselves. */
#include "config.h"

#include "pages/ent-compat.h"

typedef struct {
  EntKind kind;
  GtkFilter *filter;
  GtkSorter *sorter;
} Tracked;

static void
tracked_free (gpointer data, GClosure *closure)
{
  Tracked *tracked = data;

  g_clear_object (&tracked->filter);
  g_clear_object (&tracked->sorter);
  g_free (tracked);
}

static void
on_committed (EntProject *project, const EntChangeSet *set, Tracked *tracked)
{
  if (!ent_change_set_touches (set, tracked->kind))
    return;

  if (tracked->filter != NULL)
    gtk_filter_changed (tracked->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (tracked->sorter != NULL)
    gtk_sorter_changed (tracked->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * ent_compat_track_model:
 * @kind: the kind of record that is filtered or sorted
 * @filter: (nullable): a filter that looks into records
 * @sorter: (nullable): a sorter that does
 *
 * Filter and sort models before GTK 4.20 do not see that an item has changed; this tells them after
 * each step that touches @kind.
 *
 * Returns: (transfer full): a signal group; its target is the project to follow
 */
GSignalGroup *
ent_compat_track_model (EntKind kind, GtkFilter *filter, GtkSorter *sorter)
{
  GSignalGroup *group = g_signal_group_new (ENT_TYPE_PROJECT);
  Tracked *tracked = g_new0 (Tracked, 1);

  tracked->kind = kind;
  g_set_object (&tracked->filter, filter);
  g_set_object (&tracked->sorter, sorter);
  g_signal_group_connect_data (group, "committed", G_CALLBACK (on_committed), tracked, tracked_free,
                               G_CONNECT_DEFAULT);

  return group;
}

static GtkWidget *
get_list_of_columns (GtkWidget *column_view)
{
  GtkWidget *child = gtk_widget_get_first_child (column_view);

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/**
 * ent_compat_scroll_to:
 * @list: a #GtkListView or #GtkColumnView
 * @position: a place in its model
 *
 * gtk_list_view_scroll_to() came in 4.12. Before that there is only an action, and of a column view
 * only the list view inside has it.
 */
void
ent_compat_scroll_to (GtkWidget *list, guint position)
{
  GtkWidget *view = GTK_IS_COLUMN_VIEW (list) ? get_list_of_columns (list) : list;

  if (view != NULL)
    gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
}

/**
 * ent_compat_select:
 * @list: a #GtkListView or #GtkColumnView
 * @selection: its model
 * @item: what to select
 *
 * Selects @item and scrolls to it.
 *
 * Returns: whether the list shows @item
 */
gboolean
ent_compat_select (GtkWidget *list, GtkSingleSelection *selection, gpointer item)
{
  g_return_val_if_fail (GTK_IS_SINGLE_SELECTION (selection), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr(GObject) shown = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if ((gpointer) shown != item)
        continue;

      gtk_single_selection_set_selected (selection, i);
      ent_compat_scroll_to (list, i);
      return TRUE;
    }

  return FALSE;
}

/* What is chosen, in the words that the drop-down's own search looks at. */
static char *
dup_chosen (GtkDropDown *drop_down)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  g_auto(GValue) words = G_VALUE_INIT;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  if (item == NULL || expression == NULL || !gtk_expression_evaluate (expression, item, &words))
    return g_strdup ("");

  return g_strdup (g_value_get_string (&words) != NULL ? g_value_get_string (&words) : "");
}

static void
describe_chosen (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *chosen = dup_chosen (drop_down);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen, -1);
}

/* It is the button inside that takes the focus. GTK 4.8 gives it no name, 4.18 those of the drop-down,
 * and calls that what is chosen: neither says both what is to be chosen and what is. The value may
 * have been renamed meanwhile, so it is looked at again when the focus comes. */
static void
set_drop_down_label (GtkDropDown *drop_down, const char *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  g_signal_connect_object (focus, "enter", G_CALLBACK (describe_chosen), drop_down,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (drop_down), focus);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (describe_chosen), NULL);
  describe_chosen (drop_down);
}

/* From GTK 4.10 on the text on a button would have the last word, and from libadwaita 1.3 on the title
 * of a row that activates it. */
static void
reset_label_of (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * ent_compat_set_label:
 * @widget: a widget that takes the focus, or holds the one that does
 * @label: what it is called
 *
 * Names a widget for screen readers. Of menu buttons, drop-downs, column views and entries it is
 * the widget inside that takes the focus, and in GTK 4.8 it does not inherit the name. Call it once
 * for each.
 */
void
ent_compat_set_label (GtkWidget *widget, const char *label)
{
  GtkWidget *inner = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  reset_label_of (widget);
  if (GTK_IS_DROP_DOWN (widget))
    set_drop_down_label (GTK_DROP_DOWN (widget), label);
  else if (GTK_IS_EDITABLE (widget))
    inner = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  else if (GTK_IS_MENU_BUTTON (widget))
    inner = gtk_widget_get_first_child (widget);
  else if (GTK_IS_COLUMN_VIEW (widget))
    inner = get_list_of_columns (widget);

  if (inner == NULL)
    return;

  reset_label_of (inner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * ent_compat_set_error:
 * @widget: an entry
 * @label: what says what is wrong
 * @wrong: whether anything is
 *
 * Tells screen readers whether what is typed can be taken, and where it says why not.
 */
void
ent_compat_set_error (GtkWidget *widget, GtkLabel *label, gboolean wrong)
{
  GtkAccessible *focused;

  g_return_if_fail (GTK_IS_EDITABLE (widget));
  g_return_if_fail (GTK_IS_LABEL (label));

  focused = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  gtk_accessible_update_state (focused, GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (wrong)
    gtk_accessible_update_relation (focused, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL,
                                    -1);
  else
    gtk_accessible_reset_relation (focused, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/**
 * ent_compat_announce:
 * @widget: where something happened
 * @message: what
 *
 * Has screen readers say it at once, as later versions of GTK can; with GTK 4.8 it is left to the
 * role of what shows the message.
 */
void
ent_compat_announce (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

#if GTK_CHECK_VERSION (4, 14, 0)
  /* GTK calls what its backend for tests does not have. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/**
 * ent_compat_limit_line:
 * @line: an editable of one line
 *
 * Lets no more into a line than the model takes. Without it a table pasted by mistake is one line
 * of a hundred thousand characters, in which Pango takes minutes for each step of the cursor.
 * A search entry has no property for it; the text inside has.
 */
void
ent_compat_limit_line (GtkEditable *line)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_EDITABLE (line));

  text = gtk_editable_get_delegate (line);
  gtk_text_set_max_length (GTK_TEXT (text), ENT_LINE_MAX_CHARS);
}

static gboolean
focus_child (GtkWidget *row, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), direction);
}

/**
 * ent_compat_pass_focus:
 * @row_class: a class of list box rows that are not focusable themselves
 *
 * Makes Tab go through what is in the row, in both directions. GTK's own rows take the focus
 * themselves on the way back; one that is not focusable hands it to its child again, and Shift+Tab
 * never gets away.
 */
void
ent_compat_pass_focus (GtkWidgetClass *row_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (row_class));

  row_class->focus = focus_child;
}

static void
lay_out_again (GtkWidget *widget)
{
  gtk_widget_queue_resize (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      lay_out_again (child);
}

static void
after_layout (GdkFrameClock *clock, GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  g_signal_handlers_disconnect_by_func (clock, after_layout, widget);
  if (root != NULL && gtk_widget_get_mapped (widget))
    lay_out_again (GTK_WIDGET (root));
}

/**
 * ent_compat_settle_layout:
 * @widget: a widget in a window
 *
 * Has the window laid out twice for its next frame. A widget that asks for another size while sizes
 * are given is forgotten where a widget above it passes on the size that it already had: that one
 * then has no size and is not drawn, at times until the window is resized. Scrollbars that come and
 * go do that whenever the bar at the top changes along with the page. To ask all once more costs
 * little where it is done for what people see change as a whole.
 *
 * Who connects to a signal while it is emitted is called at the next time, which comes at once: the
 * clock goes on to paint only when nobody asks for the layout any more.
 */
void
ent_compat_settle_layout (GtkWidget *widget)
{
  GdkFrameClock *clock;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  clock = gtk_widget_get_frame_clock (widget);
  if (clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (clock, after_layout, widget);
  g_signal_connect_object (clock, "layout", G_CALLBACK (after_layout), widget, G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static gboolean
on_move_cursor (GtkWidget *box)
{
  if (gtk_widget_get_width (box) > 0)
    return FALSE;

  g_signal_stop_emission_by_name (box, "move-cursor");
  return TRUE;
}

/**
 * ent_compat_guard_flow_boxes:
 * @widget: a widget that was just put together
 *
 * Has the flow boxes in it leave a key alone that comes before they have a size. They count their
 * children by line then, of which there are none yet, and divide by it: Page Down right after the
 * page was changed ended the program.
 */
void
ent_compat_guard_flow_boxes (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_FLOW_BOX (widget))
    g_signal_connect (widget, "move-cursor", G_CALLBACK (on_move_cursor), NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ent_compat_guard_flow_boxes (child);
}

/**
 * ent_compat_settle_fold:
 * @folding: an #AdwLeaflet or #AdwFlap
 *
 * These find out that they have to fold while they are given their size, and tell: buttons and
 * columns come and go in the middle of the layout.
 */
void
ent_compat_settle_fold (GtkWidget *folding)
{
  g_return_if_fail (GTK_IS_WIDGET (folding));

  g_signal_connect (folding, "notify::folded", G_CALLBACK (ent_compat_settle_layout), NULL);
}

static GtkLabel *
find_title (GtkWidget *widget)
{
  GtkLabel *title = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title"))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && title == NULL;
       child = gtk_widget_get_next_sibling (child))
    title = find_title (child);

  return title;
}

/**
 * ent_compat_limit_title:
 * @row: a row
 *
 * Gives the title of @row one line. AdwActionRow:title-lines alone leaves it a label that may
 * break: beside a wide value it does so after each letter, and GTK complains of one that is narrower
 * than an ellipsis.
 */
void
ent_compat_limit_title (AdwActionRow *row)
{
  GtkLabel *title;

  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  adw_action_row_set_title_lines (row, 1);
  title = find_title (GTK_WIDGET (row));
  if (title != NULL)
    gtk_label_set_wrap (title, FALSE);
}

/**
 * ent_compat_focus_calendar:
 * @popover: a popover
 * @calendar: a calendar in it
 *
 * Leads to the days whenever @popover opens. Left alone, it puts the keyboard on the first button of
 * @calendar, where the keys that choose a day go to the month before.
 */
void
ent_compat_focus_calendar (GtkPopover *popover, GtkCalendar *calendar)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GTK_IS_CALENDAR (calendar));

  g_signal_connect_object (popover, "show", G_CALLBACK (gtk_widget_grab_focus), calendar,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
