#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli format`: the bytes of a save, nothing lost, nothing overwritten unasked."""

import os

import cli
from tap import Tap


def check_samples(tap):
    for path in cli.samples():
        name = os.path.basename(path)
        result = cli.run('format', path, text=False)
        tap.check(f'{name} is written as it stands',
                  cli.unless_equal(result.returncode, cli.FINE), cli.unless_equal(result.stderr, b''),
                  None if result.stdout == cli.read(path) else 'other bytes')
        tap.check(f'{name} is in its canonical form', cli.unless_done(cli.run('format', '-c', path)))


def check_numbers(tap):
    for locale in ('de_DE.UTF-8', 'C'):
        result = cli.run('format', cli.GARDEN, text=False, LC_ALL=locale)
        tap.check(f'the same bytes in {locale}',
                  None if result.stdout == cli.read(cli.GARDEN) else 'other bytes')


def check_output(tap):
    with cli.folder_with(cli.GARDEN) as folder:
        out = os.path.join(folder, 'out.json')
        name = os.path.basename(cli.GARDEN)

        tap.check('to a file', cli.unless_done(cli.run('format', name, '-o', out, folder=folder)),
                  cli.unless_equal(cli.read(out), cli.read(cli.GARDEN)))
        cli.write(out, b'mine')
        refused = cli.run('format', name, '-o', out, folder=folder)
        tap.check('a file that is there is left alone', cli.unless_done(refused, cli.FAILED),
                  cli.unless_in('“out.json” is there already', refused.stderr),
                  cli.unless_equal(cli.read(out), b'mine'))
        tap.check('unless told otherwise',
                  cli.unless_done(cli.run('format', name, '-f', '-o', out, folder=folder)),
                  cli.unless_equal(cli.read(out), cli.read(cli.GARDEN)))
        tap.check('one way at a time',
                  cli.unless_done(cli.run('format', '-i', '-c', name, folder=folder), cli.FAILED))


def check_in_place(tap):
    with cli.folder_with(cli.GARDEN) as folder:
        path = os.path.join(folder, os.path.basename(cli.GARDEN))
        canonical = cli.read(path)
        cli.write(path, canonical.replace(b'\n', b'\r\n\t'))

        other = cli.run('format', '--check', path)
        tap.check('another form is told', cli.unless_done(other, cli.NO),
                  cli.unless_in('not in its canonical form', other.stdout))
        tap.check('and mended in place', cli.unless_done(cli.run('format', '--in-place', path)),
                  cli.unless_equal(cli.read(path), canonical))
        before = os.stat(path)
        cli.run('format', '--in-place', path)
        tap.check('what is canonical is not written again',
                  cli.unless_equal(os.stat(path).st_ino, before.st_ino),
                  cli.unless_equal(os.stat(path).st_mtime_ns, before.st_mtime_ns))


with Tap() as points:
    check_samples(points)
    check_numbers(points)
    check_output(points)
    check_in_place(points)
