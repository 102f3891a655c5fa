# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program in a real window as a person would: finds things in the accessibility
tree, presses keys, and waits for what follows.

A test is a program that makes a Run and hands it functions:

    def opens_a_file(desk):
        program = desk.start('garden.json')
        program.window('Garden').get('table', 'Role chart')

    Run('window').cases(opens_a_file)

A function gets a Desk: an empty home folder of its own, in which it starts the program as often as
it likes. Whatever fails is reported with a picture of the screen and the program's log, kept in the
build folder. The program dies of the first critical, and any warning fails the test.

Nothing here waits by the clock: wait.until() looks again whenever something has happened."""

from . import keys
from .desk import Desk, Program
from .run import Run, fail
from .tree import Node
from .wait import until

__all__ = ['Desk', 'Node', 'Program', 'Run', 'fail', 'keys', 'until']
