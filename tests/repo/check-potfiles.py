#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that po/POTFILES lists every file with texts to translate, and no other.

usage: tests/repo/check-potfiles.py [--write] TOP

With --write the list is written anew instead.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from tap import Tap

# What makes a file one with texts, by how its name ends.
MARKS = {
    '.c': re.compile(r'\b(N?C?_|Q_|n?gettext|g_dn?p?gettext2?) ?\(\s*"'),
    '.h': re.compile(r'\b(N?C?_|Q_|n?gettext|g_dn?p?gettext2?) ?\(\s*"'),
    '.ui': re.compile(r'\btranslatable="(yes|true|1)"'),
    '.desktop.in': re.compile(r'^Name=', re.MULTILINE),
    '.xml.in': re.compile(r'<(comment|summary|name)>'),
}
FOLDERS = ('data', 'src', 'ui')


def expected(top):
    """The files of the tree that have texts, in order."""
    for folder in FOLDERS:
        for place, _, names in os.walk(os.path.join(top, folder)):
            for name in names:
                mark = next((mark for end, mark in MARKS.items() if name.endswith(end)), None)
                if mark is None:
                    continue
                file = os.path.join(place, name)
                with open(file, encoding='utf-8') as text:
                    if mark.search(text.read()):
                        yield os.path.relpath(file, top)


def main(top, write):
    potfiles = os.path.join(top, 'po', 'POTFILES')
    files = sorted(expected(top))
    if write:
        with open(potfiles, 'w', encoding='utf-8') as out:
            out.writelines(f'{file}\n' for file in files)
        return

    with open(potfiles, encoding='utf-8') as lines:
        listed = [line.strip() for line in lines if line.strip() and not line.startswith('#')]
    hint = 'run `./dev pot`'
    with Tap() as tap:
        tap.check('every file with texts is listed',
                  *(f'{file} is missing: {hint}' for file in files if file not in listed))
        tap.check('every listed file has texts',
                  *(f'{file} has none: {hint}' for file in listed if file not in files))
        tap.check('no file is listed twice',
                  *(f'{file}: {hint}' for file in sorted(set(listed)) if listed.count(file) > 1))


if __name__ == '__main__':
    arguments = [argument for argument in sys.argv[1:] if argument != '--write']
    if len(arguments) != 1:
        sys.exit(__doc__)
    main(arguments[0], '--write' in sys.argv)
