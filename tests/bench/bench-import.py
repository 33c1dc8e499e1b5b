#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of 20,000 readings, 300 rows of it faulty, taken into the example by sixfold-cli.

From the start of the program to its end: at most two seconds. The readings are of many measures,
groups and months; that the faulty rows and no others are left out, and that one step undoes all,
is looked at after each run.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from make_years import GROUPS, MEASURES, make_years

ROWS, FAULTY, RUNS, LIMIT = 20000, 300, 5, 2.0
FAULTS = ("Weather,,1/4/2018,1,2", "Measure 1,Uncles,1/4/2018,1,2", "Measure 1,,sometime,1,2",
          "Measure 1,,1/4/2018,many,2", "Measure 1,,1/4/2018,3,2", "Measure 1,,1/4/2018,1,")


def make_centre(path):
    """The measures and groups of ten years, without their readings."""
    make_years(os.environ["SIXFOLD_EXAMPLE"], path)
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM reading WHERE source = 'The register'")


def make_table(path):
    """Writes the table; gives the lines of the faulty rows."""
    rows = []
    for number in range(ROWS - FAULTY):
        month, group = number // MEASURES // GROUPS, number // MEASURES % GROUPS
        rows.append(f"Measure {1 + number % MEASURES},Group {1 + group},"
                    f"1/{1 + month % 12}/{2018 + month // 12},{number % 90},100")
    lines = []
    for number in range(FAULTY):
        place = number * (ROWS // FAULTY)
        rows.insert(place, FAULTS[number % len(FAULTS)])
        lines.append(place + 2)
    path.write_text("Measure,Group,Period,Count,Out of\n" + "\n".join(rows) + "\n")
    return lines


def count(path):
    with sqlite3.connect(path) as db:
        return db.execute("SELECT count(*) FROM reading").fetchone()[0]


def take_in(cli, centre, table, lines):
    """Seconds of one run."""
    before = count(centre)
    start = time.monotonic()
    run = subprocess.run([cli, "readings", "import", centre, table, "--json"],
                         capture_output=True, text=True, check=False)
    seconds = time.monotonic() - start
    told = json.loads(run.stdout)
    if [fault["line"] for fault in told["left_out"]] != lines:
        sys.exit(f"Other rows were left out: {told['left_out'][:3]} {run.stderr}")
    if count(centre) != before + ROWS - FAULTY:
        sys.exit(f"{count(centre) - before} readings were taken.")
    return seconds


def main():
    cli, seconds = os.environ["SIXFOLD_CLI"], []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        make_centre(folder / "empty.sixfold")
        lines = make_table(folder / "table.csv")
        for _ in range(RUNS):
            shutil.copy(folder / "empty.sixfold", folder / "centre.sixfold")
            seconds.append(take_in(cli, folder / "centre.sixfold", folder / "table.csv", lines))
    middle = statistics.median(seconds)
    print(f"bench: import-20000 {middle:.3f} s reference {LIMIT:.3f} s ratio {middle / LIMIT:.3f} "
          "limit 1")


if __name__ == "__main__":
    main()
