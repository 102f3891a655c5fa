# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns, medians and the table of the benchmarks."""

import json
import os
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))


# No measurement takes this long; a peer that hangs must not keep the others from being taken.
PATIENCE = 300  # seconds


class NotHere(Exception):
    """What is to be measured is not installed, not built, or does not do what it is asked for."""


def readable(value, unit):
    if value is None:
        return "–"
    if unit == "s":
        return f"{value * 1000:,.3g} ms" if value < 1 else f"{value:,.2f} s"
    if unit == "B":
        return f"{value / 1e6:,.1f} MB"
    return f"{value:,.4g}{unit and ' ' + unit}"


class Bench:
    def __init__(self, build, folder, pairs, only):
        self.build = build
        self.folder = folder
        self.n_pairs = pairs
        self.only = only.lower()
        self.rows = []
        self.samples = {}

    # --- where things are ---

    def program(self, path):
        """A program of the build."""
        full = os.path.join(self.build, path)
        if not os.access(full, os.X_OK):
            raise NotHere(f"{path} is not built")
        return full

    def bench_program(self, name):
        return self.program(os.path.join("tests", "bench", name))

    @staticmethod
    def installed(name):
        full = shutil.which(name)
        if not full:
            raise NotHere(f"{name} is not installed")
        return full

    def project(self, size, chart=None):
        """A made-up project and the folder of its tables; made once."""
        name = size if chart is None else f"{size}-{chart[0]}x{chart[1]}"
        path = os.path.join(self.folder, f"{name}.entente.json")
        tables = os.path.join(self.folder, f"{name}.tables")
        if not os.path.exists(path):
            shape = [] if chart is None else ["--role-chart", str(chart[0]), str(chart[1])]
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), size, path,
                            "--csv", tables, *shape], check=True)
        return path, tables

    # --- measuring ---

    def wants(self, *words):
        number, *names = words
        return (not self.only or self.only == number.lower()
                or any(self.only in name.lower() for name in names))

    @staticmethod
    def figures(command, environment=None):
        """Runs a program that prints lines of a name and a number."""
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False,
                                  timeout=PATIENCE, env={**os.environ, **(environment or {})})
        except subprocess.TimeoutExpired as error:
            raise NotHere(f"{os.path.basename(command[0])} does not end") from error
        if done.returncode != 0:
            raise NotHere(f"{os.path.basename(command[0])}: "
                          f"{done.stderr.strip().splitlines()[-1:] or done.returncode}")
        figures = {}
        for line in done.stdout.splitlines():
            parts = line.split()
            if len(parts) == 2:
                figures[parts[0]] = float(parts[1])
        return figures

    def turns(self, *sides):
        """Lets every side take its turn, again and again; each is a function that returns figures."""
        results = [[] for _ in sides]
        for _ in range(self.n_pairs):
            for side, found in zip(sides, results):
                found.append(side())
        return results

    # --- the table ---

    def row(self, number, name, unit, ours, peer_name="", peer=None, goal=None, cap=None, note=""):
        """Adds a row.  ours and peer are lists of numbers taken in turns; goal is the ratio not to be
        passed, cap the number of ours not to be passed."""
        mine = statistics.median(ours)
        theirs = statistics.median(peer) if peer else None
        ratio = None
        if peer and all(peer):
            ratio = statistics.median(a / b for a, b in zip(ours, peer))
        verdict = ""
        if (goal is not None and ratio is not None) or cap is not None:
            met = (goal is None or ratio is None or ratio <= goal) and (cap is None or mine <= cap)
            verdict = "met" if met else "NOT met"
        self.add({"number": number, "name": name, "unit": unit, "ours": mine, "peer name": peer_name,
                  "peer": theirs, "ratio": ratio, "goal": goal, "cap": cap, "verdict": verdict,
                  "note": note})

    def skip(self, number, name, reason):
        self.add({"number": number, "name": name, "unit": "", "ours": None, "peer name": "",
                  "peer": None, "ratio": None, "goal": None, "cap": None, "verdict": "skipped",
                  "note": str(reason)})

    def add(self, row):
        self.rows.append(row)
        print(self.line(row), flush=True)

    @staticmethod
    def line(row):
        goal = "" if row["goal"] is None else f"≤ {row['goal']:g}"
        if row["cap"] is not None:
            goal += f"{' and ' if goal else ''}≤ {readable(row['cap'], row['unit'])}"
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.3g}"
        peer = "" if row["peer"] is None else readable(row["peer"], row["unit"])
        return (f"{row['number']:4} {row['name']:<44.44} {readable(row['ours'], row['unit']):>10} "
                f"{peer:>10} {row['peer name']:<34.34} {ratio:>8} {goal:<12} {row['verdict']:<8}"
                f"{row['note']}").rstrip()

    @staticmethod
    def head():
        return (f"{'':4} {'what':<44} {'ours':>10} {'peer':>10} {'':<34} {'ratio':>8} "
                f"{'goal':<12} {'':<8}").rstrip()

    def attempt(self, number, name, function, *arguments):
        """Runs a measurement; says why where it cannot be taken."""
        if not self.wants(number, name):
            return
        try:
            function(self, *arguments)
        except NotHere as reason:
            self.skip(number, name, reason)

    def finish(self, path):
        met = sum(row["verdict"] == "met" for row in self.rows)
        missed = sum(row["verdict"] == "NOT met" for row in self.rows)
        skipped = sum(row["verdict"] == "skipped" for row in self.rows)
        print(f"\n{met} goals met, {missed} not met, {skipped} rows skipped; "
              f"medians of {self.n_pairs} turns.")
        document = json.dumps({"pairs": self.n_pairs, "rows": self.rows}, ensure_ascii=False,
                              indent=2) + "\n"
        if path:
            with open(path, "w", encoding="utf-8") as out:
                out.write(document)


def column(results, name):
    return [figures[name] for figures in results]
