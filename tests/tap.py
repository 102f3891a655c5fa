# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines of the Test Anything Protocol that checks written in Python need."""

import sys


class Tap:
    """Counts and prints test points. `with Tap () as tap: tap.check (…)`; leaves with status 1
    if one of them was not ok."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print(f'1..{self.count}', flush=True)
        if kind is None and self.failed:
            sys.exit(1)

    def check(self, name, *complaints):
        """One test point: ok when no complaint (None and '' are none) is given."""
        complaints = [text for text in complaints if text]
        self.count += 1
        self.failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {self.count} {name.replace('#', '')}")
        for text in complaints:
            for line in str(text).splitlines():
                print(f'# {line}')
        sys.stdout.flush()
        return not complaints

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} {name} # SKIP {reason}', flush=True)
