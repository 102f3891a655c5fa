# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline: all of its lanes drawn, its first frame, scrolling and panning."""

from measure import column
from rows_matrix import PLAIN
from rows_matrix import task as matrix_task

SIZES = ((100, 120), (500, 520))


def task(bench, name, kpis, measurements):
    """One measurement, in a process of its own."""
    program = bench.bench_program("bench-timeline")
    return lambda: bench.figures([program, name, str(kpis), str(measurements)], PLAIN)


def lanes(bench, kpis, measurements):
    lines, plots, stroke = bench.turns(*(task(bench, name, kpis, measurements)
                                         for name in ("lines", "plots", "stroke")))
    name = f"timeline {kpis} × {measurements}"
    peer = "cairo stroke of the same points"
    bench.row("P13", f"{name}: the lines of all lanes", "s", column(lines, "seconds"), peer,
              column(stroke, "seconds"), 0.05)
    bench.row("", f"{name}: all that is in the lanes", "s", column(plots, "seconds"), peer,
              column(stroke, "seconds"))


def frames(bench, kpis, measurements):
    first, scroll, pan, flood = bench.turns(
        *(task(bench, name, kpis, measurements) for name in ("first", "scroll", "pan")),
        matrix_task(bench, "flood", 30, 12))
    name = f"timeline {kpis} × {measurements}"
    peer = "flood fill of the same area"
    bench.row("", f"{name}: first frame", "s", column(first, "seconds"))
    bench.row("", f"{name}: scrolling, p95", "s", column(scroll, "p95"), peer,
              column(flood, "p95"), None, 0.0167)
    bench.row("", f"{name}: panning, p95", "s", column(pan, "p95"), peer,
              column(flood, "p95"), None, 0.0167)


def run(bench):
    for size in SIZES:
        bench.attempt("P13", f"timeline {size[0]} × {size[1]}: lanes", lanes, *size)
    bench.attempt("", "timeline 500 × 520: frames", frames, *SIZES[-1])
