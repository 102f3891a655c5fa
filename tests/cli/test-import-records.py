#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli import`: KPIs and measurements from spreadsheets, all of them or none, in one save."""

import json
import os

import cli
from tap import Tap

PROJECT = {
    'format': 'entente', 'version': 1, 'id': 'x', 'project': {'title': 'Beds'},
    'kpis': [{'id': 'vis', 'name': 'Visitors', 'unit': 'people'}, {'id': 'wait', 'name': 'Waiting time'}],
    'measurements': [{'kpi': 'vis', 'date': '2025-01-31', 'value': 100}]}
BEFORE = {('vis', '2025-01-31'): 100}


class Place:
    """A folder with a project, and what is in it now."""

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, 'plan.json')
        cli.write(self.path, json.dumps(PROJECT).encode())
        cli.run('format', '-i', self.path)

    def run(self, kind, table, *options):
        data = table if isinstance(table, bytes) else table.encode()
        cli.write(os.path.join(self.folder, 'table.csv'), data)
        return cli.run('import', 'plan.json', kind, 'table.csv', *options, folder=self.folder)

    def project(self):
        with open(self.path, encoding='utf-8') as text:
            return json.load(text)

    def measurements(self):
        return {(m['kpi'], m['date']): m['value'] for m in self.project().get('measurements', ())}

    def kpis(self):
        return {k['name']: k for k in self.project()['kpis']}


def check_shapes(tap):
    """The same measurements in every shape and in what programs write them as."""
    long = 'KPI,Date,Value\nVisitors,2025-01-31,100\nVisitors,2025-02-28,110.5\nWaiting time,28.2.2025,7\n'
    down = 'Month;Visitors;Waiting time\nJan 2025;100;\nFeb 2025;110,5;7\n'
    across = 'Indicator\t2025-01\t2025-02\nVisitors\t100\t110.5\nWaiting time\t\t7\n'
    after = {**BEFORE, ('vis', '2025-02-28'): 110.5, ('wait', '2025-02-28'): 7}
    for name, data in (('long', long), ('dates down', down), ('dates across', across),
                       ('a byte order mark', '\ufeff' + long),
                       ('UTF-16', '\ufeff'.encode('utf-16-le') + across.encode('utf-16-le')),
                       ('Windows-1252', long.replace('100\n', '100,Café\n', 1).encode('cp1252'))):
        with cli.folder_with() as folder:
            here = Place(folder)
            result = here.run('measurements', data)
            tap.check(f'measurements: {name}', cli.unless_done(result),
                      cli.unless_equal(here.measurements(), after),
                      cli.unless_in('New: 2, Changed: 0, The same: 1, Left out: 0', result.stdout))
            again = here.run('measurements', data)
            tap.check(f'measurements: {name}, again', cli.unless_done(again),
                      cli.unless_in('New: 0, Changed: 0, The same: 3', again.stdout))


def check_preview(tap):
    with cli.folder_with() as folder:
        here = Place(folder)
        before = cli.read(here.path)
        result = here.run('measurements', 'KPI,Date,Value,Extra\nvisitors,31.1.2025,"1,250.5",x\n'
                          'Trees,2025-02-28,<=30*,\n', '--new-kpis', '-n')
        tap.check('a dry run shows how it is understood', cli.unless_done(result),
                  cli.unless_equal(result.stdout.splitlines(), [
                      'Column A “KPI”: KPI', 'Column B “Date”: Date, day before month',
                      'Column C “Value”: Value', 'Column D “Extra”: Left aside',
                      'C2, Changed: Visitors, 2025-01-31: 100 people → 1250.5 people',
                      'C3, New: Trees, 2025-02-28: 30 — It is more than a number; the note keeps it '
                      'as it was written.',
                      'New: 1, Changed: 1, The same: 0, Left out: 0, Not understood: 0.',
                      '1 KPI would be made.']),
                  cli.unless_equal(cli.read(here.path), before))


