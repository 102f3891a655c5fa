# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs every page as people may have it: light, dark, high contrast, narrow, in large text,
from right to left, full and empty.

usage: tests/app/shot.py BUILD-FOLDER PICTURE-FOLDER [WORD…]

With words, only the pictures whose names hold one of them. Run it inside tests/headless.sh."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
os.environ.setdefault('ENTENTE_TEST_SOURCE', str(SOURCE))
os.environ.setdefault('ENTENTE_DATADIR', str(SOURCE / 'data'))

import projects  # noqa: E402
from driver import Desk, keys, until  # noqa: E402
from driver.settings import page_names, remember  # noqa: E402

CORNER = (1279, 899)

WIDE, NARROW = (1180, 760), (360, 720)

# How it looks: environment, settings of the desktop, size of the window.
LOOKS = {
    'light': ({}, {}, WIDE),
    'dark': ({'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, {}, WIDE),
    'contrast': ({'ADW_DEBUG_HIGH_CONTRAST': '1'}, {}, WIDE),
    'narrow': ({}, {}, NARROW),
    'large': ({}, {'gtk_font_name': 'Cantarell 17'}, WIDE),
    # Without a translation into such a language, the direction is turned by itself.
    'rtl': ({'GTK_DEBUG': 'invert-text-dir'}, {}, WIDE),
}

def take(picture, process):
    """Photographs the windows of a process once they stand still."""
    seen = []

    def stands_still():
        keys.photograph(picture)
        seen.append(keys.run('identify', '-format', '%#', picture))
        return seen[-2:-1] == seen[-1:]

    until(stands_still, 'a picture that stands still')
    boxes = [keys.geometry(window) for window in keys.windows_of(process)]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right = max(box[0] + box[2] for box in boxes)
    bottom = max(box[1] + box[3] for box in boxes)
    keys.run('mogrify', '-crop', f'{right - left}x{bottom - top}+{left}+{top}', '+repage', picture)


class Photographer:
    """Opens the program in every way that is asked for."""

    def __init__(self, folder, words):
        self.folder = Path(folder)
        self.words = words

    def wanted(self, name):
        return not self.words or any(word in name for word in self.words)

    @contextlib.contextmanager
    def program(self, look, page, *files):
        environment, settings, size = LOOKS[look]
        desk = Desk()
        desk.environment['G_DEBUG'] = ''
        desk.settings_ini(**{'gtk_font_name': 'Cantarell 11', **settings})
        remember(desk, last_page=page, window_width=size[0], window_height=size[1])
        program = desk.start(*files, **environment)
        try:
            program.window()
            program.active()
            # Out of the way: what the pointer rests on has a tooltip.
            keys.move(*CORNER)
            window, = keys.windows_of(program.process.pid)
            keys.run('xdotool', 'windowsize', window, *size)
            yield program
        finally:
            for line in desk.clear():
                print(line, file=sys.stderr)
            desk.remove()

    def shoot(self, name, look, page, keys_pressed=(), files=(projects.GARDEN,)):
        """One picture: keys are pressed one after the other, each when the window is still."""
        name = f'{name}-{look}'
        if not self.wanted(name):
            return
        with self.program(look, page, *files) as program:
            picture = self.folder / f'{name}.png'
            take(picture, program.process.pid)
            for key in keys_pressed:
                if key.startswith('“'):
                    keys.write(key.strip('“”'))
                else:
                    keys.press(key)
                take(picture, program.process.pid)
            print(picture)

    def all(self):
        with tempfile.TemporaryDirectory() as folder:
            empty = projects.write(Path(folder) / 'empty.json', projects.empty())
            for look in LOOKS:
                self.shoot('start', look, '', files=())
                for page in page_names():
                    self.shoot(page, look, page)
                    self.shoot(f'{page}-empty', look, page, files=[empty])
                self.shoot('kpi-list', look, 'kpis', ['alt+6', 'ctrl+Next'])
                self.shoot('enter', look, 'kpis', ['alt+6', 'ctrl+Next', 'ctrl+Next'])
        for look in ('light', 'dark', 'narrow'):
            self.shoot('search', look, '', ['ctrl+f', '“compost”'])
            self.shoot('preferences', look, '', ['ctrl+comma'])
            self.shoot('shortcuts', look, '', ['F1'])
            self.shoot('menu', look, '', ['F10'])
            self.shoot('print', look, '', ['ctrl+p'])
            self.shoot('close', look, '', ['alt+2', 'ctrl+shift+n', '“Bakery”', 'Return', 'ctrl+w'])


def main(build, folder, *words):
    sys.argv[1] = str(Path(build).resolve() / 'src' / 'app' / 'entente')
    Path(folder).mkdir(parents=True, exist_ok=True)
    Photographer(folder, words).all()


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
