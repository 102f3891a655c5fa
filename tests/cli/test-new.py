#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli new`: projects of their own that every other command takes."""

import json
import os

import cli
from tap import Tap


def parsed(result):
    return json.loads(result.stdout) if result.returncode == cli.FINE else {}


def check_empty(tap):
    first, second = cli.run('new'), cli.run('new', '--title', 'Street trees & “shade”')
    tap.check('an empty one', cli.unless_done(first),
              cli.unless_equal(sorted(parsed(first)), ['format', 'id', 'project', 'version']))
    tap.check('with a title', cli.unless_done(second),
              cli.unless_equal(parsed(second).get('project', {}).get('title'),
                               'Street trees & “shade”'))
    tap.check('each has an id of its own',
              None if parsed(first).get('id') != parsed(second).get('id') else 'the same id')
    for title in ('two\nlines', 'x' * 1001):
        refused = cli.run('new', '--title', title)
        tap.check(f'no title of {title[:9]!r}', cli.unless_done(refused, cli.FAILED),
                  cli.unless_equal(refused.stdout, ''))


def check_samples(tap):
    for path in cli.samples():
        name = os.path.basename(path).partition('.')[0]
        result = cli.run('new', '--from', name)
        copy, sample = parsed(result), json.loads(cli.read(path))
        tap.check(f'from {name}', cli.unless_done(result),
                  None if copy.pop('id', None) != sample.pop('id') else 'the id of the example',
                  None if copy == sample else 'other contents')
    wrong = cli.run('new', '--from', 'no\nsuch')
    tap.check('no such example', cli.unless_done(wrong, cli.FAILED),
              cli.unless_equal(wrong.stderr, 'entente-cli: There is no example “no such”. There are: '
                               'community-garden, digital-literacy, art-therapy, climate-action, '
                               'urban-transport.\n'))


def check_files(tap):
    with cli.folder_with() as folder:
        made = cli.run('new', '--from', 'art-therapy', '-o', 'plan.json', folder=folder)
        plan = os.path.join(folder, 'plan.json')
        tap.check('to a file', cli.unless_done(made), cli.unless_equal(made.stdout, ''),
                  cli.unless_equal(os.listdir(folder), ['plan.json']))
        before = cli.read(plan)
        refused = cli.run('new', '-o', 'plan.json', folder=folder)
        tap.check('not over a file that is there', cli.unless_done(refused, cli.FAILED),
                  None if cli.read(plan) == before else 'overwritten')
        tap.check('unless told', cli.unless_done(cli.run('new', '-fo', 'plan.json', folder=folder)),
                  None if cli.read(plan) != before else 'not written')
        for command in (['check', '--strict'], ['show'], ['show', '--role-chart'],
                        ['format', '--check']):
            tap.check(f'an empty one is good for {" ".join(command)}',
                      cli.unless_done(cli.run(*command, 'plan.json', folder=folder)))
        lost = cli.run('new', '-o', 'no/such/folder/plan.json', folder=folder)
        tap.check('no such folder', cli.unless_done(lost, cli.FAILED),
                  cli.unless_in('Could not save “plan.json”', lost.stderr))


with Tap() as points:
    check_empty(points)
    check_samples(points)
    check_files(points)
