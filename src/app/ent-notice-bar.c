/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AdwBanner is younger than the baseline; this is the part of it that is needed. */
#include "config.h"

#include "app/ent-notice-bar.h"

struct _EntNoticeBar {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
  char *action_name;
};

G_DEFINE_FINAL_TYPE (EntNoticeBar, ent_notice_bar, ADW_TYPE_BIN)

static void
button_clicked (EntNoticeBar *self)
{
  if (self->action_name != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->action_name, NULL);
}

static void
dismiss_clicked (EntNoticeBar *self)
{
  ent_notice_bar_hide (self);
}

static void
ent_notice_bar_finalize (GObject *object)
{
  g_free (ENT_NOTICE_BAR (object)->action_name);

  G_OBJECT_CLASS (ent_notice_bar_parent_class)->finalize (object);
}

static void
ent_notice_bar_class_init (EntNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_notice_bar_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, EntNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, EntNoticeBar, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked);
}

static void
ent_notice_bar_init (EntNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_notice_bar_show:
 * @self: a notice bar
 * @text: what to say; shown as it is, never as markup
 * @button_label: (nullable): what the button says; %NULL for no button
 * @action_name: (nullable): the action of the button
 *
 * Shows a notice in place of the one before.
 */
void
ent_notice_bar_show (EntNoticeBar *self,
                     const char   *text,
                     const char   *button_label,
                     const char   *action_name)
{
  g_return_if_fail (ENT_IS_NOTICE_BAR (self));

  g_free (self->action_name);
  self->action_name = g_strdup (action_name);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label != NULL)
    gtk_button_set_label (self->button, button_label);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * ent_notice_bar_hide:
 * @self: a notice bar
 *
 * Takes the notice away.
 */
void
ent_notice_bar_hide (EntNoticeBar *self)
{
  g_return_if_fail (ENT_IS_NOTICE_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
