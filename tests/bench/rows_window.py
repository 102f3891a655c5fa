# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, watched from outside by bench-watch, the same way as any other program."""

import os
import shutil

from measure import TOP, NotHere, column

SAMPLE = os.path.join(TOP, "data", "samples", "community-garden.entente.json")

# Nothing may blink: a picture is final when it does not change any more.
STILL = "[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n"


# Opens a table as it is, without asking how.
OFFICE = ["soffice", "--calc", "--nologo", "--norestore", "--infilter=CSV:44,34,76,1"]


def keep_still():
    for toolkit in ("gtk-3.0", "gtk-4.0"):
        folder = os.path.join(os.environ.get("XDG_CONFIG_HOME", ""), toolkit)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as out:
            out.write(STILL)


def has_render_node():
    return os.path.isdir("/dev/dri") and any(name.startswith("renderD")
                                             for name in os.listdir("/dev/dri"))


def renderer(bench_side):
    """Ours chooses for itself; GTK's own choice for the floor is made the same by hand."""
    if bench_side == "ours" or has_render_node():
        return {}
    return {"GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable"}


def watch(bench, command, *arguments, side="ours"):
    """Starts a program, waits until its picture is final, ends it."""
    watcher = bench.bench_program("bench-watch")
    bare = {name: value for name, value in os.environ.items()
            if name not in ("GSK_RENDERER", "GDK_DEBUG")}
    environment = {**bare, **renderer(side)}
    wrapped = ["env", "-u", "GSK_RENDERER", "-u", "GDK_DEBUG"]
    wrapped += [f"{name}={value}" for name, value in renderer(side).items()]
    return lambda: bench.figures([watcher, *arguments, "--", *wrapped, *command], environment)


def entente(bench, *files):
    return [bench.program(os.path.join("src", "app", "entente")), *files]


def starting(bench):
    empty = watch(bench, [bench.bench_program("adw0")], side="floor")
    ours, sample, floor = bench.turns(watch(bench, entente(bench)),
                                      watch(bench, entente(bench, SAMPLE)), empty)
    name = "empty libadwaita window"
    bench.row("P6", "start to first frame", "s", column(ours, "drawn"), name,
              column(floor, "drawn"), 1.35)
    bench.row("P6", "memory of it (PSS)", "B", column(ours, "pss"), name, column(floor, "pss"), 1.5)
    bench.row("", "start to first frame, with a sample", "s", column(sample, "drawn"), name,
              column(floor, "drawn"))
    bench.row("", "start to final picture, with a sample", "s", column(sample, "quiet"), name,
              column(floor, "quiet"))
    bench.row("", "memory of it (PSS)", "B", column(sample, "pss"), name, column(floor, "pss"))


