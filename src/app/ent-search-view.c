/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search results: what it is called, what kind it is, and where the words stand. */
#include "config.h"

#include "app/ent-search-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "analysis/ent-phrase.h"
#include "pages/ent-compat.h"
#include "pages/ent-kpi-status.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-pages.h"
#include "pages/ent-text.h"

/* Whoever has to look through more types another letter. */
#define MOST_RESULTS 100

/* Characters shown before the place that was found, and altogether. */
#define LEAD 30
#define SNIPPET 90

struct _EntSearchView {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *results;
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSearchView, ent_search_view, ADW_TYPE_BIN)

static void
result_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  EntSearchView *self = ENT_SEARCH_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (list),
                                                                  ENT_TYPE_SEARCH_VIEW));

  g_signal_emit (self, signals[ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "ent-record"),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "ent-field")));
}

/* The first field in which a word stands; -1 where only several fields together hold the words. */
static int
find_field (EntRecord *record, const char *term)
{
  const EntKindInfo *info = ent_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;

      if ((info->fields[i].flags & ENT_FIELD_SEARCHABLE) == 0)
        continue;
      text = ent_record_format (record, i);
      folded = ent_text_fold (text);
      if (strstr (folded, term) != NULL)
        return (int) i;
    }

  return -1;
}

static char *
cut_snippet (const char *text, const char *term)
{
  g_autofree char *folded = ent_text_fold (text);
  const char *found = strstr (folded, term);
  glong length = g_utf8_strlen (text, -1);
  glong start = found != NULL ? g_utf8_pointer_to_offset (folded, found) - LEAD : 0;
  g_autofree char *part = NULL;
  g_autofree char *shown = NULL;

  start = CLAMP (start, 0, MAX (length - SNIPPET, 0));
  part = g_utf8_substring (text, start, MIN (start + SNIPPET, length));
  shown = ent_phrase_show (part);

  return g_strconcat (start > 0 ? "…" : "", shown, start + SNIPPET < length ? "…" : "", NULL);
}

static char *
describe (EntRecord *record, int field, const char *term)
{
  const EntKindInfo *info = ent_record_get_info (record);
  g_autofree char *text = NULL;
  g_autofree char *snippet = NULL;

  if (field < 0 || field == info->title_field)
    return g_strdup (ent_kind_get_label (info->kind, FALSE));

  text = ent_record_format (record, (guint) field);
  snippet = cut_snippet (text, term);

  /* Translators: a kind such as Partner, one of its fields, and words from it */
  return g_strdup_printf (_("%s · %s: %s"), ent_kind_get_label (info->kind, FALSE),
                          ent_field_get_label (&info->fields[field]), snippet);
}

static void
add_status (AdwActionRow *row, EntRecord *kpi)
{
  const EntKpiSeries *series = ent_kpi_status_get_series (kpi);
  GtkWidget *label;

  if (series == NULL)
    return;

  label = gtk_label_new (NULL);
  gtk_widget_add_css_class (label, "caption");
  ent_kpi_status_show (GTK_LABEL (label), series);
  adw_action_row_add_suffix (row, label);
}

static void
append_result (EntSearchView *self, EntRecord *record, const char *term)
{
  GtkWidget *row = adw_action_row_new ();
  int field = find_field (record, term);
  g_autofree char *title = ent_text_dup_title (record);
  g_autofree char *subtitle = describe (record, field, term);
  int page = ent_pages_find_kind (ent_record_get_kind (record));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  ent_compat_limit_title (ADW_ACTION_ROW (row));
  if (page >= 0)
    adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      gtk_image_new_from_icon_name (ent_pages_get_info ((guint) page)->icon_name));
  if (ent_record_get_kind (record) == ENT_KIND_KPI)
    add_status (ADW_ACTION_ROW (row), record);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), page >= 0);
  g_object_set_data_full (G_OBJECT (row), "ent-record", g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), "ent-field", GINT_TO_POINTER (field));
  gtk_list_box_append (self->results, row);
}

/**
 * ent_search_view_search:
 * @self: the results
 * @project: where to look
 * @text: what for
 *
 * Shows what was found.
 *
 * Returns: how much was found, at most 100
 */
guint
ent_search_view_search (EntSearchView *self, EntProject *project, const char *text)
{
  g_autoptr(EntKpis) kpis = NULL; /* for the status of those that are found */
  g_autoptr(GPtrArray) found = NULL;
  g_auto(GStrv) terms = NULL;
  GtkListBoxRow *row;

  g_return_val_if_fail (ENT_IS_SEARCH_VIEW (self), 0);
  g_return_val_if_fail (ENT_IS_PROJECT (project), 0);

  while ((row = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));

  kpis = ent_page_analysis_dup_kpis (project);
  terms = ent_text_split_terms (text);
  found = ent_project_search (project, text, MOST_RESULTS);
  for (guint i = 0; i < found->len; i++)
    append_result (self, g_ptr_array_index (found, i), terms[0]);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "found" : "none");

  return found->len;
}

/**
 * ent_search_view_activate_first:
 * @self: the results
 *
 * Goes to the first result, as Enter in the search field does.
 */
void
ent_search_view_activate_first (EntSearchView *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (ENT_IS_SEARCH_VIEW (self));

  row = gtk_list_box_get_row_at_index (self->results, 0);
  if (row != NULL && gtk_list_box_row_get_activatable (row))
    result_activated (self->results, row, NULL);
}

static void
ent_search_view_class_init (EntSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * EntSearchView::activated:
   * @self: the results
   * @record: the record to go to
   * @field: its field in which the words stand, or -1
   */
  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 2, ENT_TYPE_RECORD, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSearchView, stack);
  gtk_widget_class_bind_template_child (widget_class, EntSearchView, results);
  gtk_widget_class_bind_template_callback (widget_class, result_activated);
}

static void
ent_search_view_init (EntSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
