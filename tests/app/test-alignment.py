# SPDX-License-Identifier: GPL-3.0-or-later
"""The alignment by hand: positions typed, pasted and recorded with their reason, read as a screen
reader reads them; who agrees with whom; a talk that is planned."""

import datetime

import projects
from driver import Run, keys, until
from driver.pages import focused, go_to, marked, show_view, tab_to, unmarked

PAGE = 'Goals & Alignment'
GOALS = {'plant': 'Plant the first beds', 'gate': 'An open gate', 'bees': 'A third for bees'}
PARTNERS = {'trust': 'Riverside Trust', 'council': 'Borough Council', 'school': 'Lantern School'}
TODAY = datetime.date.today()


def position(goal, partner, value, date='2024-02-03', **more):
    return {'goal': goal, 'partner': partner, 'date': date, 'value': value, **more}


def garden(*positions):
    """Three goals, three partners, and somebody who can say where the trust stands."""
    return projects.small(
        'Riverside Garden',
        partners=[{'id': key, 'name': name} for key, name in PARTNERS.items()],
        people=[{'id': 'ada', 'name': 'Ada Moreau', 'partner': 'trust'}],
        goals=[{'id': key, 'title': title} for key, title in GOALS.items()],
        roles=[], tasks=[], assignments=[], positions=list(positions))


def open_garden(desk, view, *positions):
    """Opens the garden at a view of the page, by keys."""
    path = projects.write(desk.home / 'garden.entente.json', garden(*positions))
    program, window = desk.start_window(path)
    go_to(window, PAGE)
    show_view(window, view)
    return program, window, path


def enter(window, name):
    """Gets from the tab into a matrix, to its first cell."""
    matrix = tab_to(window, 'table', name)
    keys.press('ctrl+Home')
    return matrix


def here(matrix, words):
    """Waits until a matrix says that the focus is on a cell with these words."""
    until(lambda: matrix.description.startswith(words),
          lambda: f'the cell “{words}”, it is “{matrix.description}”')


def saved(window, path):
    """The positions in the file, the value of each by goal, partner and day."""
    keys.press('ctrl+s')
    unmarked(window)
    return {(one['goal'], one['partner'], one['date']): one['value']
            for one in projects.read(path).get('positions', [])}


def open_cell(window):
    """Opens what is behind a cell; returns the scale in it, which has the focus."""
    keys.press('Return')
    return until(lambda: (node := window.focus()) and node.role in ('push button', 'toggle button')
                 and node, 'the focus on the scale')


def values_are_typed_and_read_out(desk):
    program, window, path = open_garden(desk, 'Matrix')
    matrix = enter(window, 'Alignment matrix')
    here(matrix, 'Plant the first beds, Riverside Trust: unknown')
    # A figure alone is for; a sign waits for its figure.
    keys.press('3')
    here(matrix, 'Plant the first beds, Riverside Trust: plus 3, mission')
    keys.press('Right', 'minus', '3')
    here(matrix, 'Plant the first beds, Borough Council: minus 3, mission')
    keys.press('Right', 'plus', '4', 'Home', 'Down', '0')
    here(matrix, 'An open gate, Riverside Trust: 0')
    matrix.get('table cell', where=lambda node: node.name.startswith(
        'Plant the first beds, Lantern School: plus 4, existence'))
    # What a cell cannot hold is refused.
    keys.press('9')
    assert saved(window, path) == {
        ('plant', 'trust', f'{TODAY}'): 3, ('plant', 'council', f'{TODAY}'): -3,
        ('plant', 'school', f'{TODAY}'): 4, ('gate', 'trust', f'{TODAY}'): 0}
    # Of a value given today nothing has to stay.
    keys.press('Delete')
    here(matrix, 'An open gate, Riverside Trust: unknown')
    keys.press(*['ctrl+z'] * 4)
    matrix.gone('table cell', where=lambda node: 'Borough Council: minus 3' in node.name)
    assert list(saved(window, path)) == [('plant', 'trust', f'{TODAY}')]
    program.quit()


def a_block_is_pasted_from_a_spreadsheet_and_copied_to_one(desk):
    program, window, path = open_garden(desk, 'Matrix')
    matrix = enter(window, 'Alignment matrix')
    keys.copy('+3\t−1\t\n-4\t2\t0\n')
    keys.press('ctrl+v')
    cell = 'An open gate, Borough Council: plus 2, project'
    matrix.get('table cell', where=lambda node: node.name.startswith(cell))
    keys.press('ctrl+Home', 'shift+Right', 'shift+Right', 'shift+Down', 'ctrl+c')
    until(lambda: keys.copied().rstrip('\n') == '+3\t−1\t\n−4\t+2\t0',
          lambda: f'the block on the clipboard, it is {keys.copied()!r}')
    assert sorted(saved(window, path).values()) == [-4, -1, 0, 2, 3]
    # It came as one step and goes as one.
    keys.press('ctrl+z')
    marked(window)
    assert saved(window, path) == {}
    program.quit()


