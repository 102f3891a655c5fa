# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs that several tests walk through, by keyboard."""

from . import keys
from .wait import until


def close_all(program):
    """Waits until one window is left. The X server is asked: GTK 4.8 does not bear questions about a
    window that is on its way out."""
    closed(program, 1)


def closed(program, left):
    until(lambda: len(keys.windows_of(program.process.pid)) <= left,
          lambda: f'{left} windows, there are {program.windows()}')


def question(program):
    """The question that is open or about to be, once it has the keyboard: a key pressed as soon as it
    is seen may still go to nobody."""
    dialog = program.window(role='dialog')
    until(lambda: dialog.focus() is not None, 'a question with the keyboard')
    return dialog


def file_dialog(program):
    """The file dialog, once it can be typed into."""
    def look():
        program.alive()
        return next((window for window in program.windows()
                     if 'modal' in window.states and window.role in ('filler', 'dialog')
                     and window.find('push button', 'Cancel')), None)
    return until(look, lambda: f'a file dialog, there are {program.windows()}')


def paste_path(dialog, path):
    """At one go: what GTK 4.18 completes of a path while it is typed comes too late and somewhere
    else than it should."""
    keys.copy(path)
    keys.press('ctrl+a', 'ctrl+v')
    until(lambda: (dialog.focus() and dialog.focus().text) == path,
          lambda: f'the path “{path}”, it is {dialog.focus()!r}')


def open_path(program, path):
    """Chooses a file in the dialog that is open or about to."""
    dialog = file_dialog(program)
    keys.press('ctrl+l')
    until(lambda: dialog.focus() is not None and dialog.focus().role == 'text',
          'the place to type a path')
    paste_path(dialog, str(path))
    before = len(keys.windows_of(program.process.pid))
    keys.press('Return')
    closed(program, before - 1)


# The dialog for saving has its name entry focused, which takes a whole path as well.
save_path = open_path
