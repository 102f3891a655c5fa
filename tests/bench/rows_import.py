# SPDX-License-Identifier: GPL-3.0-or-later
"""Entering a large table of measurements, beside a spreadsheet that reads the same table."""

import json
import os
import subprocess

from measure import column
from rows_office import timed


def importing(bench):
    _, tables = bench.project("L")
    kpis, measurements = (os.path.join(tables, f"{name}.csv") for name in ("kpis", "measurements"))
    name = "import 260,000 measurements"
    program = bench.bench_program("bench-import")
    client = bench.program("src/cli/entente-cli")
    path = os.path.join(bench.folder, "import.entente.json")
    copy = os.path.join(bench.folder, "imported.entente.json")
    made = os.path.join(bench.folder, "gnumeric.csv")
    gnumeric = timed(bench, [bench.installed("ssconvert"), measurements, made], made)

    with open(path, "w", encoding="utf-8") as out:
        json.dump({"format": "entente", "version": 1, "id": "x", "project": {"title": "L"}}, out)
    subprocess.run([client, "import", path, "kpis", kpis], check=True, stdout=subprocess.DEVNULL)
    run = timed(bench, ["sh", "-c", 'cp "$1" "$2" && exec "$3" import "$2" measurements "$4"', "sh",
                        path, copy, client, measurements], copy)
    gnumeric()
    inside, whole, peer = bench.turns(lambda: bench.figures([program, kpis, measurements]), run,
                                      gnumeric)
    bench.row("P19", f"{name}, one step", "s", column(inside, "seconds"),
              "Gnumeric: the table in and out", column(peer, "seconds"), 0.3)
    bench.row("P19", f"{name}, saved", "s", column(whole, "seconds"),
              "Gnumeric: the table in and out", column(peer, "seconds"), 0.3)
    bench.row("", f"{name}: undo", "s", column(inside, "undo"), "entering them",
              column(inside, "seconds"))


def run(bench):
    bench.attempt("P19", "import 260,000 measurements", importing)
