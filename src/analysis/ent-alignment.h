/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alignment of a partnership: goals down, partners across, where each stands, and what follows
 * from it (methods.md section 1). Derived from a project and kept up to date with it; nothing here
 * is ever saved.
 *
 * Which goals: all but the dropped ones, in the order of their list.
 * Which partners: those that take part on the day looked at, in the order of their list; one that
 * has left takes part until the day before it left, and not at all where that day is not known.
 * Which position: the latest on or before the day looked at.
 *
 * Goals and partners go by number. Numbers stay as they are until “changed” says that the layout
 * changed, a signal that comes with an EntAlignmentUpdate. */
#pragma once

#include "analysis/ent-stand.h"

G_BEGIN_DECLS

/* From this ambivalence on a partner agrees about as much as it disagrees. */
#define ENT_ALIGNMENT_AMBIVALENT 0.5

/**
 * EntAlignmentCell:
 * @goal: number of the goal
 * @partner: number of the partner
 */
typedef struct {
  guint goal;
  guint partner;
} EntAlignmentCell;

/**
 * EntAlignmentUpdate:
 * @layout: goals or partners came, went or moved: every number may stand for another one
 * @everything: any cell, figure or name may be different, as when another day is looked at; always
 *   with @layout. The lists below are empty then.
 * @figures: whether any value changed. The pairs of the partner of each cell in @cells with all
 *   others, and the ambivalence of every partner, may be different then.
 * @fields: whether a field of a goal or partner in these lists changed
 * @cells: (element-type EntAlignmentCell): cells with another position, value, reason or history
 * @goals: (element-type guint): goals with other figures, or of which a field changed, each once
 * @partners: (element-type guint): partners with another involvement, or of which a field changed,
 *   each once
 *
 * What changed in one step.
 */
typedef struct {
  gboolean layout;
  gboolean everything;
  gboolean figures;
  gboolean fields;
  GArray *cells;
  GArray *goals;
  GArray *partners;
} EntAlignmentUpdate;

/**
 * EntAlignmentPair:
 * @convergence: on how many goals both are for or both against
 * @divergence: on how many goals one is for and the other against
 * @valued_convergence: over the goals they agree on, the sum of (|a| + |b|) / 2
 * @valued_divergence: the same over the goals they part on
 * @net: valued convergence less valued divergence; allies rank by this
 *
 * How two partners stand to each other. With both numbers 0 they are undecided towards each other:
 * neither has a sign on a goal that the other has a sign on.
 */
typedef struct {
  guint convergence;
  guint divergence;
  double valued_convergence;
  double valued_divergence;
  double net;
} EntAlignmentPair;

/**
 * EntMobilisation:
 * @in_favour: sum of the positive values
 * @against: sum of the negative values without their sign
 * @total: both together
 *
 * How much a goal sets in motion among partners, or a partner about goals (involvement).
 */
typedef struct {
  guint in_favour;
  guint against;
  guint total;
} EntMobilisation;

/**
 * EntAlignmentTally:
 * @in_favour: how many are for it
 * @neutral: how many gave 0
 * @against: how many are against it
 * @unknown: how many have not said
 */
typedef struct {
  guint in_favour;
  guint neutral;
  guint against;
  guint unknown;
} EntAlignmentTally;

/**
 * EntAlignmentStep:
 * @position: the position: its date, reason and who said it
 * @from: the value before, or %ENT_STAND_UNKNOWN for the first
 * @to: the value from that day on
 * @in_force: whether it is the one that counts on the day looked at
 *
 * One line of a cell's history.
 */
typedef struct {
  EntRecord *position;
  int from;
  int to;
  gboolean in_force;
} EntAlignmentStep;

/**
 * EntAlignmentShared:
 * @goal: number of a goal that both have a sign on
 * @a: value of the first partner
 * @b: value of the second
 * @amount: (|a| + |b|) / 2, what the goal adds to the valued figure
 */
typedef struct {
  guint goal;
  int a;
  int b;
  double amount;
} EntAlignmentShared;

#define ENT_TYPE_ALIGNMENT (ent_alignment_get_type ())
G_DECLARE_FINAL_TYPE (EntAlignment, ent_alignment, ENT, ALIGNMENT, GObject)

EntAlignment     *ent_alignment_new               (EntProject       *project);
void              ent_alignment_freeze            (EntAlignment     *self);
EntProject       *ent_alignment_get_project       (EntAlignment     *self);

void              ent_alignment_set_as_of         (EntAlignment     *self,
                                                   const char       *date);
const char       *ent_alignment_get_as_of         (EntAlignment     *self);
gboolean          ent_alignment_is_today          (EntAlignment     *self);

guint             ent_alignment_get_n_goals       (EntAlignment     *self);
guint             ent_alignment_get_n_partners    (EntAlignment     *self);
EntRecord        *ent_alignment_get_goal          (EntAlignment     *self,
                                                   guint             goal);
EntRecord        *ent_alignment_get_partner       (EntAlignment     *self,
                                                   guint             partner);
int               ent_alignment_find_goal         (EntAlignment     *self,
                                                   EntRecord        *goal);
int               ent_alignment_find_partner      (EntAlignment     *self,
                                                   EntRecord        *partner);
gboolean          ent_alignment_is_empty          (EntAlignment     *self);
guint             ent_alignment_get_weight        (EntAlignment     *self,
                                                   guint             goal);

/* A cell */
int               ent_alignment_get_value         (EntAlignment     *self,
                                                   guint             goal,
                                                   guint             partner);
EntRecord        *ent_alignment_get_position      (EntAlignment     *self,
                                                   guint             goal,
                                                   guint             partner);
int               ent_alignment_get_value_on      (EntAlignment     *self,
                                                   guint             goal,
                                                   guint             partner,
                                                   const char       *date);
gboolean          ent_alignment_has_changed       (EntAlignment     *self,
                                                   guint             goal,
                                                   guint             partner,
                                                   const char       *from,
                                                   const char       *to);
GArray           *ent_alignment_dup_history       (EntAlignment     *self,
                                                   guint             goal,
                                                   guint             partner);

/* A goal */
EntMobilisation   ent_alignment_get_mobilisation  (EntAlignment     *self,
                                                   guint             goal,
                                                   gboolean          weighted);
EntAlignmentTally ent_alignment_get_tally         (EntAlignment     *self,
                                                   guint             goal);
double            ent_alignment_get_division      (EntAlignment     *self,
                                                   guint             goal);

/* A partner */
EntMobilisation   ent_alignment_get_involvement   (EntAlignment     *self,
                                                   guint             partner,
                                                   gboolean          weighted);
double            ent_alignment_get_ambivalence   (EntAlignment     *self,
                                                   guint             partner);
gboolean          ent_alignment_is_undecided      (EntAlignment     *self,
                                                   guint             partner);
guint             ent_alignment_count_unknown     (EntAlignment     *self,
                                                   guint             partner);

/* Two partners */
EntAlignmentPair  ent_alignment_get_pair          (EntAlignment     *self,
                                                   guint             a,
                                                   guint             b);
GArray           *ent_alignment_dup_shared        (EntAlignment     *self,
                                                   guint             a,
                                                   guint             b,
                                                   gboolean          apart);

G_END_DECLS