def check_remarks(tap):
    with cli.folder_with() as folder:
        here = Place(folder)
        result = here.run('measurements', 'KPI,Date,Value\nVisitors,2025-03-31,45%\n'
                          'Visitors,2025-04-30,n/a\nVisitors,2025-05-31,7\n')
        tap.check('an import that is done says what there is to know', cli.unless_done(result),
                  cli.unless_equal(result.stdout.splitlines(), [
                      'C2, New: Visitors, 2025-03-31: 45 people — Its unit is not the one of the '
                      'KPI; the note keeps it as it was written.',
                      'C3, Left out: Visitors, 2025-04-30: n/a — It says that there is no value.',
                      'New: 2, Changed: 0, The same: 0, Left out: 1, Not understood: 0.']))


def check_questions(tap):
    for name, table, option, kept in (
            ('the order of dates', 'KPI,Date,Value\nVisitors,03/04/2025,1\n', 'date-order=mdy',
             {('vis', '2025-03-04'): 1}),
            ('the sign of decimals', 'KPI,Date,Value\nVisitors,2025-03-04,"1,234"\n',
             'decimal=point', {('vis', '2025-03-04'): 1234}),
            ('days by number', 'KPI,Date,Value\nVisitors,45717,5\n', 'day-numbers',
             {('vis', '2025-03-01'): 5}),
            ('a new KPI', 'KPI,Date,Value\nVisitors,2025-03-04,5\nTrees,2025-03-04,1\n', 'leave-out',
             {('vis', '2025-03-04'): 5})):
        with cli.folder_with() as folder:
            here = Place(folder)
            before = cli.read(here.path)
            result = here.run('measurements', table)
            tap.check(f'{name} is asked', cli.unless_done(result, cli.FAILED),
                      cli.unless_in('Nothing was imported: 1 thing in “table.csv” does not fit',
                                    result.stderr), cli.unless_equal(cli.read(here.path), before))
            tap.check(f'{name} in a dry run',
                      cli.unless_done(here.run('measurements', table, '-n'), cli.NO))
            answered = here.run('measurements', table, f'--{option}')
            tap.check(f'{name} is answered', cli.unless_done(answered),
                      cli.unless_equal(here.measurements(), {**BEFORE, **kept}))


def check_kpis(tap):
    with cli.folder_with() as folder:
        here = Place(folder)
        table = ('Indicator,Baseline,Target,Due\nVisitors,100,>= 300,Dec 2026\nWaste,"40,5%",≤5%,TBD\n'
                 'Plan,,achieved,\n')
        result = here.run('kpis', table)
        kpis = here.kpis()
        tap.check('KPIs are entered', cli.unless_done(result),
                  cli.unless_in('New: 2, Changed: 1', result.stdout),
                  cli.unless_equal((kpis['Visitors']['target'], kpis['Visitors']['target-date'],
                                    kpis['Visitors']['unit']), (300, '2026-12-31', 'people')),
                  cli.unless_equal((kpis['Waste']['baseline'], kpis['Waste']['target'],
                                    kpis['Waste']['unit'], kpis['Waste']['direction']),
                                   (40.5, 5, '%', 'decrease')),
                  cli.unless_equal(kpis['Plan']['note'], 'Target: achieved'))
        before = cli.read(here.path)
        again = here.run('kpis', table)
        tap.check('the same again writes nothing', cli.unless_done(again),
                  cli.unless_in('New: 0, Changed: 0, The same: 3', again.stdout),
                  cli.unless_equal(cli.read(here.path), before))


