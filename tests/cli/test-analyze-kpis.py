#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli analyze`: how the KPIs of the examples stand, worked out here again from the definitions
in exact fractions."""

import json
import math
import os
import statistics
from datetime import date
from fractions import Fraction

import cli
from tap import Tap

MEMBERS = ['id', 'status', 'stale', 'progress', 'expected', 'latest', 'latest-date', 'mean', 'lower',
           'upper', 'moving-range-mean', 'trial', 'segments', 'signals', 'assurance']
LIMIT = Fraction('2.66')
SCREEN = Fraction('3.267')


def exact(number):
    return None if number is None else Fraction(str(number))


def to_day(text):
    return date.fromisoformat(text).toordinal() if text else None


class Kpi:
    """A KPI by the letter of the definitions, from the text of a file."""

    def __init__(self, project, kpi, day, screened):
        self.kpi = kpi
        self.today = to_day(day)
        self.screened = screened
        self.pulse = kpi.get('kind') == 'pulse'
        self.direction = kpi.get('direction', 'increase')
        self.sign = -1 if self.direction == 'decrease' else 1
        self.base, self.target = exact(kpi.get('baseline')), exact(kpi.get('target'))
        self.points = sorted((to_day(m['date']), exact(m['value'])) for m in project.get('measurements', ())
                             if m['kpi'] == kpi['id'] and m['date'] <= day)

    def expected(self):
        first, last = to_day(self.kpi.get('baseline-date')), to_day(self.kpi.get('target-date'))
        if self.direction == 'within' or None in (self.base, self.target, first, last) or first > last \
                or self.sign * (self.target - self.base) < 0:
            return None
        if self.today >= last:
            return self.target
        if self.today <= first:
            return self.base
        return self.base + (self.target - self.base) * (self.today - first) / (last - first)

    def progress(self):
        expected = self.expected()
        if expected is None or not self.points:
            return None
        latest = self.points[-1][1]
        if expected == self.base:
            return Fraction(int(self.sign * (latest - self.base) >= 0))
        return (latest - self.base) / (expected - self.base)

    def band(self):
        return exact(self.kpi.get('low')), exact(self.kpi.get('high'))

    def status(self):
        if not self.points:
            return 'no-data'
        latest = self.points[-1][1]
        tolerance = exact(self.kpi.get('tolerance', 0)) / 100
        low, high = self.band()
        if self.target is not None and (latest == self.target or self.direction != 'within'
                                        and self.sign * (latest - self.target) > 0):
            return 'met'
        if self.direction == 'within' and (low, high) != (None, None):
            if (low is None or latest >= low) and (high is None or latest <= high):
                return 'on-track'
            edge = low if low is not None and latest < low else high
            width = abs(edge) if None in (low, high) else high - low
            return 'lagging' if abs(latest - edge) <= tolerance * width else 'off-track'
        if self.target is None:
            return 'no-target'
        progress = self.progress()
        if progress is None:
            way = self.target - self.base if self.base not in (None, self.target) else self.target
            return 'lagging' if abs(latest - self.target) <= tolerance * abs(way) else 'off-track'
        return 'on-track' if progress >= Fraction('0.95') else \
            'lagging' if progress >= Fraction('0.75') else 'off-track'

    def stale(self):
        every = self.kpi.get('every')
        return bool(every and self.points) and self.today - self.points[-1][0] > Fraction(3, 2) * every

    def segments(self):
        """Lists of the numbers of points."""
        starts = [to_day(day) for day in self.kpi.get('rebase', ())]
        segments = []
        for i, (day, _) in enumerate(self.points):
            if i == 0 or any(self.points[i - 1][0] < start <= day for start in starts):
                segments.append([])
            segments[-1].append(i)
        return segments

    def limits(self, values):
        if self.pulse or len(values) < 5:
            return None
        ranges = [abs(b - a) for a, b in zip(values, values[1:])]
        mean_range = sum(ranges) / len(ranges)
        if self.screened:
            ranges = [one for one in ranges if one < SCREEN * mean_range] or ranges
            mean_range = sum(ranges) / len(ranges)
        mean = sum(values) / len(values)
        return {'mean': mean, 'lower': mean - LIMIT * mean_range, 'upper': mean + LIMIT * mean_range,
                'moving-range-mean': mean_range, 'trial': len(values) < 12}

    def sense(self, side):
        if side == 0 or self.direction == 'within':
            return 'change'
        return 'improvement' if side == self.sign else 'concern'

    def signals(self):
        found = []
        for segment in self.segments():
            values = [self.points[i][1] for i in segment]
            rules = run_rules(values) if self.pulse else limit_rules(values, self.limits(values))
            found += [(self.points[segment[i]][0], rule, self.sense(side))
                      for i, (rule, side) in sorted(rules.items())]
        return found

    def assurance(self):
        segments = self.segments()
        limits = self.limits([self.points[i][1] for i in segments[-1]]) if segments else None
        if limits is None:
            return None
        lower, upper = limits['lower'], limits['upper']
        if self.direction == 'within':
            low, high = (edge if edge is not None else side * math.inf
                         for edge, side in zip(self.band(), (-1, 1)))
            if (low, high) == (-math.inf, math.inf):
                return None
            return 'will-not-be-met' if upper < low or lower > high else \
                'will-be-met' if low <= lower and upper <= high else 'may-be-met'
        if self.target is None:
            return None
        if lower == upper:
            return 'will-be-met' if self.sign * (lower - self.target) >= 0 else 'will-not-be-met'
        if lower <= self.target <= upper:
            return 'may-be-met'
        return 'will-be-met' if self.sign * (lower - self.target) > 0 else 'will-not-be-met'


def side(value, edge):
    return (value > edge) - (value < edge)


def limit_rules(values, limits):
    """The first rule that applies to each point, found by looking at every window."""
    if limits is None:
        return {}
    mean, n = limits['mean'], len(values)
    reach = limits['upper'] - mean
    rules = [{}, {}, {}, {}]
    for i, value in enumerate(values):
        if abs(value - mean) > reach:
            rules[0][i] = 'outside-limits', side(value, mean)
    for start in range(n - 6):
        window = range(start, start + 7)
        ways = {side(values[i + 1], values[i]) for i in window[:-1]}
        sides = {side(values[i], mean) for i in window}
        for where, rule, found in ((rules[1], 'trend', ways), (rules[3], 'shift', sides)):
            if len(found) == 1 and 0 not in found:
                for i in window:
                    where.setdefault(i, (rule, next(iter(found))))
    for start in range(n - 2):
        window = range(start, start + 3)
        for which in (1, -1):
            beyond = [i for i in window if which * (values[i] - mean) > reach * 2 / 3]
            if len(beyond) > 1 and all(side(values[i], mean) == which for i in window):
                rules[2].update((i, ('near-limit', which)) for i in beyond)
    return {**rules[3], **rules[2], **rules[1], **rules[0]}


def run_rules(values):
    median = statistics.median(values)
    useful = [i for i, value in enumerate(values) if value != median]
    sides = [side(values[i], median) for i in useful]
    if not useful:
        return {}
    runs = [[0]]
    for i in range(1, len(useful)):
        if sides[i] == sides[i - 1]:
            runs[-1].append(i)
        else:
            runs.append([i])
    rules = {useful[i]: ('long-run', sides[i]) for run in runs for i in run
             if len(run) > round(math.log2(len(useful))) + 3}
    throws = len(useful) - 1
    fewest = next(k for k in range(throws + 1)
                  if 20 * sum(math.comb(throws, i) for i in range(k + 1)) >= 2 ** throws)
    if len(runs) - 1 < fewest:
        rules.setdefault(len(values) - 1, ('few-crossings', side(values[-1], median)))
    return rules


def unless_close(got, expected, what):
    if (got is None) != (expected is None):
        return f'{what}: {got} instead of {expected}'
    if got is not None and not math.isclose(got, float(expected), rel_tol=1e-12, abs_tol=1e-9):
        return f'{what}: {got} instead of {float(expected)}'
    return None


def compare_limits(got, limits, what):
    names = ['mean', 'lower', 'upper', 'moving-range-mean']
    return [unless_close(got[name], limits and limits[name], f'{what} {name}') for name in names] \
        + [cli.unless_equal(got['trial'], limits and limits['trial'], f'{what} trial')]


def compare(got, expected):
    segments = expected.segments()
    latest = expected.points[-1] if expected.points else (None, None)
    problems = [
        cli.unless_equal(list(got), MEMBERS, 'members'),
        cli.unless_equal(got['status'], expected.status(), 'status'),
        cli.unless_equal(got['stale'], expected.stale(), 'stale'),
        unless_close(got['progress'], expected.progress(), 'progress'),
        unless_close(got['expected'], expected.expected(), 'expected'),
        unless_close(got['latest'], latest[1], 'latest'),
        cli.unless_equal(to_day(got['latest-date']), latest[0], 'latest date'),
        cli.unless_equal(got['assurance'], expected.assurance(), 'assurance'),
        cli.unless_equal(len(got['segments']), len(segments), 'segments'),
        cli.unless_equal([(to_day(one['date']), one['rule'], one['sense']) for one in got['signals']],
                         expected.signals(), 'signals')]
    limits = None
    for one, segment in zip(got['segments'], segments):
        limits = expected.limits([expected.points[i][1] for i in segment])
        problems += compare_limits(one, limits, f'segment from {one["from"]}')
        problems.append(cli.unless_equal((to_day(one['from']), to_day(one['to']), one['measurements']),
                                         (expected.points[segment[0]][0],
                                          expected.points[segment[-1]][0], len(segment))))
    return problems + compare_limits(got, limits, 'the latest')


def check_samples(tap):
    for path in cli.samples():
        with open(path, encoding='utf-8') as text:
            project = json.load(text)
        days = sorted({one['date'] for one in project.get('measurements', ())})
        for day in ['2000-01-01', *days[::max(1, len(days) // 5)], '9999-12-31']:
            for options in ((), ('--screened',)):
                result = cli.run('analyze', path, '--as-of', day, *options)
                got = json.loads(result.stdout)['kpis']
                kpis = project.get('kpis', ())
                tap.check(' '.join((os.path.basename(path), 'as of', day, *options)),
                          cli.unless_done(result),
                          cli.unless_equal([one['id'] for one in got], [kpi['id'] for kpi in kpis]),
                          *(problem for one, kpi in zip(got, kpis)
                            for problem in compare(one, Kpi(project, kpi, day, bool(options)))))


def check_extremes(tap):
    """Numbers too large to be added up are no figures."""
    project = {
        'format': 'entente', 'version': 1, 'id': 'x', 'project': {'title': 'Extremes'},
        'kpis': [{'id': 'k', 'name': 'K', 'baseline': 0, 'target': 1}],
        'measurements': [{'kpi': 'k', 'date': f'2026-01-{day:02}', 'value': (-1) ** day * 1.7e308}
                         for day in range(1, 20)]}
    with cli.folder_with() as folder:
        path = cli.write(os.path.join(folder, 'extremes.json'), json.dumps(project).encode())
        result = cli.run('analyze', path)
        got = json.loads(result.stdout)['kpis'][0]
        tap.check('numbers without end', cli.unless_done(result),
                  cli.unless_equal(got['upper'], None), cli.unless_equal(got['signals'], []))


with Tap() as points:
    check_samples(points)
    check_extremes(points)
