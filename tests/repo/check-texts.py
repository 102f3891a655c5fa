#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what every file of the tree must keep to.

usage: tests/repo/check-texts.py TOP

Nothing lies at the top that does not belong there, each source file says its licence and is of a
length one can keep in mind, nothing is put off with a marker word, no path of somebody's machine
stands in it, scripts pass shellcheck, and the README names files that are there.
"""

import glob
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from tap import Tap

LONGEST = 1000
# In pieces, so that this file may stand in the tree it checks.
PUT_OFF = re.compile(r'\b(' + '|'.join(['TO' 'DO', 'FIX' 'ME', 'X' 'XX', 'HA' 'CK']) + r')\b')
MACHINE = re.compile(r'(?<![\w.:])/(home|root|work)/(?!entente\b)\w')
NAMED = re.compile(r'\b(?:data|flatpak|po|src|tests|ui)/[\w.*/-]*\w')
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'

TOP_LEVEL = ('LICENSE', 'README.md', 'data', 'dev', 'flatpak', 'meson.build', 'meson_options.txt', 'po',
             'src', 'tests', 'ui')
SKIPPED_FOLDERS = ('.git', '__pycache__', '.flatpak-builder')
TEXT = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.in', '.md', '.build', '.1', '.yml')


def tree(top):
    """Every file that was written, not built, as a path from the top."""
    for place, folders, names in os.walk(top):
        folders[:] = sorted(folder for folder in folders
                            if folder not in SKIPPED_FOLDERS and not folder.startswith('_build'))
        for name in sorted(names):
            yield os.path.relpath(os.path.join(place, name), top)


def read(top, file):
    with open(os.path.join(top, file), encoding='utf-8', errors='replace') as text:
        return text.read()


def is_shell(top, file):
    if file.startswith('tests/data/') or not os.path.isfile(os.path.join(top, file)):
        return False
    if file.endswith('.sh') or file.startswith('data/completions/'):
        return True
    if os.path.splitext(file)[1]:
        return False
    with open(os.path.join(top, file), 'rb') as start:
        return re.match(rb'#!.*\b(ba)?sh\b', start.readline()) is not None


def strays(top):
    """What lies beside the folders that belong there, left by a program, say."""
    return [name for name in sorted(os.listdir(top))
            if name not in TOP_LEVEL and not name.startswith(('.', '_build'))]


def places(texts, pattern):
    """Where the pattern is found: file, line, and what was found."""
    for file, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            found = pattern.search(line)
            if found:
                yield f'{file}:{number}: {found[0]}'


def nowhere(top, texts):
    """The paths that the README names and the tree does not have."""
    for path in NAMED.findall(texts.get('README.md', '')):
        if not glob.glob(os.path.join(top, path)):
            yield path


def main(top):
    files = list(tree(top))
    scripts = [file for file in files if is_shell(top, file)]
    written = [file for file in files
               if file.endswith(TEXT) and not file.startswith(('tests/data/', 'data/samples/'))]
    texts = {file: read(top, file) for file in sorted(set(written + scripts))}
    sources = {file: text for file, text in texts.items() if file.endswith(('.c', '.h', '.py'))}

    with Tap() as tap:
        tap.check('nothing strange lies at the top', *strays(top))
        tap.check('nothing is put off', *places(texts, PUT_OFF))
        tap.check('no path of a machine', *places(texts, MACHINE))
        tap.check('sources say their licence',
                  *(file for file, text in sources.items() if LICENCE not in text[:300]))
        tap.check(f'no source is longer than {LONGEST} lines',
                  *(f'{file}: {text.count(chr(10))}' for file, text in sources.items()
                    if text.count('\n') > LONGEST))
        tap.check('files end with a newline and lines without blanks',
                  *(file for file, text in sources.items() if text and not text.endswith('\n')),
                  *places(sources, re.compile(r'[ \t]+$')))
        tap.check('the README names what there is', *nowhere(top, texts))
        if shutil.which('shellcheck'):
            checked = subprocess.run(['shellcheck', *scripts], cwd=top, capture_output=True,
                                     text=True, check=False)
            tap.check('scripts pass shellcheck', checked.stdout if checked.returncode else None)
        else:
            tap.skip('scripts pass shellcheck', 'shellcheck is not installed')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
