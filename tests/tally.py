#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test points of a run of `meson test`, not its programs.

usage: tests/tally.py BUILD-FOLDER/meson-logs/testlog-headless.sh.json

A program that speaks TAP counts with each of its points, any other as one. A program that ends
badly although none of its points failed (a crash, a time limit, points missing) counts as one
failure more. What failed is named, with what it said of itself. Ends with a line `N passed, N failed`; exit status 1 if anything failed or if
nothing was run.
"""

import collections
import json
import re
import sys

POINT = re.compile(r'(?P<bad>not )?ok\b(?P<rest>.*)')
SKIP = re.compile(r'#\s*SKIP\b', re.IGNORECASE)
GOOD = ('OK', 'SKIP', 'EXPECTEDFAIL')

Count = collections.namedtuple('Count', 'passed failed skipped')


def count_program(result, output):
    """Counts one program by what meson says of it and by what it printed."""
    passed = failed = skipped = 0
    # Points of a nested test are indented: their parent stands for them.
    for point in filter(None, map(POINT.match, (output or '').splitlines())):
        if point['bad']:
            failed += 1
        elif SKIP.search(point['rest']):
            skipped += 1
        else:
            passed += 1

    if result in GOOD:
        if passed + failed + skipped == 0:
            if result == 'SKIP':
                skipped = 1
            else:
                passed = 1
    elif failed == 0:
        failed = 1
    return Count(passed, failed, skipped)


def excerpt(program, most=30):
    """What a failed program said: its failed points with their comments, or else its last words."""
    said, in_bad = [], False
    for line in (program.get('stdout') or '').splitlines():
        if point := POINT.match(line):
            in_bad = bool(point['bad'])
        if in_bad:
            said.append(line)
    return said[:most] or (program.get('stderr') or '').rstrip().splitlines()[-most:]


def main(log):
    total = Count(0, 0, 0)
    try:
        with open(log, encoding='utf-8') as lines:
            programs = [json.loads(line) for line in lines if line.strip()]
    except OSError:
        programs = []

    for program in programs:
        count = count_program(program['result'], program.get('stdout'))
        total = Count(*map(sum, zip(total, count)))
        if count.failed:
            print(f"{program['name']}: {count.failed} failed ({program['result']})")
            for line in excerpt(program):
                print('  ' + line)
    if total.skipped:
        print(f'{total.skipped} skipped')
    print(f'{total.passed} passed, {total.failed} failed')
    return 0 if total.passed and not total.failed else 1


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
