# SPDX-License-Identifier: GPL-3.0-or-later
"""The driver itself, on a small window: it must see what is there, and be able to fail."""

import contextlib
import io

from driver import Run, fail, keys, until
from driver.wait import TimeUp


def types_presses_and_sees(desk):
    program, window = desk.start_window()
    keys.write('Zoë & Ω\t')
    until(lambda: window.get('text', 'Name').text == 'Zoë & Ω', 'the name typed')
    until(lambda: window.get('push button', 'Greet').focused, 'the focus on the button')
    keys.press('space')
    window.get('label', 'Hello, Zoë & Ω')
    program.quit()


def clicks_and_shares_the_clipboard(desk):
    program, window = desk.start_window()
    entry = window.get('text', 'Name')
    keys.write('one')
    window.get('push button', 'Complain').click(button=3)
    entry.click()
    keys.press('ctrl+a', 'ctrl+c')
    until(lambda: keys.copied() == 'one', 'the word on the clipboard')
    keys.copy('two')
    keys.press('ctrl+v')
    until(lambda: entry.text == 'two', 'the word pasted')
    window.get('push button', 'Greet').click()
    window.get('label', 'Hello, two')
    program.quit()


def inner_run(function):
    """Runs a test inside this one; returns what it printed and where it keeps its things."""
    run = Run('driver-inner')
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        run.case(function)
    return said.getvalue(), run.kept


def notices_a_warning_in_the_log(desk):
    def warns(inner):
        program, window = inner.start_window()
        window.get('push button', 'Complain').do()
        until(lambda: 'not right' in program.log.read_text(), 'the warning')
        program.quit()

    said, _ = inner_run(warns)
    assert said.startswith('not ok') and 'This is not right' in said, said


def keeps_a_picture_of_what_failed(desk):
    def looks_for_nothing(inner):
        inner.start_window()
        fail('as it should')

    said, kept = inner_run(looks_for_nothing)
    assert said.startswith('not ok') and 'as it should' in said, said
    assert (kept / 'looks-for-nothing.png').stat().st_size > 0
    assert 'push button' in (kept / 'looks-for-nothing.txt').read_text()


def gives_up_what_never_comes(desk):
    _, window = desk.start_window()
    try:
        until(lambda: window.find('label', 'nothing'), 'a label', seconds=0.2)
    except TimeUp:
        return
    fail('it waited for nothing and was content')


Run('driver').cases(types_presses_and_sees, clicks_and_shares_the_clipboard,
                    notices_a_warning_in_the_log, keeps_a_picture_of_what_failed,
                    gives_up_what_never_comes)
