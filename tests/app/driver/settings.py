# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program remembers from one run to the next, and the pages there are."""

import os
import re
from pathlib import Path

PAGE = re.compile(r'^\s*\{ "([a-z-]+)", ENT_PAGE_', re.MULTILINE)


def page_names():
    """The pages in the order of the sidebar, as the program's own table has them."""
    table = Path(os.environ['ENTENTE_TEST_SOURCE']) / 'src' / 'pages' / 'ent-pages.c'
    return PAGE.findall(table.read_text())


def remember(desk, **settings):
    """Leaves settings behind as an earlier run would have: remember(desk, last_page='roles')."""
    folder = desk.place / 'config' / 'glib-2.0' / 'settings'
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f'{name.replace("_", "-")}={value!r}' for name, value in settings.items()]
    (folder / 'keyfile').write_text('\n'.join(['[io/github/entente/Entente]', *lines, '']))
