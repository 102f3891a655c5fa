#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli check`, over the samples and the folder of bad files: the exact texts, as text and as
JSON, and what counts for the exit status."""

import json
import os
import re

import cli
from tap import Tap

with open(os.path.join(cli.BAD, 'manifest.json'), encoding='utf-8') as text:
    EXPECTED = json.load(text)


def unwrapped(text):
    """The text of a check with its lines joined again."""
    return re.sub(r'\n {4,}', ' ', text)


def check_refused(tap, name, expected):
    path = os.path.join(cli.BAD, name)
    start = f'entente-cli: Could not open “{name}”. {expected["error"]}'
    for command in ('check', 'show', 'format'):
        result = cli.run(command, path)
        tap.check(f'{command} {name}', cli.unless_done(result, cli.FAILED),
                  cli.unless_equal(result.stdout, ''),
                  None if result.stderr.startswith(start) else cli.shown(result.stderr))
    answer, = json.loads(cli.run('check', '--json', path).stdout)
    tap.check(f'{name} as JSON', cli.unless_equal(answer['status'], cli.FAILED),
              cli.unless_in(expected['error'], answer['error']))


def check_problems(tap, name, expected):
    path = os.path.join(cli.BAD, name)
    result = cli.run('check', path, COLUMNS='1000')
    answer, = json.loads(cli.run('check', '--json', path).stdout)
    n, counts = len(expected['problems']), {'warning', 'loss'}
    pressing = (any(problem['severity'] in counts for problem in answer['problems']) or
                any(finding['severity'] == 'act-now' for finding in answer['findings']))
    tap.check(f'check {name}', cli.unless_done(result, cli.NO if pressing else cli.FINE),
              cli.unless_in(f'{name}: {n} problem', result.stdout),
              *(cli.unless_in(f': {problem}\n', result.stdout) for problem in expected['problems']))
    tap.check(f'{name} as JSON', cli.unless_equal(answer['status'], result.returncode),
              cli.unless_equal(len(answer['problems']), n),
              *(None if expected_text.endswith(problem['message']) else problem['message']
                for expected_text, problem in zip(expected['problems'], answer['problems'])))
    strict = cli.run('check', '--strict', path)
    tap.check(f'check --strict {name}',
              cli.unless_done(strict, cli.NO if n or answer['findings'] else cli.FINE))


def check_forms(tap, name, expected):
    """What can be read is shown; what is written again is complete, or refused."""
    path = os.path.join(cli.BAD, name)
    tap.check(f'show {name}', cli.unless_done(cli.run('show', path)),
              cli.unless_done(cli.run('show', '--role-chart', path)))
    first = cli.run('format', path, text=False)
    if expected.get('read-only'):
        tap.check(f'format {name} is refused', cli.unless_equal(first.returncode, cli.FAILED),
                  cli.unless_equal(first.stdout, b''),
                  cli.unless_in(b'can only be read', first.stderr))
        return
    same = first.stdout == cli.read(path) or not expected.get('same')
    with cli.folder_with() as folder:
        again = cli.write(os.path.join(folder, name), first.stdout)
        tap.check(f'format {name}', cli.unless_equal(first.returncode, cli.FINE),
                  None if same else 'other bytes',
                  cli.unless_done(cli.run('format', '--check', again)))


def check_samples(tap):
    for path in cli.samples():
        answer, = json.loads(cli.run('check', '--json', path).stdout)
        tap.check(f'{os.path.basename(path)} is read without a problem',
                  cli.unless_equal(answer.get('problems'), []))


def check_several(tap):
    bad = os.path.join(cli.BAD, 'empty.json')
    both = cli.run('check', bad, cli.GARDEN)
    tap.check('one that cannot be read does not stop the others', cli.unless_done(both, cli.FAILED),
              cli.unless_in('community-garden.entente.json: 0 problems', both.stdout))
    answers = json.loads(cli.run('check', '--json', bad, cli.GARDEN).stdout)
    tap.check('each has its own status',
              cli.unless_equal([answer['status'] for answer in answers], [cli.FAILED, cli.NO]))


def check_findings(tap):
    result = cli.run('check', cli.GARDEN)
    answer, = json.loads(cli.run('check', '--json', cli.GARDEN, LC_ALL='C').stdout)
    joined = unwrapped(result.stdout)
    tap.check('findings are told with what to do', cli.unless_done(result, cli.NO),
              *(cli.unless_in(f'{finding["text"]} {finding["advice"]}\n', joined)
                for finding in answer['findings']))
    tap.check('no line is wider than the terminal',
              *(line for line in cli.run('check', cli.GARDEN, COLUMNS='50').stdout.splitlines()[1:]
                if len(line) > 50))
    project = json.loads(cli.read(cli.GARDEN))
    ids = {record['id'] for part in project.values() if isinstance(part, list)
           for record in part if 'id' in record}
    tap.check('findings name their records',
              *(record for finding in answer['findings'] for record in finding['records']
                if record not in ids))


with Tap() as points:
    for file, wanted in EXPECTED.items():
        if 'error' in wanted:
            check_refused(points, file, wanted)
        else:
            check_problems(points, file, wanted)
            check_forms(points, file, wanted)
    check_samples(points)
    check_several(points)
    check_findings(points)
