# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting about in the window."""

from . import keys
from .wait import until


def go_to(window, title):
    """Shows a page by its key, whichever number it has."""
    titles = [row.name for row in window.get('list', 'Pages').children() if row.role == 'list item']
    keys.press(f'alt+{titles.index(title) + 1}')
    window.get('label', title, where=on_title_bar)


def on_title_bar(label):
    """The list of pages and what the pages themselves say can be scrolled, titles cannot."""
    return not any(parent.role == 'scroll pane' for parent in label.ancestors())


def focused(window, role=None, name=None):
    """The node with the focus, once it is of this role and name."""
    def look():
        node = window.focus()
        return node if node is not None and node.matches(role, name) else None
    return until(look, lambda: f'the focus on {role or "something"} “{name or "…"}”, it is on '
                               f'{window.focus()!r}')


def tab_to(window, role=None, name=None, where=None, key='Tab', most=60):
    """Presses Tab until the focus is on what is wanted. What GTK 4.8 does not tell the focus of (the
    entry rows of libadwaita) is passed over."""
    last = window.focus()
    for _ in range(most):
        if last is not None and last.matches(role, name, where):
            return last
        keys.press(key)
        last = moved(window, last)
    raise AssertionError(f'{key} does not lead to {role or "something"} “{name or "…"}”')


def moved(window, last):
    """Where the focus is once it has left a node."""
    looks = []

    def look():
        now = window.focus()
        looks.append(now)
        # An entry row has the focus without saying so: two looks at nothing are enough.
        if now is None:
            return len(looks) > 1
        return now != last
    until(look, lambda: f'the focus to leave {last!r}')
    return looks[-1]


def show_view(window, title):
    """Shows another view of the page by its tab. The Tab key gets to the tabs, on GTK 4.18 only to
    the one that is on: from there the arrows lead on."""
    here = tab_to(window, 'page tab')
    tabs = window.find_all('page tab')
    steps = tabs.index(window.get('page tab', title)) - tabs.index(here)
    for _ in range(abs(steps)):
        keys.press('Right' if steps > 0 else 'Left')
    focused(window, 'page tab', title)
    keys.press('space')


def marked(window):
    until(lambda: window.name.startswith('•'), 'the mark of unsaved work')


def unmarked(window):
    until(lambda: not window.name.startswith('•'), 'no mark of unsaved work')


def add(window, page, name):
    """Adds a record to a page by typing its name."""
    go_to(window, page)
    keys.press('ctrl+shift+n')
    entry = until(lambda: next((node for node in [window.focus()]
                                if node and node.role in ('text', 'entry')), None),
                  'a place to type a name')
    keys.write(name)
    until(lambda: entry.text == name, f'“{name}” typed, there is “{entry.text}”')
    keys.press('Return')
    marked(window)
