#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a made-up project of a given size, for the benchmarks and for looking at large plans.

  generate.py SIZE OUT [--role-chart ROWS COLUMNS] [--csv DIR]

SIZE is S (what most users have), M (a national programme) or L (beyond any real plan, for seeing
how cost grows; its file is above what the program opens, but its tables serve).  The same arguments
give the same bytes on every machine, and the file is in canonical form: formatting it changes
nothing.  With --csv the same data are written as tables too, so that a spreadsheet can be given the
same work: one file a kind, with names instead of ids, and the two matrices as people would type
them (alignment.csv, role-chart.csv).
"""

import argparse
import csv
import datetime
import json
import os
import random

# partners, goals, KPIs, measurements of each, rows and columns of the role chart
SIZES = {
    "S": (8, 20, 15, 20, 30, 12),
    "M": (50, 200, 100, 120, 300, 80),
    "L": (200, 1000, 500, 520, 1000, 200),
}

PEOPLE_EACH = 4        # of each partner
EXPECTATIONS_EACH = 5  # of each partner
TODAY = datetime.date(2026, 11, 23)
LAST_MEASURED = datetime.date(2026, 11, 22)
START = datetime.date(2025, 1, 6)

ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
KEYED = {"assignments", "positions", "measurements"}

PLACES = """Alderford Ashmoor Brackwater Briarley Calderbeck Coldharbour Copsewood Dunmere Eastwick
Elmbridge Farrowhill Fenwick Foxholt Glenbrook Greystone Hallowdown Harrowby Hazelmere Hollowell
Ivybridge Kelmarsh Kingsholt Larkfield Lindencross Longmarsh Millbrook Netherby Oakhanger
Orchardrow Penwick Quarrybank Redmarsh Rookhope Saltfleet Sandholme Thornwell Underhill Westerleigh
Wickstead Yarrow""".split()
BODIES = [("Borough Council", "government"), ("Community Trust", "nonprofit"),
          ("Health Partnership", "health"), ("College", "education"), ("Engineering", "business"),
          ("Neighbours", "community"), ("Research Institute", "research"), ("Arts", "arts")]
GIVEN = """Adaeze Bram Céline Dariusz Elif Fionn Gülşen Hanako Ibrahim Jana Kwame Lucía Mireille
Noor Oluwaseun Petra Quentin Rosa Søren Tamsin Umar Věra Wiremu Ximena Yusuf Zofia""".split()
FAMILY = """Abara Bergström Castellano Dvořák Eriksen Fernández Grüber Hosseini Ivanova Jansen
Kamau Lindqvist Moreau Nakamura Okafor Petrović Quill Rossi Şahin Takeda Uddin Varga Whitlock
Xavier Yeo Zieliński""".split()
JOBS = ["Director", "Programme manager", "Finance lead", "Outreach officer"]
VERBS = ["Shorten", "Raise", "Open up", "Protect", "Renew", "Halve", "Double", "Share"]
THINGS = ["waiting times", "volunteer hours", "access to training", "energy use", "green space",
          "missed appointments", "household debt", "reading at home", "bus reliability",
          "safe routes to school", "food waste", "rent arrears", "digital skills"]
PARTS = ["Coordinator", "Data lead", "Outreach lead", "Budget holder", "Site manager", "Trainer",
         "Evaluator", "Volunteer lead"]
STEPS = ["Agree the plan for", "Collect figures on", "Train staff for", "Publish the report on",
         "Run the pilot for", "Find rooms for", "Write the brief for", "Review"]
REASONS = ["It is the core of our mission.", "It fits a project that is already running.",
           "It would change how we work every day.", "Our board has not discussed it.",
           "It costs us more than it brings.", "Our members ask for it at every meeting.",
           "We tried it before and it failed."]
CLAIMS = ["Answer a question within five working days.", "Send figures before the tenth.",
          "Tell us of a change before it is public.", "Name one person we can telephone.",
          "Pay invoices within thirty days.", "Keep to the agreed agenda."]
UNITS = ["%", "people", "hours", "days", "£", "kg"]


class Dice:
    """Random choices built on random() alone, the one sequence Python promises to keep."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def below(self, count):
        return int(self.source.random() * count)

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, share):
        return self.source.random() < share

    def noise(self):
        """Roughly normal, mean 0 and standard deviation 1."""
        return sum(self.source.random() for _ in range(12)) - 6

    def some(self, items, count):
        """count different items, in random order."""
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(min(count, len(rest)))]


