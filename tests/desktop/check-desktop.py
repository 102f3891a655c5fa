#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the desktop gets of the program: icons, media type, man pages, completion, flatpak.

usage: tests/desktop/check-desktop.py TOP

Each is tried with the tool that reads it on people's machines.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from tap import Tap

APP = 'io.github.entente.Entente'
SVG = '{http://www.w3.org/2000/svg}'
SHAPES = {SVG + name for name in ('svg', 'g', 'path', 'rect', 'circle', 'ellipse')}

# A line as typed, and what completion must offer for its last word.
COMPLETIONS = (
    ('entente', '--v', ['--version']),
    ('entente-cli', 'ch', ['check']),
    ('entente-cli', 'export --doc', ['--document']),
    ('entente-cli', 'export --document ',
     ['role-chart', 'alignment', 'kpis', 'kpi-list', 'measurements', 'stories']),
    ('entente-cli', 'export --format p', ['pdf', 'png']),
    ('entente-cli', 'new --fr', ['--from']),
)

COMPLETE = '''
source /usr/share/bash-completion/bash_completion
source "$1"
COMP_LINE=$2 COMP_POINT=${#2} COMP_TYPE=9
read -ra COMP_WORDS <<<"$COMP_LINE"
[[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
"$3" "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
'''


def check_icon(tap, top, folder, name, size):
    file = os.path.join(top, 'data/icons/hicolor', folder, 'apps', name + '.svg')
    root = ElementTree.parse(file).getroot()
    odd = sorted({element.tag for element in root.iter()} - SHAPES)
    shape = None if root.get('viewBox') == f'0 0 {size} {size}' else 'another viewBox'
    tap.check(f'{name} is plain shapes on {size} pixels', shape, *odd)
    if shutil.which('rsvg-convert') is None:
        tap.skip(f'{name} can be drawn', 'rsvg-convert is not installed')
        return
    drawn = subprocess.run(['rsvg-convert', '-w', '64', file], capture_output=True, check=False)
    tap.check(f'{name} can be drawn', drawn.stderr.decode(),
              None if drawn.stdout.startswith(b'\x89PNG') else 'no picture')


def content_type(folder, file):
    """The media type a desktop with this data folder sees in a file."""
    asked = subprocess.run(['gio', 'info', '-a', 'standard::content-type', file],
                           env={**os.environ, 'XDG_DATA_HOME': folder, 'LC_ALL': 'C.UTF-8'},
                           capture_output=True, text=True, check=False)
    return asked.stdout.rpartition('standard::content-type:')[2].strip()


def check_media_type(tap, top):
    sample = os.path.join(top, 'data/samples/community-garden.entente.json')
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, 'mime', 'packages')
        os.makedirs(packages)
        shutil.copy(os.path.join(top, 'data', APP + '.xml.in'), os.path.join(packages, APP + '.xml'))
        made = subprocess.run(['update-mime-database', os.path.join(folder, 'mime')],
                              capture_output=True, text=True, check=False)
        tap.check('the media type can be installed', made.stderr if made.returncode else None)

        plain = os.path.join(folder, 'plain.json')
        with open(plain, 'w', encoding='utf-8') as out:
            out.write('{ "format": "something else" }\n')
        mailed = shutil.copy(sample, os.path.join(folder, 'mailed'))
        for what, file, expected in (
                ('a project', sample, 'application/vnd.entente+json'),
                ('a project that lost its ending', mailed, 'application/vnd.entente+json'),
                ('other JSON', plain, 'application/json')):
            found = content_type(folder, file)
            tap.check(f'{what} is {expected}',
                      None if found == expected else f'{found or "nothing"} instead')


def check_man_pages(tap, top):
    for name in ('entente', 'entente-cli'):
        page = os.path.join(top, 'data/man', name + '.1')
        read = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-z', page],
                              capture_output=True, text=True, check=False)
        tap.check(f'the page of {name} reads well', read.stderr)


def check_completion(tap, top):
    if not os.path.exists('/usr/share/bash-completion/bash_completion'):
        tap.skip('completion', 'bash-completion is not installed')
        return
    for command, typed, expected in COMPLETIONS:
        script = os.path.join(top, 'data/completions', command)
        said = subprocess.run(['bash', '-c', COMPLETE, 'bash', script, f'{command} {typed}',
                               '_' + command.replace('-', '_')],
                              capture_output=True, text=True, check=False)
        offered = said.stdout.split()
        tap.check(f'{command} {typed}: {" ".join(expected)}',
                  None if offered == expected else f'offered {offered}\n{said.stderr}')


def check_flatpak(tap, top):
    with open(os.path.join(top, 'flatpak', APP + '.json'), encoding='utf-8') as text:
        manifest = json.load(text)
    rights = manifest['finish-args']
    tap.check('the flatpak is this program', None if manifest['app-id'] == APP
              and manifest['command'] == 'entente' else 'another')
    tap.check('the flatpak asks for no files and no network',
              *(right for right in rights if 'filesystem' in right or 'network' in right))


def main(top):
    with Tap() as tap:
        check_icon(tap, top, 'scalable', APP, 128)
        check_icon(tap, top, 'symbolic', APP + '-symbolic', 16)
        check_media_type(tap, top)
        check_man_pages(tap, top)
        check_completion(tap, top)
        check_flatpak(tap, top)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
