# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals by hand: typed one after the other, put in order by key, menu and mouse, found again."""

import projects
from driver import Run, keys, until
from driver.wait import TimeUp
from driver.pages import go_to, marked, on_title_bar, tab_to, unmarked

PAGE = 'Goals & Alignment'
GOALS = ['Warm homes', 'Clean air', 'Fair fares']


def holds(condition, seconds=3):
    """Whether something comes true soon."""
    try:
        return until(condition, 'this', seconds)
    except TimeUp:
        return False


def open_goals(desk, *titles):
    goals = [{'id': f'goal-{number}', 'title': title} for number, title in enumerate(titles)]
    path = projects.write(desk.home / 'small.entente.json', projects.small(goals=goals))
    program = desk.start(path)
    window = program.window()
    program.active()
    go_to(window, PAGE)
    return program, window, path


def saved(window, path):
    """The titles in the file, in its order."""
    keys.press('ctrl+s')
    unmarked(window)
    return [goal['title'] for goal in projects.read(path)['goals']]


def row(window, title):
    """Where a goal stands in the list, for the mouse."""
    return window.get('list', 'Goals').get('label', title)


def aim(window, title):
    """Where the mouse meets a goal that is not chosen yet, near its upper end. GTK 4.18 tells places
    in a list too high up, so what is chosen by a click says whether it was met."""
    x, y = row(window, title).center()

    def met():
        return window.find('text', where=lambda node: node.text == title)

    until(lambda: not met(), f'another goal than “{title}”, for a click to tell them apart')
    for below in range(0, 200, 10):
        keys.move(x, y + below)
        keys.click()
        if holds(met, 0.5):
            return x, y + below
    raise AssertionError(f'The mouse does not meet “{title}” at {x}, {y} or below')


def choose(window, key):
    """Walks to a goal at an end of the list: Home or End."""
    goals = window.get('list', 'Goals')
    tab_to(window, where=lambda node: node.parent == goals)
    keys.press(key)


def goals_are_typed_one_after_the_other(desk):
    program, window, path = open_goals(desk)
    for title in GOALS:
        # The first where the page says what goals are, the others below the list.
        keys.press('ctrl+shift+n')
        entry = until(lambda: next((node for node in [window.focus()]
                                    if node and node.role in ('text', 'entry')), None),
                      'a place to type a goal')
        keys.write(title)
        until(lambda: entry.text == title, f'“{title}” typed')
        keys.press('Return')
        row(window, title)
    assert saved(window, path) == GOALS
    program.quit()


def keys_move_a_goal_and_undo_moves_it_back(desk):
    program, window, path = open_goals(desk, *GOALS)
    choose(window, 'End')
    keys.press('alt+Up', 'alt+Up')
    marked(window)
    assert saved(window, path) == ['Fair fares', 'Warm homes', 'Clean air']
    keys.press('ctrl+z', 'ctrl+z')
    marked(window)
    assert saved(window, path) == GOALS
    program.quit()


def the_menu_key_offers_the_same(desk):
    program, window, path = open_goals(desk, *GOALS)
    choose(window, 'End')
    keys.press('shift+F10')
    # Show Details has the focus.
    until(lambda: window.focus() and window.focus().role == 'menu item', 'the menu')
    keys.press('Down', 'Return')
    marked(window)
    assert saved(window, path) == ['Warm homes', 'Fair fares', 'Clean air']
    program.quit()


def a_goal_is_dragged_to_its_place(desk):
    program, window, path = open_goals(desk, *GOALS)

    def drag():
        choose(window, 'Home')
        start, end = aim(window, 'Fair fares'), aim(window, 'Warm homes')
        keys.carry(start, end)
        holds(keys.nudge, 1)
        keys.let_go()
        return holds(lambda: window.name.startswith('•'))

    # Where a drag goes nobody is told, and what is let go too early stays where it was.
    until(drag, 'the goal in its new place')
    assert saved(window, path) == ['Fair fares', 'Warm homes', 'Clean air']
    program.quit()


def search_leads_to_a_goal(desk):
    program, window, _ = open_goals(desk, *GOALS)
    go_to(window, 'Partners')
    keys.press('ctrl+f')
    until(lambda: window.focus() and window.focus().role in ('entry', 'text'), 'the search entry')
    keys.write('clean')
    results = window.get('list', 'Search results')
    until(lambda: len(list(results.children())) == 1, 'one result')
    keys.press('Return')
    window.get('label', PAGE, where=on_title_bar)
    window.get('text', where=lambda node: node.text == 'Clean air')
    program.quit()


def delete_is_undone_from_the_toast(desk):
    program, window, path = open_goals(desk, *GOALS)
    choose(window, 'End')
    keys.press('Delete')
    window.says('Deleted “Fair fares”')
    keys.press('ctrl+z')
    row(window, 'Fair fares')
    program.quit()


Run('goals').cases(goals_are_typed_one_after_the_other, keys_move_a_goal_and_undo_moves_it_back,
                   the_menu_key_offers_the_same, a_goal_is_dragged_to_its_place,
                   search_leads_to_a_goal, delete_is_undone_from_the_toast)
