# SPDX-License-Identifier: GPL-3.0-or-later
"""Project files for the tests, and what is in them."""

import json
import os
from pathlib import Path

SOURCE = Path(os.environ['ENTENTE_TEST_SOURCE'])
SAMPLES = SOURCE / 'data' / 'samples'
GARDEN = SAMPLES / 'community-garden.entente.json'
BAD = SOURCE / 'tests' / 'data' / 'bad'


def small(title='Lantern Lane', **lists):
    """A project with two partners, two roles, two tasks and their letters."""
    return {
        'format': 'entente', 'version': 1, 'generator': 'Entente', 'id': 'small',
        'project': {'title': title},
        'partners': [{'id': 'mill', 'name': 'The Mill'}, {'id': 'farm', 'name': 'Hill Farm'}],
        'roles': [{'id': 'cook', 'title': 'Cook', 'partner': 'mill'},
                  {'id': 'grower', 'title': 'Grower', 'partner': 'farm'}],
        'tasks': [{'id': 'sow', 'title': 'Sow'}, {'id': 'eat', 'title': 'Eat'}],
        'assignments': [{'task': 'sow', 'role': 'grower', 'code': 'A/R'}],
        **lists,
    }


def empty(title='Lantern Lane'):
    return {'format': 'entente', 'version': 1, 'generator': 'Entente', 'id': 'empty',
            'project': {'title': title}}


def write(path, project):
    path.write_text(json.dumps(project, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
    return path


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))
