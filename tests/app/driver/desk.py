# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk is a home folder of its own and the programs started in it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from . import keys, tree
from .wait import until

COMPLAINT = re.compile(r'(WARNING|CRITICAL|ERROR) \*\*|-(WARNING|CRITICAL|ERROR)\b|Sanitizer'
                       r'|runtime error:')

# GTK itself leaks once a client of the accessibility bus has asked it something, so leaks are for
# the tests that need none. Without them, short stacks of what was allocated are enough, and much
# faster.
SANITIZER = 'detect_leaks=0:fast_unwind_on_malloc=1'

# What is said by others, at no fault of the program.
NOISE = (
    # The accessibility bus asks about a window in the moment in which it closes.
    'atk-bridge',
    # The message dialog of libadwaita 1.7 asks its own heading for less than it can be.
    'Trying to measure GtkLabel',
)


class Program:
    """The program, running."""

    def __init__(self, desk, command, environment):
        self.desk = desk
        self.log = desk.place / f'log-{len(desk.programs)}.txt'
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen(
                list(map(str, command)), cwd=desk.home, env=environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)

    @property
    def running(self):
        return self.process.poll() is None

    @property
    def node(self):
        """The program in the accessibility tree, or None."""
        return next((node for process, node in tree.applications() if process == self.process.pid),
                    None)

    def windows(self):
        """The windows on the screen. GTK 4.8 says “showing” and “active” of the first one only."""
        node = self.node
        return [window for window in node.children() if window.shown] if node else []

    def alive(self):
        if not self.running:
            raise AssertionError(f'The program has ended with {self.process.returncode}')
        return True

    def window(self, title=None, role=None):
        """The window with this title (or the only one), waited for."""
        def look():
            self.alive()
            return next((window for window in self.windows()
                         if (title is None or title in window.name)
                         and (role is None or window.role == role)), None)
        return until(look, lambda: f'a window “{title or "…"}”, there are {self.windows()}')

    def active(self):
        """The window that has the keyboard, waited for."""
        def look():
            title = keys.active_title()
            return next((window for window in self.windows() if window.name == title), None)
        return until(look, lambda: f'an active window, it is “{keys.active_title()}”')

    def ended(self):
        """Waits until it has ended by itself, and well."""
        until(lambda: not self.running, 'the program ends')
        if self.process.returncode != 0:
            raise AssertionError(f'The program ended with {self.process.returncode}')

    def quit(self):
        """Ends it as a person would, not while a dialog has just gone and nothing has the keyboard."""
        until(keys.active_title, 'a window with the keyboard')
        keys.press('ctrl+q')
        self.ended()

    def stop(self):
        """Ends it in any case."""
        if self.running:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def complaints(self):
        """Lines of its log that should not be there."""
        said = self.log.read_text(errors='replace').splitlines()
        return [line for line in said
                if COMPLAINT.search(line) and not any(noise in line for noise in NOISE)]


class Desk:
    """A home folder, its settings kept between one start and the next. Which program it is about is
    the test's first argument."""

    def __init__(self):
        self.command = os.path.abspath(sys.argv[1])
        self.place = Path(tempfile.mkdtemp(prefix='desk-', dir=os.environ.get('HOME')))
        self.home = self.place / 'home'
        self.environment = dict(os.environ, HOME=str(self.home), GSETTINGS_BACKEND='keyfile',
                                GTK_A11Y='atspi', NO_AT_BRIDGE='0')
        for folder in ('config', 'cache', 'data', 'state'):
            self.environment[f'XDG_{folder.upper()}_HOME'] = str(self.place / folder)
            (self.place / folder).mkdir(mode=0o700)
        self.home.mkdir()
        self.environment['G_DEBUG'] = 'fatal-criticals'
        self.environment['ASAN_OPTIONS'] = ':'.join(
            filter(None, [os.environ.get('ASAN_OPTIONS'), SANITIZER]))
        self.programs = []

    def settings_ini(self, **settings):
        """What the desktop says of fonts and the like."""
        folder = self.place / 'config' / 'gtk-4.0'
        folder.mkdir(exist_ok=True)
        lines = [f'{name.replace("_", "-")}={value}' for name, value in settings.items()]
        (folder / 'settings.ini').write_text('\n'.join(['[Settings]', *lines, '']))

    def copy(self, source, name=None):
        """Puts a copy of a file into the home folder."""
        target = self.home / (name or Path(source).name)
        shutil.copyfile(source, target)
        return target

    def start(self, *arguments, command=None, **environment):
        """Starts the program, or another command; environment is added to its own, None takes a
        variable away."""
        whole = {name: value for name, value in {**self.environment, **environment}.items()
                 if value is not None}
        program = Program(self, [command or self.command, *arguments], whole)
        self.programs.append(program)
        return program

    def start_window(self, *arguments, **environment):
        """Starts the program and waits for its window to have the keyboard."""
        program = self.start(*arguments, **environment)
        program.window()
        return program, program.active()

    def clear(self):
        """Ends everything; returns what the logs complain of."""
        complaints = []
        for program in self.programs:
            program.stop()
            complaints += program.complaints()
        return complaints

    def remove(self):
        shutil.rmtree(self.place, ignore_errors=True)