def opening_small(bench):
    path, _ = bench.project("S")
    peers = {}
    for name, command in (("Planner", ["planner"]), ("Gnumeric", ["gnumeric", "--no-splash"]),
                          ("LibreOffice", ["soffice", "--calc", "--nologo", "--norestore"])):
        try:
            bench.installed(command[0])
            peers[name] = watch(bench, command, side="peer")
        except NotHere as reason:
            bench.skip("P7", f"open S beside {name}, empty", reason)
    if not peers:
        return
    for side in peers.values():
        side()  # the first start makes settings; later ones are what people see
    ours, *others = bench.turns(watch(bench, entente(bench, path)), *peers.values())
    medians = {name: sorted(column(found, "quiet"))[len(found) // 2]
               for name, found in zip(peers, others)}
    best = min(medians, key=medians.get)
    for name, found in zip(peers, others):
        bench.row("P7" if name == best else "", "open S to final picture", "s",
                  column(ours, "quiet"), f"{name}, empty", column(found, "quiet"),
                  0.85 if name == best else None)


def opening_large(bench):
    path, tables = bench.project("M")
    matrix = os.path.join(tables, "alignment.csv")
    for name, command, goal in (
            ("Gnumeric", ["gnumeric", "--no-splash", matrix], 0.75),
            ("LibreOffice", [*OFFICE, matrix], 0.2)):
        try:
            bench.installed(command[0])
        except NotHere as reason:
            bench.skip("P8", "open M to final picture", reason)
            continue
        peer = watch(bench, command, side="peer")
        peer()
        ours, theirs = bench.turns(watch(bench, entente(bench, path)), peer)
        bench.row("P8", "open M to final picture", "s", column(ours, "quiet"),
                  f"{name}, the alignment matrix", column(theirs, "quiet"), goal)
        bench.row("", "memory with M open (PSS)", "B", column(ours, "pss"),
                  f"{name}, the alignment matrix", column(theirs, "pss"))


def idling(bench):
    path, _ = bench.project("M")
    ours = [watch(bench, entente(bench, path), "-i", "10")()]
    floor = [watch(bench, [bench.bench_program("adw0")], "-i", "10", side="floor")()]
    bench.row("P21", "wake-ups in 10 s with M open", "", column(ours, "wakeups"),
              "empty libadwaita window", column(floor, "wakeups"), cap=0)


def working(bench):
    """Opens M in a running program, changes it and saves it, asking all the while for an answer."""
    bench.installed("xdotool")
    made, _ = bench.project("M")
    path = os.path.join(bench.folder, "working.entente.json")
    program = entente(bench)[0]
    keys = "xdotool key --delay 50"
    actions = [f"'{program}' '{path}'", f"{keys} alt+2",
               f"{keys} ctrl+shift+n && xdotool type --delay 20 'New partner' && {keys} Return",
               f"{keys} ctrl+s"]
    side = acting(bench, [program], actions, "-p")
    found = []
    for _ in range(bench.n_pairs):
        shutil.copyfile(made, path)
        before = os.path.getsize(path)
        found.append(side())
        if os.path.getsize(path) == before:
            raise NotHere("what was typed was not saved")
    frame = [1 / 60] * len(found)
    for number, name in ((1, "opening M"), (2, "a page of it"), (3, "adding a record"),
                         (4, "saving it")):
        bench.row("P22", f"longest hold of the loop: {name}", "s", column(found, f"{number}-hold"),
                  "one frame", frame, 2)


def acting(bench, command, actions, *arguments, side="ours"):
    """Runs shell commands one after the other in what a program shows."""
    return watch(bench, command, *arguments,
                 *(part for action in actions for part in ("-a", action)), side=side)


def typing(bench):
    """A letter in the role chart of M and its undo; the same in a spreadsheet."""
    bench.installed("xdotool")
    bench.installed("soffice")
    made, tables = bench.project("M")
    path = os.path.join(bench.folder, "typing.entente.json")
    key = "xdotool key --delay 50"
    ours = acting(bench, entente(bench, path),
                  [f"{key} alt+3", f"{key} Down", f"{key} Next", f"{key} a",
                   f"{key} ctrl+z", f"{key} r", f"{key} ctrl+s"])
    theirs = acting(bench, [*OFFICE, os.path.join(tables, "role-chart.csv")],
                    [f"{key} Right", f"{key} Left", f"{key} Next", f"{key} a Return",
                     f"{key} ctrl+z"],
                    side="peer")

    def checked():
        shutil.copyfile(made, path)
        figures = ours()
        with open(made, "rb") as before, open(path, "rb") as after:
            if before.read() == after.read():
                raise NotHere("the keys did not reach the role chart")
        return figures

    theirs()
    mine, other = bench.turns(checked, theirs)
    for number, what, action, goal in (("P11", "Page Down in the chart of M", 3, 0.5),
                                       ("P12", "a letter typed there, findings", 4, 0.35),
                                       ("P12", "its undo", 5, 0.7)):
        bench.row(number, f"{what}, processor", "s", column(mine, f"{action}-cpu"),
                  "LibreOffice, the same table", column(other, f"{action}-cpu"), goal)
        bench.row("", f"{what}, until it shows", "s", column(mine, f"{action}-first"),
                  "LibreOffice, the same table", column(other, f"{action}-first"))


def run(bench):
    keep_still()
    bench.attempt("P6", "start to first frame", starting)
    bench.attempt("P7", "open S to final picture", opening_small)
    bench.attempt("P8", "open M to final picture", opening_large)
    bench.attempt("P12", "a letter typed in the role chart of M", typing)
    bench.attempt("P21", "wake-ups with M open", idling)
    bench.attempt("P22", "longest hold of the loop", working)
