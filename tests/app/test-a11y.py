# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader and a keyboard find: on every page, filled and empty, everything that takes
the focus has a name made of words, and Tab gets there and away again, in both directions."""

import re

import projects
from driver import Run, fail, keys
from driver.pages import moved, tab_to
from driver.settings import page_names, remember

# Names that GTK gives for want of a better one.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Ent)[A-Z]')

# These say of themselves that they take the focus, but hand it to what is in them.
HOLDERS = {'scroll pane', 'list', 'tree table', 'frame', 'filler'}

# A row is read with the words in it; GTK 4.8 has no way to give it a name of its own.
ROWS = {'list item', 'table row'}

# Things in a list are reached by arrows, from the list.
IN_LISTS = ROWS | {'table cell', 'menu item', 'row header', 'column header'}

BUTTONS = {'push button', 'toggle button', 'check box', 'combo box', 'link', 'page tab'}

# The window's own buttons have keys of the window manager instead.
CONTROLS = {'Minimize', 'Maximize', 'Close'}

# Gone when a page is seen, but as large as it was: see tree.py.
LOADING = 'Opening'

# More steps than any page has places to stop at.
MANY = 120


def open_page(desk, page, sample):
    remember(desk, last_page=page)
    path = projects.GARDEN if sample else projects.write(desk.home / 'empty.json', projects.empty())
    program, window = desk.start_window(path)
    window.get('list', 'Pages')
    return program, window


def is_stop(node):
    states = node.states
    return 'focusable' in states and 'sensitive' in states and node.role not in HOLDERS


def says_something(node):
    return node.name.strip() != '' and not TYPE_NAME.match(node.name)


def nameless(window):
    """Places to stop at, and buttons, that say nothing."""
    bad = []
    for node in window.walk():
        if not is_stop(node) and node.role not in BUTTONS or not node.shown:
            continue
        if says_something(node) or node.role in ROWS and any(map(says_something, node.walk())):
            continue
        above = ' < '.join(repr(parent) for parent in list(node.ancestors())[:4])
        bad.append(f'{node!r} below {above}')
    return bad


def tour(window, key):
    """Goes round the window from the menu button and back to it; returns where the focus stopped."""
    here = start = tab_to(window, name='Main menu')
    stops = [start]
    for _ in range(MANY):
        keys.press(key)
        here = moved(window, here)
        if here == start:
            return stops
        if here is not None and here in stops:
            # A circle that leaves the start out is a trap.
            fail(f'{key} goes in a circle from {here!r} and never comes back to {start!r}')
        if here is not None:
            stops.append(here)
    fail(f'{key}: no end of places to stop at: {stops[-5:]}')


def is_entry_row(node):
    """Of these GTK 4.8 does not say that they have the focus."""
    return node.role == 'text' and node.find('filler', 'AdwGizmo', shown=False) is not None


def not_reached(window, stops):
    within = set(stops).union(*(stop.ancestors() for stop in stops))
    return [node for node in window.walk()
            if is_stop(node) and node.shown and node not in within and node.role not in IN_LISTS
            and node.name not in CONTROLS and not is_entry_row(node)
            and not any(parent.name == LOADING for parent in node.ancestors())
            and not any(parent in stops or parent.role in IN_LISTS for parent in node.ancestors())]


def check_page(page, sample):
    def check(desk):
        program, window = open_page(desk, page, sample)
        bad = nameless(window)
        assert not bad, '\n'.join(bad)
        missed = not_reached(window, tour(window, 'Tab'))
        assert not missed, 'Tab does not get to:\n' + '\n'.join(map(repr, missed))
        tour(window, 'shift+Tab')
        program.quit()
    check.__name__ = f'{page}_{"of_a_sample" if sample else "empty"}'
    return check


def the_start_page(desk):
    program, window = desk.start_window()
    bad = nameless(window)
    assert not bad, '\n'.join(bad)
    tour(window, 'Tab')
    program.quit()


def cells_of_the_role_chart_are_read_as_sentences(desk):
    program, window = open_page(desk, 'roles', True)
    chart = window.get('table', 'Role chart')
    cells = chart.find_all('table cell')
    assert len(cells) > 20, cells
    for cell in cells:
        assert re.match(r'.+, .+ \(.+\): \w+', cell.name), cell.name
    program.quit()


Run('a11y').cases(the_start_page,
                  *[check_page(page, sample) for page in page_names() for sample in (True, False)],
                  cells_of_the_role_chart_are_read_as_sentences)
