# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, by keyboard alone: from an empty window to a printed role chart."""

import subprocess

import projects
from driver import Run, keys, until
from driver.dialogs import close_all, file_dialog, save_path
from driver.pages import focused, go_to, marked, show_view, tab_to, unmarked

TITLE = 'Lantern Lane Kitchen'
PARTNERS = ['Riverside Trust', 'Hill Farm', 'Lantern School']
PEOPLE = {'Riverside Trust': 'Ada Moreau', 'Hill Farm': 'Ben Osei', 'Lantern School': 'Cleo Novak'}
ROLES = {'Cook': 'Riverside Trust', 'Host': 'Riverside Trust', 'Grower': 'Hill Farm',
         'Driver': 'Hill Farm', 'Teacher': 'Lantern School'}
EXPECTATION = 'Tell us on Tuesday what you need on Friday'

# The chart: a row is a task, a column a role, in the order of ROLES.
CHART = {
    'Plan the menu': ['A/R', 'C', '', '', 'I'],
    'Order the food': ['A', '', 'R', 'I', ''],
    'Harvest': ['', '', 'A/R', '', ''],
    'Collect': ['', '', '', 'A/R', ''],
    'Cook on Friday': ['A/R', 'R', '', '', ''],
    'Set the tables': ['', 'A/R', '', '', 'C'],
    'Invite the families': ['', 'I', '', '', 'A/R'],
    'Teach a class': ['', '', '', '', 'A/R'],
    'Clean up': ['', 'A/R', '', '', ''],
    'Count what is left': ['R', '', '', '', ''],
}

# Rows that are typed; what follows is pasted, as from a spreadsheet.
TYPED = 6

FAULT = 'Nobody is accountable for “Count what is left”.'


def type_name(window, name):
    entry = until(lambda: next((node for node in [window.focus()]
                                if node and node.role in ('text', 'entry')), None),
                  'a place to type a name')
    keys.write(name)
    until(lambda: entry.text == name, f'“{name}” typed, there is “{entry.text}”')
    keys.press('Return')


def pick(window, list_name, wanted):
    """Walks with the arrows to a row of a list."""
    rows = window.get('list', list_name)
    tab_to(window, where=lambda node: node.parent == rows, key='shift+Tab')
    titles = [row.find('label').name for row in rows.children() if row.role == 'list item']
    keys.press(*['Home'] + ['Down'] * titles.index(wanted))


def is_drop_down(node):
    """What of a drop-down has the focus: a button, which later versions call one that toggles."""
    return node.role in ('push button', 'toggle button')


def choose(window, what, nth):
    """Opens a drop-down and takes its nth entry."""
    tab_to(window, where=lambda node: is_drop_down(node) and node.matches(name=what))
    keys.press('space')
    until(lambda: next((node for node in [window.focus()]
                        if node and node.role == 'list item'), None), 'the list open')
    keys.press(*['Home'] + ['Down'] * nth + ['Return'])
    until(lambda: (node := window.focus()) and is_drop_down(node) and node.matches(name=what),
          f'the focus back on “{what}”')


def here(window, words):
    """Waits until the chart says that the focus is on a cell with these words."""
    chart = window.get('table', 'Role chart')
    until(lambda: words in chart.description,
          lambda: f'the cell “{words}”, it is “{chart.description}”')


def block(rows):
    return '\n'.join('\t'.join(cells) for cells in rows)


def make_partnership(window, step):
    with step('a new partnership gets a title'):
        focused(window, 'push button', 'New Partnership')
        keys.press('Return')
        until(lambda: window.name != 'Entente', 'a new partnership')
        # The title has the focus already.
        keys.write(TITLE)
        until(lambda: TITLE in window.name, 'the title in the title bar')
        marked(window)

    with step('three partners are added'):
        go_to(window, 'Partners')
        for partner in PARTNERS:
            keys.press('ctrl+shift+n')
            type_name(window, partner)
            window.get('label', partner)

    with step('each partner gets a person'):
        for partner, person in PEOPLE.items():
            pick(window, 'Partners', partner)
            tab_to(window, name='Add a contact')
            keys.write(person + '\n')
            window.get('label', person)

    with step('five roles are added, each with its partner'):
        go_to(window, 'Roles')
        for role, partner in ROLES.items():
            keys.press('ctrl+shift+n')
            type_name(window, role)
            window.get('label', role)
            choose(window, 'Partner', PARTNERS.index(partner) + 1)


