/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change of the screen is an event of the damage extension; the picture is then fetched and
 * compared, since programs also draw what is there already. A program counts as drawn when at least
 * a tenth of the screen shows something new in several colours: an empty window of one colour is
 * none.
 *
 * How long a program's main loop is held is asked in the words window managers use: a _NET_WM_PING,
 * which toolkits answer from the loop. The longest wait for an answer is the longest hold. */
#include "watch-screen.h"

#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include "bench.h"

#define MIN_COLOURS 8
#define MIN_SHARE 10 /* one in so many pixels */
#define PING_EVERY 0.001

struct _WatchScreen {
  Display *display;
  Window root;
  int damage_event;
  XShmSegmentInfo segment;
  XImage *image;
  gsize size;
  guint32 *before; /* the screen when the watch began */
  guint32 *last;   /* the screen when it last changed */
  double drawn;
  double first;
  double changed;
  Atom protocols, ping;
  gboolean pinging;
  GArray *windows;    /* (element-type Window): those that answer pings */
  gboolean waiting;   /* for the answer to a ping */
  double asked;
  double hold;
};

static void
fetch (WatchScreen *self)
{
  XShmGetImage (self->display, self->root, self->image, 0, 0, AllPlanes);
}

static void
share_image (WatchScreen *self)
{
  int number = DefaultScreen (self->display);
  guint width = (guint) DisplayWidth (self->display, number);
  guint height = (guint) DisplayHeight (self->display, number);

  self->image = XShmCreateImage (self->display, DefaultVisual (self->display, number),
                                 (guint) DefaultDepth (self->display, number), ZPixmap, NULL,
                                 &self->segment, width, height);
  bench_check (self->image && self->image->bits_per_pixel == 32, "the screen has no 32-bit pixels");
  self->size = (gsize) self->image->bytes_per_line * height;
  self->segment.shmid = shmget (IPC_PRIVATE, self->size, IPC_CREAT | 0600);
  self->segment.shmaddr = self->image->data = shmat (self->segment.shmid, NULL, 0);
  self->segment.readOnly = False;
  bench_check (XShmAttach (self->display, &self->segment), "the screen cannot be looked at");
  XSync (self->display, False);
  shmctl (self->segment.shmid, IPC_RMID, NULL);
}

/**
 * watch_screen_open:
 *
 * Returns: (transfer full): a watch on the screen of $DISPLAY
 */
WatchScreen *
watch_screen_open (void)
{
  WatchScreen *self = g_new0 (WatchScreen, 1);
  int error_base;

  self->display = XOpenDisplay (NULL);
  bench_check (self->display != NULL, "there is no display");
  self->root = DefaultRootWindow (self->display);
  bench_check (XDamageQueryExtension (self->display, &self->damage_event, &error_base),
               "the display cannot tell of changes");
  self->protocols = XInternAtom (self->display, "WM_PROTOCOLS", False);
  self->ping = XInternAtom (self->display, "_NET_WM_PING", False);
  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  XDamageCreate (self->display, self->root, XDamageReportRawRectangles);
  XSelectInput (self->display, self->root, SubstructureNotifyMask);
  share_image (self);
  self->before = g_malloc (self->size);
  self->last = g_malloc (self->size);
  watch_screen_reset (self);
  return self;
}

/**
 * watch_screen_close:
 * @self: (transfer full): a watch
 */
void
watch_screen_close (WatchScreen *self)
{
  XShmDetach (self->display, &self->segment);
  XCloseDisplay (self->display);
  shmdt (self->segment.shmaddr);
  g_array_unref (self->windows);
  g_free (self->before);
  g_free (self->last);
  g_free (self);
}

/**
 * watch_screen_display:
 * @self: a watch
 *
 * Returns: its connection
 */
Display *
watch_screen_display (WatchScreen *self)
{
  return self->display;
}

/**
 * watch_screen_reset:
 * @self: a watch
 *
 * Forgets what was seen; what is on the screen now is where changes are counted from.
 */
void
watch_screen_reset (WatchScreen *self)
{
  XSync (self->display, False);
  fetch (self);
  memcpy (self->before, self->image->data, self->size);
  memcpy (self->last, self->image->data, self->size);
  self->drawn = self->first = self->changed = self->hold = 0;
}

static gboolean
add_colour (guint32  colour,
            guint32 *colours,
            guint   *n)
{
  for (guint i = 0; i < *n; i++)
    if (colours[i] == colour)
      return FALSE;
  colours[(*n)++] = colour;
  return TRUE;
}

static gboolean
shows_something (WatchScreen *self)
{
  const guint32 *now = (const guint32 *) (gpointer) self->image->data;
  gsize n_pixels = self->size / sizeof *now;
  guint32 colours[MIN_COLOURS];
  guint n_colours = 0;
  gsize different = 0;

  for (gsize i = 0; i < n_pixels; i++)
    {
      if (now[i] == self->before[i])
        continue;
      different++;
      if (n_colours < MIN_COLOURS)
        add_colour (now[i], colours, &n_colours);
    }
  return different >= n_pixels / MIN_SHARE && n_colours == MIN_COLOURS;
}

