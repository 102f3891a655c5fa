/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/ent-model-error.h"

G_DEFINE_QUARK (ent-model-error-quark, ent_model_error)
