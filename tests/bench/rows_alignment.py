# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of an alignment, from nothing and after one change."""

from measure import column

SIZES = ((20, 8), (200, 50), (1000, 200))


def task(bench, name, goals, partners):
    """One measurement, in a process of its own."""
    program = bench.bench_program("bench-alignment")
    return lambda: bench.figures([program, name, str(goals), str(partners)])


def sums(bench, goals, partners):
    ours, loop, naive = bench.turns(*(task(bench, name, goals, partners)
                                      for name in ("sums", "loop", "naive")))
    name = f"alignment {goals} × {partners}"
    large = (goals, partners) == SIZES[-1]
    bench.row("P14", f"{name}: every figure", "s", column(ours, "seconds"),
              "plain C loop, same bytes", column(loop, "seconds"))
    bench.row("P14", f"{name}: every figure", "s", column(ours, "seconds"),
              "naive loops over doubles", column(naive, "seconds"), 0.02 if large else None)
    bench.row("P15", f"{name}: after one change", "s", column(ours, "change"),
              "every figure", column(ours, "seconds"), 0.002 if large else None)


def project(bench, goals, partners):
    ours, = bench.turns(task(bench, "project", goals, partners))
    name = f"alignment {goals} × {partners}"
    bench.row("", f"{name}: read, with findings", "s", column(ours, "whole"))
    bench.row("", f"{name}: an edit, with findings", "s", column(ours, "edit"),
              "read from nothing", column(ours, "whole"))
    bench.row("", f"{name}: another day", "s", column(ours, "day"),
              "read from nothing", column(ours, "whole"))


def order(bench, goals, partners):
    ours, = bench.turns(task(bench, "order", goals, partners))
    bench.row("", f"{partners} partners put in order", "s", column(ours, "seconds"))


def run(bench):
    for size in SIZES:
        bench.attempt("P14", f"alignment {size[0]} × {size[1]}: figures", sums, *size)
    for size in SIZES:
        bench.attempt("", f"alignment {size[0]} × {size[1]}: in a project", project, *size)
    bench.attempt("", "alignment: partners put in order", order, *SIZES[-1])