class Maker:
    """Makes the lists of one project, in the order of the file.

    A record names all its fields, in the order of the file; None stands for the default, which is
    not written.
    """

    def __init__(self, size, chart):
        (self.n_partners, self.n_goals, self.n_kpis, self.n_measured, self.n_tasks,
         self.n_roles) = SIZES[size]
        if chart:
            self.n_tasks, self.n_roles = chart
        self.dice = Dice(f"entente {size} {self.n_tasks} {self.n_roles}")
        self.used = set()
        self.lists = {}

    def new_id(self):
        while True:
            token = "".join(self.dice.pick(ID_LETTERS) for _ in range(13))
            if token not in self.used:
                self.used.add(token)
                return token

    def day(self, first, last):
        span = (last - first).days + 1
        return (first + datetime.timedelta(self.dice.below(span))).isoformat()

    @staticmethod
    def place(number):
        return PLACES[number % len(PLACES)]

    def make(self, size):
        project_id = self.new_id()
        self.make_partners()
        self.make_people()
        self.make_roles()
        self.make_goals()
        self.make_tasks()
        self.make_assignments()
        self.make_expectations()
        self.make_positions()
        self.make_kpis()
        self.make_measurements()
        return {
            "format": "entente",
            "version": 1,
            "generator": "Entente",
            "id": project_id,
            "project": {
                "title": f"Benchmark project of size {size}",
                "purpose": "Made by tests/bench/generate.py; every name in it is invented.",
                "phase": "managing",
                "start": START.isoformat(),
                "end": "2028-12-31",
                "check-in-every": 28,
            },
            **self.lists,
        }

    def make_partners(self):
        self.lists["partners"] = []
        for i in range(self.n_partners):
            place = self.place(i)
            body, sector = BODIES[(i + i // len(PLACES)) % len(BODIES)]
            self.lists["partners"].append({
                "id": self.new_id(),
                "name": f"{place} {body}",
                "short-name": place if i < len(PLACES) else f"{place} {i // len(PLACES) + 1}",
                "sector": sector,
                "mission": f"To serve the people of {place}, now and in twenty years.",
                "drivers": "Cannot do alone what the partnership sets out to do.",
                "brings": "Rooms, two members of staff, and the trust of the people it serves.",
                "needs": "Figures its board believes, and fewer meetings than before.",
                "joined": self.day(START, START + datetime.timedelta(120)),
                **{name: 1 + self.dice.below(5) for name in
                   ("pace", "horizon", "evidence", "decisions", "risk", "formality")},
            })

    def make_people(self):
        self.lists["people"] = []
        for i, partner in enumerate(self.lists["partners"]):
            for j in range(PEOPLE_EACH):
                self.lists["people"].append({
                    "id": self.new_id(),
                    "name": f"{self.dice.pick(GIVEN)} {self.dice.pick(FAMILY)}",
                    "partner": partner["id"],
                    "job": JOBS[j],
                    "email": f"person{i * PEOPLE_EACH + j + 1}@example.org",
                    "phone": f"01632 960{(i * PEOPLE_EACH + j) % 1000:03}",
                    "primary": True if j == 0 else None,
                })

    def make_roles(self):
        self.lists["roles"] = []
        for i in range(self.n_roles):
            partner = i * self.n_partners // self.n_roles
            person = partner * PEOPLE_EACH + self.dice.below(PEOPLE_EACH)
            nobody = self.dice.chance(0.05)
            self.lists["roles"].append({
                "id": self.new_id(),
                "title": f"{PARTS[i % len(PARTS)]} {i // len(PARTS) + 1}",
                "partner": self.lists["partners"][partner]["id"],
                "holder": None if nobody else self.lists["people"][person]["id"],
                "purpose": "Keeps one part of the work moving and says early when it does not.",
                "responsibilities": ["Plan the month ahead", "Report at each check-in",
                                     "Keep the figures of this part up to date"],
                "hours-per-month": 4 + self.dice.below(60),
            })

    def make_goals(self):
        self.lists["goals"] = []
        for i in range(self.n_goals):
            place = self.place(i)
            thing = THINGS[i // len(VERBS) % len(THINGS)]
            self.lists["goals"].append({
                "id": self.new_id(),
                "title": f"{VERBS[i % len(VERBS)]} {thing} in {place} ({i + 1})",
                "description": f"Agreed in outline with everyone who works on {thing}.",
                "owner": self.dice.pick(self.lists["partners"])["id"],
                "horizon": self.dice.pick(["short", None, "long"]),
                "weight": self.dice.pick([None, 2, 3, 4, 5]),
                "due": self.day(datetime.date(2026, 1, 1), datetime.date(2028, 12, 31)),
                "status": self.dice.pick(["agreed", "agreed", "agreed", "reached"]),
            })

    def make_tasks(self):
        self.lists["tasks"] = []
        for i in range(self.n_tasks):
            thing = THINGS[i // len(STEPS) % len(THINGS)]
            due = self.day(datetime.date(2025, 6, 1), datetime.date(2028, 6, 30))
            status = self.dice.pick([None, None, "under-way"])
            self.lists["tasks"].append({
                "id": self.new_id(),
                "title": f"{STEPS[i % len(STEPS)]} {thing} ({i + 1})",
                "goal": self.dice.pick(self.lists["goals"])["id"],
                "due": due,
                "status": "done" if due < TODAY.isoformat() else status,
            })

    def letters(self):
        """The letters of one row: as a rule one A, one or two R, some C and I."""
        accountable = 1
        if self.dice.chance(0.04):
            accountable = self.dice.pick([0, 2])
        responsible = 0 if self.dice.chance(0.02) else 1 + self.dice.below(2)
        others = 2 + self.n_roles // 24
        return (["A"] * accountable + ["R"] * responsible +
                ["C"] * self.dice.below(others) + ["I"] * self.dice.below(others))

    def make_assignments(self):
        self.lists["assignments"] = []
        columns = range(self.n_roles)
        for task in self.lists["tasks"]:
            letters = self.letters()
            places = self.dice.some(columns, len(letters))
            for column, letter in sorted(zip(places, letters)):
                self.lists["assignments"].append({
                    "task": task["id"],
                    "role": self.lists["roles"][column]["id"],
                    "code": letter,
                })

    def make_expectations(self):
        self.lists["expectations"] = []
        for partner in self.lists["partners"]:
            for _ in range(EXPECTATIONS_EACH):
                other = self.dice.pick(self.lists["partners"])
                self.lists["expectations"].append({
                    "id": self.new_id(),
                    "from": partner["id"],
                    "to": None if other is partner else other["id"],  # None: everyone
                    "statement": self.dice.pick(CLAIMS),
                    "status": self.dice.pick([None, "voiced", "agreed", "met", "unmet"]),
                    "raised": self.day(START, TODAY),
                    "review": self.day(datetime.date(2026, 6, 1), datetime.date(2027, 12, 31)),
                })

    def make_positions(self):
        """One position in each cell; a goal is liked on the whole, or divides in two camps."""
        self.lists["positions"] = []
        for goal in self.lists["goals"]:
            divided = self.dice.chance(0.2)
            for partner in self.lists["partners"]:
                centre = self.dice.pick([-2.5, 2.5]) if divided else 1
                value = max(-4, min(4, round(centre + 1.3 * self.dice.noise())))
                self.lists["positions"].append({
                    "goal": goal["id"],
                    "partner": partner["id"],
                    "date": self.day(START, TODAY),
                    "value": value,
                    "reason": self.dice.pick(REASONS) if self.dice.chance(0.3) else None,
                })

    def make_kpis(self):
        self.lists["kpis"] = []
        first = LAST_MEASURED - datetime.timedelta(7 * (self.n_measured - 1))
        for i in range(self.n_kpis):
            decrease = self.dice.chance(0.4)
            baseline = 40 + self.dice.below(400)
            self.lists["kpis"].append({
                "id": self.new_id(),
                "name": f"{THINGS[i % len(THINGS)].capitalize()}, {self.place(i)} ({i + 1})",
                "goal": self.lists["goals"][i % self.n_goals]["id"],
                "unit": UNITS[i % len(UNITS)],
                "direction": "decrease" if decrease else None,
                "baseline": baseline,
                "baseline-date": first.isoformat(),
                "target": round(baseline * (0.7 if decrease else 1.4)),
                "target-date": "2027-12-31",
                "tolerance": 5,
                "every": 7,
                "owner": self.dice.pick(self.lists["partners"])["id"],
                "source": "Monthly return",
            })

    def make_measurements(self):
        self.lists["measurements"] = []
        for kpi in self.lists["kpis"]:
            pace = 0.3 + 0.9 * self.dice.source.random()  # 1: exactly on the way to the target
            span = (kpi["target"] - kpi["baseline"]) * pace
            day = datetime.date.fromisoformat(kpi["baseline-date"])
            for i in range(self.n_measured):
                value = (kpi["baseline"] + span * i / self.n_measured
                         + 0.03 * kpi["baseline"] * self.dice.noise())
                self.lists["measurements"].append({
                    "kpi": kpi["id"],
                    "date": (day + datetime.timedelta(7 * i)).isoformat(),
                    "value": tidy(round(value, 1)),
                })


def tidy(number):
    """A whole number without its “.0”, as the program writes it."""
    return int(number) if number == int(number) else number


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def written(record):
    return {name: value for name, value in record.items() if value is not None}


def members(record, indent):
    return ",\n".join(f"{indent}{dump(name)}: {dump(value)}"
                      for name, value in written(record).items())


def canonical(project):
    """The bytes the program itself would write, piece by piece."""
    yield "{\n"
    for i, (name, value) in enumerate(project.items()):
        if i:
            yield ",\n"
        if isinstance(value, dict):
            yield f"  {dump(name)}: {{\n" + members(value, "    ") + "\n  }"
        elif isinstance(value, list):
            yield f"  {dump(name)}: [\n"
            for j, record in enumerate(value):
                if j:
                    yield ",\n"
                if name in KEYED:
                    yield "    " + dump(written(record))
                else:
                    yield "    {\n" + members(record, "      ") + "\n    }"
            yield "\n  ]"
        else:
            yield f"  {dump(name)}: {dump(value)}"
    yield "\n}\n"


def names_by_id(project):
    names = {}
    for value in project.values():
        if isinstance(value, list) and "id" in value[0]:
            for record in value:
                label = record.get("name") or record.get("title") or record["id"]
                names[record["id"]] = label
    return names


def cell(value, names):
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    if value is True:
        return "yes"
    return names.get(value, value)


def write_table(folder, name, rows):
    with open(os.path.join(folder, f"{name}.csv"), "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\r\n").writerows(rows)


def write_kind(folder, name, records, names):
    """One row a record, one column a field."""
    columns = [field for field in records[0] if field != "id"]
    rows = [columns]
    rows += [[cell(record[field], names) for field in columns] for record in records]
    write_table(folder, name, rows)


def write_matrix(folder, name, corner, row_records, column_records, values):
    """A table with a name at the head of each row and column; values by (row id, column id)."""
    label = "name" if "name" in column_records[0] else "title"
    rows = [[corner] + [column[label] for column in column_records]]
    for row in row_records:
        cells = [values.get((row["id"], column["id"]), "") for column in column_records]
        rows.append([row["title"]] + cells)
    write_table(folder, name, rows)


def write_tables(folder, project):
    os.makedirs(folder, exist_ok=True)
    names = names_by_id(project)
    for name, value in project.items():
        if isinstance(value, list):
            write_kind(folder, name, value, names)
    write_matrix(folder, "alignment", "Goal", project["goals"], project["partners"],
                 {(p["goal"], p["partner"]): p["value"] for p in project["positions"]})
    write_matrix(folder, "role-chart", "Task", project["tasks"], project["roles"],
                 {(a["task"], a["role"]): a["code"] for a in project["assignments"]})


def main():
    parser = argparse.ArgumentParser(description="Write a made-up Entente project.")
    parser.add_argument("size", choices=SIZES, help="S, M or L")
    parser.add_argument("out", help="the project file to write")
    parser.add_argument("--role-chart", nargs=2, type=int, metavar=("ROWS", "COLUMNS"),
                        help="another size for the role chart alone")
    parser.add_argument("--csv", metavar="DIR", help="write the same data as tables, too")
    options = parser.parse_args()
    if options.role_chart and min(options.role_chart) < 1:
        parser.error("a role chart needs a row and a column")

    project = Maker(options.size, options.role_chart).make(options.size)
    with open(options.out, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(canonical(project))
    if options.csv:
        write_tables(options.csv, project)


if __name__ == "__main__":
    main()
