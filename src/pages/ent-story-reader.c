/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story to be read. It follows its record, and the names that it mentions. Texts can be marked and
 * copied, into a newsletter or a report to a funder: so whether they may be shared stands above them. */
#include "config.h"

#include "pages/ent-story-reader.h"

#include <glib/gi18n.h>

#include "analysis/ent-phrase.h"
#include "analysis/ent-story.h"
#include "pages/ent-compat.h"
#include "pages/ent-page.h"
#include "pages/ent-text.h"

struct _EntStoryReader {
  AdwBin parent_instance;

  EntRecord *story;
  GSignalGroup *project_signals;

  GtkLabel *heading;
  GtkLabel *title;
  GtkLabel *byline;
  GtkLabel *partners;
  GtkWidget *unshared;
  GtkLabel *unshared_label;
  GtkLabel *text;
  GtkWidget *significance_box;
  GtkLabel *significance;
  GtkWidget *selection_box;
  GtkLabel *selection_heading;
  GtkLabel *selection;
  GtkWidget *goal;
  GtkLabel *goal_label;
  GtkWidget *kpi;
  GtkLabel *kpi_label;
};

G_DEFINE_FINAL_TYPE (EntStoryReader, ent_story_reader, ADW_TYPE_BIN)

/* Without text a label takes no room. */
static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_text (EntStoryReader *self, GtkLabel *label, guint field)
{
  g_autofree char *shown = ent_phrase_show_lines (ent_record_get_string (self->story, field));

  show_line (label, shown);
}

static void
show_head (EntStoryReader *self)
{
  g_autofree char *heading = ent_story_dup_heading (self->story);
  g_autofree char *title = ent_text_dup_title (self->story);
  g_autofree char *byline = ent_story_dup_byline (self->story);
  g_autofree char *partners = ent_story_dup_partners (self->story);

  show_line (self->heading, heading);
  show_line (self->title, title);
  show_line (self->byline, byline);
  show_line (self->partners, partners);
  ent_compat_set_label (GTK_WIDGET (self), title);
  gtk_widget_set_visible (self->unshared,
                          !ent_record_get_bool (self->story, ENT_STORY_CONSENT));
}

/* Why one was chosen is what the others learn from, so a missing reason is asked for. */
static void
show_selection (EntStoryReader *self)
{
  gboolean chosen = ent_story_is_chosen (self->story);

  gtk_label_set_text (self->selection_heading, chosen ? _("Selected because") : _("Selected"));
  if (chosen)
    show_text (self, self->selection, ENT_STORY_SELECTION_REASON);
  else
    show_line (self->selection, _("Nobody has written down why yet."));
  gtk_widget_set_visible (self->selection_box,
                          ent_record_get_bool (self->story, ENT_STORY_SELECTED));
}

static void
show_link (EntStoryReader *self, guint field, GtkWidget *button, GtkLabel *label, const char *format)
{
  EntRecord *target = ent_record_get_ref (self->story, field);
  g_autofree char *title = target != NULL ? ent_text_dup_title (target) : g_strdup ("");
  g_autoptr(GString) text = g_string_new (format);

  g_string_replace (text, "%s", title, 1);
  gtk_label_set_text (label, text->str);
  ent_compat_set_label (button, text->str);
  gtk_widget_set_visible (button, target != NULL);
}

static void
update (EntStoryReader *self)
{
  if (self->story == NULL)
    return;

  show_head (self);
  if (*ent_record_get_string (self->story, ENT_STORY_TEXT) != '\0')
    show_text (self, self->text, ENT_STORY_TEXT);
  else
    show_line (self->text, _("Nobody has written down what changed yet."));
  show_text (self, self->significance, ENT_STORY_SIGNIFICANCE);
  gtk_widget_set_visible (self->significance_box,
                          *ent_record_get_string (self->story, ENT_STORY_SIGNIFICANCE) != '\0');
  show_selection (self);
  show_link (self, ENT_STORY_GOAL, self->goal, self->goal_label, _("Goal: %s"));
  show_link (self, ENT_STORY_KPI, self->kpi, self->kpi_label, _("KPI: %s"));
}

static gboolean
names_change (const EntChangeSet *set)
{
  return ent_change_set_touches (set, ENT_KIND_PERSON)
         || ent_change_set_touches (set, ENT_KIND_PARTNER)
         || ent_change_set_touches (set, ENT_KIND_GOAL) || ent_change_set_touches (set, ENT_KIND_KPI);
}

static void
on_committed (EntStoryReader *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_STORY) || names_change (set))
    update (self);
}

static void
on_link_clicked (EntStoryReader *self, GtkWidget *button)
{
  EntPage *page = ent_page_find (GTK_WIDGET (self));
  guint field = button == self->goal ? ENT_STORY_GOAL : ENT_STORY_KPI;
  EntRecord *target = self->story != NULL ? ent_record_get_ref (self->story, field) : NULL;

  if (page != NULL && target != NULL)
    ent_page_request_reveal (page, target, -1);
}

static void
ent_story_reader_dispose (GObject *object)
{
  EntStoryReader *self = ENT_STORY_READER (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (ent_story_reader_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-story-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, heading);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, title);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, byline);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, partners);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, unshared);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, unshared_label);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, text);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, significance_box);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, significance);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, selection_box);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, selection_heading);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, selection);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, goal);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, goal_label);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, kpi);
  gtk_widget_class_bind_template_child (widget_class, EntStoryReader, kpi_label);
  gtk_widget_class_bind_template_callback (widget_class, on_link_clicked);
}

static void
ent_story_reader_class_init (EntStoryReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_story_reader_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ent_story_reader_init (EntStoryReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->unshared_label, ent_story_get_unshared ());

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_story_reader_set_record:
 * @self: a reader
 * @story: (nullable): the story to show
 */
void
ent_story_reader_set_record (EntStoryReader *self, EntRecord *story)
{
  g_return_if_fail (ENT_IS_STORY_READER (self));
  g_return_if_fail (story == NULL || ent_record_get_kind (story) == ENT_KIND_STORY);

  if (!g_set_object (&self->story, story))
    return;

  g_signal_group_set_target (self->project_signals,
                             story != NULL ? ent_record_get_project (story) : NULL);
  update (self);
}
