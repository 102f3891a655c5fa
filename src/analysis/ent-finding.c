/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: what is the matter, how pressing it is, what it is about and what to do (methods.md
 * section 7). Findings are derived, never saved; while what they say stays the same matter, the
 * object stays the same and its words change. */
#include "config.h"

#include "analysis/ent-finding.h"

#include <glib/gi18n.h>

struct _EntFinding {
  GObject parent_instance;

  EntFindingKind kind;
  EntFindingSeverity severity;
  double strength;
  char *text;
  char *advice;
  GPtrArray *records;
};

enum { PROP_0, PROP_SEVERITY, PROP_SEVERITY_LABEL, PROP_TEXT, PROP_ADVICE, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (EntFinding, ent_finding, G_TYPE_OBJECT)

static void
ent_finding_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntFinding *self = ENT_FINDING (object);

  switch (id)
    {
    case PROP_SEVERITY:
      g_value_set_uint (value, self->severity);
      break;
    case PROP_SEVERITY_LABEL:
      g_value_set_string (value, ent_finding_severity_get_label (self->severity));
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_ADVICE:
      g_value_set_string (value, self->advice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_finding_finalize (GObject *object)
{
  EntFinding *self = ENT_FINDING (object);

  g_free (self->text);
  g_free (self->advice);
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (ent_finding_parent_class)->finalize (object);
}

static void
ent_finding_class_init (EntFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ent_finding_get_property;
  object_class->finalize = ent_finding_finalize;

  props[PROP_SEVERITY] = g_param_spec_uint ("severity", NULL, NULL, 0,
                                            ENT_N_FINDING_SEVERITIES - 1, 0, flags);
  props[PROP_SEVERITY_LABEL] = g_param_spec_string ("severity-label", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_finding_init (EntFinding *self)
{
  self->text = g_strdup ("");
  self->advice = g_strdup ("");
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ent_finding_new:
 * @kind: what it says
 * @severity: how pressing it is
 *
 * Returns: (transfer full): a finding that ent_finding_update() has yet to fill
 */
EntFinding *
ent_finding_new (EntFindingKind kind, EntFindingSeverity severity)
{
  EntFinding *self;

  g_return_val_if_fail (kind < ENT_N_FINDING_KINDS, NULL);
  g_return_val_if_fail (severity < ENT_N_FINDING_SEVERITIES, NULL);

  self = g_object_new (ENT_TYPE_FINDING, NULL);
  self->kind = kind;
  self->severity = severity;

  return self;
}

/**
 * ent_finding_get_kind:
 * @self: a finding
 *
 * Returns: what it says
 */
EntFindingKind
ent_finding_get_kind (EntFinding *self)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), 0);

  return self->kind;
}

/**
 * ent_finding_get_severity:
 * @self: a finding
 *
 * Returns: how pressing it is
 */
EntFindingSeverity
ent_finding_get_severity (EntFinding *self)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), ENT_FINDING_NOTE);

  return self->severity;
}

/**
 * ent_finding_get_strength:
 * @self: a finding
 *
 * Returns: how strong it is among findings of its severity; the larger, the stronger. It orders
 *   findings and means nothing else.
 */
double
ent_finding_get_strength (EntFinding *self)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), 0);

  return self->strength;
}

/**
 * ent_finding_get_text:
 * @self: a finding
 *
 * Returns: (transfer none): one sentence, translated: what is the matter
 */
const char *
ent_finding_get_text (EntFinding *self)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), "");

  return self->text;
}

/**
 * ent_finding_get_advice:
 * @self: a finding
 *
 * Returns: (transfer none): one sentence, translated: what to do
 */
const char *
ent_finding_get_advice (EntFinding *self)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), "");

  return self->advice;
}

/**
 * ent_finding_get_n_records:
 * @self: a finding
 *
 * Returns: how many records it is about
 */
guint
ent_finding_get_n_records (EntFinding *self)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), 0);

  return self->records->len;
}

/**
 * ent_finding_get_record:
 * @self: a finding
 * @index: which record
 *
 * Returns: (transfer none): a record it is about; the first is the one it is mainly about
 */
EntRecord *
ent_finding_get_record (EntFinding *self, guint index)
{
  g_return_val_if_fail (ENT_IS_FINDING (self), NULL);
  g_return_val_if_fail (index < self->records->len, NULL);

  return g_ptr_array_index (self->records, index);
}

