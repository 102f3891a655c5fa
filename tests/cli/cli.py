# SPDX-License-Identifier: GPL-3.0-or-later
"""Running the command line program from a test: no display, no bus, no home, its texts as they are."""

import contextlib
import os
import subprocess
import sys
import tempfile

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
sys.path.insert(0, os.path.join(TOP, 'tests'))

SAMPLES = os.path.join(TOP, 'data', 'samples')
BAD = os.path.join(TOP, 'tests', 'data', 'bad')
GARDEN = os.path.join(SAMPLES, 'community-garden.entente.json')
CLIMATE = os.path.join(SAMPLES, 'climate-action.entente.json')
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ''
# What a desktop would have set; the program must not need any of it.
DESKTOP = ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR')
FINE, NO, FAILED = 0, 1, 2


def samples():
    """The example projects, as paths."""
    return sorted(os.path.join(SAMPLES, name) for name in os.listdir(SAMPLES)
                  if name.endswith('.entente.json'))


def environment(**settings):
    kept = {name: value for name, value in os.environ.items() if name not in DESKTOP}
    return {**kept, 'HOME': '/nonexistent', 'LC_ALL': 'C.UTF-8',
            'ENTENTE_DATADIR': os.path.join(TOP, 'data'), **settings}


def run(*arguments, folder=None, text=True, stdout=subprocess.PIPE, **settings):
    """Runs the program; settings go into its environment. What comes back has the exit status, what
    it printed and what it complained of."""
    return subprocess.run([PROGRAM, *arguments], env=environment(**settings), cwd=folder,
                          stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                          encoding='utf-8' if text else None, check=False, timeout=60)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def write(path, data):
    with open(path, 'wb') as file:
        file.write(data)
    return path


def shown(value):
    """A value for a complaint: on one line, not the whole of a file."""
    text = repr(value)
    return text if len(text) < 2000 else f'{text[:2000]}… ({len(text)} characters)'


def unless_equal(got, expected, what='got'):
    return None if got == expected else f'{what} {shown(got)} instead of {shown(expected)}'


def unless_in(part, whole):
    return None if part in whole else f'{part!r} is not in {shown(whole)}'


def unless_done(result, status=FINE):
    """A complaint unless it ended with that status and said nothing but what a status of 2 needs:
    one line on standard error, and nothing else anywhere."""
    lines = result.stderr.splitlines()
    wanted = 1 if status == FAILED else 0
    return '\n'.join(filter(None, (
        unless_equal(result.returncode, status, 'status'),
        unless_equal(len(lines), wanted, f'complaints {lines}:')))) or None


@contextlib.contextmanager
def folder_with(*files):
    """A folder with copies of these files."""
    with tempfile.TemporaryDirectory(prefix='ent-cli-') as folder:
        for path in files:
            write(os.path.join(folder, os.path.basename(path)), read(path))
        yield folder
