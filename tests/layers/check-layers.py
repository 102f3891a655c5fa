#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that no folder of src/ includes a higher one, or a library it has no business with.

usage: tests/layers/check-layers.py TOP

Headers are included by their path from src/, as in model/ent-record.h.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from tap import Tap

BASE = ['model']
PLAN = BASE + ['analysis', 'render']

# What each folder may include, besides its own headers.
FOLDERS = {
    'model': [],
    'store': BASE,
    'analysis': BASE,
    'render': BASE + ['analysis'],
    'report': PLAN,
    'cli': PLAN + ['store', 'report'],
    'widgets': PLAN,
    'pages': PLAN + ['store', 'widgets'],
    'app': PLAN + ['store', 'report', 'widgets', 'pages'],
}

# The libraries that are not for everybody: how their headers begin, and who may include them.
WINDOWS = ['widgets', 'pages', 'app']
LIBRARIES = (
    (r'(gtk|gdk|gsk)/', 'GTK', WINDOWS),
    (r'adwaita\.h|adw', 'libadwaita', ['pages', 'app']),
    (r'libportal', 'libportal', ['app']),
    (r'pango|cairo', 'Pango and cairo', ['render', 'report'] + WINDOWS),
    (r'json-glib/', 'json-glib', ['model', 'store', 'report', 'cli']),
)

INCLUDE = re.compile(r'^\s*#\s*include\s*(?P<mark>["<])(?P<path>[^">]+)[">]')


def complaint(folder, mark, path):
    """What is wrong with this include in a file of this folder; None if nothing is."""
    if mark == '<':
        for pattern, name, allowed in LIBRARIES:
            if re.match(pattern, path) and folder not in allowed:
                return f'{name} is not for src/{folder}'
        return None

    if path == 'config.h':
        return None
    if '/' not in path or path.startswith('.'):
        return 'headers are included by their path from src/'
    target = path.split('/')[0]
    if target == folder:
        return None
    if target not in FOLDERS:
        return f'there is no layer {target}'
    if target not in FOLDERS[folder]:
        return f'src/{folder} must not know src/{target}'
    return None


def check_folder(top, folder):
    """The complaints about one folder of src/, each with file and line."""
    for place, _, names in sorted(os.walk(os.path.join(top, 'src', folder))):
        for name in sorted(names):
            if not name.endswith(('.c', '.h')):
                continue
            file = os.path.join(place, name)
            with open(file, encoding='utf-8') as lines:
                for number, line in enumerate(lines, 1):
                    found = INCLUDE.match(line)
                    wrong = found and complaint(folder, found['mark'], found['path'])
                    if wrong:
                        yield f'{os.path.relpath(file, top)}:{number}: {found["path"]}: {wrong}'


def unknown_folders(top):
    """The folders of src/ that have no place in the order yet."""
    source = os.path.join(top, 'src')
    for name in sorted(os.listdir(source)):
        if os.path.isdir(os.path.join(source, name)) and name not in FOLDERS:
            yield f'src/{name} has no place in {os.path.basename(__file__)}'


def main(top):
    with Tap() as tap:
        tap.check('every folder has a place', *unknown_folders(top))
        for folder in FOLDERS:
            tap.check(f'src/{folder} keeps to its layer', *check_folder(top, folder))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
