/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How GTK draws. Where there is no graphics card to ask, GTK 4.8 would still load a whole software
 * GL stack, which doubles the time to the first window and triples the memory; cairo then draws as
 * well. Settings made by the user stay. */
#include "config.h"

#include "app/ent-renderer.h"

#include <gtk/gtk.h>

static gboolean
has_render_node (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;

  return FALSE;
}

/**
 * ent_renderer_choose:
 *
 * Sets the environment that GTK reads when it starts. Call it before anything of GTK.
 */
void
ent_renderer_choose (void)
{
  /* GTK 4.16 gave what can be switched off a variable of its own, and complains of the old word. */
  gboolean later = gtk_get_major_version () > 4 || gtk_get_minor_version () >= 16;

  if (g_getenv ("GSK_RENDERER") != NULL || g_getenv ("GDK_DEBUG") != NULL
      || g_getenv ("GDK_DISABLE") != NULL || has_render_node ())
    return;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (later)
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
  else
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}