static void
update_text (EntFinding *self, char **slot, const char *text, guint prop)
{
  if (g_str_equal (*slot, text))
    return;

  g_free (*slot);
  *slot = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * ent_finding_update:
 * @self: a finding
 * @verdict: what it says now; references are taken of its records
 *
 * Says the same matter in new words: the analysis that made the finding calls this.
 */
void
ent_finding_update (EntFinding *self, const EntVerdict *verdict)
{
  g_return_if_fail (ENT_IS_FINDING (self));
  g_return_if_fail (verdict != NULL && verdict->text != NULL && verdict->advice != NULL);

  self->strength = verdict->strength;
  g_ptr_array_set_size (self->records, 0);
  for (guint i = 0; i < verdict->records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (verdict->records, i)));

  update_text (self, &self->text, verdict->text, PROP_TEXT);
  update_text (self, &self->advice, verdict->advice, PROP_ADVICE);
}

/**
 * ent_verdict_say:
 * @self: a verdict
 * @strength: how strong the finding is
 * @text: (transfer full): what is the matter
 * @advice: what to do
 *
 * Fills a verdict but for its records.
 */
void
ent_verdict_say (EntVerdict *self, double strength, char *text, const char *advice)
{
  g_return_if_fail (self != NULL && text != NULL && advice != NULL);

  self->strength = strength;
  self->text = text;
  self->advice = g_strdup (advice);
}

/**
 * ent_verdict_clear:
 * @self: a verdict
 *
 * Frees what it holds.
 */
void
ent_verdict_clear (EntVerdict *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->advice, g_free);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

/**
 * ent_finding_severity_get_label:
 * @severity: a severity
 *
 * Returns: what people call it, translated
 */
const char *
ent_finding_severity_get_label (EntFindingSeverity severity)
{
  static const char *const labels[ENT_N_FINDING_SEVERITIES] = {
    [ENT_FINDING_ACT_NOW] = N_("Act now"),
    [ENT_FINDING_LOOK_INTO] = N_("Look into"),
    [ENT_FINDING_NOTE] = N_("Note"),
  };

  g_return_val_if_fail (severity < ENT_N_FINDING_SEVERITIES, "");

  return _(labels[severity]);
}

/**
 * ent_finding_kind_get_nick:
 * @kind: a kind of finding
 *
 * Returns: its name for programs
 */
const char *
ent_finding_kind_get_nick (EntFindingKind kind)
{
  static const char *const nicks[ENT_N_FINDING_KINDS] = {
    [ENT_FINDING_MANY_ACCOUNTABLE] = "many-accountable",
    [ENT_FINDING_NO_ACCOUNTABLE] = "no-accountable",
    [ENT_FINDING_NO_RESPONSIBLE] = "no-responsible",
    [ENT_FINDING_LEFT_BEHIND] = "left-behind",
    [ENT_FINDING_NOT_HELD] = "not-held",
    [ENT_FINDING_PARTNER_WITHOUT_ROLE] = "partner-without-role",
    [ENT_FINDING_SEVERAL_RESPONSIBLE] = "several-responsible",
    [ENT_FINDING_ACCOUNTABLE_LOAD] = "accountable-load",
    [ENT_FINDING_RESPONSIBLE_LOAD] = "responsible-load",
    [ENT_FINDING_IDLE_ROLE] = "idle-role",
    [ENT_FINDING_ROLE_IN_EVERYTHING] = "role-in-everything",
    [ENT_FINDING_MANY_CONSULTED] = "many-consulted",
    [ENT_FINDING_MANY_INFORMED] = "many-informed",
    [ENT_FINDING_NOBODY_TOLD] = "nobody-told",
    [ENT_FINDING_NO_GOAL] = "no-goal",
    [ENT_FINDING_DIVIDED_GOAL] = "divided-goal",
    [ENT_FINDING_UNSUPPORTED_GOAL] = "unsupported-goal",
    [ENT_FINDING_LONE_SUPPORT] = "lone-support",
    [ENT_FINDING_HORIZON_CLASH] = "horizon-clash",
    [ENT_FINDING_UNKNOWN_POSITIONS] = "unknown-positions",
    [ENT_FINDING_KPI_OFF_TRACK] = "kpi-off-track",
    [ENT_FINDING_KPI_CONCERN] = "kpi-concern",
    [ENT_FINDING_KPI_STALE] = "kpi-stale",
    [ENT_FINDING_KPI_LAGGING] = "kpi-lagging",
    [ENT_FINDING_MILESTONE_OVERDUE] = "milestone-overdue",
    [ENT_FINDING_NO_SMALL_WIN] = "no-small-win",
  };

  g_return_val_if_fail (kind < ENT_N_FINDING_KINDS, "");

  return nicks[kind];
}
