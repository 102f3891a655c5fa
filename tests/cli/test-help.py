#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of itself, and that the man page and the completion say the same."""

import os
import re
import subprocess

import cli
from tap import Tap

MAN = os.path.join(cli.TOP, 'data', 'man', 'entente-cli.1')
COMPLETION = os.path.join(cli.TOP, 'data', 'completions', 'entente-cli')
# What the completion needs of bash-completion, in short.
COMPLETE = '''
_init_completion ()
{
  words=("${typed[@]}")
  cword=$((${#words[@]} - 1))
  cur=${words[cword]}
  prev=${words[cword - 1]}
}
_filedir () { COMPREPLY=(FILE); }
source "$1"
shift
typed=(entente-cli "$@")
_entente_cli
printf '%s\\n' "${COMPREPLY[@]}"
'''


def options_in(text):
    """The options of a help text: long ones, and the letters that stand before some of them."""
    return {option for line in text.splitlines() if line.startswith('  -')
            for option in re.findall(r'(?<![\w-])--?[a-z][a-z-]*', line.split('   ')[0])}


def commands():
    """The commands that the program lists."""
    listed = cli.run('--help').stdout.partition('Commands:\n')[2].partition('\n\n')[0]
    return re.findall(r'^  ([a-z]+) ', listed, re.MULTILINE)


def man_options():
    """What the man page has for each command: an option starts a line in bold."""
    with open(MAN, encoding='utf-8') as text:
        page = text.read()
    found = {}
    for section in re.split(r'^\.SS ', page.partition('.SH OPTIONS')[0], flags=re.MULTILINE)[1:]:
        lines = re.findall(r'^\.TP\n(\.[BIR]+ .*)$', section, re.MULTILINE)
        found[section.split('\n')[0]] = {
            option for line in lines
            for option in re.findall(r'(?<![\w-])--?[a-z][a-z-]*', line.replace('\\-', '-'))}
    return found


def complete(*words):
    """What the completion offers for the last of the words."""
    return subprocess.run(['bash', '-c', COMPLETE, 'bash', COMPLETION, *words],
                          capture_output=True, encoding='utf-8', check=True).stdout.split()


def check_command(tap, command, in_man):
    helped = cli.run(command, '--help')
    options = options_in(helped.stdout)
    tap.check(f'{command} --help', cli.unless_done(helped),
              cli.unless_in(f'entente-cli {command}', helped.stdout),
              cli.unless_in('--help', helped.stdout))
    tap.check(f'the man page has the options of {command}',
              cli.unless_equal(sorted(in_man.get(command, ())), sorted(options - {'-h', '--help'})))
    tap.check(f'the completion has the options of {command}',
              cli.unless_equal(sorted(complete(command, '--')),
                               sorted(option for option in options if option.startswith('--'))))


def check_lists(tap, listed, in_man):
    tap.check('the man page has the commands', cli.unless_equal(list(in_man), listed))
    tap.check('the completion has the commands',
              cli.unless_equal(complete(''), [*listed, '--help', '--version']))
    names = [os.path.basename(path).partition('.')[0] for path in cli.samples()]
    tap.check('the completion has the examples',
              cli.unless_equal(sorted(complete('new', '--from', '')), names))
    with open(MAN, encoding='utf-8') as page:
        page = page.read().replace('\\-', '-')
    helped = cli.run('new', '--help').stdout
    tap.check('the help and the man page have the examples',
              *(cli.unless_in(name, helped) or cli.unless_in(name, page) for name in names))
    tap.check('files are completed', cli.unless_equal(complete('check', ''), ['FILE']),
              cli.unless_equal(complete('format', '-o', ''), ['FILE']))


def check_export(tap):
    """What can be exported is named wherever somebody looks for it."""
    with open(MAN, encoding='utf-8') as page:
        page = page.read().replace('\\-', '-').partition('.SS export')[2].partition('.SH')[0]
    helped = cli.run('export', '--help').stdout
    for option, asked in (
            ('--document', ('--document', 'none', '-o', '-')),
            ('--format', ('--document', 'kpis', '--format', 'none', '-o', '-')),
            ('--paper', ('--document', 'kpis', '--paper', 'none', '-o', '-'))):
        names = cli.run('export', cli.GARDEN, *asked).stderr.strip().rpartition('there are ')[2]
        names = names.rstrip('.').split(', ')
        tap.check(f'the help and the man page have what {option} takes',
                  None if len(names) >= 6 else f'only {names}',
                  *(cli.unless_in(name, re.findall(r'[\w-]+', text))
                    for name in names for text in (helped, page)))


def check_words(tap):
    """What stands for no command."""
    version = cli.run('--version')
    tap.check('--version', cli.unless_done(version),
              None if re.fullmatch(r'entente-cli \d+\.\d+\.\d+\n', version.stdout) else version.stdout)
    tap.check('-h', cli.unless_equal(cli.run('-h').stdout, cli.run('--help').stdout))
    for typed, answer in (
            ([], 'entente-cli: Which command? See “entente-cli --help”.\n'),
            (['chekc'], 'entente-cli: There is no command “chekc”. Did you mean “check”?\n'),
            (['fo'], 'entente-cli: There is no command “fo”. Did you mean “format”?\n'),
            (['frobnicate'],
             'entente-cli: There is no command “frobnicate”; see “entente-cli --help”.\n'),
            (['a\né\x1b'], 'entente-cli: There is no command “a é\ufffd”; see “entente-cli --help”.\n'),
            (['check', ''], 'entente-cli: check was given a file without a name.\n'),
            (['show'], 'entente-cli: show needs FILE; see “entente-cli show --help”.\n'),
            (['show', 'a', 'b'],
             'entente-cli: show was given too much; see “entente-cli show --help”.\n'),
            (['show', '--\x1b[2J\n\u202e', 'a'], 'entente-cli: Unknown option --\ufffd[2J \ufffd\n'),
            (['show', '--wrong', 'a'], 'entente-cli: Unknown option --wrong\n'),
            (['new', 'a'], 'entente-cli: new was given too much; see “entente-cli new --help”.\n')):
        result = cli.run(*typed)
        tap.check(f'entente-cli {" ".join(typed)!r}', cli.unless_done(result, cli.FAILED),
                  cli.unless_equal(result.stderr, answer), cli.unless_equal(result.stdout, ''))


with Tap() as points:
    described = man_options()
    for one in commands():
        check_command(points, one, described)
    check_lists(points, commands(), described)
    check_export(points)
    check_words(points)
