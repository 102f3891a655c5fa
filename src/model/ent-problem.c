/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems of a file, for people: a sentence and a place, in a list that a window can show. */
#include "config.h"

#include "model/ent-problem.h"

#include "model/ent-kinds.h"

#include <glib/gi18n.h>

struct _EntProblem {
  GObject parent_instance;

  EntProblemSeverity severity;
  EntProblemPlace place;
  char *record_id;
  char *member;
  char *message;
};

struct _EntProblemList {
  GObject parent_instance;

  GPtrArray *problems;
  guint counts[ENT_PROBLEM_LOSS + 1];
};

enum {
  PROP_WHERE = 1,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void ent_problem_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (EntProblem, ent_problem, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (EntProblemList, ent_problem_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ent_problem_list_model_init))

static void
ent_problem_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EntProblem *self = ENT_PROBLEM (object);

  switch (id)
    {
    case PROP_WHERE:
      g_value_take_string (value, ent_problem_dup_where (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_problem_finalize (GObject *object)
{
  EntProblem *self = ENT_PROBLEM (object);

  g_free (self->record_id);
  g_free (self->member);
  g_free (self->message);

  G_OBJECT_CLASS (ent_problem_parent_class)->finalize (object);
}

static void
ent_problem_class_init (EntProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_problem_get_property;
  object_class->finalize = ent_problem_finalize;

  /**
   * EntProblem:where:
   *
   * The place in words.
   */
  properties[PROP_WHERE] =
    g_param_spec_string ("where", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * EntProblem:message:
   *
   * What is wrong, and what was done with it.
   */
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_problem_init (EntProblem *self)
{
}

/**
 * ent_problem_new:
 * @severity: how bad it is
 * @place: where it is; copied
 * @message: what is wrong and what was done with it, translated
 *
 * Returns: (transfer full): a new problem
 */
EntProblem *
ent_problem_new (EntProblemSeverity     severity,
                 const EntProblemPlace *place,
                 const char            *message)
{
  EntProblem *self;

  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (ENT_TYPE_PROBLEM, NULL);
  self->severity = severity;
  self->record_id = g_strdup (place->record_id);
  self->member = g_strdup (place->member);
  self->message = g_strdup (message);
  self->place = *place;
  self->place.record_id = self->record_id;
  self->place.member = self->member;
  return self;
}

/**
 * ent_problem_get_severity:
 * @self: a problem
 *
 * Returns: how bad it is
 */
EntProblemSeverity
ent_problem_get_severity (EntProblem *self)
{
  g_return_val_if_fail (ENT_IS_PROBLEM (self), ENT_PROBLEM_NOTE);

  return self->severity;
}

/**
 * ent_problem_get_place:
 * @self: a problem
 *
 * Returns: (transfer none): where it is
 */
const EntProblemPlace *
ent_problem_get_place (EntProblem *self)
{
  g_return_val_if_fail (ENT_IS_PROBLEM (self), NULL);

  return &self->place;
}

/**
 * ent_problem_get_message:
 * @self: a problem
 *
 * Returns: (transfer none): what is wrong, and what was done with it
 */
const char *
ent_problem_get_message (EntProblem *self)
{
  g_return_val_if_fail (ENT_IS_PROBLEM (self), NULL);

  return self->message;
}

/**
 * ent_problem_dup_where:
 * @self: a problem
 *
 * Returns: (transfer full): the place in words, such as “Line 20, column 7, Partners 3”; empty
 *   if it is about the file as a whole
 */
char *
ent_problem_dup_where (EntProblem *self)
{
  g_autoptr (GString) text = NULL;
  const EntProblemPlace *place;

  g_return_val_if_fail (ENT_IS_PROBLEM (self), NULL);

  place = &self->place;
  text = g_string_new (NULL);
  if (place->line > 0)
    g_string_append_printf (text, _("Line %u, column %u"), place->line, place->column);
  if (place->kind >= 0)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append (text, ent_kind_get_label ((EntKind) place->kind,
                                                     place->kind != ENT_KIND_PROJECT));
      if (place->index >= 0)
        g_string_append_printf (text, " %d", place->index + 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ent_problem_dup_text:
 * @self: a problem
 *
 * Returns: (transfer full): place and message in one line
 */
char *
ent_problem_dup_text (EntProblem *self)
{
  g_autofree char *where = NULL;

  g_return_val_if_fail (ENT_IS_PROBLEM (self), NULL);

  where = ent_problem_dup_where (self);
  if (*where == '\0')
    return g_strdup (self->message);
  /* Translators: a place in a file, and what is wrong there */
  return g_strdup_printf (_("%s: %s"), where, self->message);
}

static GType
ent_problem_list_get_item_type (GListModel *model)
{
  return ENT_TYPE_PROBLEM;
}

static guint
ent_problem_list_get_n_items (GListModel *model)
{
  return ENT_PROBLEM_LIST (model)->problems->len;
}

static gpointer
ent_problem_list_get_item (GListModel *model,
                           guint       position)
{
  EntProblemList *self = ENT_PROBLEM_LIST (model);

  if (position >= self->problems->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->problems, position));
}

static void
ent_problem_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_problem_list_get_item_type;
  iface->get_n_items = ent_problem_list_get_n_items;
  iface->get_item = ent_problem_list_get_item;
}

static void
ent_problem_list_finalize (GObject *object)
{
  EntProblemList *self = ENT_PROBLEM_LIST (object);

  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (ent_problem_list_parent_class)->finalize (object);
}

static void
ent_problem_list_class_init (EntProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_problem_list_finalize;
}

static void
ent_problem_list_init (EntProblemList *self)
{
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ent_problem_list_new:
 *
 * Returns: (transfer full): an empty list
 */
EntProblemList *
ent_problem_list_new (void)
{
  return g_object_new (ENT_TYPE_PROBLEM_LIST, NULL);
}

/**
 * ent_problem_list_add:
 * @self: a list
 * @severity: how bad it is
 * @place: where it is
 * @message: what is wrong and what was done with it, translated
 *
 * Adds a problem. The list keeps %ENT_PROBLEM_LIST_MAX of them and counts the rest.
 */
void
ent_problem_list_add (EntProblemList        *self,
                      EntProblemSeverity     severity,
                      const EntProblemPlace *place,
                      const char            *message)
{
  g_return_if_fail (ENT_IS_PROBLEM_LIST (self));
  g_return_if_fail (severity <= ENT_PROBLEM_LOSS);

  self->counts[severity]++;
  if (self->problems->len == ENT_PROBLEM_LIST_MAX)
    return;
  g_ptr_array_add (self->problems, ent_problem_new (severity, place, message));
  g_list_model_items_changed (G_LIST_MODEL (self), self->problems->len - 1, 0, 1);
}

/**
 * ent_problem_list_get_n_total:
 * @self: a list
 *
 * Returns: how many problems there are, with those that were only counted
 */
guint
ent_problem_list_get_n_total (EntProblemList *self)
{
  guint n = 0;

  g_return_val_if_fail (ENT_IS_PROBLEM_LIST (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    n += self->counts[i];
  return n;
}

/**
 * ent_problem_list_count:
 * @self: a list
 * @severity: how bad
 *
 * Returns: how many problems of that severity there are, with those that were only counted
 */
guint
ent_problem_list_count (EntProblemList     *self,
                        EntProblemSeverity  severity)
{
  g_return_val_if_fail (ENT_IS_PROBLEM_LIST (self), 0);
  g_return_val_if_fail (severity <= ENT_PROBLEM_LOSS, 0);

  return self->counts[severity];
}
