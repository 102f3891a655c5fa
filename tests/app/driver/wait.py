# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for a condition, never for a time."""

import os
import time

from gi.repository import GLib

# How long a person would be left waiting before we say that nothing happens, in seconds. It is the
# length of a failure, not of a test; a slow machine may ask for more.
PATIENCE = float(os.environ.get('ENTENTE_TEST_PATIENCE', '20'))

# Not everything that can be waited for announces itself (a file, another process): look again after
# at most so many milliseconds.
LOOK_AGAIN = 25


class TimeUp(AssertionError):
    """A condition did not come true."""


def settle():
    """Hears out what the accessibility bus has to say, without waiting."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def until(condition, what, seconds=None):
    """Returns the first true value of condition(); what says in words what is waited for."""
    context = GLib.MainContext.default()
    end = time.monotonic() + (seconds or PATIENCE)
    while True:
        settle()
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeUp(f'This never came true: {what() if callable(what) else what}')
        timer = GLib.timeout_add(LOOK_AGAIN, lambda: GLib.SOURCE_CONTINUE)
        context.iteration(True)
        GLib.source_remove(timer)
