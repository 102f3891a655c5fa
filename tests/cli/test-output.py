#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Output that does not arrive is a failure, whichever command it comes from, and is said."""

import os

import cli
from tap import Tap

COMMANDS = (
    ('--help',), ('--version',), ('new',), ('new', '--from', 'art-therapy'),
    ('check', cli.GARDEN), ('check', '--json', cli.GARDEN), ('show', cli.GARDEN),
    ('show', '--role-chart', cli.GARDEN), ('format', cli.GARDEN), ('format', '--help'),
    ('export', cli.GARDEN, '--document', 'role-chart', '--format', 'csv', '-o', '-'),
)


def full_disk(*command):
    with open('/dev/full', 'wb') as full:
        return cli.run(*command, stdout=full)


def broken_pipe(*command):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return cli.run(*command, stdout=writing)
    finally:
        os.close(writing)


def no_output(*command):
    # The shell closes it: a program started from here always gets one.
    started = ['sh', '-c', 'exec "$0" "$@" >&-', cli.PROGRAM, *command]
    return cli.subprocess.run(started, env=cli.environment(), stdin=cli.subprocess.DEVNULL,
                              stderr=cli.subprocess.PIPE, encoding='utf-8', check=False, timeout=60)


with Tap() as tap:
    for command in COMMANDS:
        name = ' '.join(os.path.basename(word) for word in command)
        for way, words in ((full_disk, 'the disk is full'),
                           (broken_pipe, 'the program that was to read it has ended'),
                           (no_output, 'there is no standard output')):
            result = way(*command)
            tap.check(f'{name}: {words}', cli.unless_done(result, cli.FAILED),
                      cli.unless_equal(result.stderr, 'entente-cli: Could not write all of the '
                                                      f'output: {words}.\n'))

    # A terminal without curly quotes gets straight ones, not question marks.
    plain = cli.run('show', '/nonexistent/plan.json', LC_ALL='C')
    tap.check('a locale without Unicode', cli.unless_done(plain, cli.FAILED),
              cli.unless_in('Could not open "plan.json": there is no such file.', plain.stderr))
    chart = cli.run('show', '--role-chart', cli.GARDEN, LC_ALL='C').stdout
    tap.check('its empty cells are dots', cli.unless_in('  .   .   .', chart))