def hostile():
    """A project whose names and numbers could be taken for others."""
    values = (0, -5, 1.234, -12.345, 1234.567, 0.1, 1e21, 123456, 0.125, 1 / 3)
    names = ('=SUM(A1)', 'Twin', 'twin', 'Rain (mm)', 'Rain', '-5', '2025', '', 'a "b", c; d', 'Date',
             "'=x", '＝x', "'＝x", "''=x", "'quoted", ' +y', "' +z", '－5', '＠a', "'")
    notes = ('', '=x', ' spaced ', 'two\nlines', '"quoted", and', 'TBD', '-', "'apostrophe", '12', 'é',
             "'=x", '＝1', "'＋1", "''@", ' =x', "' -x", '－5', "'", "''", '＠a')
    return {
        'format': 'entente', 'version': 1, 'id': 'x', 'project': {'title': 'Hostile'},
        'people': [{'id': 'p1', 'name': 'Ann'}, {'id': 'p2', 'name': 'ann'}, {'id': 'p3', 'name': 'Bo'}],
        'partners': [{'id': 'a', 'name': 'Same'}, {'id': 'b', 'name': 'Other', 'short-name': 'same'}],
        'goals': [{'id': 'g', 'title': '=1+1'}],
        'kpis': [{'id': f'k{i}', 'name': name, 'unit': ('%', '', 'mm', ' a b ', '＋u')[i % 5],
                  'owner': 'ab'[i % 2], 'goal': 'g', 'baseline': values[i % 10], 'target': values[-i % 10],
                  'direction': ('increase', 'decrease', 'within')[i % 3], 'note': notes[i],
                  'source': notes[-i], 'kind': ('measure', 'pulse')[i % 2], 'every': 7 * i + 1,
                  'rebase': ['2025-01-02', '2025-01-05'], 'target-date': '2025-06-03'}
                 for i, name in enumerate(names)],
        'measurements': [{'kpi': f'k{i}', 'date': f'2025-01-{day + 1:02}', 'value': value,
                          'note': notes[(i + day) % len(notes)], 'by': f'p{day % 3 + 1}'}
                         for i in range(len(names)) for day, value in enumerate(values)]}


def measured(project):
    """The values and notes; spaces around a note are lost in a table."""
    return {(m['kpi'], m['date']): (m['value'], m.get('note', '').strip())
            for m in project['measurements']}


def check_round_trip(tap):
    """What is exported and imported again changes nothing; what is missing comes back."""
    projects = {os.path.basename(path): json.loads(cli.read(path)) for path in cli.samples()}
    projects['hostile'] = hostile()
    for name, project in projects.items():
        with cli.folder_with() as folder:
            path = cli.write(os.path.join(folder, 'plan.json'), json.dumps(project).encode())
            cli.run('format', '-i', path)
            before = cli.read(path)
            table = os.path.join(folder, 'table.csv')
            for kind, document in (('kpis', 'kpi-list'), ('measurements', 'measurements')):
                done = cli.run('export', path, '--document', document, '-o', table, '--force')
                result = cli.run('import', path, kind, table)
                tap.check(f'{name}: a round trip of {kind}', cli.unless_done(done),
                          cli.unless_done(result),
                          cli.unless_in('New: 0, Changed: 0', result.stdout),
                          cli.unless_equal(cli.read(path), before))
            values = measured(project)
            cli.write(path, json.dumps({**project, 'measurements': []}).encode())
            result = cli.run('import', path, 'measurements', table)
            back = measured(json.loads(cli.read(path)))
            tap.check(f'{name}: measurements come back', cli.unless_done(result),
                      cli.unless_equal(back, values))


def check_refusals(tap):
    with cli.folder_with() as folder:
        here = Place(folder)
        for name, option in (('order', '--date-order=x'), ('decimal sign', '--decimal=x')):
            tap.check(f'no such {name}', cli.unless_done(
                here.run('measurements', 'KPI,Date,Value\n', option), cli.FAILED))
        result = here.run('measurements', 'Hello\nthere\n')
        tap.check('no values', cli.unless_done(result, cli.FAILED),
                  cli.unless_in('Which column holds values?', result.stdout))
        tap.check('only titles', cli.unless_done(here.run('measurements', 'KPI,Date,Value\n')))


with Tap() as points:
    check_shapes(points)
    check_preview(points)
    check_remarks(points)
    check_questions(points)
    check_kpis(points)
    check_round_trip(points)
    check_refusals(points)
