# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and its files: opening, closing, what is remembered, and what goes wrong."""

import json
import os

import projects
from driver import Run, fail, keys, until
from driver.dialogs import close_all, open_path, question, save_path
from driver.pages import add, go_to, marked, on_title_bar, tab_to, unmarked


def open_small(desk, title='Lantern Lane', **environment):
    path = projects.write(desk.home / 'small.entente.json', projects.small(title))
    program = desk.start(path, **environment)
    window = program.window(title)
    program.active()
    return program, window, path


# --- The start page
# --------------------------------------------------------------------------------


def the_start_page_offers_new_open_and_examples(desk):
    program, window = desk.start_window()
    assert window.get('push button', 'New Partnership').focused
    for title in ('Open', 'Main menu'):
        window.get(name=title)
    examples = window.get('list', 'Examples')
    until(lambda: len(list(examples.children())) == 5, 'five examples')
    program.quit()


def an_example_opens_as_a_new_partnership(desk):
    program, window = desk.start_window()
    keys.press('Tab', 'Tab')
    until(lambda: any(node.name == 'Examples' for node in window.focus().ancestors()),
          'the focus in the examples')
    keys.press('Return')
    until(lambda: window.name not in ('Entente', ''), 'the title of an example')
    keys.press('ctrl+s')
    save_path(program, desk.home / 'mine.json')
    until((desk.home / 'mine.json').exists, 'the file')
    program.quit()


def recent_files_are_listed_on_the_next_start(desk):
    program, window, path = open_small(desk)
    program.quit()
    program, window = desk.start_window()
    recent = window.get('list', 'Recent partnerships')
    keys.press('Tab', 'Tab')
    until(lambda: any(node == recent for node in window.focus().ancestors()),
          'the focus in the recent files')
    keys.press('Return')
    program.window('Lantern Lane')
    program.quit()


def ctrl_o_opens_a_file(desk):
    path = projects.write(desk.home / 'small.json', projects.small())
    program, window = desk.start_window()
    keys.press('ctrl+o')
    open_path(program, path)
    program.window('Lantern Lane')
    program.quit()


