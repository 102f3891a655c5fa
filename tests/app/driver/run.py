# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the functions of a test, says in TAP how they fared, and keeps what explains a failure."""

import contextlib
import os
import re
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
from tap import Tap  # noqa: E402

from . import keys  # noqa: E402
from .desk import Desk  # noqa: E402


class Stopped(Exception):
    """A step has failed and been reported: what was to follow makes no sense."""


def fail(text):
    raise AssertionError(text)


class Run:
    """One test program."""

    def __init__(self, name):
        self.name = name
        self.tap = Tap()
        self.desk = None
        self.kept = Path(os.environ.get('ENTENTE_TEST_RESULTS', '.')) / name

    def keep(self, what, error):
        """Writes down how the screen, the tree and the logs looked; returns what to say."""
        self.kept.mkdir(parents=True, exist_ok=True)
        base = self.kept / re.sub(r'[^a-z0-9]+', '-', what.lower()).strip('-')
        keys.photograph(base.with_suffix('.png'))
        lines = traceback.format_exception(error)
        for program in self.desk.programs:
            lines += [f'\n--- {program.log.name}\n', program.log.read_text(errors='replace')]
            node = program.node if program.running else None
            lines += [line + '\n' for line in (node.dump() if node else [])]
        base.with_suffix('.txt').write_text(''.join(lines))
        where = traceback.extract_tb(error.__traceback__)
        ours = next((frame for frame in reversed(where)
                     if Path(frame.filename).parent == HERE.parent), where[-1])
        return (f'{type(error).__name__}: {error}\n{Path(ours.filename).name}:{ours.lineno}: '
                f'{ours.line}\npicture, tree and log: {base}.*')

    @contextlib.contextmanager
    def step(self, what):
        """A part of a story, counted by itself; what follows a failed one is not tried."""
        try:
            yield
        except Stopped:
            raise
        except Exception as error:
            self.tap.check(what, self.keep(what, error))
            raise Stopped from error
        self.tap.check(what)

    def case(self, function):
        """One function on a desk of its own."""
        what = function.__name__.replace('_', ' ')
        self.desk = Desk()
        with contextlib.suppress(Stopped), self.step(what):
            function(self.desk)
            complaints = self.desk.clear()
            if complaints:
                fail('the log says:\n' + '\n'.join(complaints))
        self.desk.clear()
        self.desk.remove()

    def cases(self, *functions):
        """All of them, or those whose names are given on the command line."""
        chosen = sys.argv[2:]
        with self.tap:
            for function in functions:
                if not chosen or any(word in function.__name__ for word in chosen):
                    self.case(function)

    def story(self, function):
        """One function that tells its steps itself: function(desk, step)."""
        with self.tap:
            self.desk = Desk()
            with contextlib.suppress(Stopped):
                function(self.desk, self.step)
                with self.step('nothing to complain of in the log'):
                    complaints = self.desk.clear()
                    if complaints:
                        fail('\n'.join(complaints))
            self.desk.clear()
            self.desk.remove()