def a_new_position_keeps_the_earlier_one(desk):
    program, window, path = open_garden(
        desk, 'Matrix', position('plant', 'trust', -1, '2024-03-09', reason='No water yet.'))
    matrix = enter(window, 'Alignment matrix')
    here(matrix, 'Plant the first beds, Riverside Trust: minus 1')

    scale = open_cell(window)
    assert scale.name.startswith('minus 1'), scale
    window.says('No water yet.')
    keys.press(*['Right'] * 4)
    until(lambda: window.focus().name.startswith('plus 3, mission'), 'plus 3 chosen')
    window.says('For: it touches its mission')
    reason = tab_to(window, where=lambda node: node.role in ('text', 'entry'))
    keys.write('The pump has come.')
    until(lambda: reason.text == 'The pump has come.', 'the reason typed')
    keys.press('Return')
    focused(window, 'table', 'Alignment matrix')
    here(matrix, 'Plant the first beds, Riverside Trust: plus 3, mission; '
                 'was minus 1 in March 2024\n“The pump has come.”')

    # The popover has both, and the file.
    open_cell(window)
    window.says('+3 (was −1)')
    window.says('No water yet.')
    keys.press('Escape')
    focused(window, 'table', 'Alignment matrix')
    assert saved(window, path) == {('plant', 'trust', '2024-03-09'): -1,
                                   ('plant', 'trust', f'{TODAY}'): 3}

    keys.press('ctrl+z')
    here(matrix, 'Plant the first beds, Riverside Trust: minus 1, ')
    assert 'was' not in matrix.description, matrix.description
    assert saved(window, path) == {('plant', 'trust', '2024-03-09'): -1}
    program.quit()


def what_changed_this_year_is_told_by_its_month(desk):
    spring = TODAY.replace(month=3, day=9)
    if spring >= TODAY:
        return
    program, window, _ = open_garden(
        desk, 'Matrix', position('plant', 'trust', -1, f'{spring}'),
        position('plant', 'trust', 3, f'{TODAY}'))
    matrix = enter(window, 'Alignment matrix')
    here(matrix, 'Plant the first beds, Riverside Trust: plus 3, mission; was minus 1 in March')
    assert matrix.description.endswith('in March'), matrix.description
    program.quit()


def two_partners_are_compared(desk):
    program, window, _ = open_garden(
        desk, 'Agreement', position('plant', 'trust', 3, reason='Our people wait.'),
        position('plant', 'council', 2), position('gate', 'trust', -3),
        position('gate', 'council', 4, reason='It is a public place.'))
    # The school has not said anything: it is no part of the picture but can be won.
    pair = window.get('list', 'What two partners share')
    pair.says('Undecided, and so to be won')
    pair.get('label', PARTNERS['school'])
    matrix = enter(window, 'Agreement of partners')
    keys.press('Right')
    here(matrix, 'Riverside Trust, Borough Council: net')
    assert 'together 2.5 on 1 goal, apart 3.5 on 1 goal' in matrix.description, matrix.description
    for words in ('They part on', 'They agree on', 'It is a public place.', 'Our people wait.'):
        pair.says(words)
    # A partner has nothing to compare with itself.
    keys.press('Left')
    pair.says('Undecided, and so to be won')
    pair.gone('label', 'They part on')
    program.quit()


def a_talk_is_planned(desk):
    program, window, path = open_garden(
        desk, 'Talk About', position('plant', 'trust', 3), position('plant', 'council', 2),
        position('gate', 'trust', -3, reason='Tools walk away.', **{'said-by': 'ada'}),
        position('gate', 'council', 4))
    talks = window.get('list', 'What to talk about')
    talks.get('label', GOALS['gate'])
    assert talks.find('label', GOALS['plant']) is None, 'nobody is against it'
    tab_to(window, 'list item')
    keys.press('Return')
    window.says('Tools walk away.')
    window.says('Who could bridge')
    tab_to(window, name='Choose a Day')
    keys.press('Return')
    tab_to(window, 'push button', 'Add Check-in')
    keys.press('Return')
    window.says('A dialogue about “An open gate” is planned')
    marked(window)
    keys.press('ctrl+s')
    unmarked(window)
    talk, = projects.read(path)['check-ins']
    assert talk['kind'] == 'dialogue' and talk['date'] == f'{TODAY}', talk
    assert 'Tools walk away.' in talk['agenda'], talk['agenda']
    program.quit()


Run('alignment').cases(values_are_typed_and_read_out,
                       a_block_is_pasted_from_a_spreadsheet_and_copied_to_one,
                       a_new_position_keeps_the_earlier_one,
                       what_changed_this_year_is_told_by_its_month, two_partners_are_compared,
                       a_talk_is_planned)
