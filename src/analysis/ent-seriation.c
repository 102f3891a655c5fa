/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order of partners in which those that agree stand together: hierarchical clustering, and of
 * all the orders its tree allows the one in which neighbours are nearest.
 *
 * Clusters are merged by average linkage (UPGMA: R. R. Sokal, C. D. Michener, University of Kansas
 * Science Bulletin 38, 1958). The order is the optimal leaf ordering of Z. Bar-Joseph, D. K.
 * Gifford and T. S. Jaakkola, “Fast optimal leaf ordering for hierarchical clustering”,
 * Bioinformatics 17 (suppl. 1), 2001, S22–S29. Everything is worked out in whole numbers, so the
 * same distances give the same order everywhere; where two choices are equally good, the one that
 * comes first in the order given is taken. O(n³). */
#include "config.h"

#include "analysis/ent-seriation.h"

#include <math.h>

/* A cluster: two clusters merged, or a leaf. */
typedef struct _Cluster Cluster;
struct _Cluster {
  Cluster *left, *right;             /* both NULL for a leaf */
  guint *leaves;                     /* in ascending order */
  guint n;
};

typedef struct {
  guint n;
  const gint32 *distances;
  gint64 *costs;                     /* of the best order of the smallest cluster with both that
                                        begins with the one leaf and ends with the other */
  gint64 *partial;                   /* of the left part and the way into the right one */
} Work;

static gint64
distance (const Work *work, guint a, guint b)
{
  return work->distances[(gsize) a * work->n + b];
}

static gint64 *
cost (const Work *work, guint a, guint b)
{
  return &work->costs[(gsize) a * work->n + b];
}

static Cluster *
cluster_new_leaf (guint leaf)
{
  Cluster *self = g_new0 (Cluster, 1);

  self->leaves = g_new (guint, 1);
  self->leaves[0] = leaf;
  self->n = 1;

  return self;
}

static Cluster *
cluster_merge (Cluster *left, Cluster *right)
{
  Cluster *self = g_new0 (Cluster, 1);

  self->left = left;
  self->right = right;
  self->leaves = g_new (guint, left->n + right->n);
  for (guint i = 0, j = 0; self->n < left->n + right->n; self->n++)
    if (j == right->n || (i < left->n && left->leaves[i] < right->leaves[j]))
      self->leaves[self->n] = left->leaves[i++];
    else
      self->leaves[self->n] = right->leaves[j++];

  return self;
}

static void
cluster_free (Cluster *self)
{
  if (self == NULL)
    return;

  cluster_free (self->left);
  cluster_free (self->right);
  g_free (self->leaves);
  g_free (self);
}

static gboolean
contains (const Cluster *self, guint leaf)
{
  for (guint i = 0; i < self->n; i++)
    if (self->leaves[i] == leaf)
      return TRUE;

  return FALSE;
}

/* Where an order of @self that begins with @leaf can end. */
static const Cluster *
get_far_side (const Cluster *self, guint leaf)
{
  if (self->left == NULL)
    return self;

  return contains (self->left, leaf) ? self->right : self->left;
}

/* --- Merging --------------------------------------------------------------------------------- */

/* Finds the two clusters that are nearest on average, the earliest of equals. Averages are compared
 * as fractions, without dividing. */
static gboolean
find_nearest (Cluster *const *clusters, const gint64 *sums, guint n, guint *first, guint *second)
{
  gint64 sum = 0, count = 0;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; clusters[a] != NULL && b < n; b++)
      {
        gint64 pairs;

        if (clusters[b] == NULL)
          continue;
        pairs = (gint64) clusters[a]->n * clusters[b]->n;
        if (count == 0 || sums[(gsize) a * n + b] * count < sum * pairs)
          {
            sum = sums[(gsize) a * n + b];
            count = pairs;
            *first = a;
            *second = b;
          }
      }

  return count > 0;
}

/* A cluster stands in the place of its first leaf. */
static Cluster *
build_tree (const Work *work)
{
  guint n = work->n;
  g_autofree Cluster **clusters = g_new (Cluster *, n);
  g_autofree gint64 *sums = g_new (gint64, (gsize) n * n);
  guint a, b;

  for (guint i = 0; i < n; i++)
    {
      clusters[i] = cluster_new_leaf (i);
      for (guint j = 0; j < n; j++)
        sums[(gsize) i * n + j] = distance (work, i, j);
    }

  while (find_nearest (clusters, sums, n, &a, &b))
    {
      for (guint i = 0; i < n; i++)
        {
          sums[(gsize) a * n + i] += sums[(gsize) b * n + i];
          sums[(gsize) i * n + a] = sums[(gsize) a * n + i];
        }
      clusters[a] = cluster_merge (clusters[a], clusters[b]);
      clusters[b] = NULL;
    }

  return clusters[0];
}

/* --- Ordering -------------------------------------------------------------------------------- */

/* The cheapest way from an order of @left that begins with @first to the leaf @next. */
static gint64
find_way (const Work *work, const Cluster *left, guint first, guint next)
{
  const Cluster *ends = get_far_side (left, first);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ends->n; i++)
    {
      guint leaf = ends->leaves[i];

      best = MIN (best, *cost (work, first, leaf) + distance (work, leaf, next));
    }

  return best;
}

