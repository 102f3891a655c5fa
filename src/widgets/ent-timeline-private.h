/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timeline share. */
#pragma once

#include "render/ent-timeline-layout.h"
#include "render/ent-timeline-scene.h"
#include "widgets/ent-timeline.h"

G_BEGIN_DECLS

struct _EntTimeline {
  GtkWidget          parent_instance;

  EntTimelineScene   scene;
  EntTimelineLayout  layout;
  gboolean           style_dirty;
  gboolean           layout_dirty;
  gboolean           high_contrast;
  GdkRGBA            accent;
  char              *label;

  /* The time shown is all there is, and goes on being so, until the user chooses another. */
  gboolean           fitted;

  GtkAdjustment     *adjustments[2]; /* by GtkOrientation */
  guint              scroll_policy[2];
  gboolean           configuring;

  /* The focus is on the head of a lane or an item; lane -1 while there is none. */
  int                lane;
  int                item;
  int                hover_lane;
  int                hover_item;

  /* What the focus is on, to be found again where lanes or items moved. */
  EntTimelineKind    focus_kind;
  EntRecord         *focus_kpi;    /* for the lane of a KPI */
  EntRecord         *focus_record; /* for an item */

  /* Drawing. */
  GHashTable        *tiles; /* twice the lane, and 1 more for plots → GskRenderNode */
  GskRenderNode     *axis_tile;

  /* Accessible children, and what each stands for. */
  GPtrArray         *cells;
  GArray            *spots; /* EntTimelineSpot */
  guint              cells_id;

  /* The pointer. */
  double             pointer_x;
  EntTimeAxis        begun_axis;
  double             begun_scroll;
  double             begun_x;
  double             begun_y;
  EntTimelinePart    drag_part; /* what was taken hold of: a head, else the time, or NONE */
  gboolean           dragging;  /* far enough to be no click */
  int                drag_lane; /* the lane being moved, or -1 */
  int                drop_lane;
};

/* What an accessible child stands for. */
typedef struct {
  int                lane;
  int                item;
  guint              n;
  EntMatrixRect      rect;
} EntTimelineSpot;

/* ent-timeline.c */
void          _ent_timeline_ensure_layout   (EntTimeline         *self);
void          _ent_timeline_time_changed    (EntTimeline         *self);
void          _ent_timeline_emit_activated  (EntTimeline         *self,
                                             EntRecord           *record);
void          _ent_timeline_emit_focus_moved (EntTimeline        *self);

/* ent-timeline-scroll.c */
void          _ent_timeline_set_adjustment  (EntTimeline         *self,
                                             GtkOrientation       orientation,
                                             GtkAdjustment       *adjustment);
void          _ent_timeline_configure_scroll (EntTimeline        *self);
void          _ent_timeline_scroll_to_lane  (EntTimeline         *self,
                                             guint                lane);
void          _ent_timeline_init_scrollable (GtkScrollableInterface *iface);

/* ent-timeline-snapshot.c */
void          _ent_timeline_ensure_style    (EntTimeline         *self);
void          _ent_timeline_forget_tiles    (EntTimeline         *self);
void          _ent_timeline_forget_plots    (EntTimeline         *self);
void          _ent_timeline_forget_lane     (EntTimeline         *self,
                                             guint                lane);
void          _ent_timeline_snapshot        (GtkWidget           *widget,
                                             GtkSnapshot         *snapshot);

/* ent-timeline-focus.c */
void          _ent_timeline_clamp_focus     (EntTimeline         *self);
void          _ent_timeline_follow_focus    (EntTimeline         *self);
void          _ent_timeline_move_focus      (EntTimeline         *self,
                                             int                  lane,
                                             int                  item);
void          _ent_timeline_describe_focus  (EntTimeline         *self);
char         *_ent_timeline_dup_text        (EntTimeline         *self,
                                             int                  lane,
                                             int                  item);
EntMatrixRect _ent_timeline_frame_mark      (EntTimeline         *self,
                                             double               x,
                                             double               y);
EntMatrixRect _ent_timeline_get_spot        (EntTimeline         *self,
                                             guint                lane,
                                             int                  item);
void          _ent_timeline_activate        (EntTimeline         *self);
void          _ent_timeline_toggle_fold     (EntTimeline         *self,
                                             int                  lane);
void          _ent_timeline_move_lane       (EntTimeline         *self,
                                             int                  lane,
                                             int                  to);

/* ent-timeline-children.c */
void          _ent_timeline_queue_cells     (EntTimeline         *self);
void          _ent_timeline_allocate_cells  (EntTimeline         *self);
void          _ent_timeline_remove_cells    (EntTimeline         *self);

/* ent-timeline-keys.c */
void          _ent_timeline_init_keys       (EntTimeline         *self);
void          _ent_timeline_class_init_keys (GtkWidgetClass      *klass);

/* ent-timeline-pointer.c */
void          _ent_timeline_init_pointer    (EntTimeline         *self);
void          _ent_timeline_forget_pointer  (EntTimeline         *self);
void          _ent_timeline_wheel           (EntTimeline         *self,
                                             double               dy,
                                             GdkScrollUnit        unit);
void          _ent_timeline_pinch           (EntTimeline         *self,
                                             double               scale,
                                             double               x);
gboolean      _ent_timeline_query_tooltip   (GtkWidget           *widget,
                                             int                  x,
                                             int                  y,
                                             gboolean             keyboard,
                                             GtkTooltip          *tooltip);

G_END_DECLS
