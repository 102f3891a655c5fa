# SPDX-License-Identifier: GPL-3.0-or-later
"""Sending by e-mail: what reaches the mail program is what is on the disk, byte for byte, whether it
goes through the desktop portal or through xdg-email."""

import projects
from driver import Run, keys, until
from driver.dialogs import close_all, question
from driver.pages import add
from driver.portal import CANCELLED, FAILED, Portal

TITLE = '--attach "Mill" & Farm'


def open_small(desk, title='Lantern Lane', **environment):
    path = projects.write(desk.home / 'small.entente.json', projects.small(title))
    program = desk.start(path, **environment)
    window = program.window('small' if '\n' in title else title)
    program.active()
    return program, window, path


def change(window):
    """Leaves the window with unsaved work."""
    add(window, 'Partners', 'Bakery')


def the_saved_file_is_attached(desk):
    with Portal() as portal:
        program, window, path = open_small(desk)
        keys.press('ctrl+m')
        message = portal.message()
        assert message.attachments == [path.read_bytes()]
        assert 'Lantern Lane' in message.subject, message.subject
        program.quit()


def unsaved_work_is_saved_and_sent(desk):
    with Portal() as portal:
        program, window, path = open_small(desk)
        change(window)
        before = path.read_bytes()
        keys.press('ctrl+m')
        dialog = question(program)
        dialog.get('push button', 'Save and Send')
        assert not portal.messages
        keys.press('alt+s')
        message = portal.message()
        assert message.attachments == [path.read_bytes()]
        assert path.read_bytes() != before and b'Bakery' in path.read_bytes()
        until(lambda: not window.name.startswith('•'), 'no mark of unsaved work')
        program.quit()


def a_copy_of_unsaved_work_is_sent(desk):
    with Portal() as portal:
        program, window, path = open_small(desk)
        change(window)
        before = path.read_bytes()
        keys.press('ctrl+m')
        question(program).get('push button', 'Send a Copy')
        keys.press('alt+p')
        attached, = portal.message().attachments
        assert b'Bakery' in attached
        assert path.read_bytes() == before, 'the file was saved all the same'
        assert window.name.startswith('•'), 'sending a copy is not saving'


def a_message_can_be_given_up(desk):
    with Portal(CANCELLED) as portal:
        program, window, path = open_small(desk)
        keys.press('ctrl+m')
        portal.message()
        # Nothing failed: there is nothing to say, and the window goes on.
        change(window)
        assert len(program.windows()) == 1
        keys.press('ctrl+s')
        until(lambda: b'Bakery' in path.read_bytes(), 'the file saved')
        program.quit()


def a_mail_program_that_fails_is_said(desk):
    with Portal(FAILED) as portal:
        program, window, _ = open_small(desk)
        keys.press('ctrl+m')
        portal.message()
        question(program)
        keys.press('Escape')
        close_all(program)
        program.quit()


def the_subject_stays_words(desk):
    with Portal() as portal:
        program, window, path = open_small(desk, TITLE)
        keys.press('ctrl+m')
        message = portal.message()
        assert TITLE in message.subject, message.subject
        assert message.addresses == []
        program.quit()


def the_subject_is_one_line(desk):
    with Portal() as portal:
        program, window, path = open_small(desk, 'Lantern Lane\nBcc: someone@example.org')
        keys.press('ctrl+m')
        message = portal.message()
        assert '\n' not in message.subject, message.subject
        assert message.addresses == []
        program.quit()


def stand_in(desk, status=0):
    """An xdg-email that writes down what it was called with."""
    folder = desk.home / 'bin'
    folder.mkdir()
    helper = folder / 'xdg-email'
    helper.write_text(f'#!/bin/sh\nprintf "%s\\0" "$@" >"$HOME/part"\n'
                      f'mv "$HOME/part" "$HOME/mail"\nexit {status}\n')
    helper.chmod(0o755)
    return {'PATH': f'{folder}:{desk.environment["PATH"]}'}


def arguments(desk):
    mail = desk.home / 'mail'
    until(mail.exists, 'xdg-email called')
    return mail.read_bytes().decode().split('\0')[:-1]


def without_a_portal_xdg_email_gets_words_as_words(desk):
    program, window, path = open_small(desk, TITLE, **stand_in(desk))
    keys.press('ctrl+m')
    told = arguments(desk)
    assert told[told.index('--attach') + 1] == str(path), told
    subject = told[told.index('--subject') + 1]
    assert TITLE in subject, told
    assert told.count('--attach') == 1, told
    program.quit()


def without_a_mail_program_it_is_said(desk):
    program, window, _ = open_small(desk, **stand_in(desk, status=3))
    keys.press('ctrl+m')
    arguments(desk)
    question(program).says('attach the file to a message yourself')
    keys.press('Escape')
    close_all(program)
    program.quit()


Run('mail').cases(
    the_saved_file_is_attached, unsaved_work_is_saved_and_sent,
    a_copy_of_unsaved_work_is_sent, a_message_can_be_given_up,
    a_mail_program_that_fails_is_said, the_subject_stays_words,
    the_subject_is_one_line,
    without_a_portal_xdg_email_gets_words_as_words,
    without_a_mail_program_it_is_said)
