/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “As of today”, or the day; in a popover a calendar and the way back to today. */
#include "config.h"

#include "pages/ent-as-of-button.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "pages/ent-compat.h"

struct _EntAsOfButton {
  AdwBin parent_instance;

  EntAlignment *alignment;
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkWidget *today;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (EntAsOfButton, ent_as_of_button, ADW_TYPE_BIN)

static void
update_label (EntAsOfButton *self)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  if (self->alignment == NULL || ent_alignment_is_today (self->alignment))
    label = g_strdup (_("As of Today"));
  else
    {
      day = ent_day_format (ent_alignment_get_as_of (self->alignment));
      /* Translators: on a button: the day that is looked at */
      label = g_strdup_printf (_("As of %s"), day);
    }
  gtk_label_set_text (self->label, label);
  ent_compat_set_label (GTK_WIDGET (self->button), label);
  gtk_widget_set_sensitive (self->today, self->alignment != NULL
                                           && !ent_alignment_is_today (self->alignment));
}

static void
on_day_selected (EntAsOfButton *self)
{
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->loading || self->alignment == NULL)
    return;

  day = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (day, "%Y-%m-%d");
  ent_alignment_set_as_of (self->alignment, date);
}

static void
on_today_clicked (EntAsOfButton *self)
{
  ent_alignment_set_as_of (self->alignment, NULL);
  gtk_popover_popdown (self->popover);
}

/* Opens at the day that is looked at. */
static void
on_show (EntAsOfButton *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *noon = NULL;
  g_autoptr(GDateTime) day = NULL;

  if (self->alignment == NULL)
    return;

  noon = g_strconcat (ent_alignment_get_as_of (self->alignment), "T12:00:00", NULL);
  day = g_date_time_new_from_iso8601 (noon, zone);
  self->loading = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->loading = FALSE;
}

static void
ent_as_of_button_dispose (GObject *object)
{
  ent_as_of_button_set_alignment (ENT_AS_OF_BUTTON (object), NULL);

  G_OBJECT_CLASS (ent_as_of_button_parent_class)->dispose (object);
}

static void
ent_as_of_button_class_init (EntAsOfButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_as_of_button_dispose;
}

static void
build_popover (EntAsOfButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->today = gtk_button_new_with_mnemonic (_("Back to _Today"));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), self->today);
  gtk_popover_set_child (self->popover, box);
  ent_compat_focus_calendar (self->popover, self->calendar);
  ent_compat_set_label (GTK_WIDGET (self->calendar), _("Day to look at"));
}

static void
ent_as_of_button_init (EntAsOfButton *self)
{
  build_popover (self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  /* A day is long, and a window may be narrow. */
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("See positions as they were on a day"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));

  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "clicked", G_CALLBACK (on_today_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_show), self, G_CONNECT_SWAPPED);
  update_label (self);
}

/**
 * ent_as_of_button_set_alignment:
 * @self: a button
 * @alignment: (nullable): whose day it shows and sets
 */
void
ent_as_of_button_set_alignment (EntAsOfButton *self, EntAlignment *alignment)
{
  g_return_if_fail (ENT_IS_AS_OF_BUTTON (self));
  g_return_if_fail (alignment == NULL || ENT_IS_ALIGNMENT (alignment));

  if (self->alignment == alignment)
    return;
  if (self->alignment != NULL)
    g_signal_handlers_disconnect_by_func (self->alignment, update_label, self);
  g_set_object (&self->alignment, alignment);
  if (alignment != NULL)
    g_signal_connect_object (alignment, "changed", G_CALLBACK (update_label), self,
                             G_CONNECT_SWAPPED);
  update_label (self);
}
