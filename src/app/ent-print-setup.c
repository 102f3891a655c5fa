/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print settings, in a key file of the user's. Losing it loses nothing but a choice or two, so
 * errors of reading and writing it are not worth a word. */
#include "config.h"

#include "app/ent-print-setup.h"

#include <glib/gi18n.h>

#include "analysis/ent-day.h"
#include "pages/ent-kpi-settings.h"
#include "pages/ent-page-analysis.h"
#include "pages/ent-role-check-settings.h"

#define GROUP_OPTIONS "Role Chart"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "entente", "print.ini", NULL);
}

/* A chart is wider than high more often than not. */
static GtkPageSetup *
new_default_page (void)
{
  GtkPageSetup *page = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return page;
}

/**
 * ent_print_setup_load:
 * @document: (nullable): the name of the document; %NULL for the first there is
 *
 * Returns: (transfer full): how it was printed last, or the locale's paper in landscape
 */
EntPrintSetup *
ent_print_setup_load (const char *document)
{
  EntPrintSetup *self = g_new0 (EntPrintSetup, 1);
  g_autoptr(GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = get_path ();

  if (g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL))
    {
      self->settings = gtk_print_settings_new_from_key_file (keys, NULL, NULL);
      self->page = gtk_page_setup_new_from_key_file (keys, NULL, NULL);
      self->findings = g_key_file_get_boolean (keys, GROUP_OPTIONS, "findings", NULL);
    }
  self->document = document != NULL ? ent_report_kind_find (document) : NULL;
  if (self->document == NULL)
    ent_print_setup_set_document (self, 0);
  if (self->settings == NULL)
    self->settings = gtk_print_settings_new ();
  if (self->page == NULL)
    self->page = new_default_page ();

  return self;
}

/**
 * ent_print_setup_save:
 * @self: how it was printed
 *
 * Remembers it.
 */
void
ent_print_setup_save (EntPrintSetup *self)
{
  g_autoptr(GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_return_if_fail (self != NULL);

  gtk_print_settings_to_key_file (self->settings, keys, NULL);
  gtk_page_setup_to_key_file (self->page, keys, NULL);
  g_key_file_set_boolean (keys, GROUP_OPTIONS, "findings", self->findings);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (keys, path, NULL);
}

/**
 * ent_print_setup_free:
 * @self: (transfer full): a setup
 */
void
ent_print_setup_free (EntPrintSetup *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->settings);
  g_clear_object (&self->page);
  g_free (self);
}

/**
 * ent_print_setup_get_paper:
 * @page: paper, margins, orientation
 *
 * Returns: the sheet as documents are laid out on it, in points
 */
EntPaper
ent_print_setup_get_paper (GtkPageSetup *page)
{
  return (EntPaper) {
    .width = gtk_page_setup_get_paper_width (page, GTK_UNIT_POINTS),
    .height = gtk_page_setup_get_paper_height (page, GTK_UNIT_POINTS),
    .top = gtk_page_setup_get_top_margin (page, GTK_UNIT_POINTS),
    .right = gtk_page_setup_get_right_margin (page, GTK_UNIT_POINTS),
    .bottom = gtk_page_setup_get_bottom_margin (page, GTK_UNIT_POINTS),
    .left = gtk_page_setup_get_left_margin (page, GTK_UNIT_POINTS),
  };
}

/**
 * ent_print_setup_copy:
 * @self: a setup
 *
 * Returns: (transfer full): one like it
 */
EntPrintSetup *
ent_print_setup_copy (EntPrintSetup *self)
{
  EntPrintSetup *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (EntPrintSetup, 1);
  copy->document = self->document;
  copy->settings = gtk_print_settings_copy (self->settings);
  copy->page = gtk_page_setup_copy (self->page);
  copy->findings = self->findings;
  copy->unshared = self->unshared;
  copy->period = self->period;

  return copy;
}

/**
 * ent_print_setup_dup_as_of:
 * @self: a setup
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the day on which the project is looked at on the screen;
 *   %NULL for today
 */
