# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar says when the file of the window was changed, moved or deleted by somebody else, and its
button leads to what can be done; what is on the disk or in the window is never lost by that."""

import projects
from driver import Run, keys, until
from driver.dialogs import file_dialog, save_path
from driver.pages import add, go_to, unmarked

TITLE = 'Lantern Lane'
CHANGED = 'was changed by somebody else'
GONE = 'was moved or deleted'


def open_small(desk):
    path = projects.write(desk.home / 'small.entente.json', projects.small(TITLE))
    program = desk.start(path)
    window = program.window(TITLE)
    program.active()
    return program, window, path


def partners(window):
    return [row.find('label').name for row in window.get('list', 'Partners').children()
            if row.role == 'list item']


def shows_partners(window, *names):
    until(lambda: all(name in partners(window) for name in names),
          lambda: f'the partners {names}, there are {partners(window)}')


def add_by_other_hand(path, name):
    """As another program saves: a new file in its place."""
    project = projects.read(path)
    project['partners'].append({'id': name.lower(), 'name': name})
    beside = path.with_suffix('.new')
    projects.write(beside, project)
    beside.rename(path)


def bar(window, words):
    return until(lambda: window.find('label', where=lambda label: words in label.name),
                 f'a bar that says “{words}”')


def no_bar(window, words):
    until(lambda: not window.find('label', where=lambda label: words in label.name),
          f'no bar that says “{words}”')


def review(program, window, heading='Changed by Somebody Else'):
    window.get('push button', 'Review…').do()
    return program.window(heading)


def a_change_is_reloaded(desk):
    program, window, path = open_small(desk)
    go_to(window, 'Partners')
    add_by_other_hand(path, 'Dairy')
    bar(window, CHANGED)
    assert 'Dairy' not in partners(window)
    dialog = review(program, window)
    dialog.says('1 partner added')
    dialog.get('push button', 'Reload').do()
    shows_partners(window, 'The Mill', 'Dairy')
    no_bar(window, CHANGED)
    program.stop()


def what_is_not_saved_is_saved_as_a_copy(desk):
    program, window, path = open_small(desk)
    add(window, 'Partners', 'Bakery')
    add_by_other_hand(path, 'Dairy')
    theirs = path.read_bytes()
    bar(window, CHANGED)
    dialog = review(program, window)
    dialog.says('what you changed and did not save is given up')
    keys.press('Return')
    copy = desk.home / 'copy.entente.json'
    save_path(program, copy)
    until(copy.exists, 'the copy')
    names = [partner['name'] for partner in projects.read(copy)['partners']]
    assert 'Bakery' in names and 'Dairy' not in names, names
    assert path.read_bytes() == theirs
    program.stop()


def a_moved_file_is_saved_anew(desk):
    program, window, path = open_small(desk)
    go_to(window, 'Partners')
    path.rename(desk.home / 'elsewhere.json')
    bar(window, GONE)
    window.get('push button', 'Save As…').do()
    file_dialog(program)
    target = desk.home / 'again.entente.json'
    save_path(program, target)
    until(target.exists, 'the new file')
    no_bar(window, GONE)
    program.stop()


def what_was_moved_and_comes_back_is_the_same(desk):
    program, window, path = open_small(desk)
    path.rename(desk.home / 'elsewhere.json')
    bar(window, GONE)
    (desk.home / 'elsewhere.json').rename(path)
    no_bar(window, GONE)
    program.stop()


def own_saves_are_no_news(desk):
    program, window, path = open_small(desk)
    for name in 'Bakery', 'Dairy', 'Brewery':
        add(window, 'Partners', name)
        keys.press('ctrl+s')
        unmarked(window)
        assert not window.find('label', where=lambda label: CHANGED in label.name)
    program.stop()


def lock_of(path):
    return path.with_name(f'.~lock.{path.name}#')


def who_else_has_it_open_is_said_and_stops_nobody(desk):
    path = projects.write(desk.home / 'small.entente.json', projects.small(TITLE))
    maria = 'Maria,maria,maria-laptop,,entente:0d6c8a52-7a1e-4c70-9a53-5a54a6d0f5ce;'
    lock_of(path).write_text(maria, encoding='utf-8')
    program = desk.start(path)
    window = program.window(TITLE)
    bar(window, 'is also open by Maria on “maria-laptop”')
    add(window, 'Partners', 'Bakery')
    keys.press('ctrl+s')
    unmarked(window)
    assert 'Bakery' in [partner['name'] for partner in projects.read(path)['partners']]
    program.quit()
    assert lock_of(path).read_text(encoding='utf-8') == maria


def others_are_told_from_the_first_edit_to_the_end(desk):
    program, window, path = open_small(desk)
    go_to(window, 'Partners')
    assert not lock_of(path).exists()
    add(window, 'Partners', 'Bakery')
    until(lock_of(path).exists, 'the file that tells others')
    keys.press('ctrl+s')
    unmarked(window)
    assert lock_of(path).exists()
    program.quit()
    assert not lock_of(path).exists()


def after_a_crash_nobody_is_left(desk):
    program, window, path = open_small(desk)
    add(window, 'Partners', 'Bakery')
    until(lock_of(path).exists, 'the file that tells others')
    keys.press('ctrl+s')
    unmarked(window)
    program.process.kill()
    program.process.wait()
    assert lock_of(path).exists()
    program = desk.start(path)
    window = program.window(TITLE)
    add(window, 'Partners', 'Dairy')
    keys.press('ctrl+s')
    unmarked(window)
    assert not window.find('label', where=lambda label: 'is also open' in label.name)
    program.quit()
    assert not lock_of(path).exists()


def a_second_copy_is_offered_once(desk):
    path = projects.write(desk.home / 'small.entente.json', projects.small(TITLE))
    second = desk.home / "small.entente (Maria's conflicted copy 2026-03-04).json"
    projects.write(second, projects.small(TITLE))
    add_by_other_hand(second, 'Dairy')
    unrelated = projects.small('Other')
    unrelated['id'] = 'other'
    projects.write(desk.home / 'small.entente (conflicted copy).json', unrelated)
    program = desk.start(path)
    window = program.window(TITLE)
    bar(window, 'conflicted copy 2026-03-04')
    dialog = review(program, window, 'Two Copies of This Partnership')
    dialog.says('1 partner added')
    keys.press('Return')
    no_bar(window, 'conflicted copy')
    until(lambda: len(program.windows()) == 2, 'a window of the copy')
    assert second.exists() and path.exists()
    program.stop()


Run('noticing').cases(
    a_change_is_reloaded, what_is_not_saved_is_saved_as_a_copy, a_moved_file_is_saved_anew,
    what_was_moved_and_comes_back_is_the_same, own_saves_are_no_news,
    who_else_has_it_open_is_said_and_stops_nobody, others_are_told_from_the_first_edit_to_the_end,
    after_a_crash_nobody_is_left, a_second_copy_is_offered_once)
