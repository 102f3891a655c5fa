#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into an empty folder and looks whether everything stands where desktops look for it.

usage: tests/desktop/check-install.py BUILD-FOLDER PREFIX PROGRAM…
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from tap import Tap

APP = 'io.github.entente.Entente'
FILES = (
    f'share/applications/{APP}.desktop',
    f'share/metainfo/{APP}.metainfo.xml',
    f'share/mime/packages/{APP}.xml',
    f'share/glib-2.0/schemas/{APP}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APP}.svg',
    f'share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg',
    'share/bash-completion/completions/entente',
    'share/bash-completion/completions/entente-cli',
    'share/man/man1/entente.1',
    'share/man/man1/entente-cli.1',
    'share/entente/entente-1.schema.json',
) + tuple(f'share/entente/samples/{name}.entente.json' for name in (
    'art-therapy', 'climate-action', 'community-garden', 'digital-literacy', 'urban-transport'))


def main(build, prefix, programs):
    with tempfile.TemporaryDirectory() as folder, Tap() as tap:
        done = subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--destdir', folder],
                              capture_output=True, text=True, check=False)
        if not tap.check('it can be installed', done.stderr if done.returncode else None):
            return
        top = folder + prefix
        for file in FILES + tuple(f'bin/{program}' for program in programs):
            tap.check(file, None if os.path.isfile(os.path.join(top, file)) else 'is not there')
        stray = [os.path.join(place, name)[len(top):] for place, _, names in os.walk(top)
                 for name in names if name.endswith(('.a', '.h', '.c', '.in'))]
        tap.check('nothing is installed that only builds', *stray)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
