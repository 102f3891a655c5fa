# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that are full and shares that hang: the window says what is safe, and nothing is lost."""

import os
import subprocess
import sys

import projects
from driver import Run, keys, until
from driver.dialogs import question
from driver.pages import add, go_to, marked, unmarked

TITLE = 'Lantern Lane'


def run(*command):
    """Whether it could be done: not everybody may mount, and not every system can."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


class Disk:
    """A small disk of the test's own, where one may be had."""

    def __init__(self, desk, name):
        self.folder = desk.home / name
        self.folder.mkdir()
        self.image = desk.home / f'{name}.img'
        self.mounted = False

    def memory(self, size):
        self.mounted = run('mount', '-t', 'tmpfs', '-o', f'size={size}', 'none', self.folder)
        return self.mounted

    def loop(self):
        """One that can be made to hang."""
        self.mounted = (run('truncate', '-s', '16M', self.image)
                        and run('mkfs.ext4', '-q', self.image)
                        and run('mount', '-o', 'loop', self.image, self.folder))
        return self.mounted

    def hang(self):
        return run('fsfreeze', '--freeze', self.folder)

    def answer(self):
        return run('fsfreeze', '--unfreeze', self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.answer()
        if self.mounted:
            run('umount', '--lazy', self.folder)


def not_here(what):
    print(f'# {what} is not allowed here; not looked at', file=sys.stderr)


def open_on(desk, folder):
    path = projects.write(folder / 'small.entente.json', projects.small(TITLE))
    program = desk.start(path)
    window = program.window(TITLE)
    program.active()
    return program, window, path


def fill(folder):
    with open(folder / 'ballast', 'wb', buffering=0) as ballast:
        try:
            while True:
                ballast.write(b'x' * 4096)
        except OSError:
            pass


def a_full_disk_leaves_the_file_and_keeps_the_work(desk):
    with Disk(desk, 'full') as disk:
        if not disk.memory('300k'):
            not_here('mounting a disk')
            return
        program, window, path = open_on(desk, disk.folder)
        add(window, 'Partners', 'Bakery')
        before = path.read_bytes()
        fill(disk.folder)
        keys.press('ctrl+s')
        dialog = program.window('Not Saved')
        dialog.says('the disk is full')
        dialog.says('unchanged')
        dialog.says('What you changed is kept on this computer')
        assert path.read_bytes() == before
        marked(window)
        (disk.folder / 'ballast').unlink()
        question(program).get('push button', 'Try Again').do()
        unmarked(window)
        assert 'Bakery' in [partner['name'] for partner in projects.read(path)['partners']]
        program.stop()


def save_on_hanging(desk, disk):
    """A window whose save hangs, which it says."""
    program, window, path = open_on(desk, disk.folder)
    add(window, 'Partners', 'Bakery')
    os.sync()
    disk.hang()
    keys.press('ctrl+s')
    until(lambda: window.find('label', where=lambda label: 'does not answer yet' in label.name),
          'a bar that says so')
    return program, window, path


def on_hanging_disk(story):
    def case(desk):
        with Disk(desk, 'share') as disk:
            if disk.loop() and disk.hang() and disk.answer():
                story(desk, disk)
            else:
                not_here('making a disk that hangs')
    case.__name__ = story.__name__
    return case


@on_hanging_disk
def a_share_that_hangs_is_not_waited_for(desk, disk):
    program, window, path = save_on_hanging(desk, disk)
    before = path.read_bytes()
    add(window, 'Partners', 'Dairy')
    keys.press('ctrl+w')
    program.window('Close Without Waiting?').says('comes back at the next start')
    question(program).get('push button', 'Close').do()
    until(lambda: not program.windows(), 'the window to close')
    assert path.read_bytes() == before
    disk.answer()
    program.ended()
    program = desk.start(path)
    window = program.window(TITLE)
    go_to(window, 'Partners')
    for name in 'Bakery', 'Dairy':
        window.get('label', name)
    program.stop()


@on_hanging_disk
def a_save_may_end_after_its_window(desk, disk):
    program, window, path = save_on_hanging(desk, disk)
    keys.press('ctrl+n')
    until(lambda: len(program.windows()) == 2, 'a second window')
    window.get('push button', 'Close').do()
    program.window('Close Without Waiting?').get('push button', 'Close').do()
    until(lambda: len(program.windows()) == 1, 'the first window to close')
    disk.answer()
    until(lambda: 'Bakery' in path.read_text(encoding='utf-8'), 'the save to end')
    keys.press('ctrl+n')
    until(lambda: len(program.windows()) == 2, 'a program that goes on')
    program.stop()


Run('trouble').cases(a_full_disk_leaves_the_file_and_keeps_the_work,
                     a_share_that_hangs_is_not_waited_for, a_save_may_end_after_its_window)
