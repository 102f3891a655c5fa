/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of measuring: figures, and what people tell beside them. */
#include "config.h"

#include "model/ent-kinds.h"

#include <glib/gi18n.h>
#include <math.h>

static const EntField kpi_fields[] = {
  [ENT_KPI_NAME] = { "name", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Name") },
  [ENT_KPI_GOAL] = { "goal", ENT_FIELD_REF, ENT_FIELD_COLUMN, N_("Goal"), .target = ENT_KIND_GOAL },
  [ENT_KPI_KIND] = { "kind", ENT_FIELD_ENUM, ENT_FIELD_PLAIN,
      N_("Kind"), .choices = &ent_kpi_kind_enum, .initial = ENT_KPI_MEASURE },
  [ENT_KPI_UNIT] = { "unit", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN,
      N_("Unit") },
  [ENT_KPI_DIRECTION] = { "direction", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Direction"), .choices = &ent_direction_enum, .initial = ENT_DIRECTION_INCREASE },
  [ENT_KPI_BASELINE] = { "baseline", ENT_FIELD_DOUBLE, ENT_FIELD_PLAIN,
      N_("Baseline"), .min = -G_MAXDOUBLE, .max = G_MAXDOUBLE, .initial = NAN },
  [ENT_KPI_BASELINE_DATE] = { "baseline-date", ENT_FIELD_DATE, ENT_FIELD_PLAIN,
      N_("Baseline date") },
  [ENT_KPI_TARGET] = { "target", ENT_FIELD_DOUBLE, ENT_FIELD_COLUMN,
      N_("Target"), .min = -G_MAXDOUBLE, .max = G_MAXDOUBLE, .initial = NAN },
  [ENT_KPI_TARGET_DATE] = { "target-date", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Target date") },
  [ENT_KPI_LOW] = { "low", ENT_FIELD_DOUBLE, ENT_FIELD_PLAIN,
      N_("Lower end"), .min = -G_MAXDOUBLE, .max = G_MAXDOUBLE, .initial = NAN },
  [ENT_KPI_HIGH] = { "high", ENT_FIELD_DOUBLE, ENT_FIELD_PLAIN,
      N_("Upper end"), .min = -G_MAXDOUBLE, .max = G_MAXDOUBLE, .initial = NAN },
  [ENT_KPI_TOLERANCE] = { "tolerance", ENT_FIELD_DOUBLE, ENT_FIELD_PLAIN,
      N_("Tolerance (%)"), .min = 0, .max = 1000, .initial = NAN },
  [ENT_KPI_EVERY] = { "every", ENT_FIELD_INT, ENT_FIELD_PLAIN,
      N_("Days between measurements"), .min = 1, .max = 3650, .initial = ENT_INT_UNSET },
  [ENT_KPI_OWNER] = { "owner", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Owner"), .target = ENT_KIND_PARTNER },
  [ENT_KPI_SOURCE] = { "source", ENT_FIELD_STRING, ENT_FIELD_SEARCHABLE, N_("Source") },
  [ENT_KPI_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
  [ENT_KPI_REBASE] = { "rebase", ENT_FIELD_DATES, ENT_FIELD_PLAIN, N_("Recalculated from") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kpi_fields) == ENT_KPI_N_FIELDS);

const EntKindInfo ent_kpi_kind = {
  .kind = ENT_KIND_KPI,
  .type_name = "EntKpi",
  .nick = "kpi",
  .list = "kpis",
  .label = N_("KPI"),
  .label_plural = N_("KPIs"),
  .fields = kpi_fields,
  .n_fields = ENT_KPI_N_FIELDS,
  .title_field = ENT_KPI_NAME,
};

static const EntField measurement_fields[] = {
  [ENT_MEASUREMENT_KPI] = { "kpi", ENT_FIELD_REF,
      ENT_FIELD_REQUIRED | ENT_FIELD_KEY | ENT_FIELD_OWNER, N_("KPI"), .target = ENT_KIND_KPI },
  [ENT_MEASUREMENT_DATE] = { "date", ENT_FIELD_DATE, ENT_FIELD_REQUIRED | ENT_FIELD_KEY,
      N_("Date") },
  [ENT_MEASUREMENT_VALUE] = { "value", ENT_FIELD_DOUBLE, ENT_FIELD_REQUIRED,
      N_("Value"), .min = -G_MAXDOUBLE, .max = G_MAXDOUBLE, .initial = NAN },
  [ENT_MEASUREMENT_NOTE] = { "note", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("Note") },
  [ENT_MEASUREMENT_BY] = { "by", ENT_FIELD_REF, ENT_FIELD_PLAIN,
      N_("Measured by"), .target = ENT_KIND_PERSON },
};
G_STATIC_ASSERT (G_N_ELEMENTS (measurement_fields) == ENT_MEASUREMENT_N_FIELDS);

const EntKindInfo ent_measurement_kind = {
  .kind = ENT_KIND_MEASUREMENT,
  .type_name = "EntMeasurement",
  .nick = "measurement",
  .list = "measurements",
  .label = N_("Measurement"),
  .label_plural = N_("Measurements"),
  .fields = measurement_fields,
  .n_fields = ENT_MEASUREMENT_N_FIELDS,
  .title_field = -1,
  .keyed = TRUE,
};

static const EntField story_fields[] = {
  [ENT_STORY_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_STORY_DATE] = { "date", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Date") },
  [ENT_STORY_KIND] = { "kind", ENT_FIELD_ENUM, ENT_FIELD_COLUMN,
      N_("Kind"), .choices = &ent_story_kind_enum, .initial = ENT_STORY_STORY },
  [ENT_STORY_TELLER] = { "teller", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Told by"), .target = ENT_KIND_PERSON },
  [ENT_STORY_PARTNERS] = { "partners", ENT_FIELD_REFS, ENT_FIELD_PLAIN,
      N_("Partners"), .target = ENT_KIND_PARTNER },
  [ENT_STORY_TEXT] = { "text", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE, N_("What changed") },
  [ENT_STORY_SIGNIFICANCE] = { "significance", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("Why it matters") },
  [ENT_STORY_GOAL] = { "goal", ENT_FIELD_REF, ENT_FIELD_PLAIN,
      N_("Goal"), .target = ENT_KIND_GOAL },
  [ENT_STORY_KPI] = { "kpi", ENT_FIELD_REF, ENT_FIELD_PLAIN, N_("KPI"), .target = ENT_KIND_KPI },
  [ENT_STORY_CONSENT] = { "consent", ENT_FIELD_BOOL, ENT_FIELD_PLAIN, N_("May be shared") },
  [ENT_STORY_SELECTED] = { "selected", ENT_FIELD_BOOL, ENT_FIELD_PLAIN, N_("Selected") },
  [ENT_STORY_SELECTION_REASON] = { "selection-reason", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("Selected because") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (story_fields) == ENT_STORY_N_FIELDS);

const EntKindInfo ent_story_kind = {
  .kind = ENT_KIND_STORY,
  .type_name = "EntStory",
  .nick = "story",
  .list = "stories",
  .label = N_("Story"),
  .label_plural = N_("Stories"),
  .fields = story_fields,
  .n_fields = ENT_STORY_N_FIELDS,
  .title_field = ENT_STORY_TITLE,
};

static const EntField milestone_fields[] = {
  [ENT_MILESTONE_TITLE] = { "title", ENT_FIELD_STRING,
      ENT_FIELD_REQUIRED | ENT_FIELD_SEARCHABLE | ENT_FIELD_COLUMN, N_("Title") },
  [ENT_MILESTONE_DUE] = { "due", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Due") },
  [ENT_MILESTONE_DONE] = { "done", ENT_FIELD_DATE, ENT_FIELD_COLUMN, N_("Done") },
  [ENT_MILESTONE_GOAL] = { "goal", ENT_FIELD_REF, ENT_FIELD_COLUMN,
      N_("Goal"), .target = ENT_KIND_GOAL },
  [ENT_MILESTONE_CELEBRATION] = { "celebration", ENT_FIELD_TEXT, ENT_FIELD_SEARCHABLE,
      N_("How it was celebrated") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (milestone_fields) == ENT_MILESTONE_N_FIELDS);

const EntKindInfo ent_milestone_kind = {
  .kind = ENT_KIND_MILESTONE,
  .type_name = "EntMilestone",
  .nick = "milestone",
  .list = "milestones",
  .label = N_("Milestone"),
  .label_plural = N_("Milestones"),
  .fields = milestone_fields,
  .n_fields = ENT_MILESTONE_N_FIELDS,
  .title_field = ENT_MILESTONE_TITLE,
};
