# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories and milestones by hand: a small win in one line, a story read and then edited, a milestone
done and its celebration asked for."""

import projects
from driver import Run, keys, until
from driver.pages import go_to, marked, show_view, tab_to, unmarked

PAGE = 'Stories & Wins'
WALL = {'id': 'wall', 'title': 'The wall stayed dry', 'date': '2026-10-08',
        'text': 'I rang Kofi at two in the morning.', 'significance': 'They saw it themselves.',
        'selected': True, 'selection-reason': 'Chosen by the table.'}


def open_stories(desk, **lists):
    path = projects.write(desk.home / 'small.entente.json', projects.small(**lists))
    program = desk.start(path)
    window = program.window()
    program.active()
    go_to(window, PAGE)
    return program, window, path


def saved(window, path, kind):
    keys.press('ctrl+s')
    unmarked(window)
    return projects.read(path)[kind]


def entry(window):
    return until(lambda: next((node for node in [window.focus()]
                               if node and node.role in ('text', 'entry')), None),
                 'a place to type')


def a_small_win_is_a_line_and_enter(desk):
    program, window, path = open_stories(desk)
    for title in ('First bed planted', '“We did it”'):
        keys.press('ctrl+shift+n')
        place = entry(window)
        keys.write(title)
        until(lambda: place.text == title, f'“{title}” typed')
        keys.press('Return')
        window.get('list', 'Stories').get('label', title)
    win, quote = saved(window, path, 'stories')
    assert win['kind'] == 'small-win' and quote['kind'] == 'quote'
    assert win['date'] == quote['date'] and len(win['date']) == 10
    program.quit()


def a_story_is_read_first_and_then_edited(desk):
    program, window, _ = open_stories(desk, stories=[WALL])
    # A group is a panel to GTK 4.8 and a grouping to GTK 4.18.
    story = window.get(name=WALL['title'], where=lambda node: node.role in ('panel', 'grouping'))
    for text in (WALL['text'], WALL['significance'], 'Selected because', WALL['selection-reason'],
                 'Not to be shared'):
        story.get('label', text)
    stories = window.get('list', 'Stories')
    tab_to(window, where=lambda node: node.parent == stories)
    # F2 leads to what is shown of it: from there to the form.
    keys.press('F2')
    until(lambda: window.focus() and window.focus().name == 'Edit', 'the focus on “Edit”')
    keys.press('space')
    until(lambda: window.find('text', where=lambda node: node.text == WALL['title']), 'the form')
    program.quit()


def a_milestone_is_done_and_celebrated(desk):
    program, window, path = open_stories(
        desk, milestones=[{'id': 'roof', 'title': 'Roof on', 'due': '2026-01-31'}])
    show_view(window, 'Milestones')
    until(lambda: any('! Overdue by' in label.name for label in window.find_all('label')),
          'that the milestone is overdue')
    window.get('push button', 'Done Today').do('click')
    window.says('“Roof on” is reached. How do you celebrate it?')
    until(lambda: window.focus() and window.focus().role == 'text', 'the place to write it')
    keys.write('Soup for all')
    marked(window)
    roof, = saved(window, path, 'milestones')
    assert len(roof['done']) == 10 and roof['celebration'] == 'Soup for all'
    program.quit()


Run('stories').cases(a_small_win_is_a_line_and_enter, a_story_is_read_first_and_then_edited,
                     a_milestone_is_done_and_celebrated)
