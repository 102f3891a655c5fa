# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading, writing, saving, checking and searching, without a window."""

import os

from measure import NotHere, column


def task(bench, name, path, *arguments):
    """One measurement, in a process of its own."""
    program = bench.bench_program("bench-model")
    return lambda: bench.figures([program, name, path, *arguments])


def reading(bench, size):
    path, _ = bench.project(size)
    ours, peer = bench.turns(task(bench, "read", path), task(bench, "read-peer", path))
    bench.row("P1", f"open {size}: file to model", "s", column(ours, "seconds"),
              "json-glib: tree of the file, get", column(peer, "seconds"), 0.8)


def remembering(bench, size):
    path, _ = bench.project(size)
    small, _ = bench.project("S")
    ours, peer = bench.turns(task(bench, "memory", path, small),
                             task(bench, "memory-peer", path, small))
    name = f"open {size}: peak memory"
    bench.row("P2", name, "B", column(ours, "peak"), "size of the file",
              [float(os.path.getsize(path))] * len(ours), 4)
    bench.row("", name, "B", column(ours, "peak"), "json-glib: tree of the file, get",
              column(peer, "peak"))


def writing(bench, size):
    path, _ = bench.project(size)
    ours, peer = bench.turns(task(bench, "write", path), task(bench, "write-peer", path))
    bench.row("P3", f"write {size}: model to text", "s", column(ours, "seconds"),
              "json-glib: tree, pretty generator", column(peer, "seconds"), 0.25)
    bench.row("", f"write {size}: model to text", "s", column(ours, "seconds"),
              "json-glib: generator alone", column(peer, "generator"))
    different = [1 - same for same in column(ours, "identical")]
    bench.row("P5", f"write {size} unchanged: files that differ", "", different, cap=0)


def saving(bench, size):
    path, _ = bench.project(size)
    ours, bare, glib = bench.turns(
        *(task(bench, name, path, bench.folder) for name in ("save", "save-bare", "save-glib")))
    bench.row("P4", f"save {size} durably, without writing it", "s", column(ours, "seconds"),
              "write, fsync, rename, fsync, read", column(bare, "seconds"), 1.3)
    bench.row("", f"save {size} durably, without writing it", "s", column(ours, "seconds"),
              "g_file_set_contents_full", column(glib, "seconds"))


def checking(bench, size):
    path, _ = bench.project(size)
    found, = bench.turns(task(bench, "findings", path))
    bench.row("P20", f"findings of {size} after one edit", "s", column(found, "edit"),
              "all findings from nothing", column(found, "whole"), 0.05)
    bench.row("", f"undo of it in {size}, with findings", "s", column(found, "undo"),
              "all findings from nothing", column(found, "whole"))


def run(bench):
    for size in ("S", "M"):
        bench.attempt("P1", f"open {size}: file to model", reading, size)
    bench.attempt("P2", "open M: peak memory", remembering, "M")
    for size in ("S", "M"):
        bench.attempt("P3", f"write {size}: model to text", writing, size)
    for size in ("S", "M"):
        bench.attempt("P4", f"save {size} durably", saving, size)
    bench.attempt("P20", "findings of M after one edit", checking, "M")


__all__ = ["NotHere", "run", "task"]
