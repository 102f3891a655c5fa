# SPDX-License-Identifier: GPL-3.0-or-later
"""The same work done by office programs from the same tables."""

import os
import shutil
import time

from measure import HERE, NotHere, column
from rows_model import task


def timed(bench, command, made):
    """Runs a program from start to end; made is the file it has to make."""
    def side():
        if os.path.exists(made):
            os.remove(made)
        start = time.monotonic()
        bench.figures(command)
        seconds = time.monotonic() - start
        if not os.path.exists(made):
            raise NotHere(f"{os.path.basename(command[0])} made no {os.path.basename(made)}")
        return {"seconds": seconds}
    return side


def printing(bench, rows, columns, goals):
    path, tables = bench.project("S", (rows, columns))
    table = os.path.join(tables, "role-chart.csv")
    pdf = os.path.join(bench.folder, "ours.pdf")
    ours = timed(bench, [bench.program("src/cli/entente-cli"), "export", path, "--document",
                         "role-chart", "--format", "pdf", "-o", pdf], pdf)
    name = f"role chart {rows} × {columns} to PDF"
    peers = {
        "LibreOffice": ("soffice", ["--headless", "--convert-to", "pdf", "--outdir", bench.folder,
                                    table], os.path.join(bench.folder, "role-chart.pdf")),
        "Gnumeric": ("ssconvert", [table, os.path.join(bench.folder, "gnumeric.pdf")],
                     os.path.join(bench.folder, "gnumeric.pdf")),
    }
    for peer, (program, arguments, made) in peers.items():
        if not shutil.which(program):
            bench.skip("P18", name, f"{program} is not installed")
            continue
        side = timed(bench, [program, *arguments], made)
        side()
        mine, theirs = bench.turns(ours, side)
        bench.row("P18", name, "s", column(mine, "seconds"), f"{peer}, the same table",
                  column(theirs, "seconds"), goals.get(peer))


def searching(bench):
    path, tables = bench.project("M")
    bench.installed("soffice")
    script = os.path.join(HERE, "office-search.py")
    theirs = bench.figures(["/usr/bin/python3", script, tables, "Waiting", str(bench.n_pairs)])
    found, = bench.turns(task(bench, "search", path))
    peer = [theirs[f"seconds-{i}"] for i in range(bench.n_pairs)]
    bench.row("P16", "search all text of M", "s", column(found, "seconds"),
              "LibreOffice, find all in the tables", peer, 0.1)


def run(bench):
    bench.attempt("P18", "role chart 30 × 12 to PDF", printing, 30, 12, {})
    bench.attempt("P18", "role chart 1000 × 200 to PDF", printing, 1000, 200,
                  {"LibreOffice": 0.35, "Gnumeric": 0.15})
    bench.attempt("P16", "search all text of M", searching)
