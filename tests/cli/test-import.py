#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli import`: positions from a spreadsheet, all of them or none, in one save."""

import json
import os

import cli
from tap import Tap

DAY = '2026-05-03'
PROJECT = {
    'format': 'entente', 'version': 1, 'id': 'x', 'project': {'title': 'Beds'},
    'partners': [{'id': 'rt', 'name': 'Riverside Trust', 'short-name': 'Riverside'},
                 {'id': 'lc', 'name': 'Leaf & Co'}, {'id': 'ka', 'name': 'Käfer GmbH'}],
    'goals': [{'id': 'beds', 'title': 'Plant the first beds'},
              {'id': 'shop', 'title': 'Open a shop, and soon'}],
    'positions': [{'goal': 'beds', 'partner': 'rt', 'date': '2026-01-01', 'value': 3,
                   'reason': 'Kept'}]}
TABLE = ('Goal,riverside,LEAF  & CO,Käfer GmbH\r\n'
         'plant the first beds,+3,−2,\r\n'
         '"Open a shop, and soon",-1,0,4\r\n')


class Place:
    """A folder with a project, and what is in it now."""

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, 'plan.json')
        cli.write(self.path, json.dumps(PROJECT).encode())
        cli.run('format', '-i', self.path)

    def run(self, table, *options):
        data = table if isinstance(table, bytes) else table.encode()
        cli.write(os.path.join(self.folder, 'matrix.csv'), data)
        return cli.run('import', 'plan.json', 'positions', 'matrix.csv', *options, folder=self.folder)

    def positions(self):
        with open(self.path, encoding='utf-8') as text:
            return {(p['goal'], p['partner'], p['date']): p['value']
                    for p in json.load(text).get('positions', ())}


def place():
    return cli.folder_with()


BEFORE = {('beds', 'rt', '2026-01-01'): 3}
AFTER = {**BEFORE, ('beds', 'lc', DAY): -2, ('shop', 'rt', DAY): -1, ('shop', 'lc', DAY): 0,
         ('shop', 'ka', DAY): 4}


def check_import(tap):
    with place() as folder:
        here = Place(folder)
        result = here.run(TABLE, '--date', DAY)
        tap.check('a table is entered', cli.unless_done(result),
                  cli.unless_equal(result.stdout, '4 positions were entered, 1 holds already.\n'),
                  cli.unless_equal(here.positions(), AFTER))
        tap.check('and saved canonically', cli.unless_done(cli.run('format', '-c', here.path)),
                  cli.unless_in(b'"reason": "Kept"', cli.read(here.path)))
        before = os.stat(here.path)
        again = here.run(TABLE, '--date', DAY)
        tap.check('the same again writes nothing', cli.unless_done(again),
                  cli.unless_equal(again.stdout, '0 positions were entered, 5 hold already.\n'),
                  cli.unless_equal(os.stat(here.path).st_ino, before.st_ino))
        here.run('Goal,Leaf & Co\nPlant the first beds,1\n', '--date', '2026-06-01')
        tap.check('an earlier position stays', cli.unless_equal(
            here.positions(), {**AFTER, ('beds', 'lc', '2026-06-01'): 1}))
        here.run('Goal,Leaf & Co\nPlant the first beds,4\n', '--date', DAY)
        tap.check('that of the same day is changed', cli.unless_equal(
            here.positions(), {**AFTER, ('beds', 'lc', '2026-06-01'): 1, ('beds', 'lc', DAY): 4}))


def check_outside(tap):
    """A partner that has left and a dropped goal are in no matrix, but in the sheet they may stay."""
    for name, change in (('a partner that has left', ('partners', 0, 'left')),
                         ('a dropped goal', ('goals', 0, 'dropped'))):
        with place() as folder:
            here = Place(folder)
            kind, index, status = change
            outside = json.loads(json.dumps(PROJECT))
            outside[kind][index]['status'] = status
            outside['positions'].append({'goal': 'beds', 'partner': 'rt', 'date': '2026-12-01',
                                         'value': -3})
            cli.write(here.path, json.dumps(outside).encode())
            before = cli.read(here.path)
            result = here.run('Goal,Riverside\nPlant the first beds,3\n', '--date', DAY)
            tap.check(f'what holds already of {name}', cli.unless_done(result),
                      cli.unless_equal(result.stdout,
                                       '0 positions were entered, 1 holds already.\n'),
                      cli.unless_equal(cli.read(here.path), before))


def check_forms(tap):
    """The same table as other programs write it."""
    quoted = '\n'.join(','.join(f'"{cell}"' for cell in row) for row in (
        ('', 'Riverside Trust', 'Leaf & Co', 'Käfer GmbH'), ('Plant the first beds', '3', '-2', ''),
        ('Open a shop, and soon', '-1', '0', '+4')))
    rows = [['', 'Riverside', 'Leaf & Co', 'KAFER  GMBH '], ['Plant the first beds', '3', '–2', ' '],
            ['Open a shop, and soon', '-1,0', '0', '4,00'], ['', '', '', '']]
    semicolons = '\n'.join(';'.join(row) for row in rows)
    tabs = '\r'.join('\t'.join(row) for row in rows)
    for name, data in (('quotes', quoted), ('semicolons', semicolons), ('tabs', tabs),
                       ('a byte order mark', '\ufeff' + TABLE),
                       ('UTF-16', '\ufeff'.encode('utf-16-le') + tabs.encode('utf-16-le')),
                       ('Windows-1252', TABLE.replace('−', '-').encode('cp1252')),
                       ('blank lines above', '\n\n' + TABLE)):
        with place() as folder:
            here = Place(folder)
            result = here.run(data, '--date', DAY)
            tap.check(f'a table with {name}', cli.unless_done(result),
                      cli.unless_equal(here.positions(), AFTER))


