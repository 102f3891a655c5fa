#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows on a made-up tree that check-layers.py sees what it is there to see."""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..'))

from tap import Tap

# Folder, a line of a file there, and whether it may stand.
CASES = (
    ('model', '#include "model/ent-record.h"', True),
    ('model', '#include "config.h"', True),
    ('model', '#include <json-glib/json-glib.h>', True),
    ('model', '#include "store/ent-file.h"', False),
    ('model', '#include "analysis/ent-finding.h"', False),
    ('model', '#include <gtk/gtk.h>', False),
    ('model', '#include <cairo.h>', False),
    ('model', '#include "ent-record.h"', False),
    ('model', '#include "../app/ent-window.h"', False),
    ('model', '/* as in #include "app/ent-window.h" */', True),
    ('model', '#include "nowhere/ent-what.h"', False),
    ('store', '#include "model/ent-record.h"', True),
    ('store', '#include "analysis/ent-finding.h"', False),
    ('analysis', '#include "store/ent-file.h"', False),
    ('analysis', '#include "render/ent-matrix.h"', False),
    ('render', '#include "analysis/ent-finding.h"', True),
    ('render', '#include <pango/pangocairo.h>', True),
    ('render', '#  include <gdk/gdk.h>', False),
    ('render', '#include "report/ent-report.h"', False),
    ('report', '#include "render/ent-matrix.h"', True),
    ('report', '#include "store/ent-file.h"', False),
    ('report', '#include <gtk/gtk.h>', False),
    ('cli', '#include "report/ent-report.h"', True),
    ('cli', '#include "store/ent-file.h"', True),
    ('cli', '#include "widgets/ent-matrix-view.h"', False),
    ('cli', '#include <adwaita.h>', False),
    ('widgets', '#include <gtk/gtk.h>', True),
    ('widgets', '#include <adwaita.h>', False),
    ('widgets', '#include "store/ent-file.h"', False),
    ('widgets', '#include "pages/ent-page.h"', False),
    ('pages', '#include <adwaita.h>', True),
    ('pages', '#include "widgets/ent-matrix-view.h"', True),
    ('pages', '#include "app/ent-window.h"', False),
    ('pages', '#include <libportal/portal.h>', False),
    ('app', '#include "pages/ent-page.h"', True),
    ('app', '#include <libportal-gtk4/portal-gtk4.h>', True),
)


def run(folder, line):
    """The status and words of the check on a tree with one file of one line."""
    with tempfile.TemporaryDirectory() as top:
        os.makedirs(os.path.join(top, 'src', folder))
        with open(os.path.join(top, 'src', folder, 'ent-made-up.c'), 'w', encoding='utf-8') as out:
            out.write(f'/* A file. */\n{line}\n')
        checked = subprocess.run([sys.executable, os.path.join(HERE, 'check-layers.py'), top],
                                 capture_output=True, text=True, check=False)
        return checked.returncode, checked.stdout


with Tap() as tap:
    for folder, line, fine in CASES:
        status, said = run(folder, line)
        problem = None
        if fine and status != 0:
            problem = f'refused, but it is fine:\n{said}'
        elif not fine and (status == 0 or f'src/{folder}/ent-made-up.c:2:' not in said):
            problem = f'not refused by file and line:\n{said}'
        tap.check(f'{folder}: {line}', problem)

    tap.check('a folder nobody knows', None if run('attic', '')[0] else 'was not refused')
