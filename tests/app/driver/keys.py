# SPDX-License-Identifier: GPL-3.0-or-later
"""Keyboard, mouse and clipboard, through the X server as if by hand."""

import re
import subprocess


def run(*command, text=None):
    return subprocess.run([str(part) for part in command], input=text, check=True, text=True,
                          stdout=subprocess.PIPE, timeout=60).stdout


def press(*names):
    """Presses keys one after the other, by their X names: press('ctrl+s', 'Return')."""
    run('xdotool', 'key', '--delay', 15, *names)


def write(text):
    """Types text. A line break is Return, a tab character the Tab key. What no key of the keyboard
    has, xdotool puts on a key for a moment: the program needs the time to hear of it."""
    for part in re.split(r'([\n\t]|[^\x00-\x7f])', text):
        if part in ('\n', '\t'):
            press('Return' if part == '\n' else 'Tab')
        elif part:
            run('xdotool', 'type', '--delay', 8 if part.isascii() else 300, '--', part)


def move(x, y):
    run('xdotool', 'mousemove', '--sync', x, y)


def click(button=1, times=1):
    run('xdotool', 'click', '--repeat', times, '--delay', 60, button)


def carry(start, end):
    """Takes hold of what is at one place of the screen and moves it to another, in steps: a single
    jump is no drag."""
    move(*start)
    run('xdotool', 'mousedown', 1)
    steps = 12
    for i in range(1, steps + 1):
        move(*(a + (b - a) * i // steps for a, b in zip(start, end)))


def nudge(distance=2):
    """Moves what is carried there and back: where it is, is told with each movement only."""
    for step in (distance, -distance):
        run('xdotool', 'mousemove_relative', '--sync', '--', step, 0)


def let_go():
    run('xdotool', 'mouseup', 1)


def copied():
    """The text on the clipboard; empty while there is none."""
    told = subprocess.run(['xclip', '-selection', 'clipboard', '-out'], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, check=False, timeout=60)
    return told.stdout


def copy(text):
    """Puts text on the clipboard, as another program would."""
    subprocess.run(['xclip', '-selection', 'clipboard', '-in'], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)


def windows_of(process):
    """The X windows that a process shows."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process)],
                           stdout=subprocess.PIPE, text=True, check=False, timeout=60)
    return [int(line) for line in found.stdout.split()]


def active_title():
    """The title of the window that has the keyboard; empty if none has."""
    told = subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, check=False, timeout=60)
    return told.stdout.rstrip('\n')


def geometry(window):
    """x, y, width and height of an X window on the screen."""
    told = run('xwininfo', '-id', window)
    return tuple(int(re.search(re.escape(what) + r':\s+(-?\d+)', told).group(1))
                 for what in ('Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height'))


def window_place(top):
    """Where the X window of a node is: the one of its process and title, of the nearest size."""
    process = top.accessible.get_process_id()
    _, _, width, height = top.extents
    places = [geometry(window) for window in windows_of(process)
              if run('xdotool', 'getwindowname', window).rstrip('\n') == top.name]
    if not places:
        raise AssertionError(f'No window on the screen for {top!r}')
    return min(places, key=lambda place: abs(place[2] - width) + abs(place[3] - height))


def photograph(path):
    """A picture of the whole screen: menus and dialogs are windows of their own."""
    subprocess.run(['import', '-window', 'root', str(path)], check=False, timeout=60)
