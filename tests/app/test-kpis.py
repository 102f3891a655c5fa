# SPDX-License-Identifier: GPL-3.0-or-later
"""KPIs by hand: made by typing their names, measured one after the other by number and Enter, seen on
the Overview, and undone to the last."""

import datetime

import projects
from driver import Run, keys, until
from driver.pages import go_to, marked, show_view, unmarked

PAGE = 'KPIs'
HOURS = {'id': 'hours', 'name': 'Volunteer hours', 'unit': 'h', 'baseline': 0,
         'baseline-date': '2020-01-01', 'target': 100, 'target-date': '2020-12-31', 'every': 30}
TODAY = datetime.date.today().isoformat()


def open_kpis(desk, *kpis, page=PAGE):
    path = projects.write(desk.home / 'small.entente.json', projects.small(kpis=list(kpis)))
    program = desk.start(path)
    window = program.window()
    program.active()
    go_to(window, page)
    return program, window, path


def saved(window, path, kind):
    keys.press('ctrl+s')
    unmarked(window)
    return projects.read(path).get(kind, [])


def place(window, name=None):
    """The entry that has the focus, once it is the one of that name."""
    return until(lambda: next((node for node in [window.focus()]
                               if node and node.role in ('text', 'entry')
                               and name in (None, node.name)), None),
                 f'a place to type {name or "something"}')


def type_line(window, text, name=None):
    entry = place(window, name)
    keys.write(text)
    until(lambda: entry.text == text, f'“{text}” typed')
    keys.press('Return')


def kpis_are_typed_measured_and_undone(desk):
    program, window, path = open_kpis(desk)
    for name in ('Beds', 'Volunteer hours'):
        keys.press('ctrl+shift+n')
        type_line(window, name)
        window.get('list', 'KPIs').get('label', name)
    keys.press('ctrl+Next')
    # Neither was measured yet, so both are due.
    window.get('label', '2 KPIs are due')
    keys.press('alt+6')
    type_line(window, '12', 'Beds')
    type_line(window, '30.5', 'Volunteer hours')
    window.get('label', 'Nothing is due')
    beds, hours = saved(window, path, 'measurements')
    assert (beds['value'], hours['value']) == (12, 30.5), (beds, hours)
    assert beds['date'] == hours['date'] == TODAY
    for _ in range(4):
        keys.press('ctrl+z')
    marked(window)
    assert not saved(window, path, 'measurements') and not projects.read(path).get('kpis')
    program.quit()


def what_is_no_number_is_said_there(desk):
    program, window, path = open_kpis(desk, HOURS)
    show_view(window, 'Enter')
    window.get('label', '1 KPI is due')
    keys.press('alt+6')
    type_line(window, 'many', HOURS['name'])
    window.get(name='Not a number. Write it like 12.5')
    place(window, HOURS['name'])
    keys.press('ctrl+a')
    type_line(window, '50', HOURS['name'])
    window.get('label', '✕ Off track')
    assert [line['value'] for line in saved(window, path, 'measurements')] == [50]
    program.quit()


def a_card_leads_to_its_kpi(desk):
    program, window, _ = open_kpis(desk, HOURS, page='Overview')
    card = until(lambda: window.find(where=lambda node: node.name.startswith('Volunteer hours: ?')),
                 'the card of the KPI')
    window.get('label', '? No data')
    assert 'Nothing has been measured yet.' in card.name, card.name
    program.quit()


def who_has_a_spreadsheet_begins_with_it(desk):
    program, window, _ = open_kpis(desk)
    for view in ('Timeline', 'KPIs'):
        show_view(window, view)
        window.get('label', 'Import from a Spreadsheet…')
        keys.press('alt+i')
        program.window('Import')
        keys.press('Escape')
        until(lambda: len(program.windows()) == 1, 'the import closed')
    program.quit()


Run('kpis').cases(kpis_are_typed_measured_and_undone, what_is_no_number_is_said_there,
                  a_card_leads_to_its_kpi, who_has_a_spreadsheet_begins_with_it)
