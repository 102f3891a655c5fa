/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes system calls fail on demand: link a test to the library, or preload it into a program that
 * looks for faultshim_arm().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_OPEN,
  FAULT_READ,
  FAULT_WRITE,
  FAULT_FSYNC,
  FAULT_CLOSE,
  FAULT_RENAME,
  FAULT_CHMOD,
  FAULT_CHOWN,
  FAULT_XATTR,
  FAULT_LOCK,
  FAULT_ALLOCATE,
  FAULT_TRUNCATE,
  FAULT_UNLINK,
  FAULT_ANY,
} FaultCall;

/* Once: the call of that number fails. Sticky: that one and all of its kind after it. Short: it
 * writes half and says so. Lie: it writes half and says all. Kill: the process is gone before the
 * call, or just after it.
 */
typedef enum
{
  FAULT_ONCE,
  FAULT_STICKY,
  FAULT_SHORT,
  FAULT_LIE,
  FAULT_KILL,
  FAULT_KILL_AFTER,
} FaultMode;

void  faultshim_arm    (FaultCall   call,
                        guint       nth,
                        int         errnum,
                        FaultMode   mode,
                        const char *folder);
guint faultshim_disarm (void);

G_END_DECLS