def check_problems(tap):
    for name, table, complaint in (
            ('an unknown goal', 'Goal,Leaf & Co\nPlant trees,1\n',
             'Row 2: no goal is called “Plant trees”.'),
            ('an unknown partner', 'Goal,Leaf and Co\nPlant the first beds,1\n',
             'Column B: no partner is called “Leaf and Co”.'),
            ('a column without a name', 'Goal,Leaf & Co\nPlant the first beds,1,2\n',
             'Column C: no partner stands above it.'),
            ('a goal twice', 'Goal,Leaf & Co\nPlant the first beds,1\nplant the first beds,2\n',
             'Row 3: the goal “plant the first beds” has a row already.'),
            ('a partner twice', 'Goal,Riverside,Riverside Trust\nPlant the first beds,1,2\n',
             'Column C: the partner “Riverside Trust” has a column already.'),
            ('a value too high', 'Goal,Riverside,Leaf & Co\nPlant the first beds,1,5\n',
             'Cell C2: “5” is no position. Write −4 to +4, or nothing.'),
            ('a word', 'Goal,Riverside\nPlant the first beds,yes\n',
             'Cell B2: “yes” is no position. Write −4 to +4, or nothing.'),
            ('a row without a goal', 'Goal,Riverside\n,2\n', 'Row 2: no goal stands at its start.'),
            ('nothing', '\n', 'There is no table: a row with partners is expected first.')):
        with place() as folder:
            here = Place(folder)
            before = cli.read(here.path)
            result = here.run(table + ('' if name == 'nothing' else '"Open a shop, and soon",1\n'))
            tap.check(f'{name} is told', cli.unless_done(result, cli.FAILED),
                      cli.unless_equal(result.stdout, complaint + '\n'),
                      cli.unless_in('Nothing was imported: 1 thing in “matrix.csv” does not fit',
                                    result.stderr))
            tap.check(f'and with {name} nothing is written', cli.unless_equal(cli.read(here.path), before))
            tap.check(f'{name} in a dry run', cli.unless_done(here.run(table, '-n'), cli.NO))


def check_ambiguous(tap):
    with place() as folder:
        here = Place(folder)
        both = {**PROJECT, 'partners': [*PROJECT['partners'], {'id': 'zz', 'name': 'RIVERSIDE'}],
                'goals': [*PROJECT['goals'], {'id': 'zz2', 'title': 'plant  the first BEDS'}]}
        cli.write(here.path, json.dumps(both).encode())
        result = here.run(TABLE)
        tap.check('names of several are told', cli.unless_done(result, cli.FAILED),
                  cli.unless_in('Column B: several partners are called “riverside”.', result.stdout),
                  cli.unless_in('Row 2: several goals are called “plant the first beds”.',
                                result.stdout),
                  cli.unless_in('2 things', result.stderr))


def check_dry_run(tap):
    with place() as folder:
        here = Place(folder)
        before = cli.read(here.path)
        result = here.run(TABLE.replace('+3', '1'), '--dry-run', '--date', DAY)
        tap.check('a dry run lists the changes', cli.unless_done(result),
                  cli.unless_equal(result.stdout,
                                   'Plant the first beds, Riverside Trust: +3 → +1\n'
                                   'Plant the first beds, Leaf & Co: unknown → −2\n'
                                   'Open a shop, and soon, Riverside Trust: unknown → −1\n'
                                   'Open a shop, and soon, Leaf & Co: unknown → 0\n'
                                   'Open a shop, and soon, Käfer GmbH: unknown → +4\n'
                                   '5 positions would be entered, 0 hold already.\n'),
                  cli.unless_equal(cli.read(here.path), before))


def check_refusals(tap):
    with place() as folder:
        here = Place(folder)
        tap.check('a quote that is not closed',
                  cli.unless_done(result := here.run('Goal,"Leaf\nPlant,1\n'), cli.FAILED),
                  cli.unless_in('line 1', result.stderr))
        tap.check('a picture', cli.unless_done(result := here.run(b'\x89PNG\0\0'), cli.FAILED),
                  cli.unless_in('“matrix.csv” is no table of text', result.stderr))
        tap.check('no such table', cli.unless_done(cli.run(
            'import', here.path, 'positions', os.path.join(folder, 'none.csv')), cli.FAILED))
        tap.check('no such kind', cli.unless_done(result := cli.run(
            'import', here.path, 'wishes', os.path.join(folder, 'matrix.csv')), cli.FAILED),
                  cli.unless_in('“wishes”', result.stderr))
        tap.check('no such day', cli.unless_done(here.run(TABLE, '--date', '2026-13-01'), cli.FAILED))
        newer = {**PROJECT, 'version': 99}
        cli.write(here.path, json.dumps(newer).encode())
        tap.check('a newer file is left alone', cli.unless_done(here.run(TABLE), cli.FAILED),
                  cli.unless_equal(json.loads(cli.read(here.path)), newer))


with Tap() as points:
    check_import(points)
    check_outside(points)
    check_forms(points)
    check_problems(points)
    check_ambiguous(points)
    check_dry_run(points)
    check_refusals(points)
