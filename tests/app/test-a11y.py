# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader and a keyboard find: on every page, filled and empty, everything that takes
the focus has a name made of words, and Tab gets there and away again, in both directions."""

import re

import projects
from driver import Run, fail, keys, until
from driver.pages import moved, show_view, tab_to
from driver.settings import page_names, remember

# Names that GTK gives for want of a better one.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Ent)[A-Z]')

# These say of themselves that they take the focus, but hand it to what is in them. Where the focus
# really stops at one, it must have words all the same.
HOLDERS = {'scroll pane', 'list', 'tree table', 'frame', 'filler', 'panel'}

# A row is read with the words in it; GTK 4.8 has no way to give it a name of its own. So is a page
# of nothing but words, which takes the focus to be scrolled.
ROWS = {'list item', 'table row'}
READ = ROWS | {'scroll pane'}

# Things in a list are reached by arrows, from the list.
IN_LISTS = ROWS | {'table cell', 'menu item', 'row header', 'column header'}

BUTTONS = {'push button', 'toggle button', 'check box', 'combo box', 'link', 'page tab'}

# The window's own buttons have keys of the window manager instead.
CONTROLS = {'Minimize', 'Maximize', 'Close'}

# Gone when a page is seen, but as large as it was: see tree.py.
LOADING = 'Opening'

# More steps than any page has places to stop at.
MANY = 240


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


def described(node):
    return says_something(node) or node.role in READ and any(map(says_something, node.walk()))


def place(node):
    return f'{node!r} below ' + ' < '.join(map(repr, list(node.ancestors())[:4]))


def on_screen(node):
    if node.name == LOADING:
        return
    if node.shown:
        yield node
    for child in node.children():
        yield from on_screen(child)


def nameless(nodes):
    """Places to stop at, and buttons, that say nothing."""
    return [place(node) for node in nodes
            if (is_stop(node) or node.role in BUTTONS) and not described(node)]


def tour(window, key):
    """Goes round the window from the menu button and back to it; returns where the focus stopped."""
    here = start = tab_to(window, name='Main menu', most=MANY)
    stops = [start]
    for _ in range(MANY):
        keys.press(key)
        here = moved(window, here)
        if here == start:
            return stops
        if here is None:
            continue
        if here in stops:
            # A circle that leaves the start out is a trap.
            fail(f'{key} goes in a circle from {here!r} and never comes back to {start!r}')
        if not described(here):
            fail(f'{key} stops at something that says nothing: {place(here)}')
        stops.append(here)
    fail(f'{key}: no end of places to stop at: {stops[-5:]}')


def is_entry_row(node):
    """Of these GTK 4.8 does not say that they have the focus."""
    return node.role == 'text' and node.find('filler', 'AdwGizmo', shown=False) is not None


def beside(node, stops):
    """Of some tabs, GTK 4.18 stops at the one that is on, and show_view() shows that the arrows lead to
    the others."""
    return node.role == 'page tab' and any(stop.role == node.role and stop.parent == node.parent
                                           for stop in stops)


def not_reached(nodes, stops):
    within = set(stops).union(*(stop.ancestors() for stop in stops))
    return [node for node in nodes
            if is_stop(node) and node not in within and node.role not in IN_LISTS
            and node.name not in CONTROLS and not is_entry_row(node) and not beside(node, stops)
            and not any(parent in stops or parent.role in IN_LISTS for parent in node.ancestors())]


def check_view(window, seen=frozenset()):
    """Goes through what is on the screen, forwards and back; returns it. What was seen before may be
    gone: GTK 4.8 does not say."""
    def bad():
        return nameless(set(on_screen(window)) - seen)

    # What is new on the screen gets its name a moment after its place.
    until(lambda: not bad(), lambda: 'a name for each of\n' + '\n'.join(bad()))
    nodes = set(on_screen(window)) - seen
    missed = not_reached(nodes, tour(window, 'Tab'))
    assert not missed, 'Tab does not get to:\n' + '\n'.join(map(repr, missed))
    tour(window, 'shift+Tab')
    return nodes


def check_page(page, sample):
    def check(desk):
        program, window = open_page(desk, page, sample)
        seen = check_view(window)
        for tab in window.find_all('page tab'):
            if 'selected' not in tab.states:
                show_view(window, tab.name)
                seen |= check_view(window, seen)
        program.quit()
    check.__name__ = f'{page}_{"of_a_sample" if sample else "empty"}'
    return check


def the_start_page(desk):
    program, window = desk.start_window()
    check_view(window)
    program.quit()


def cells_of_the_role_chart_are_read_as_sentences(desk):
    program, window = open_page(desk, 'roles', True)
    chart = window.get('table', 'Role chart')
    cells = chart.find_all('table cell')
    assert len(cells) > 20, cells
    for cell in cells:
        assert re.match(r'.+, .+ \(.+\): \w+', cell.name), cell.name
    program.quit()


def drop_downs_say_what_for_and_what_is_chosen(desk):
    program, window = open_page(desk, 'expectations', True)
    show_view(window, 'Between Two')
    for name, chosen in (('One partner', 'Ashmere Borough Council'),
                         ('The other partner', 'Wild Verge Trust')):
        window.get(where=lambda node, name=name, chosen=chosen:
                   node.matches(name=name) and node.description == chosen)
    program.quit()


Run('a11y').cases(the_start_page,
                  *[check_page(page, sample) for page in page_names() for sample in (True, False)],
                  cells_of_the_role_chart_are_read_as_sentences,
                  drop_downs_say_what_for_and_what_is_chosen)