char *
ent_print_setup_dup_as_of (EntPrintSetup *self, EntProject *project)
{
  g_autoptr(EntAlignment) alignment = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  if (!self->document->has_as_of)
    return NULL;

  alignment = ent_page_analysis_dup_alignment (project);

  return ent_alignment_is_today (alignment) ? NULL : g_strdup (ent_alignment_get_as_of (alignment));
}

/* What can be chosen of the time that documents show. */
static const struct {
  const char *label;
  int months; /* that end today, or 0 for all */
} periods[] = {
  { N_("All Time"), 0 },
  { N_("Last 3 Months"), 3 },
  { N_("Last 12 Months"), 12 },
  { N_("Last 3 Years"), 36 },
};

/**
 * ent_print_setup_new_periods:
 *
 * Returns: (transfer full): what the periods are called, to choose from
 */
GListModel *
ent_print_setup_new_periods (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    gtk_string_list_append (names, _(periods[i].label));

  return G_LIST_MODEL (names);
}

static int
get_months (EntPrintSetup *self)
{
  return self->document->has_period && self->period < G_N_ELEMENTS (periods)
           ? periods[self->period].months : 0;
}

/**
 * ent_print_setup_dup_from:
 * @self: a setup
 *
 * Returns: (transfer full) (nullable): the first day that its document shows, `YYYY-MM-DD`; %NULL for
 *   all
 */
char *
ent_print_setup_dup_from (EntPrintSetup *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) first = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (get_months (self) == 0)
    return NULL;
  first = g_date_time_add_months (now, -get_months (self));

  return g_date_time_format (first, "%Y-%m-%d");
}

/**
 * ent_print_setup_dup_to:
 * @self: a setup
 *
 * Returns: (transfer full) (nullable): the last day that its document shows, `YYYY-MM-DD`; %NULL for
 *   all
 */
char *
ent_print_setup_dup_to (EntPrintSetup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_months (self) > 0 ? ent_day_dup_today () : NULL;
}

/**
 * ent_print_setup_build:
 * @self: a setup
 * @project: a project
 *
 * Returns: (transfer full): the document, as it is now
 */
EntReport *
ent_print_setup_build (EntPrintSetup *self, EntProject *project)
{
  EntRoleCheckSettings checks;
  EntReportOptions options = { .checks = &checks };
  g_autofree char *as_of = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ENT_IS_PROJECT (project), NULL);

  from = ent_print_setup_dup_from (self);
  to = ent_print_setup_dup_to (self);
  checks = ent_role_check_settings_read ();
  as_of = ent_print_setup_dup_as_of (self, project);
  options.findings = self->findings;
  options.unshared = self->unshared;
  options.as_of = as_of;
  options.from = from;
  options.to = to;
  options.screened = ent_kpi_settings_read_screened ();

  return self->document->build (project, &options);
}

/**
 * ent_print_setup_new_documents:
 *
 * Returns: (transfer full): what the documents are called, to choose from
 */
GListModel *
ent_print_setup_new_documents (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint n;
  const EntReportKind *kinds = ent_report_kinds_get (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, ent_report_kind_get_label (&kinds[i]));

  return G_LIST_MODEL (names);
}

/**
 * ent_print_setup_get_document:
 * @self: a setup
 *
 * Returns: the number of its document among ent_print_setup_new_documents()
 */
guint
ent_print_setup_get_document (EntPrintSetup *self)
{
  guint n;
  const EntReportKind *kinds = ent_report_kinds_get (&n);

  g_return_val_if_fail (self != NULL, 0);

  return (guint) (self->document - kinds);
}

/**
 * ent_print_setup_set_document:
 * @self: a setup
 * @index: the number of a document among ent_print_setup_new_documents()
 */
void
ent_print_setup_set_document (EntPrintSetup *self, guint index)
{
  guint n;
  const EntReportKind *kinds = ent_report_kinds_get (&n);

  g_return_if_fail (self != NULL);

  self->document = &kinds[MIN (index, n - 1)];
}
