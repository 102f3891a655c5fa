# SPDX-License-Identifier: GPL-3.0-or-later
"""Earlier versions are listed with what changed in them, open as a copy without a file, and can be
saved as they were."""

import projects
from driver import Run, keys, until
from driver.dialogs import close_all, file_dialog, save_path
from driver.pages import add, go_to, unmarked

TITLE = 'Lantern Lane'
WANTED = 'Saved · 1 partner added', 'Saved · 1 partner added', 'Opened · The first that is kept'


def partners(window):
    return [row.find('label').name for row in window.get('list', 'Partners').children()
            if row.role == 'list item']


def show_versions(program, window):
    keys.press('F10')
    window.get('menu item')
    keys.press('r')  # Its mnemonic: newer versions of GTK give the items of a menu no names.
    return program.window('Earlier Versions')


def rows(versions):
    found = versions.find('list', 'Earlier versions')
    return [[label.name for label in row.find_all('label')]
            for row in (found.children() if found else []) if row.role == 'list item']


def lists(versions, *wanted):
    """Waits until the rows say these words, one after the other."""
    def look():
        said = rows(versions)
        return len(said) == len(wanted) and all(
            any(words in label for label in labels) for words, labels in zip(wanted, said))
    until(look, lambda: f'the rows {wanted}, they are {rows(versions)}')


def press_oldest(versions, name):
    def look():
        buttons = versions.find_all('push button', where=lambda node: name in node.name)
        return buttons if len(buttons) == len(WANTED) else None
    until(look, f'a button “{name}…” in each row')[-1].do()


def saved_twice(desk):
    path = projects.write(desk.home / 'small.entente.json', projects.small(TITLE))
    first = path.read_bytes()
    program = desk.start(path)
    window = program.window(TITLE)
    program.active()
    for name in 'Bakery', 'Dairy':
        add(window, 'Partners', name)
        keys.press('ctrl+s')
        unmarked(window)
    return program, window, path, first


def they_are_listed(desk):
    program, window, path, first = saved_twice(desk)
    versions = show_versions(program, window)
    lists(versions, *WANTED)
    assert all('Today' in labels[0] or 'Yesterday' in labels[0] for labels in rows(versions))
    keys.press('Escape')
    close_all(program)
    program.quit()


def one_opens_without_a_file(desk):
    program, window, path, first = saved_twice(desk)
    last = path.read_bytes()
    versions = show_versions(program, window)
    lists(versions, *WANTED)
    before = program.windows()
    press_oldest(versions, 'Open the version')
    until(lambda: len(program.windows()) == 3, 'another window')
    earlier = until(lambda: next((one for one in program.windows() if one not in before), None),
                    'the window of the earlier version')
    earlier.says('This is an earlier version (')
    until(lambda: keys.active_title() == earlier.name, 'the keyboard in the new window')
    go_to(earlier, 'Partners')
    assert 'Bakery' not in partners(earlier), partners(earlier)
    keys.press('ctrl+s')
    file_dialog(program)
    target = desk.home / 'earlier.entente.json'
    save_path(program, target)
    until(target.exists, 'the copy')
    until(lambda: not earlier.find(where=lambda node: 'earlier version (' in node.name),
          'the bar gone')
    assert path.read_bytes() == last, 'the partnership itself is as it was'
    program.stop()


def a_copy_has_the_same_bytes(desk):
    program, window, path, first = saved_twice(desk)
    last = path.read_bytes()
    versions = show_versions(program, window)
    lists(versions, *WANTED)
    press_oldest(versions, 'Save a copy of')
    target = desk.home / 'copy.entente.json'
    save_path(program, target)
    until(target.exists, 'the copy')
    versions.says('A copy was saved')
    assert target.read_bytes() == first
    assert path.read_bytes() == last
    program.stop()


def nothing_may_be_kept_yet(desk):
    program, window = desk.start_window()
    keys.press('ctrl+n')
    until(lambda: 'Untitled' in window.name, 'a new partnership')
    go_to(window, 'Partners')
    show_versions(program, window).says('No Earlier Versions')
    program.stop()


Run('versions').cases(
    they_are_listed, one_opens_without_a_file, a_copy_has_the_same_bytes, nothing_may_be_kept_yet)
