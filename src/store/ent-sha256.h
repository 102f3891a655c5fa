/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nettle's SHA-256, whichever version of Nettle there is. */
#pragma once

#include <nettle/sha2.h>
#include <nettle/version.h>

static inline void
ent_sha256_finish (struct sha256_ctx *context,
                   uint8_t           *digest)
{
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest (context, digest);
#else
  sha256_digest (context, SHA256_DIGEST_SIZE, digest);
#endif
}