def fill_chart(window, step):
    tasks = list(CHART)
    with step('ten tasks are typed, one below the other'):
        # From the list of roles to the chart.
        keys.press('ctrl+shift+n')
        show_view(window, 'Role Chart')
        window.get(where=lambda node: node.name == 'Title of the first task')
        keys.press('ctrl+shift+n')
        keys.write(tasks[0] + '\n')
        here(window, tasks[0])
        keys.press('ctrl+shift+n')
        keys.write('\n'.join(tasks[1:]) + '\n')
        window.get('row header', where=lambda node: node.name.startswith(tasks[-1]))
        keys.press('Escape', 'ctrl+Home')
        here(window, f'{tasks[0]}, Cook')

    with step('letters are typed into the chart'):
        for task in tasks[:TYPED]:
            for cell in CHART[task]:
                keys.press(*[{'A': 'a', 'R': 'r', 'C': 'c', 'I': 'i'}[letter]
                             for letter in cell.replace('/', '')] + ['Right'])
            keys.press('Home', 'Down')
        here(window, f'{tasks[TYPED]}, Cook')
        chart = window.get('table', 'Role chart')
        for words in ('Plan the menu, Cook (Riverside Trust): Accountable and responsible',
                      'Order the food, Grower (Hill Farm): Responsible',
                      'Set the tables, Teacher (Lantern School): Consulted'):
            chart.get('table cell', where=lambda node, words=words: words in node.name)

    with step('a block is pasted from a spreadsheet and copied to one'):
        keys.copy(block(CHART[task] for task in tasks[TYPED:]) + '\n')
        keys.press('ctrl+v')
        window.get('table cell', where=lambda node: 'Clean up, Host (Riverside Trust): Accountable'
                                                    in node.name)
        keys.press('ctrl+Home', *['shift+Right'] * 4, *['shift+Down'] * 9, 'ctrl+c')
        until(lambda: keys.copied().rstrip('\n') == block(CHART.values()).rstrip('\n'),
              lambda: f'the chart on the clipboard, it is {keys.copied()!r}')

    with step('the planted fault is found and leads to its place'):
        window.says(FAULT)
        keys.press('Escape')
        finding = tab_to(window, where=lambda node: node.role == 'list item' and any(
            parent.name == 'Findings' for parent in node.ancestors()))
        keys.press('Home')
        until(lambda: (window.focus() or finding).find(where=lambda node: FAULT in (
            node.name + (node.text or ''))), 'the focus on the fault')
        keys.press('Return')
        focused(window, 'table', 'Role chart')
        here(window, 'Count what is left')

    with step('mending it takes it off the list'):
        keys.press('ctrl+Left', 'a', 'r')
        here(window, 'Count what is left, Cook (Riverside Trust): Accountable and responsible')
        window.gone(where=lambda node: FAULT in node.name)
        CHART['Count what is left'][0] = 'A/R'


def add_expectation(window, step):
    with step('an expectation is written down, from whom and to whom'):
        go_to(window, 'Expectations')
        keys.press('ctrl+shift+n')
        type_name(window, EXPECTATION)
        choose(window, 'From', 1)
        choose(window, 'To', 2)


