/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print settings, in a key file of the user's. Losing it loses nothing but a choice or two, so
 * errors of reading and writing it are not worth a word. */
#include "config.h"

#include "app/ent-print-setup.h"

#define GROUP_OPTIONS "Role Chart"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "entente", "print.ini", NULL);
}

/* A role chart is wider than high more often than not. */
static GtkPageSetup *
new_default_page (void)
{
  GtkPageSetup *page = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return page;
}

/**
 * ent_print_setup_load:
 *
 * Returns: (transfer full): how it was printed last, or the locale's paper in landscape
 */
EntPrintSetup *
ent_print_setup_load (void)
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
