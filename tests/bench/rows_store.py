# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as a window uses it: opened, edited with a journal, saved with all that a save does."""

import os

from measure import column
from rows_model import task


FRAME = 1 / 60
HELD = 2 * FRAME  # what the main loop may be held, in seconds


def store(bench, name, path):
    """One measurement with a state folder of its own, in a process of its own."""
    program = bench.bench_program("bench-store")
    environment = {"XDG_STATE_HOME": os.path.join(bench.folder, "state")}
    return lambda: bench.figures([program, name, path, bench.folder], environment)


def opening(bench, size):
    path, _ = bench.project(size)
    ours, peer = bench.turns(store(bench, "open", path), task(bench, "read-peer", path))
    bench.row("", f"open {size} as a document", "s", column(ours, "seconds"),
              "json-glib: tree of the file, get", column(peer, "seconds"))
    bench.row("P22", f"open {size} as a document: loop held", "s", column(ours, "held"), cap=HELD)


def saving(bench, size):
    path, _ = bench.project(size)
    ours, bare, glib = bench.turns(
        store(bench, "save", path),
        *(task(bench, name, path, bench.folder) for name in ("save-bare", "save-glib")))
    name = f"save {size} as a document"
    bench.row("", name, "s", column(ours, "seconds"), "write, fsync, rename, fsync, read",
              column(bare, "seconds"))
    bench.row("", name, "s", column(ours, "seconds"), "g_file_set_contents_full",
              column(glib, "seconds"))
    bench.row("P22", f"{name}: loop held", "s", column(ours, "held"), cap=HELD)


def editing(bench, size):
    path, _ = bench.project(size)
    kept, unkept = bench.turns(store(bench, "edit", path), store(bench, "edit-unkept", path))
    bench.row("", f"edit {size} with a journal", "s", column(kept, "seconds"), "without",
              column(unkept, "seconds"))


def run(bench):
    for size in ("S", "M"):
        bench.attempt("P22", f"open {size} as a document", opening, size)
        bench.attempt("P22", f"save {size} as a document", saving, size)
        bench.attempt("", f"edit {size} with a journal", editing, size)
