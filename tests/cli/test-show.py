#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli show`: all there is, on lines that fit, with nothing that could deceive."""

import json
import os
import re
import unicodedata

import cli
from tap import Tap

# What may not reach a terminal: controls, and what turns text round but for isolates.
DECEPTIVE = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e'
                       '\U000e0000-\U000e007f]')
HOSTILE = {
    'format': 'entente', 'version': 1, 'id': 'hostile-plan-1',
    'project': {'title': 'A \x1b[31mred\u202e title', 'purpose': 'One\n\ntwo\ttabs \u0007bell'},
    'partners': [{'id': 'p1', 'name': '\u202eevil\u202c', 'short-name': 'E'},
                 {'id': 'p2', 'name': '会社と会社と会社と会社', 'short-name': '会'}],
    'people': [{'id': 'h1', 'name': 'Zero\u200bwidth\x9b', 'partner': 'p1', 'job': '\x1b]0;x\x07'}],
    'roles': [{'id': f'r{i}', 'title': f'שלום {i} \u2067', 'partner': 'p1', 'holder': 'h1'}
              for i in range(1, 31)],
    'tasks': [{'id': 't1', 'title': '漢字' * 40}, {'id': 't2', 'title': 'Supercali' * 12}],
    'assignments': [{'task': 't1', 'role': 'r1', 'code': 'A/R'},
                    {'task': 't2', 'role': 'r30', 'code': 'C'}],
}


def width(line):
    """The columns a line takes on a terminal."""
    return sum(0 if unicodedata.category(c) in ('Cf', 'Mn') else
               2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in line)


def titles(project, kind):
    return [record.get('title') or record['name'] for record in project[kind]]


def joined(text):
    return re.sub(r'\s+', ' ', text)


def check_sample(tap, path):
    project = json.loads(cli.read(path))
    name = os.path.basename(path)
    result = cli.run('show', path)
    tap.check(f'{name} is shown', cli.unless_done(result),
              *(cli.unless_in(joined(title), joined(result.stdout))
                for kind in ('partners', 'people', 'roles', 'tasks')
                for title in titles(project, kind)),
              *(cli.unless_in(joined(project['project'][field]), joined(result.stdout))
                for field in ('title', 'purpose')),
              *(cli.unless_in(f'({len(project[kind])})\n', result.stdout)
                for kind in ('partners', 'roles', 'tasks')))


def chart_letters(text):
    """The letters of a printed chart by the number of the role, in the order of the lines."""
    letters = {}
    for part in text.split('\n\n'):
        lines = part.splitlines()
        places = [(match.start(), int(match[0])) for match in re.finditer(r'\d+', lines[0])]
        if not re.fullmatch(r'[ \d]+', lines[0]):
            continue
        for line in lines[1:]:
            row = [(number, line[start:start + 3].strip()) for start, number in places]
            if any(cell for _, cell in row):
                for number, cell in row:
                    letters.setdefault(number, []).append(cell)
    return letters


def check_chart(tap, path, columns):
    """Every letter stands in the column of its role and the row of its task."""
    project = json.loads(cli.read(path))
    result = cli.run('show', '--role-chart', path, COLUMNS=str(columns))
    numbers = dict(re.findall(r'^ +(\d+)  (.*?) \(', result.stdout, re.MULTILINE))
    letters = chart_letters(result.stdout)
    codes = {(a['task'], a['role']): a['code'] for a in project['assignments']}
    ids = {role['title']: role['id'] for role in project['roles']}
    expected = {int(number): [codes.get((task['id'], ids[title]), '·')
                              for task in project['tasks']]
                for number, title in numbers.items()}
    tap.check(f'{os.path.basename(path)}: the role chart on {columns} columns',
              cli.unless_done(result), cli.unless_equal(letters, expected),
              cli.unless_equal(sorted(numbers.values()), sorted(titles(project, 'roles'))),
              *(line for line in result.stdout.splitlines() if width(line) > columns))


def check_hostile(tap):
    with cli.folder_with() as folder:
        path = cli.write(os.path.join(folder, 'a\u202eb\n.json'),
                         json.dumps(HOSTILE).encode('utf-8'))
        for command in (['show'], ['show', '--role-chart'], ['check']):
            result = cli.run(*command, path, COLUMNS='60')
            found = DECEPTIVE.search(result.stdout)
            tap.check(f'{" ".join(command)} shows names safely',
                      f'{found[0]!r} was printed' if found else None,
                      *(line for line in result.stdout.splitlines()[1:] if width(line) > 60))
        missing = cli.run('show', os.path.join(folder, 'no\u202e\n'))
        tap.check('a file name is shown safely', cli.unless_done(missing, cli.FAILED),
                  cli.unless_in('Could not open “no��”', missing.stderr))


with Tap() as points:
    for sample in cli.samples():
        check_sample(points, sample)
        for wide in (60, 80, 200):
            check_chart(points, sample, wide)
    check_hostile(points)
