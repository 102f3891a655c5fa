/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that says where somebody stands, and why. Texts of a project are never taken for markup. */
#include "config.h"

#include "pages/ent-stand-row.h"

#include "pages/ent-compat.h"
#include "pages/ent-text.h"

/**
 * ent_stand_row_new:
 * @title: who, or what about
 * @detail: (nullable): the reason
 * @value: (nullable): the position as it is written, such as “+3”
 * @spelled: (nullable): the same for screen readers: “plus 3, mission”
 *
 * Returns: (transfer floating): a row of a list
 */
GtkWidget *
ent_stand_row_new (const char *title, const char *detail, const char *value, const char *spelled)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *shown = NULL;

  g_return_val_if_fail (title != NULL, row);

  shown = ent_text_shorten (title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (detail != NULL && *detail != '\0')
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      /* The sign stands before the figure in every script. */
      gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "heading");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      if (spelled != NULL)
        ent_compat_set_label (label, spelled);
    }

  return row;
}

/**
 * ent_stand_row_heading:
 * @text: a heading
 *
 * Returns: (transfer floating): a row that says what the rows below it are
 */
GtkWidget *
ent_stand_row_heading (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "ent-sentence");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}