def a_file_dragged_onto_the_window_opens(desk):
    path = projects.write(desk.home / 'small.json', projects.small())
    program, window = desk.start_window()
    manager = desk.start(path, command=os.environ['ENTENTE_DRIVER_WINDOW'])
    source = manager.window('Driver')
    label = source.get('label', 'Drag me')
    shown, = keys.windows_of(manager.process.pid)
    keys.run('xdotool', 'windowmove', '--sync', shown, 0, 0)
    place = keys.geometry(keys.windows_of(program.process.pid)[0])
    keys.carry(label.center(), (place[0] + place[2] // 2, place[1] + place[3] - 60))
    until(lambda: keys.nudge() or source.find('label', 'Let go'), 'a place that takes the file')
    keys.let_go()
    program.window('Lantern Lane')
    manager.stop()


# --- Several windows
# -------------------------------------------------------------------------------


def a_second_launch_reuses_the_running_program(desk):
    program, window, path = open_small(desk)
    other = projects.write(desk.home / 'other.json', projects.small('Harbour'))
    desk.start(other).ended()
    program.window('Harbour')
    assert len(program.windows()) == 2
    # The same file again is the same window.
    link = desk.home / 'link.json'
    link.symlink_to(other)
    desk.start(link).ended()
    desk.start(path).ended()
    until(lambda: 'Lantern' in program.active().name, 'the first window in front')
    assert len(program.windows()) == 2
    keys.press('ctrl+w')
    close_all(program)
    program.quit()


def a_new_partnership_has_a_window_of_its_own(desk):
    program, window, _ = open_small(desk)
    keys.press('ctrl+n')
    until(lambda: len(program.windows()) == 2, 'two windows')
    assert any('Lantern' in shown.name for shown in program.windows())
    program.quit()


# --- Editing
# ---------------------------------------------------------------------------------------


def undo_works_while_a_text_field_has_the_focus(desk):
    program, window, _ = open_small(desk)
    add(window, 'Partners', 'Bakery')
    window.get('label', 'Bakery')
    keys.press('ctrl+z')
    unmarked(window)
    keys.press('ctrl+shift+z')
    marked(window)
    keys.press('ctrl+z')
    unmarked(window)
    keys.press('ctrl+y')
    marked(window)
    keys.press('ctrl+z')
    unmarked(window)
    program.quit()


def search_leads_to_the_record(desk):
    program, window, _ = open_small(desk)
    keys.press('ctrl+f')
    until(lambda: window.focus() and window.focus().role in ('entry', 'text'), 'the search entry')
    keys.write('grow')
    results = window.get('list', 'Search results')
    until(lambda: len(list(results.children())) == 1, 'one result')
    keys.press('Return')
    window.get('label', 'Roles', where=on_title_bar)
    window.get('text', where=lambda node: node.text == 'Grower')
    program.quit()


def a_page_comes_back_after_it_changed(desk):
    """The chart changes its shape while it is not seen; then it is laid out once more, and drawn."""
    path = desk.copy(projects.GARDEN)
    program, window = desk.start_window(path)
    pages = window.get('list', 'Pages')
    for title in [row.name for row in pages.children() if row.role == 'list item']:
        go_to(window, title)
    go_to(window, 'Partners')
    partners = window.get('list', 'Partners')
    tab_to(window, where=lambda node: node.parent == partners, key='shift+Tab')
    for partner in projects.read(path)['partners']:
        window.get('label', partner['name'])
        keys.press('Delete')
        window.gone('label', partner['name'])
    go_to(window, 'Roles')
    window.get('table', 'Role chart').get('table cell')
    keys.press('ctrl+q')
    question(program)
    keys.press('alt+d')
    program.ended()


# --- Closing
# ---------------------------------------------------------------------------------------


def closing_asks_about_unsaved_work(desk):
    program, window, path = open_small(desk)
    before = path.read_bytes()
    add(window, 'Partners', 'Bakery')
    keys.press('ctrl+w')
    dialog = question(program)
    dialog.get('push button', 'Save')
    dialog.get('push button', 'Discard')
    keys.press('Escape')
    close_all(program)
    assert window.name.startswith('•')
    keys.press('ctrl+q')
    question(program)
    keys.press('alt+d')
    program.ended()
    assert path.read_bytes() == before


def closing_can_save(desk):
    program, window, path = open_small(desk)
    add(window, 'Partners', 'Bakery')
    keys.press('ctrl+w')
    question(program).get('push button', 'Save')
    keys.press('alt+s')
    program.ended()
    assert [partner['name'] for partner in projects.read(path)['partners']] \
        == ['The Mill', 'Hill Farm', 'Bakery']


def a_save_that_fails_keeps_the_window(desk):
    folder = desk.home / 'shared'
    folder.mkdir()
    path = projects.write(folder / 'small.json', projects.small())
    program = desk.start(path)
    window = program.window('Lantern Lane')
    program.active()
    add(window, 'Partners', 'Bakery')
    # Somebody moves the folder away: the file can't be written where it was.
    folder.rename(desk.home / 'moved')
    keys.press('ctrl+w')
    question(program).get('push button', 'Save')
    keys.press('alt+s')
    until(lambda: any(shown.find('label', 'Not Saved') for shown in program.windows()),
          'what went wrong')
    keys.press('Escape')
    close_all(program)
    assert program.running and window.name.startswith('•')
    keys.press('ctrl+shift+s')
    save_path(program, desk.home / 'elsewhere.json')
    unmarked(window)
    assert 'Bakery' in (desk.home / 'elsewhere.json').read_text()
    program.quit()


def a_name_half_typed_is_saved(desk):
    program, window, path = open_small(desk)
    go_to(window, 'Partners')
    name = window.get('text', where=lambda node: node.text == 'The Mill')
    name.click()
    keys.press('End')
    keys.write(' & Sons')
    keys.press('ctrl+s')
    until(lambda: 'The Mill & Sons' in path.read_text(), 'the name in the file')
    unmarked(window)
    program.quit()


def a_task_half_typed_is_saved_on_closing(desk):
    program, window, path = open_small(desk)
    go_to(window, 'Roles')
    window.get('table', 'Role chart')
    keys.press('ctrl+shift+n')
    keys.write('Bake bread')
    keys.press('ctrl+w')
    question(program).get('push button', 'Save')
    keys.press('alt+s')
    program.ended()
    assert [task['title'] for task in projects.read(path)['tasks']] == ['Sow', 'Eat', 'Bake bread']


def quitting_takes_the_other_windows_along(desk):
    path = desk.copy(projects.BAD / 'dangling.json')
    program = desk.start(path)
    window = program.window()
    program.active()
    window.get('push button', 'Details').do()
    program.window('Problems in the File')
    window.get('list', 'Pages').click()
    until(lambda: program.active() == window, 'the first window in front')
    keys.press('ctrl+q')
    program.ended()


# --- Bad files
# -------------------------------------------------------------------------------------


def every_bad_file_is_explained_and_the_window_goes_on(desk):
    expected = json.loads((projects.BAD / 'manifest.json').read_text())
    program, window = desk.start_window()
    tried = 0
    for name, wanted in expected.items():
        if 'error' not in wanted or 'salvaged' in wanted:
            continue
        path = desk.copy(projects.BAD / name)
        before = path.read_bytes()
        desk.start(path).ended()
        dialog = question(program)
        try:
            dialog.says(wanted['error'])
        except AssertionError as error:
            fail(f'{name}: {error}; it says {[n.text for n in dialog.walk() if n.text]}')
        keys.press('Escape')
        close_all(program)
        window.get('push button', 'New Partnership')
        assert path.read_bytes() == before
        tried += 1
    assert tried > 20, tried
    program.quit()


def what_is_readable_of_a_cut_file_opens_as_a_copy(desk):
    path = desk.copy(projects.BAD / 'cut-in-record.json')
    before = path.read_bytes()
    program = desk.start(path)
    dialog = question(program)
    dialog.says('ends too early at line 25')
    dialog.get('push button', 'Open What Is Readable')
    keys.press('Return')
    close_all(program)
    window = program.window()
    window.get('push button', 'Details')
    # It has no file of its own: saving asks where.
    keys.press('ctrl+s')
    save_path(program, desk.home / 'rescued.json')
    until((desk.home / 'rescued.json').exists, 'the rescued file')
    assert path.read_bytes() == before
    program.quit()


def what_is_readable_leaves_other_files_alone(desk):
    """While the question is there, another file comes up in its window."""
    program = desk.start(desk.copy(projects.BAD / 'cut-in-record.json'))
    question(program).get('push button', 'Open What Is Readable')
    desk.start(projects.write(desk.home / 'other.json', projects.small('Harbour'))).ended()
    program.window('Harbour')
    question(program).get('push button', 'Open What Is Readable').do()
    program.window('Harbour kitchen')
    until(lambda: sorted(window.name for window in program.windows())
          == ['Harbour', '• Harbour kitchen'], lambda: f'both, there are {program.windows()}')


def what_could_not_be_understood_is_listed_and_kept(desk):
    path = desk.copy(projects.BAD / 'dangling.json')
    before = path.read_bytes()
    program = desk.start(path)
    window = program.window()
    program.active()
    window.get('push button', 'Details').do()
    shown = until(lambda: next((other for other in program.windows() if other != window), None),
                  'the list of problems')
    shown.says('“Partner” leads nowhere')
    keys.press('Escape')
    close_all(program)
    assert path.read_bytes() == before
    program.quit()


def a_newer_version_is_for_reading_only(desk):
    path = desk.copy(projects.BAD / 'future-version.json')
    before = path.read_bytes()
    program = desk.start(path)
    window = program.window()
    program.active()
    window.says('was made by a newer version of Entente')
    go_to(window, 'Partners')
    keys.press('ctrl+shift+n')
    keys.write('x\n')
    keys.press('ctrl+s', 'ctrl+z')
    program.quit()
    assert path.read_bytes() == before


# --- The file on the disk
# ---------------------------------------------------------------------------


def a_file_changed_by_others_is_not_overwritten(desk):
    program, window, path = open_small(desk)
    add(window, 'Partners', 'Bakery')
    projects.write(path, projects.small('Lantern Lane', note='theirs'))
    theirs = path.read_bytes()
    keys.press('ctrl+s')
    dialog = question(program)
    dialog.get('push button', 'Reload')
    dialog.get('push button', 'Save a Copy…')
    assert path.read_bytes() == theirs
    keys.press('Return')
    save_path(program, desk.home / 'copy.json')
    until((desk.home / 'copy.json').exists, 'the copy')
    assert 'Bakery' in (desk.home / 'copy.json').read_text()
    assert path.read_bytes() == theirs and window.name.startswith('•')
    # Or theirs is taken instead.
    close_all(program)
    keys.press('ctrl+s')
    question(program).get('push button', 'Reload')
    keys.press('alt+r')
    unmarked(window)
    assert path.read_bytes() == theirs
    program.quit()


def saving_what_did_not_change_keeps_the_bytes(desk):
    program, window, path = open_small(desk)
    keys.press('ctrl+shift+s')
    save_path(program, desk.home / 'one.json')
    until((desk.home / 'one.json').exists, 'the file')
    first = (desk.home / 'one.json').read_bytes()
    keys.press('ctrl+shift+s')
    save_path(program, desk.home / 'two.json')
    until((desk.home / 'two.json').exists, 'the second file')
    assert (desk.home / 'two.json').read_bytes() == first
    program.quit()


# --- What is remembered
# ------------------------------------------------------------------------------


def the_sidebar_comes_and_goes(desk):
    program, window, path = open_small(desk)
    button = window.get(name='List of pages')
    assert 'pressed' in button.states
    keys.press('F9')
    until(lambda: 'pressed' not in button.states, 'the sidebar gone')
    program.quit()
    program = desk.start(path)
    window = program.window('Lantern Lane')
    button = window.get(name='List of pages')
    assert 'pressed' not in button.states, 'the sidebar is back'
    program.active()
    keys.press('F9')
    until(lambda: 'pressed' in button.states, 'the sidebar')
    program.quit()


def size_and_page_are_remembered(desk):
    program, window, path = open_small(desk)
    go_to(window, 'Expectations')
    shown, = keys.windows_of(program.process.pid)
    keys.run('xdotool', 'windowsize', '--sync', shown, 1000, 640)
    until(lambda: window.extents[2] < 1010, 'the window narrower')
    size = window.extents[2:]
    program.quit()
    program = desk.start(path)
    window = program.window('Lantern Lane')
    until(lambda: window.extents[2:] == size, lambda: f'{size}, it is {window.extents[2:]}')
    window.get('label', 'Expectations', where=on_title_bar)
    program.active()
    program.quit()


Run('window').cases(
    the_start_page_offers_new_open_and_examples, an_example_opens_as_a_new_partnership,
    recent_files_are_listed_on_the_next_start, ctrl_o_opens_a_file,
    a_file_dragged_onto_the_window_opens, a_second_launch_reuses_the_running_program,
    a_new_partnership_has_a_window_of_its_own,
    undo_works_while_a_text_field_has_the_focus, search_leads_to_the_record,
    a_page_comes_back_after_it_changed, closing_asks_about_unsaved_work, closing_can_save, a_save_that_fails_keeps_the_window,
    a_name_half_typed_is_saved, a_task_half_typed_is_saved_on_closing,
    quitting_takes_the_other_windows_along, every_bad_file_is_explained_and_the_window_goes_on,
    what_is_readable_of_a_cut_file_opens_as_a_copy,
    what_is_readable_leaves_other_files_alone,
    what_could_not_be_understood_is_listed_and_kept, a_newer_version_is_for_reading_only,
    a_file_changed_by_others_is_not_overwritten, saving_what_did_not_change_keeps_the_bytes,
    the_sidebar_comes_and_goes, size_and_page_are_remembered)
