# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline by hand: walked by keys and read by a screen reader, zoomed by wheel, dragged
to other days, and its lanes put in order."""

import projects
from driver import Run, keys, until
from driver.pages import go_to, tab_to, unmarked

PAGE = 'KPIs'
WEEKS = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']


def measured(kpi, *values):
    return [{'kpi': kpi, 'date': day, 'value': value} for day, value in zip(WEEKS, values)]


def open_timeline(desk):
    path = projects.write(desk.home / 'small.entente.json', projects.small(
        kpis=[{'id': 'learners', 'name': 'Learners', 'unit': 'people'},
              {'id': 'waiting', 'name': 'Waiting time', 'unit': 'days'}],
        measurements=measured('learners', 10, 12, 15, 14) + measured('waiting', 9, 8, 8, 7),
        stories=[{'id': 'call', 'title': 'First call', 'date': '2026-01-15'}]))
    program = desk.start(path)
    window = program.window()
    program.active()
    go_to(window, PAGE)
    timeline = window.get('list', 'Timeline')
    tab_to(window, where=lambda node: node == timeline)
    return program, window, timeline, path


def says(timeline, text):
    until(lambda: text in timeline.description, f'“{text}”, not “{timeline.description}”')


def keys_walk_and_are_told(desk):
    program, window, timeline, _ = open_timeline(desk)
    says(timeline, 'Learners: – No target')
    keys.press('Right')
    says(timeline, 'Learners, 5 January 2026: 10 people')
    keys.press('End')
    says(timeline, 'Learners, 26 January 2026: 14 people')
    keys.press('Down')
    says(timeline, 'Waiting time, 26 January 2026: 7 days')
    keys.press('ctrl+Up')
    says(timeline, 'First call: story of 15 January 2026')
    program.quit()


def marks_are_read(desk):
    program, window, timeline, _ = open_timeline(desk)
    timeline.get('list item', 'Waiting time, 12 January 2026: 8 days')
    timeline.get('list item', 'First call: story of 15 January 2026')
    program.quit()


def the_wheel_zooms(desk):
    program, window, timeline, _ = open_timeline(desk)
    first = 'Learners, 5 January 2026: 10 people'
    second = 'Learners, 12 January 2026: 12 people'
    keys.move(*timeline.get('list item', second).center())

    def apart():
        """How far two weeks are from each other, in pixels. The one the wheel is turned over stays
        there; the other may be so far away that it is out of sight."""
        other = timeline.find('list item', first)
        mark = timeline.get('list item', second)
        return mark.extents[0] - other.extents[0] if other else 10000

    before = apart()
    for _ in range(6):
        keys.run('xdotool', 'keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl')
    until(lambda: apart() > before + 1, 'weeks further apart')
    keys.press('0')
    until(lambda: abs(apart() - before) <= 1, lambda: f'{before} apart, not {apart()}')
    program.quit()


def a_lane_is_moved_and_the_move_undone(desk):
    program, window, timeline, path = open_timeline(desk)
    keys.press('alt+Down')
    keys.press('ctrl+s')
    unmarked(window)
    assert [kpi['name'] for kpi in projects.read(path)['kpis']] == ['Waiting time', 'Learners']
    keys.press('ctrl+z')
    keys.press('ctrl+s')
    unmarked(window)
    assert [kpi['name'] for kpi in projects.read(path)['kpis']] == ['Learners', 'Waiting time']
    program.quit()


def a_lane_is_carried_by_its_head(desk):
    program, window, timeline, path = open_timeline(desk)
    heads = [timeline.get('list item', where=lambda node: node.name.startswith(name + ': '))
             for name in ('Learners', 'Waiting time')]
    start, end = (head.center() for head in heads)
    keys.carry(start, end)
    keys.let_go()
    keys.press('ctrl+s')
    unmarked(window)
    assert [kpi['name'] for kpi in projects.read(path)['kpis']] == ['Waiting time', 'Learners']
    keys.press('ctrl+z')
    keys.press('ctrl+s')
    unmarked(window)
    assert [kpi['name'] for kpi in projects.read(path)['kpis']] == ['Learners', 'Waiting time']
    program.quit()


def what_is_there_opens(desk):
    program, window, timeline, _ = open_timeline(desk)
    keys.press('ctrl+Up', 'Right', 'Return')
    window.get('text', where=lambda node: node.text == 'First call')
    program.quit()


def dragging_shows_other_days(desk):
    program, window, timeline, _ = open_timeline(desk)
    name = 'Waiting time, 12 January 2026: 8 days'
    x, y = timeline.get('list item', name).center()
    before = timeline.get('list item', name).extents[0]
    keys.carry((x, y + 25), (x + 120, y + 25))
    keys.let_go()
    until(lambda: abs(timeline.get('list item', name).extents[0] - before - 120) < 25,
          'the mark where it was dragged')
    program.quit()


Run('timeline').cases(keys_walk_and_are_told, marks_are_read, the_wheel_zooms,
                      dragging_shows_other_days, a_lane_is_moved_and_the_move_undone,
                      a_lane_is_carried_by_its_head,
                      what_is_there_opens)
