# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not saved is there again after the program was killed, with its undo, and a bar says so;
what was saved or discarded is not."""

import hashlib
import json
import signal

import projects
from driver import Run, keys, until
from driver.dialogs import close_all, question
from driver.pages import add, go_to, tab_to

TITLE = 'Lantern Lane'


def open_small(desk):
    path = projects.write(desk.home / 'small.entente.json', projects.small(TITLE))
    program = desk.start(path)
    window = program.window(TITLE)
    program.active()
    return program, window, path


def end(program, how):
    """Ends it from outside, as a crash or the end of the session does."""
    program.process.send_signal(how)
    program.process.wait(20)


def partners(window):
    return [row.find('label').name for row in window.get('list', 'Partners').children()
            if row.role == 'list item']


def shows_partner(window, name):
    until(lambda: name in partners(window),
          lambda: f'the partner {name}, there are {partners(window)}')


def bar(window, words):
    return until(lambda: window.find('label', where=lambda label: words in label.name),
                 f'a bar that says “{words}”')


def after(desk, how, *arguments):
    """A partner is added, the program ends, and starts again."""
    program, window, path = open_small(desk)
    before = path.read_bytes()
    add(window, 'Partners', 'Bakery')
    until(lambda: window.name.startswith('•'), 'the mark of unsaved work')
    end(program, how)
    assert path.read_bytes() == before
    program = desk.start(*(path if argument == 'file' else argument for argument in arguments))
    return program, program.window(TITLE), path, before


def a_killed_program_comes_back(desk):
    program, window, path, before = after(desk, signal.SIGKILL)
    program.active()
    assert window.name.startswith('•'), window.name
    bar(window, f'Unsaved changes to “{TITLE}” from')
    go_to(window, 'Partners')
    shows_partner(window, 'Bakery')
    assert path.read_bytes() == before, 'nothing is saved unasked'
    keys.press('ctrl+s')
    until(lambda: b'Bakery' in path.read_bytes(), 'the file saved')
    until(lambda: window.find('label', where=lambda label: 'Unsaved' in label.name) is None,
          'the bar gone')
    program.quit()
    program, window = desk.start_window()
    assert TITLE not in window.name, 'nothing is left to come back'
    program.quit()


def it_comes_back_with_its_undo(desk):
    program, window, path, before = after(desk, signal.SIGKILL)
    program.active()
    keys.press('ctrl+z')
    keys.press('ctrl+z')
    until(lambda: not window.name.startswith('•'), 'all undone')
    program.quit()
    assert path.read_bytes() == before


def the_end_of_the_session_loses_nothing(desk):
    program, window, path, before = after(desk, signal.SIGTERM)
    program.active()
    bar(window, 'Unsaved changes')
    keys.press('ctrl+q')
    question(program)
    keys.press('alt+d')
    program.ended()
    program, window = desk.start_window()
    assert TITLE not in window.name, 'what was discarded does not come back'
    program.quit()


def the_file_is_not_opened_twice(desk):
    program, window, path, before = after(desk, signal.SIGKILL, 'file')
    program.active()
    bar(window, 'Unsaved changes')
    assert len(program.windows()) == 1, program.windows()
    program.stop()


def it_comes_back_time_and_again(desk):
    program, window, path, before = after(desk, signal.SIGKILL)
    program.active()
    add(window, 'Partners', 'Dairy')
    end(program, signal.SIGKILL)
    program = desk.start()
    window = program.window(TITLE)
    program.active()
    go_to(window, 'Partners')
    shows_partner(window, 'Bakery')
    shows_partner(window, 'Dairy')
    program.stop()


def what_has_no_name_comes_back(desk):
    program, window = desk.start_window()
    keys.press('ctrl+n')
    until(lambda: 'Untitled' in window.name, 'a new partnership')
    add(window, 'Partners', 'Bakery')
    until(lambda: window.name.startswith('•'), 'the mark of unsaved work')
    end(program, signal.SIGKILL)
    program = desk.start()
    window = program.window('Untitled')
    program.active()
    bar(window, 'was never saved')
    go_to(window, 'Partners')
    shows_partner(window, 'Bakery')
    program.stop()


def versions(desk):
    """The versions kept on this computer."""
    return list((desk.place / 'state' / 'entente' / 'versions').glob('*.json'))


def copies_can_be_deleted(desk):
    program, window, path = open_small(desk)
    for name in 'Bakery', 'Dairy':
        add(window, 'Partners', name)
        keys.press('ctrl+s')
        until(lambda: name.encode() in path.read_bytes(), 'the file saved')
    until(lambda: len(versions(desk)) == 3, lambda: f'three versions, there are {versions(desk)}')
    add(window, 'Partners', 'Forge')
    keys.press('ctrl+comma')
    until(lambda: len(program.windows()) == 2, 'the preferences')
    preferences = program.active()
    # What was not saved begins with the last of them.
    until(lambda: preferences.find('label', where=lambda label: '2 copies' in label.name),
          'how many copies there are')
    tab_to(preferences, 'push button', 'Delete All…')
    keys.press('space')
    until(lambda: len(program.windows()) == 3, 'a question')
    keys.press('alt+d')
    until(lambda: preferences.find('label', 'Nothing is kept'), 'nothing kept')
    assert len(versions(desk)) == 1
    end(program, signal.SIGKILL)
    program = desk.start()
    window = program.window(TITLE)
    program.active()
    go_to(window, 'Partners')
    shows_partner(window, 'Forge')
    program.stop()


def interrupt(desk, on_disk):
    """As a program leaves it that ended while it wrote into a file that cannot be replaced."""
    path = desk.home / 'small.entente.json'
    old, new = (json.dumps(projects.small(title)).encode() for title in ('Old Lane', 'New Lane'))
    path.write_bytes({'old': old, 'mixed': new[:-20]}[on_disk])
    folder = desk.place / 'state' / 'entente' / 'rescue'
    folder.mkdir(mode=0o700, parents=True)
    (folder.parent).chmod(0o700)
    marker = {'format': 'entente-rescue-1', 'uri': path.as_uri(), 'time': '2026-03-01T14:02:00Z',
              'old': hashlib.sha256(old).hexdigest(), 'new': hashlib.sha256(new).hexdigest()}
    for ending, content in ('old', old), ('new', new), ('json', json.dumps(marker).encode()):
        (folder / f'0123456789abcdef.{ending}').write_bytes(content)
    return path, folder, old, new


def a_save_that_broke_off_can_be_finished(desk):
    path, folder, old, new = interrupt(desk, 'mixed')
    program = desk.start()
    dialog = question(program)
    bar(dialog, 'is incomplete')
    keys.press('alt+n')
    program.window('New Lane')
    assert path.read_bytes() == new
    assert not list(folder.iterdir())
    program.quit()


def a_save_that_broke_off_can_be_taken_back(desk):
    path, folder, old, new = interrupt(desk, 'mixed')
    program = desk.start()
    question(program)
    keys.press('alt+o')
    program.window('Old Lane')
    assert path.read_bytes() == old
    program.quit()


def a_save_that_broke_off_can_wait(desk):
    path, folder, old, new = interrupt(desk, 'old')
    program = desk.start()
    bar(question(program), 'is as it was')
    keys.press('Escape')
    close_all(program)
    assert path.read_bytes() == old
    program.quit()
    program = desk.start()
    question(program)
    keys.press('alt+i')
    close_all(program)
    program.quit()
    assert path.read_bytes() == old
    program, window = desk.start_window()
    assert len(program.windows()) == 1
    program.quit()


Run('recovery').cases(
    a_killed_program_comes_back, it_comes_back_with_its_undo,
    the_end_of_the_session_loses_nothing, the_file_is_not_opened_twice,
    it_comes_back_time_and_again, what_has_no_name_comes_back, copies_can_be_deleted,
    a_save_that_broke_off_can_be_finished, a_save_that_broke_off_can_be_taken_back,
    a_save_that_broke_off_can_wait)
