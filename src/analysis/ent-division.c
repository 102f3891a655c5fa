/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How divided answers on a scale are: the Potential for Conflict Index PCI2. It is worked out from
 * how often each answer was given, so that its cost does not grow with the number of answers. */
#include "config.h"

#include "analysis/ent-division.h"

#include <math.h>

/* Sum of the distances over all ordered pairs of opposite answers. */
static guint64
sum_distances (const guint *counts, guint reach)
{
  guint64 sum = 0;

  for (guint low = 1; low <= reach; low++)
    for (guint high = 1; high <= reach; high++)
      sum += (guint64) counts[reach - low] * counts[reach + high] * (low + high - 1);

  return 2 * sum;
}

/**
 * ent_division:
 * @counts: (array): how often each answer from −@reach to +@reach was given, in that order
 * @reach: the largest answer, 1 or more
 *
 * The Potential for Conflict Index PCI2 (J. J. Vaske, J. Beaman, H. Barreto, L. B. Shelby, “An
 * extension and further validation of the Potential for Conflict Index”, Leisure Sciences 32, 2010,
 * 240–254): d(x, y) = |x − y| − 1 where the signs of x and y are opposite, else 0;
 *
 *   PCI2 = Σ d over ordered pairs ÷ (d_max · (N² − (N mod 2)) / 2), with d_max = 2 · @reach − 1.
 *
 * Returns: 0 (no conflict) to 1 (half at one end, half at the other); NAN with fewer than two
 *   answers
 */
double
ent_division (const guint *counts, guint reach)
{
  guint64 n = 0;

  g_return_val_if_fail (counts != NULL && reach > 0, NAN);

  for (guint i = 0; i <= 2 * reach; i++)
    n += counts[i];
  if (n < 2)
    return NAN;

  return (double) (2 * sum_distances (counts, reach))
    / (double) ((2 * reach - 1) * (n * n - n % 2));
}
