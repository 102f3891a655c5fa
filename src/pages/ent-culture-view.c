/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart, whom to compare with, and a sentence for each gap of two or more. */
#include "config.h"

#include "pages/ent-culture-view.h"

#include <glib/gi18n.h>

#include "analysis/ent-culture.h"
#include "pages/ent-compat.h"
#include "pages/ent-ref-model.h"
#include "pages/ent-text.h"
#include "widgets/ent-culture-plot.h"

struct _EntCultureView {
  AdwBin parent_instance;

  EntRecord *partner;
  EntProject *project;
  GSignalGroup *project_signals;
  GListModel *choices;

  GtkStack *stack;
  GtkDropDown *against;
  EntCulturePlot *plot;
  GtkLabel *legend;
  GtkListBox *sentences;
};

/* Characters of a partner that the drop-down grows to. */
#define TITLE_CHARS 32

G_DEFINE_FINAL_TYPE (EntCultureView, ent_culture_view, ADW_TYPE_BIN)

/* The chosen partner alone, or all of them. */
static GListModel *
dup_others (EntCultureView *self)
{
  gpointer chosen = gtk_drop_down_get_selected_item (self->against);
  GListStore *one;

  if (!ENT_IS_RECORD (chosen))
    return g_object_ref (ent_project_get_list (self->project, ENT_KIND_PARTNER));

  one = g_list_store_new (ENT_TYPE_RECORD);
  g_list_store_append (one, chosen);
  return G_LIST_MODEL (one);
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Not an AdwActionRow: side by side with its icon, GTK 4.8 looks for the width of a long text two
 * hundred times, which took longer than all the rest of the page. */
static void
add_sentence (EntCultureView *self, const EntCultureGap *gap)
{
  guint field = ent_culture_get_dimension (gap->dimension)->field;
  const EntField *info = &ent_kind_get_info (ENT_KIND_PARTNER)->fields[field];
  g_autofree char *sentence = ent_culture_dup_sentence (gap);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (sentence == NULL)
    return;

  row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (row, "ent-sentence");
  title = g_strdup_printf ("%s · %s", ent_field_get_label (info),
                           ent_culture_get_level_label (gap->level));
  gtk_box_append (GTK_BOX (row), new_text (title, gap->level == ENT_CULTURE_FRICTION
                                                    ? "heading" : "body"));
  gtk_box_append (GTK_BOX (row), new_text (sentence, "caption"));
  gtk_list_box_append (self->sentences, row);
}

static void
update_sentences (EntCultureView *self, GListModel *others)
{
  EntCultureGap gaps[ENT_CULTURE_N_DIMENSIONS];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sentences))) != NULL)
    gtk_list_box_remove (self->sentences, child);

  ent_culture_compare_all (self->partner, others, gaps);
  for (int level = ENT_CULTURE_FRICTION; level >= ENT_CULTURE_TALK; level--)
    for (guint i = 0; i < ENT_CULTURE_N_DIMENSIONS; i++)
      if (gaps[i].level == (EntCultureLevel) level)
        add_sentence (self, &gaps[i]);

  gtk_widget_set_visible (GTK_WIDGET (self->sentences),
                          gtk_widget_get_first_child (GTK_WIDGET (self->sentences)) != NULL);
}

static void
update (EntCultureView *self)
{
  g_autoptr(GListModel) others = NULL;
  g_autofree char *title = NULL;
  g_autofree char *legend = NULL;
  gboolean enough;

  if (self->partner == NULL || ent_record_get_project (self->partner) == NULL)
    {
      ent_culture_plot_set_partners (self->plot, NULL, NULL);
      return;
    }

  enough = ent_project_get_n_records (self->project, ENT_KIND_PARTNER) > 1;
  gtk_stack_set_visible_child_name (self->stack, enough ? "plot" : "alone");

  others = dup_others (self);
  title = ent_text_dup_title (self->partner);
  legend = g_strdup_printf (_("● %s   ◇ the others"), title);
  gtk_label_set_text (self->legend, legend);
  ent_culture_plot_set_partners (self->plot, self->partner, others);
  update_sentences (self, others);
}

static void
on_committed (EntCultureView *self, const EntChangeSet *set)
{
  if (ent_change_set_touches (set, ENT_KIND_PARTNER))
    update (self);
}

static void
ent_culture_view_dispose (GObject *object)
{
  EntCultureView *self = ENT_CULTURE_VIEW (object);

  g_clear_object (&self->project_signals);
  g_clear_object (&self->choices);
  g_clear_object (&self->partner);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (ent_culture_view_parent_class)->dispose (object);
}

static void
ent_culture_view_class_init (EntCultureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_culture_view_dispose;

  g_type_ensure (ENT_TYPE_CULTURE_PLOT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/entente/Entente/ui/ent-culture-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntCultureView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntCultureView, against);
  gtk_widget_class_bind_template_child (widget_class, EntCultureView, plot);
  gtk_widget_class_bind_template_child (widget_class, EntCultureView, legend);
  gtk_widget_class_bind_template_child (widget_class, EntCultureView, sentences);
}

static void
ent_culture_view_init (EntCultureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_set_label (GTK_WIDGET (self->against), _("Compare with"));
  ent_ref_model_set_up (self->against, TITLE_CHARS);
  g_signal_connect_object (self->against, "notify::selected-item", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  self->project_signals = g_signal_group_new (ENT_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "committed", G_CALLBACK (on_committed),
                                  self);
}

/**
 * ent_culture_view_set_partner:
 * @self: a view
 * @partner: (nullable): the partner it is about
 */
void
ent_culture_view_set_partner (EntCultureView *self, EntRecord *partner)
{
  EntProject *project;

  g_return_if_fail (ENT_IS_CULTURE_VIEW (self));

  if (!g_set_object (&self->partner, partner))
    return;

  project = partner != NULL ? ent_record_get_project (partner) : NULL;
  if (g_set_object (&self->project, project))
    {
      g_clear_object (&self->choices);
      self->choices = ent_ref_model_new (project, ENT_KIND_PARTNER, _("All partners"));
      gtk_drop_down_set_model (self->against, self->choices);
      g_signal_group_set_target (self->project_signals, project);
    }
  update (self);
}
