/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the place of the C library's allocation because it is linked before it, and hands on to the
 * names under which that library has its own.
 */
#include "memshim.h"

#include <errno.h>
#include <stdlib.h>

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);

static gboolean armed;
static guint count;
static guint victim;

/* The @nth allocation from here on fails, and none after it. */
void
memshim_arm (guint nth)
{
  count = 0;
  victim = nth;
  armed = TRUE;
}

/* Returns: how many there were since memshim_arm() */
guint
memshim_disarm (void)
{
  armed = FALSE;
  return count;
}

static gboolean
fails (void)
{
  if (!armed || ++count != victim)
    return FALSE;
  errno = ENOMEM;
  return TRUE;
}

void *
malloc (size_t size)
{
  return fails () ? NULL : __libc_malloc (size);
}

void *
calloc (size_t n,
        size_t size)
{
  return fails () ? NULL : __libc_calloc (n, size);
}

void *
realloc (void   *old,
         size_t  size)
{
  return fails () ? NULL : __libc_realloc (old, size);
}
