# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting about in the window."""

from . import keys
from .wait import until


def go_to(window, title):
    """Shows a page by its key, whichever number it has."""
    titles = [row.name for row in window.get('list', 'Pages').children() if row.role == 'list item']
    keys.press(f'alt+{titles.index(title) + 1}')
    window.get('label', title, where=lambda label: on_title_bar(label))
    return until(window.focus, 'a focus')


def on_title_bar(label):
    return any(parent.name == 'AdwWindowTitle' for parent in label.ancestors())


def focused(window, role=None, name=None):
    """The node with the focus, once it is of this role and name."""
    def look():
        node = window.focus()
        return node if node is not None and node.matches(role, name) else None
    return until(look, lambda: f'the focus on {role or "something"} “{name or "…"}”, it is on '
                               f'{window.focus()!r}')


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
