#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counting of tests: tests/tally.py must never call a bad run good."""

import contextlib
import io
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))

import tally
from tap import Tap

CASES = (
    # What the program printed, what meson says of it: passed, failed, skipped
    ('two points', 'OK', 'ok 1 /a\nok 2 /b\n1..2\n', (2, 0, 0)),
    ('a failed point', 'FAIL', 'ok 1 /a\nnot ok 2 /b\n1..2\n', (1, 1, 0)),
    ('a skipped point', 'OK', 'ok 1 /a # SKIP no display\nok 2 /b\n', (1, 0, 1)),
    ('all skipped', 'SKIP', 'ok 1 /a # skip no display\n', (0, 0, 1)),
    ('a crash after good points', 'ERROR', 'ok 1 /a\n', (1, 1, 0)),
    ('a time limit', 'TIMEOUT', '', (0, 1, 0)),
    ('killed before it spoke', 'INTERRUPT', None, (0, 1, 0)),
    ('no points but a good end', 'OK', '', (1, 0, 0)),
    ('no points and a bad end', 'FAIL', '', (0, 1, 0)),
    ('a program that is skipped', 'SKIP', '', (0, 0, 1)),
    ('a name that ends in ok', 'OK', 'ok 1 /look\n# ok 2 is a comment\nokay\n', (1, 0, 0)),
    ('points within points', 'OK', '    ok 1 /inner\nok 1 /outer\n', (1, 0, 0)),
    ('more than one failure', 'ERROR', 'not ok 1 /a\nnot ok 2 /b\n', (0, 2, 0)),
    ('a pass that was not expected', 'UNEXPECTEDPASS', '', (0, 1, 0)),
)


def run(programs):
    """The last line and the exit status for a log of these programs."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'testlog.json')
        with open(log, 'w', encoding='utf-8') as out:
            for result, output in programs:
                out.write(json.dumps({'name': 'x', 'result': result, 'stdout': output}) + '\n')
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = tally.main(log)
    return said.getvalue().splitlines()[-1], status


EXCERPTS = (
    # What the program printed, what it wrote to its log, what is repeated of it
    ('the failed point and its comments', 'ok 1 a\n# a comment\nnot ok 2 b\n# why\n# where\nok 3 c\n',
     'x', ['not ok 2 b', '# why', '# where']),
    ('the last words of a crash', 'ok 1 a\n', 'one\ntwo\n', ['one', 'two']),
    ('nothing of who said nothing', None, None, []),
)


def unless_equal(got, expected):
    return None if got == expected else f'{got!r} instead of {expected!r}'


with Tap() as tap:
    for name, result, output, expected in CASES:
        tap.check(name, unless_equal(tuple(tally.count_program(result, output)), expected))

    for name, output, words, expected in EXCERPTS:
        program = {'stdout': output, 'stderr': words}
        tap.check(name, unless_equal(tally.excerpt(program), expected))

    tap.check('a sum', unless_equal(run([('OK', 'ok 1 a\nok 2 b'), ('OK', '')]),
                                    ('3 passed, 0 failed', 0)))
    tap.check('a sum with a failure', unless_equal(run([('OK', 'ok 1 a'), ('FAIL', 'not ok 1 b')]),
                                                   ('1 passed, 1 failed', 1)))
    tap.check('nothing run is not a pass', unless_equal(run([]), ('0 passed, 0 failed', 1)))
    tap.check('only skips are not a pass', unless_equal(run([('SKIP', '')]),
                                                        ('0 passed, 0 failed', 1)))
    with contextlib.redirect_stdout(io.StringIO()):
        status = tally.main('/nonexistent/testlog.json')
    tap.check('no log is not a pass', unless_equal(status, 1))