def check_file(path):
    """The file holds what was entered, and nothing else."""
    saved = projects.read(path)
    names = {record['id']: record.get('name', record.get('title'))
             for kind in ('partners', 'people', 'roles', 'tasks') for record in saved[kind]}
    assert saved['project']['title'] == TITLE
    assert [partner['name'] for partner in saved['partners']] == PARTNERS
    assert {names[person['partner']]: person['name'] for person in saved['people']} == PEOPLE
    assert {role['title']: names[role['partner']] for role in saved['roles']} == ROLES
    assert [task['title'] for task in saved['tasks']] == list(CHART)
    letters = {(names[cell['task']], names[cell['role']]): cell['code']
               for cell in saved['assignments']}
    assert letters == {(task, role): letter for task, cells in CHART.items()
                       for role, letter in zip(ROLES, cells) if letter}, letters
    expectation, = saved['expectations']
    assert expectation['statement'] == EXPECTATION
    assert (names[expectation['from']], names[expectation['to']]) == tuple(PARTNERS[:2])


def check_paper(path):
    """The PDF has every name and letter of the chart as text."""
    until(lambda: path.exists() and path.stat().st_size > 0
          and path.read_bytes().rstrip().endswith(b'%%EOF'), f'{path.name} written')
    text = subprocess.run(['pdftotext', '-layout', str(path), '-'], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    words = ' '.join(text.split())
    for name in [TITLE, *PARTNERS, *ROLES, *CHART]:
        assert name in words, f'“{name}” is not on paper:\n{text}'
    for letter in ('A/R', 'R', 'C', 'I'):
        assert f' {letter} ' in words, f'no {letter} on paper:\n{text}'


def keep(desk, window, program, step):
    path = desk.home / 'kitchen.entente.json'
    with step('it is saved under a name'):
        keys.press('ctrl+s')
        save_path(program, path)
        unmarked(window)
        check_file(path)

    with step('everything is undone and done again'):
        before = path.read_bytes()
        keys.press(*['ctrl+z'] * 12)
        marked(window)
        keys.press(*['ctrl+shift+z'] * 12)
        unmarked(window)
        keys.press('ctrl+s')
        assert path.read_bytes() == before
    return path


def put_on_paper(desk, window, program, step):
    with step('the chart is printed to a file'):
        keys.press('ctrl+p')
        dialog = until(lambda: next((shown for shown in program.windows()
                                     if shown.name == 'Print'), None), 'the print dialog')
        row = tab_to(dialog, where=lambda node: node.role == 'table row')
        keys.press('Home', 'space')
        until(lambda: 'selected' in row.states or dialog.get('push button', 'Print').enabled,
              'Print to File chosen')
        keys.press('alt+p')
        close_all(program)
        check_paper(desk.home / 'output.pdf')

    with step('and exported as PDF'):
        program.active()
        keys.press('ctrl+e')
        dialog = until(lambda: next((shown for shown in program.windows()
                                     if shown.name == 'Export'), None), 'the export dialog')
        dialog.get('push button', 'Export')
        keys.press('alt+e')
        file_dialog(program)
        save_path(program, desk.home / 'chart.pdf')
        check_paper(desk.home / 'chart.pdf')
        if len(program.windows()) > 1:
            keys.press('Escape')
        close_all(program)


def story(desk, step):
    program, window = desk.start_window()
    make_partnership(window, step)
    fill_chart(window, step)
    add_expectation(window, step)
    path = keep(desk, window, program, step)
    put_on_paper(desk, window, program, step)

    with step('it closes without a question and opens as it was'):
        before = path.read_bytes()
        keys.press('ctrl+w')
        program.ended()
        program, window = desk.start_window(path)
        program.window(TITLE)
        go_to(window, 'Roles')
        window.get('table cell', where=lambda node: 'Clean up, Host (Riverside Trust): Accountable'
                                                    in node.name)

    with step('saving it unchanged keeps every byte'):
        keys.press('ctrl+shift+s')
        save_path(program, desk.home / 'again.json')
        until((desk.home / 'again.json').exists, 'the second file')
        assert (desk.home / 'again.json').read_bytes() == before == path.read_bytes()
        program.quit()


Run('main-job').story(story)
