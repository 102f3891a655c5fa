/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong in the model. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntModelError:
 * @ENT_MODEL_ERROR_VALUE: a value does not fit its field
 * @ENT_MODEL_ERROR_LIMIT: more than the program takes
 * @ENT_MODEL_ERROR_READ_ONLY: the project can be read only
 * @ENT_MODEL_ERROR_DUPLICATE: a record with this id or key is there already
 * @ENT_MODEL_ERROR_SYNTAX: a file is not sound JSON
 * @ENT_MODEL_ERROR_CUT_OFF: a file ends too early
 * @ENT_MODEL_ERROR_NOT_A_PROJECT: a file is something else than a project
 */
typedef enum {
  ENT_MODEL_ERROR_VALUE,
  ENT_MODEL_ERROR_LIMIT,
  ENT_MODEL_ERROR_READ_ONLY,
  ENT_MODEL_ERROR_DUPLICATE,
  ENT_MODEL_ERROR_SYNTAX,
  ENT_MODEL_ERROR_CUT_OFF,
  ENT_MODEL_ERROR_NOT_A_PROJECT,
} EntModelError;

#define ENT_MODEL_ERROR (ent_model_error_quark ())

GQuark ent_model_error_quark (void);

G_END_DECLS
