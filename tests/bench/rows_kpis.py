# SPDX-License-Identifier: GPL-3.0-or-later
"""Status and limits of KPIs, from nothing and after one edit."""

from measure import column

SIZES = ((15, 20), (100, 120), (500, 520))


def figures(bench, kpis, measurements):
    program = bench.bench_program("bench-kpis")
    ours, loop = bench.turns(*(
        lambda task=task: bench.figures([program, task, str(kpis), str(measurements)])
        for task in ("project", "loop")))
    name = f"KPIs {kpis} × {measurements}"
    bench.row("", f"{name}: read from a project", "s", column(ours, "read"))
    bench.row("", f"{name}: status, limits, signals", "s", column(ours, "figures"),
              "plain C loop, same numbers", column(loop, "seconds"))
    bench.row("", f"{name}: after one edit", "s", column(ours, "edit"),
              "every figure", column(ours, "figures"))


def run(bench):
    for size in SIZES:
        bench.attempt("", f"KPIs {size[0]} × {size[1]}: figures", figures, *size)
