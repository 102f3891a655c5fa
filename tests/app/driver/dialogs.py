# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs that several tests walk through, by keyboard."""

from . import keys
from .wait import TimeUp, until


def close_all(program):
    """Waits until one window is left. The X server is asked: GTK 4.8 does not bear questions about a
    window that is on its way out."""
    closed(program, 1)


def closed(program, left):
    until(lambda: len(keys.windows_of(program.process.pid)) <= left,
          lambda: f'{left} windows, there are {program.windows()}')


def file_dialog(program):
    """The file dialog, once it can be typed into."""
    def look():
        program.alive()
        return next((window for window in program.windows()
                     if 'modal' in window.states and window.role in ('filler', 'dialog')
                     and window.find('push button', 'Cancel')), None)
    return until(look, lambda: f'a file dialog, there are {program.windows()}')


def type_path(dialog, path):
    """What the dialog completes by itself may come in between: then it is typed once more."""
    for last in (False, False, True):
        keys.press('ctrl+a')
        keys.write(path)
        try:
            until(lambda: (dialog.focus() and dialog.focus().text) == path, 'the path typed',
                  seconds=None if last else 5)
            return
        except TimeUp:
            if last:
                raise


def open_path(program, path):
    """Chooses a file in the dialog that is open or about to."""
    dialog = file_dialog(program)
    keys.press('ctrl+l')
    until(lambda: dialog.focus() is not None and dialog.focus().role == 'text',
          'the place to type a path')
    type_path(dialog, str(path))
    before = len(keys.windows_of(program.process.pid))
    keys.press('Return')
    closed(program, before - 1)


# The dialog for saving has its name entry focused, which takes a whole path as well.
save_path = open_path
