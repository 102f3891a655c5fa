# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix widget: its first frame, scrolling, one edit."""

from measure import column

# GTK's renderer without a graphics card; the picture is the same everywhere.
PLAIN = {"GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable"}


def task(bench, name, rows, columns):
    """One measurement, in a process of its own."""
    program = bench.bench_program("bench-matrix")
    return lambda: bench.figures([program, name, str(rows), str(columns)], PLAIN)


def first(bench, rows, columns, goals):
    ours, peer = bench.turns(task(bench, "first", rows, columns),
                             task(bench, "first-view", rows, columns))
    name = f"matrix {rows} × {columns}"
    seconds, memory = goals
    bench.row("P9", f"{name}: first frame", "s", column(ours, "seconds"),
              "GtkColumnView, same cells", column(peer, "seconds"), seconds)
    bench.row("P9", f"{name}: memory added", "B", column(ours, "peak"),
              "GtkColumnView, same cells", column(peer, "peak"), memory)


def frames(bench, rows, columns):
    scroll, positions, edit, flood = bench.turns(
        *(task(bench, name, rows, columns) for name in ("scroll", "positions", "edit", "flood")))
    name = f"matrix {rows} × {columns}"
    peer = "flood fill of the same area"
    bench.row("P10", f"{name}: scrolling, p95", "s", column(scroll, "p95"), peer,
              column(flood, "p95"), 5, 0.0167)
    bench.row("P10", f"{name}: the same, processor", "s", column(scroll, "cpu-p95"), peer,
              column(flood, "cpu-p95"), 5, 0.0167)
    name = f"alignment matrix {rows} × {columns}"
    bench.row("P10", f"{name}: scrolling, p95", "s", column(positions, "p95"), peer,
              column(flood, "p95"), 5, 0.0167)
    bench.row("P10", f"{name}: the same, processor", "s", column(positions, "cpu-p95"), peer,
              column(flood, "cpu-p95"), 5, 0.0167)
    name = f"matrix {rows} × {columns}"
    bench.row("", f"{name}: one edit drawn, p95", "s", column(edit, "p95"), peer,
              column(flood, "p95"))


def run(bench):
    bench.attempt("P9", "matrix 1000 × 200: first frame", first, 1000, 200, (0.05, 0.1))
    bench.attempt("P9", "matrix 30 × 12: first frame", first, 30, 12, (None, None))
    bench.attempt("P10", "matrix 1000 × 200: frames", frames, 1000, 200)
