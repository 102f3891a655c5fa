#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time LibreOffice finding a word in all tables of a folder.

  office-search.py FOLDER WORD TIMES

All tables are open before the clock starts.  Prints "seconds-N" for each of TIMES turns, and "found".
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    sys.exit("python3-uno is not installed")


# A first start makes settings, which a busy machine can take a long time for.
PATIENCE = 120  # seconds


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice did not answer")


def open_tables(desktop, folder):
    # To be read only: a program that was made to end may have left word that it has a table open.
    how = (PropertyValue("Hidden", 0, True, 0), PropertyValue("ReadOnly", 0, True, 0))
    return [desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.join(folder, name)),
                                         "_blank", 0, how)
            for name in sorted(os.listdir(folder)) if name.endswith(".csv")]


def find(documents, word):
    found = 0
    for document in documents:
        sheet = document.Sheets.getByIndex(0)
        description = sheet.createSearchDescriptor()
        description.SearchString = word
        cells = sheet.findAll(description)
        found += 0 if cells is None else sum(
            (a.EndRow - a.StartRow + 1) * (a.EndColumn - a.StartColumn + 1)
            for a in cells.RangeAddresses)
    return found


def main():
    folder, word, times = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    pipe = f"entente-bench-{os.getpid()}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo",
             f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            context = connect(pipe, office)
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context)
            documents = open_tables(desktop, folder)
            find(documents, word)
            for turn in range(times):
                start = time.monotonic()
                found = find(documents, word)
                print(f"seconds-{turn} {time.monotonic() - start}")
            print(f"found {found}")
        finally:
            # Not asked but made to end: nothing of it is to be kept, and asked it can take its
            # time.
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()


main()
