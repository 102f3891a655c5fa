#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli analyze`: the figures of the examples, worked out here again from the definitions."""

import json
import math
import os

import cli
from tap import Tap

MEMBERS = ['partners', 'goals', 'convergence', 'divergence', 'net', 'ambivalence', 'involvement',
           'mobilisation', 'division', 'undecided', 'conversations']


def load(path):
    with open(path, encoding='utf-8') as text:
        return json.load(text)


def takes_part(partner, day):
    return partner.get('status', 'prospective') != 'left' or day < partner.get('left', '')


class Expected:
    """The figures by the letter of their definitions, from the text of a file."""

    def __init__(self, project, day):
        self.partners = [p['id'] for p in project.get('partners', ()) if takes_part(p, day)]
        goals = [g for g in project.get('goals', ()) if g.get('status') != 'dropped']
        self.goals = [goal['id'] for goal in goals]
        self.weights = [goal.get('weight', 1) for goal in goals]
        latest = {}
        for said in project.get('positions', ()):
            place = said['goal'], said['partner']
            if said['date'] <= day and said['date'] >= latest.get(place, ('', 0))[0]:
                latest[place] = said['date'], said['value']
        self.values = {place: value for place, (_, value) in latest.items()}

    def value(self, goal, partner):
        return self.values.get((goal, partner))

    def pair(self, a, b, sign, valued):
        total = 0
        for goal in self.goals:
            x, y = self.value(goal, a), self.value(goal, b)
            if a != b and x and y and (x * y > 0) == (sign > 0):
                total += (abs(x) + abs(y)) / 2 if valued else 1
        return total

    def pairs(self, sign, valued):
        return [[self.pair(a, b, sign, valued) for b in self.partners] for a in self.partners]

    def net(self):
        return [[self.pair(a, b, 1, True) - self.pair(a, b, -1, True) for b in self.partners]
                for a in self.partners]

    def ambivalence(self, a):
        figures = [(self.pair(a, b, 1, True), self.pair(a, b, -1, True)) for b in self.partners]
        both = sum(c + d for c, d in figures)
        return 1 - sum(abs(c - d) for c, d in figures) / both if both else None

    def involvement(self, partner):
        return sum(abs(self.value(goal, partner) or 0) for goal in self.goals)

    def column(self, goal):
        return [self.value(goal, partner) for partner in self.partners
                if self.value(goal, partner) is not None]

    def mobilisation(self, goal):
        plus = sum(value for value in self.column(goal) if value > 0)
        minus = -sum(value for value in self.column(goal) if value < 0)
        return {'for': plus, 'against': minus, 'total': plus + minus}

    def division(self, goal):
        given = self.column(goal)
        n = len(given)
        if n < 2:
            return None
        return sum(abs(x - y) - 1 for x in given for y in given if x * y < 0) / (
            7 * (n * n - n % 2) / 2)

    def conversations(self):
        scored = [(self.division(goal) or 0) * weight
                  for goal, weight in zip(self.goals, self.weights)]
        order = sorted(range(len(scored)), key=lambda i: (-scored[i], -self.weights[i], i))
        return [(self.goals[i], scored[i]) for i in order if scored[i] > 0]


def differ(got, expected):
    """Numbers may differ in the last bit: they need not be added up in the same order."""
    if isinstance(expected, list):
        return len(got) != len(expected) or any(map(differ, got, expected))
    if got is None or expected is None:
        return got is not expected
    return not math.isclose(got, expected, abs_tol=1e-12)


def unless_close(got, expected, what):
    return f'{what}: {cli.shown(got)} instead of {cli.shown(expected)}' if differ(got, expected) \
        else None


