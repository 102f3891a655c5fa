/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fuzzer and the test over the kept inputs share. */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What must hold whatever the bytes are; in a fuzzer there is nothing but the end of the program to
 * say that it does not. */
#define FUZZ_CHECK(condition)                                                   \
  G_STMT_START                                                                  \
    if (!(condition))                                                           \
      g_error ("%s:%d: does not hold: %s", __FILE__, __LINE__, #condition);     \
  G_STMT_END

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

G_END_DECLS
