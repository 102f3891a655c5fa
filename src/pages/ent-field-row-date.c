/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day, typed in any usual way or picked from a calendar. Half a date is no date, so the text goes
 * through the gate when the field is left, on Enter, and before saving. */
#include "config.h"

#include "pages/ent-field-rows.h"

#include <glib/gi18n.h>

#include "pages/ent-compat.h"
#include "pages/ent-text.h"

struct _EntFieldRowDate {
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  gboolean typed;
};

static void ent_field_row_date_iface_init (EntFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntFieldRowDate, ent_field_row_date, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_FIELD_ROW,
                                                      ent_field_row_date_iface_init))

static const char *
get_date (EntFieldRowDate *self)
{
  EntRecord *record = ent_field_row_get_record (ENT_FIELD_ROW (self));

  return record ? ent_record_get_string (record, ent_field_row_get_field (ENT_FIELD_ROW (self)))
                : "";
}

static void
on_changed (EntFieldRowDate *self)
{
  if (ent_field_row_is_loading (ENT_FIELD_ROW (self)))
    return;

  self->typed = TRUE;
  ent_field_row_show_error (ENT_FIELD_ROW (self), NULL);
}

static void
on_entry_activated (EntFieldRowDate *self)
{
  ent_field_row_commit (ENT_FIELD_ROW (self));
  ent_field_row_seal (ENT_FIELD_ROW (self));
}

static void
on_day_selected (EntFieldRowDate *self)
{
  EntFieldRow *row = ENT_FIELD_ROW (self);
  g_autoptr(GDateTime) day = NULL;
  g_auto(EntValue) value = ENT_VALUE_INIT;

  if (ent_field_row_is_loading (row))
    return;

  day = gtk_calendar_get_date (self->calendar);
  value = ent_value_take_string (g_date_time_format (day, "%Y-%m-%d"));
  if (ent_field_row_write (row, &value))
    {
      ent_field_row_reload (row);
      ent_field_row_seal (row);
    }
}

/* The calendar opens at the day that is set, or else at today. */
static void
on_popover_show (EntFieldRowDate *self)
{
  const char *date = get_date (self);
  g_autofree char *text = *date != '\0' ? g_strconcat (date, "T12:00:00", NULL) : NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) day = text ? g_date_time_new_from_iso8601 (text, zone) : NULL;

  if (day == NULL)
    day = g_date_time_new_now_local ();

  ent_field_row_hold (ENT_FIELD_ROW (self), TRUE);
  gtk_calendar_select_day (self->calendar, day);
  ent_field_row_hold (ENT_FIELD_ROW (self), FALSE);
}

static void
ent_field_row_date_bind (EntFieldRow *row)
{
  EntFieldRowDate *self = ENT_FIELD_ROW_DATE (row);
  /* Translators: %s is what a date is for, such as "Due". */
  g_autofree char *pick = g_strdup_printf (_("%s: pick a day"), ent_field_row_get_label (row));

  ent_compat_limit_line (GTK_EDITABLE (self));
  ent_compat_set_label (GTK_WIDGET (self->button), pick);
  ent_compat_set_label (GTK_WIDGET (self->calendar), pick);
}

static void
ent_field_row_date_load (EntFieldRow *row)
{
  EntFieldRowDate *self = ENT_FIELD_ROW_DATE (row);
  g_autofree char *text = ent_text_format_date (get_date (self));

  self->typed = FALSE;
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    {
      gtk_editable_set_text (GTK_EDITABLE (row), text);
      gtk_editable_set_position (GTK_EDITABLE (row), -1);
    }
}

static void
ent_field_row_date_commit (EntFieldRow *row)
{
  EntFieldRowDate *self = ENT_FIELD_ROW_DATE (row);
  g_auto(EntValue) value = ENT_VALUE_INIT;
  g_autofree char *date = NULL;

  if (!self->typed)
    return;

  date = ent_text_parse_date (gtk_editable_get_text (GTK_EDITABLE (self)));
  if (date == NULL)
    {
      g_autofree char *example = ent_text_format_date ("2026-05-31");
      g_autofree char *message = g_strdup_printf (_("Not a day. Write it like %s"), example);

      ent_field_row_show_error (row, message);
      return;
    }

  if (*date != '\0')
    value = ent_value_string (date);
  if (ent_field_row_write (row, &value))
    ent_field_row_reload (row);
}

static void
ent_field_row_date_set_error (EntFieldRow *row, const char *message)
{
  const char *label = ent_field_row_get_label (row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 message != NULL && *message != '\0' ? message : label);
}

static void
ent_field_row_date_set_editable (EntFieldRow *row, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (row), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (ENT_FIELD_ROW_DATE (row)->button), editable);
}

static void
ent_field_row_date_iface_init (EntFieldRowInterface *iface)
{
  iface->bind = ent_field_row_date_bind;
  iface->load = ent_field_row_date_load;
  iface->commit = ent_field_row_date_commit;
  iface->set_error = ent_field_row_date_set_error;
  iface->set_editable = ent_field_row_date_set_editable;
}

static void
ent_field_row_date_class_init (EntFieldRowDateClass *klass)
{
}

static void
ent_field_row_date_init (EntFieldRowDate *self)
{
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  ent_compat_focus_calendar (self->popover, self->calendar);
  gtk_widget_set_margin_top (GTK_WIDGET (self->calendar), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->calendar), 6);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Pick a Day"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));

  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_entry_activated), NULL);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
}
