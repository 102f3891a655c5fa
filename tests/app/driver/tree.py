# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree: what a screen reader knows of the window.

Peculiarities of GTK 4.8 that show through: what is not on screen is in the tree all the same but
has no size; a mnemonic is part of a button's name; positions are relative to the window."""

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from . import keys  # noqa: E402
from .wait import settle, until  # noqa: E402

DEEPEST = 60
# What later versions of the accessibility bus call a role.
LATER_ROLES = {'button': 'push button'}


def quietly(function, otherwise=None):
    """The tree changes while one looks: what has gone meanwhile answers with an error."""
    try:
        return function()
    except GLib.Error:
        return otherwise


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    @property
    def name(self):
        return quietly(self.accessible.get_name, '') or ''

    @property
    def description(self):
        return quietly(self.accessible.get_description, '') or ''

    @property
    def role(self):
        role = quietly(self.accessible.get_role_name, '') or ''
        return LATER_ROLES.get(role, role)

    @property
    def states(self):
        found = quietly(self.accessible.get_state_set)
        return {state.value_nick for state in found.get_states()} if found else set()

    @property
    def focused(self):
        return 'focused' in self.states

    @property
    def enabled(self):
        return {'enabled', 'sensitive'} & self.states != set()

    @property
    def text(self):
        """The text in it; None for what holds none."""
        interface = quietly(self.accessible.get_text_iface)
        if interface is None:
            return None
        # By the interface's own name: later versions give the object another get_text().
        return quietly(lambda: Atspi.Text.get_text(interface, 0, interface.get_character_count()),
                       '')

    @property
    def actions(self):
        interface = quietly(self.accessible.get_action_iface)
        if interface is None:
            return []
        return quietly(lambda: [interface.get_action_name(i)
                                for i in range(interface.get_n_actions())], [])

    @property
    def extents(self):
        """x, y, width and height in its window."""
        component = quietly(self.accessible.get_component_iface)
        if component is None:
            return 0, 0, 0, 0
        box = quietly(lambda: component.get_extents(Atspi.CoordType.WINDOW))
        return (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0)

    @property
    def shown(self):
        return self.extents[2] > 0 and self.extents[3] > 0

    @property
    def parent(self):
        above = quietly(self.accessible.get_parent)
        return Node(above) if above else None

    def ancestors(self):
        above = self.parent
        while above is not None and above.role != 'application':
            yield above
            above = above.parent

    def children(self):
        for i in range(quietly(self.accessible.get_child_count, 0)):
            child = quietly(lambda i=i: self.accessible.get_child_at_index(i))
            if child is not None:
                yield Node(child)

    def walk(self, depth=0):
        """Itself and everything below, in order."""
        yield self
        if depth < DEEPEST:
            for child in self.children():
                yield from child.walk(depth + 1)

    def matches(self, role=None, name=None, where=None):
        if role is not None and self.role != role:
            return False
        if name is not None and not same_name(self.name, name):
            return False
        return where is None or where(self)

    def find_all(self, role=None, name=None, where=None, shown=True):
        return [node for node in self.walk()
                if node.matches(role, name, where) and (not shown or node.shown)]

    def find(self, role=None, name=None, where=None, shown=True):
        """The first that fits, or None."""
        for node in self.walk():
            if node.matches(role, name, where) and (not shown or node.shown):
                return node
        return None

    def get(self, role=None, name=None, where=None, shown=True):
        """The first that fits, waited for."""
        return until(lambda: self.find(role, name, where, shown),
                     f'{role or "something"} “{name or "…"}” in {self!r}')

    def gone(self, role=None, name=None, where=None):
        """Waits until nothing fits any more."""
        until(lambda: self.find(role, name, where) is None,
              f'no {role or "thing"} “{name or "…"}” in {self!r}')

    def says(self, words):
        """Waits until these words stand somewhere in it."""
        return self.get(where=lambda node: words in node.name or words in (node.text or ''))

    def focus(self):
        """The node in it that has the focus, or None."""
        heard = FOCUS.heard()
        if heard is not None and heard.focused and self in [heard, *heard.ancestors()]:
            return heard
        return next((node for node in self.walk() if node.focused), None)

    def toplevel(self):
        return ([self] + list(self.ancestors()))[-1]

    def do(self, action='click'):
        """What a screen reader's user does to a thing."""
        interface = self.accessible.get_action_iface()
        names = self.actions
        if action not in names:
            raise AssertionError(f'{self!r} cannot “{action}”, only {names}')
        settle()
        interface.do_action(names.index(action))

    def center(self):
        """Where its middle is on the screen."""
        top = self.toplevel()
        left, above, wide, high = keys.window_place(top)
        _, _, width, height = top.extents
        x, y, w, h = self.extents
        # What is around the window's content belongs to the X window, and to both sides alike.
        return left + (wide - width) // 2 + x + w // 2, above + (high - height) // 2 + y + h // 2

    def click(self, button=1, times=1):
        keys.move(*self.center())
        keys.click(button, times)

    def dump(self, depth=0):
        """The tree as text, for the report of a failure."""
        text = f' = {self.text!r}' if self.text else ''
        mark = ' (focus)' if self.focused else ''
        size = ' {}×{}'.format(*self.extents[2:])
        lines = [f'{"  " * depth}{self!r}{text}{size}{mark}']
        if depth < DEEPEST:
            for child in self.children():
                lines.extend(child.dump(depth + 1))
        return lines


class Focus:
    """Listens for where the focus goes: quicker than to look for it. It is no more than a hint, since
    GTK speaks only of what somebody has looked at before."""

    def __init__(self):
        self.last = None
        self.listener = None

    def heard(self):
        if self.listener is None:
            self.listener = Atspi.EventListener.new(self.changed)
            self.listener.register('object:state-changed:focused')
        settle()
        return self.last

    def changed(self, event):
        if event.detail1:
            self.last = Node(event.source)


FOCUS = Focus()


def same_name(name, wanted):
    """“_Save Save” and “Open Open…” are called “Save” and “Open”: GTK 4.8 adds the text of a button's
    label to the name that the button was given. Later it takes the text instead: “Open…”."""
    plain = name.replace('_', '')
    return (plain in (wanted, f'{wanted}…') or plain.startswith(f'{wanted} {wanted}'))


def applications():
    """The programs on the accessibility bus, as (process, node)."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = quietly(lambda i=i: desktop.get_child_at_index(i))
        if program is not None:
            yield quietly(program.get_process_id), Node(program)
