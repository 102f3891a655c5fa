#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out to a spreadsheet and comes back changes nothing."""

import json
import os

import cli
from tap import Tap

DOCUMENTS = {'kpis': 'kpi-list', 'measurements': 'measurements'}


def export(folder, path, kind):
    table = os.path.join(folder, kind + '.csv')
    return table, cli.run('export', path, '--document', DOCUMENTS[kind], '-o', table, '--force')


def check_unchanged(tap, folder, sample):
    name = os.path.basename(sample)
    path = cli.write(os.path.join(folder, name), cli.read(sample))
    before = cli.read(path)
    for kind in DOCUMENTS:
        table, exported = export(folder, path, kind)
        result = cli.run('import', path, kind, table)
        tap.check(f'{kind} of {name} come back as they went', cli.unless_done(exported),
                  cli.unless_done(result), cli.unless_in('New: 0, Changed: 0', result.stdout),
                  cli.unless_in('Not understood: 0', result.stdout),
                  cli.unless_equal(cli.read(path), before))


def check_moved(tap, folder, sample):
    """Measurements that are gone come back whole from the table."""
    name = os.path.basename(sample)
    table, exported = export(folder, sample, 'measurements')
    project = json.loads(cli.read(sample))
    project.pop('measurements', None)
    path = cli.write(os.path.join(folder, 'without.json'), json.dumps(project).encode())
    result = cli.run('import', path, 'measurements', table)
    day = '2026-06-30'
    tap.check(f'all that was measured in {name} moves by table', cli.unless_done(exported),
              cli.unless_done(result),
              cli.unless_equal(json.loads(cli.run('analyze', path, '--as-of', day).stdout)['kpis'],
                               json.loads(cli.run('analyze', sample, '--as-of', day).stdout)['kpis']))


def check_to_come(tap, folder):
    """What is written down for a day to come is no less measured."""
    before = {'format': 'entente', 'version': 1,
              'kpis': [{'id': 'k1', 'name': 'Learners'}],
              'measurements': [{'id': 'm1', 'kpi': 'k1', 'date': '9998-12-31', 'value': 7}]}
    path = cli.write(os.path.join(folder, 'to-come.json'), json.dumps(before).encode())
    table, exported = export(folder, path, 'measurements')
    del before['measurements']
    bare = cli.write(os.path.join(folder, 'bare.json'), json.dumps(before).encode())
    result = cli.run('import', bare, 'measurements', table)
    tap.check('what is measured on a day to come moves by table', cli.unless_done(exported),
              cli.unless_done(result), cli.unless_in('9998-12-31', cli.read(bare).decode()))


with Tap() as points, cli.folder_with() as place:
    for one in cli.samples():
        check_unchanged(points, place, one)
        check_moved(points, place, one)
    check_to_come(points, place)