/* The best orders of a cluster for each first leaf on the left and each last leaf on the right. */
static void
order_between (Work *work, const Cluster *left, const Cluster *right)
{
  for (guint i = 0; i < left->n; i++)
    {
      guint first = left->leaves[i];

      for (guint j = 0; j < right->n; j++)
        work->partial[right->leaves[j]] = find_way (work, left, first, right->leaves[j]);

      for (guint j = 0; j < right->n; j++)
        {
          guint last = right->leaves[j];
          const Cluster *starts = get_far_side (right, last);
          gint64 best = G_MAXINT64;

          for (guint k = 0; k < starts->n; k++)
            best = MIN (best, work->partial[starts->leaves[k]]
                                + *cost (work, starts->leaves[k], last));
          *cost (work, first, last) = *cost (work, last, first) = best;
        }
    }
}

static void
order_clusters (Work *work, const Cluster *cluster)
{
  if (cluster->left == NULL)
    {
      *cost (work, cluster->leaves[0], cluster->leaves[0]) = 0;
      return;
    }

  order_clusters (work, cluster->left);
  order_clusters (work, cluster->right);
  order_between (work, cluster->left, cluster->right);
}

/* Finds the two leaves where the parts of the best order from @first to @last meet. */
static void
find_joint (const Work *work, const Cluster *left, const Cluster *right, guint first, guint last,
            guint *end, guint *start)
{
  const Cluster *ends = get_far_side (left, first);
  const Cluster *starts = get_far_side (right, last);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ends->n; i++)
    for (guint j = 0; j < starts->n; j++)
      {
        guint a = ends->leaves[i];
        guint b = starts->leaves[j];
        gint64 sum = *cost (work, first, a) + distance (work, a, b) + *cost (work, b, last);

        if (sum < best)
          {
            best = sum;
            *end = a;
            *start = b;
          }
      }
}

static guint *
write_order (const Work *work, const Cluster *cluster, guint first, guint last, guint *out)
{
  const Cluster *left, *right;
  guint end = first, start = last;

  if (cluster->left == NULL)
    {
      *out = first;
      return out + 1;
    }

  left = contains (cluster->left, first) ? cluster->left : cluster->right;
  right = left == cluster->left ? cluster->right : cluster->left;
  find_joint (work, left, right, first, last, &end, &start);
  out = write_order (work, left, first, end, out);

  return write_order (work, right, start, last, out);
}

/* The two ends of the best order of all; of the two directions, the one that begins earlier. */
static void
find_ends (const Work *work, const Cluster *root, guint *first, guint *last)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < root->n; i++)
    {
      const Cluster *ends = get_far_side (root, i);

      for (guint j = 0; j < ends->n; j++)
        if (*cost (work, i, ends->leaves[j]) < best)
          {
            best = *cost (work, i, ends->leaves[j]);
            *first = i;
            *last = ends->leaves[j];
          }
    }
}

/* --- Public ---------------------------------------------------------------------------------- */

/**
 * ent_seriation_order:
 * @distances: (array): a symmetric matrix of @n × @n distances, 0 to %ENT_SERIATION_MAX_DISTANCE
 * @n: how many things there are
 *
 * Puts things into an order in which near ones stand together, see the head of this file. Given in
 * another order, things come out in the same one or its reverse, as long as no two choices are
 * equally good.
 *
 * Returns: (transfer full) (array length=n): the numbers of the things in that order
 */
guint *
ent_seriation_order (const gint32 *distances, guint n)
{
  g_autofree gint64 *costs = g_new (gint64, (gsize) n * n);
  g_autofree gint64 *partial = g_new (gint64, n);
  guint *order = g_new (guint, MAX (n, 1));
  Work work = { n, distances, costs, partial };
  guint first = 0, last = 0;
  Cluster *root;

  g_return_val_if_fail (distances != NULL || n == 0, order);

  if (n == 0)
    return order;

  root = build_tree (&work);
  order_clusters (&work, root);
  find_ends (&work, root, &first, &last);
  write_order (&work, root, first, last, order);
  cluster_free (root);

  return order;
}

static gint32
get_net2 (EntAlignment *alignment, guint a, guint b)
{
  return (gint32) lrint (2 * ent_alignment_get_pair (alignment, a, b).net);
}

/* How far the net of each two partners is below the best one there is. */
static gint32 *
measure (EntAlignment *alignment, const guint *partners, guint n)
{
  gint32 *distances = g_new0 (gint32, (gsize) n * n);
  gint32 most = G_MININT32;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      most = MAX (most, get_net2 (alignment, partners[i], partners[j]));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j)
        distances[(gsize) i * n + j] = most - get_net2 (alignment, partners[i], partners[j]);

  return distances;
}

/**
 * ent_seriation_order_partners:
 * @alignment: an alignment
 *
 * Puts partners into an order in which those that agree stand together: by their net, valued
 * convergence less valued divergence. Those that are undecided towards everybody come last, in
 * their own order.
 *
 * Returns: (transfer full) (array): the numbers of all partners in that order
 */
guint *
ent_seriation_order_partners (EntAlignment *alignment)
{
  guint n, n_decided = 0;
  guint *partners;
  g_autofree gint32 *distances = NULL;
  g_autofree guint *order = NULL;
  g_autofree guint *decided = NULL;

  g_return_val_if_fail (ENT_IS_ALIGNMENT (alignment), NULL);

  n = ent_alignment_get_n_partners (alignment);
  partners = g_new (guint, MAX (n, 1));
  decided = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (!ent_alignment_is_undecided (alignment, i))
      decided[n_decided++] = i;

  distances = measure (alignment, decided, n_decided);
  order = ent_seriation_order (distances, n_decided);
  for (guint i = 0; i < n_decided; i++)
    partners[i] = decided[order[i]];
  for (guint i = 0; i < n; i++)
    if (ent_alignment_is_undecided (alignment, i))
      partners[n_decided++] = i;

  return partners;
}