/* The part of the screen that is said to have changed may look the same. */
static void
compare (WatchScreen *self,
         double       when)
{
  fetch (self);
  if (memcmp (self->image->data, self->last, self->size) == 0)
    return;
  self->changed = when;
  if (self->first <= 0)
    self->first = when;
  if (self->drawn <= 0 && shows_something (self))
    self->drawn = when;
  memcpy (self->last, self->image->data, self->size);
}

static void
hear_answer (WatchScreen *self)
{
  if (!self->waiting)
    return;
  self->waiting = FALSE;
  self->hold = MAX (self->hold, bench_now () - self->asked);
}

/**
 * watch_screen_look:
 * @self: a watch
 *
 * Takes note of all that has happened.
 */
void
watch_screen_look (WatchScreen *self)
{
  gboolean damaged = FALSE;
  double when = bench_now ();

  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == self->damage_event + XDamageNotify)
        damaged = TRUE;
      else if (event.type == ClientMessage && event.xclient.message_type == self->protocols &&
               (Atom) event.xclient.data.l[0] == self->ping)
        hear_answer (self);
    }
  if (damaged)
    compare (self, when);
}

/* Windows come and go: asking one that is gone is no error worth dying of. */
static int
ignore_error (Display     *display,
              XErrorEvent *error)
{
  return 0;
}

static gboolean
answers_pings (WatchScreen *self,
               Window       window)
{
  gboolean found = FALSE;
  Atom *atoms = NULL;
  int n = 0;

  if (!XGetWMProtocols (self->display, window, &atoms, &n))
    return FALSE;
  for (int i = 0; i < n; i++)
    found |= atoms[i] == self->ping;
  XFree (atoms);
  return found;
}

static void
find_windows (WatchScreen *self)
{
  Window root, parent, *children = NULL;
  guint n = 0;

  g_array_set_size (self->windows, 0);
  XQueryTree (self->display, self->root, &root, &parent, &children, &n);
  for (guint i = 0; i < n; i++)
    if (answers_pings (self, children[i]))
      g_array_append_val (self->windows, children[i]);
  if (children)
    XFree (children);
}

/**
 * watch_screen_set_ping:
 * @self: a watch
 * @ping: whether to keep asking the first window that is there now whether it answers
 *
 * Returns: whether it does; not all toolkits know the question
 */
gboolean
watch_screen_set_ping (WatchScreen *self,
                       gboolean     ping)
{
  XSetErrorHandler (ignore_error);
  self->waiting = FALSE;
  if (ping)
    find_windows (self);
  self->pinging = ping && self->windows->len > 0;
  return self->pinging;
}

static void
ask (WatchScreen *self)
{
  Window window = g_array_index (self->windows, Window, 0);
  XEvent event = { .xclient = { .type = ClientMessage, .window = window, .format = 32 } };

  event.xclient.message_type = self->protocols;
  event.xclient.data.l[0] = (long) self->ping;
  event.xclient.data.l[1] = CurrentTime;
  event.xclient.data.l[2] = (long) window;
  XSendEvent (self->display, window, False, NoEventMask, &event);
  XFlush (self->display);
  self->asked = bench_now ();
  self->waiting = TRUE;
}

/**
 * watch_screen_wait:
 * @self: a watch
 * @seconds: how long to wait for something to happen, at most
 */
void
watch_screen_wait (WatchScreen *self,
                   double       seconds)
{
  struct pollfd poll_fd = { ConnectionNumber (self->display), POLLIN, 0 };

  if (self->pinging && !self->waiting && bench_now () - self->asked >= PING_EVERY)
    ask (self);
  if (self->pinging && !self->waiting)
    seconds = MIN (seconds, PING_EVERY);
  XFlush (self->display);
  if (XPending (self->display) == 0)
    poll (&poll_fd, 1, MAX (1, (int) (seconds * 1000)));
  watch_screen_look (self);
}

/**
 * watch_screen_drawn:
 * @self: a watch
 *
 * Returns: when there was something to see for the first time; 0 for not yet
 */
double
watch_screen_drawn (WatchScreen *self)
{
  return self->drawn;
}

/**
 * watch_screen_first:
 * @self: a watch
 *
 * Returns: when the picture changed for the first time; 0 for never
 */
double
watch_screen_first (WatchScreen *self)
{
  return self->first;
}

/**
 * watch_screen_changed:
 * @self: a watch
 *
 * Returns: when the picture changed last; 0 for never
 */
double
watch_screen_changed (WatchScreen *self)
{
  return self->changed;
}

/**
 * watch_screen_hold:
 * @self: a watch that pings
 *
 * Returns: the longest time it took to be answered, in seconds, also if the answer is still to come
 */
double
watch_screen_hold (WatchScreen *self)
{
  return self->waiting ? MAX (self->hold, bench_now () - self->asked) : self->hold;
}
