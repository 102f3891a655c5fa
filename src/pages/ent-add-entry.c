/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enter adds what is typed. So does saving: a name typed and not yet confirmed is not lost. */
#include "config.h"

#include "pages/ent-add-entry.h"

#include "pages/ent-compat.h"

struct _EntAddEntry {
  GtkEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (EntAddEntry, ent_add_entry, GTK_TYPE_ENTRY)

enum { PROP_0, PROP_PROMPT, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_error (EntAddEntry *self, const char *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
}

static void
on_changed (EntAddEntry *self)
{
  show_error (self, NULL);
}

static void
ent_add_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROMPT:
      ent_add_entry_set_prompt (ENT_ADD_ENTRY (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The limit belongs to the buffer, which an entry gets only now. */
static void
ent_add_entry_constructed (GObject *object)
{
  G_OBJECT_CLASS (ent_add_entry_parent_class)->constructed (object);

  ent_compat_limit_line (GTK_EDITABLE (object));
}

static void
ent_add_entry_class_init (EntAddEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ent_add_entry_constructed;
  object_class->set_property = ent_add_entry_set_property;

  /**
   * EntAddEntry:prompt:
   *
   * What is asked for, such as "Add a partner".
   */
  props[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * EntAddEntry::add:
   * @text: what was typed, without spaces around it
   * @error: (type GError**): where to say why it could not be added
   *
   * Returns: whether it was added; if not, the text stays
   */
  signals[ADD] = g_signal_new ("add", ENT_TYPE_ADD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_BOOLEAN, 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
ent_add_entry_init (EntAddEntry *self)
{
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_PRIMARY, "list-add-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self), GTK_ENTRY_ICON_PRIMARY, FALSE);
  g_signal_connect (self, "activate", G_CALLBACK (ent_add_entry_commit), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
}

/**
 * ent_add_entry_set_prompt:
 * @self: an entry
 * @prompt: what is asked for, translated
 */
void
ent_add_entry_set_prompt (EntAddEntry *self, const char *prompt)
{
  g_return_if_fail (ENT_IS_ADD_ENTRY (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self), prompt);
  ent_compat_set_label (GTK_WIDGET (self), prompt);
}

/**
 * ent_add_entry_commit:
 * @self: an entry
 *
 * Adds what is typed, if anything is.
 */
void
ent_add_entry_commit (EntAddEntry *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gboolean added = FALSE;

  g_return_if_fail (ENT_IS_ADD_ENTRY (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  if (*text == '\0')
    return;

  g_signal_emit (self, signals[ADD], 0, text, &error, &added);
  if (added)
    gtk_editable_set_text (GTK_EDITABLE (self), "");
  else if (error != NULL)
    show_error (self, error->message);
}