def compare(got, project, day):
    expected = Expected(project, day)
    return [
        cli.unless_equal(list(got), MEMBERS, 'members'),
        cli.unless_equal(got['partners'], expected.partners, 'partners'),
        cli.unless_equal(got['goals'], expected.goals, 'goals'),
        *(unless_close(got[name][how], expected.pairs(sign, how == 'valued'), f'{how} {name}')
          for name, sign in (('convergence', 1), ('divergence', -1)) for how in ('simple', 'valued')),
        unless_close(got['net'], expected.net(), 'net'),
        unless_close(got['ambivalence'], [expected.ambivalence(p) for p in expected.partners],
                     'ambivalence'),
        unless_close(got['involvement'], [expected.involvement(p) for p in expected.partners],
                     'involvement'),
        cli.unless_equal(got['mobilisation'], [expected.mobilisation(g) for g in expected.goals]),
        unless_close(got['division'], [expected.division(g) for g in expected.goals], 'division'),
        cli.unless_equal(got['undecided'], [p for p in expected.partners
                                            if expected.ambivalence(p) is None], 'undecided'),
        cli.unless_equal([one['goal'] for one in got['conversations']],
                         [goal for goal, _ in expected.conversations()], 'conversations'),
        unless_close([one['score'] for one in got['conversations']],
                     [score for _, score in expected.conversations()], 'scores')]


def check_samples(tap):
    for path in cli.samples():
        project = load(path)
        said = sorted({position['date'] for position in project.get('positions', ())})
        for day in ['2000-01-01', *said[:1], *said[len(said) // 2:len(said) // 2 + 1], '9999-12-31']:
            result = cli.run('analyze', path, '--as-of', day)
            figures = json.loads(result.stdout)
            tap.check(f'{os.path.basename(path)} as of {day}', cli.unless_done(result),
                      cli.unless_equal(list(figures), ['as-of', 'alignment', 'kpis']),
                      cli.unless_equal(figures['as-of'], day),
                      *compare(figures['alignment'], project, day))


def check_worked_example(tap):
    """The example of the definitions, as a file."""
    values = ((3, 1), (-2, 2), (0, 3), (4, 3))
    project = {
        'format': 'entente', 'version': 1, 'id': 'x', 'project': {'title': 'Worked example'},
        'partners': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}],
        'goals': [{'id': f'g{i}', 'title': f'G{i}'} for i in range(4)],
        'positions': [{'goal': f'g{i}', 'partner': p, 'date': '2026-01-01', 'value': pair['ab'.index(p)]}
                      for i, pair in enumerate(values) for p in 'ab']}
    with cli.folder_with() as folder:
        path = cli.write(os.path.join(folder, 'worked.json'), json.dumps(project).encode())
        result = cli.run('analyze', path)
        got = json.loads(result.stdout)['alignment']
        tap.check('the worked example', cli.unless_done(result),
                  cli.unless_equal(got['convergence'], {'simple': [[0, 2], [2, 0]],
                                                        'valued': [[0, 5.5], [5.5, 0]]}),
                  cli.unless_equal(got['divergence'], {'simple': [[0, 1], [1, 0]],
                                                       'valued': [[0, 2], [2, 0]]}),
                  cli.unless_equal(got['net'], [[0, 3.5], [3.5, 0]]))
        tap.check('numbers are short', cli.unless_in('[0, 5.5]', result.stdout),
                  cli.unless_in('"simple": [\n        [0, 2],', result.stdout))
        tap.check('the same in every locale', cli.unless_equal(
            cli.run('analyze', path, LC_ALL='de_DE.UTF-8').stdout, result.stdout))


def check_empty(tap):
    with cli.folder_with() as folder:
        path = os.path.join(folder, 'new.json')
        cli.run('new', '-o', path)
        result = cli.run('analyze', path)
        got = json.loads(result.stdout)['alignment']
        tap.check('an empty partnership', cli.unless_done(result),
                  cli.unless_equal(list(got), MEMBERS),
                  cli.unless_equal(got['net'], []), cli.unless_equal(got['conversations'], []))


def check_refusals(tap):
    for day in ('', '2026-02-30', 'today', '2026-1-1'):
        result = cli.run('analyze', cli.GARDEN, '--as-of', day)
        tap.check(f'--as-of {day!r} is refused', cli.unless_done(result, cli.FAILED),
                  cli.unless_in('YYYY-MM-DD', result.stderr))
    tap.check('no file', cli.unless_done(cli.run('analyze', '/nonexistent/x.json'), cli.FAILED))
    tap.check('a full disk', cli.unless_equal(
        cli.run('analyze', cli.GARDEN, stdout=open('/dev/full', 'wb')).returncode, cli.FAILED))


with Tap() as points:
    check_samples(points)
    check_worked_example(points)
    check_empty(points)
    check_refusals(points)
