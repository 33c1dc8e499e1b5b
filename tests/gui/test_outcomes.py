#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Outcome data as a head brings it in: forty months of figures copied in a spreadsheet are pasted
into the grid, the gap is read from the chart and its table, one undo takes all of it away; a table
with faults is imported from a file. All by keyboard.
"""
import os
import re
import subprocess
import sys
import time

from sfgui import FOCUSED, App, Failed, query, wait_for
from test_evidence_files import press_paste

LARGE = {"window-maximized": "true"}
MEASURE = "Visits to the Saturday group"
GROUPS = ["Fathers", "Teenage parents"]
N_ROWS = 40
FATHERS = 3  # of the groups: the example has three of its own before
HTML_HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<style type="text/css">body,div,table { font-family:"Liberation Sans"; font-size:x-small }</style>
</head><body><table cellspacing="0" border="0"><colgroup span="12" width="85"></colgroup>
"""


def count_readings(path):
    (n,), = query(path, "SELECT count(*) FROM reading JOIN measure"
                        " ON measure.id = reading.measure WHERE measure.title = ?", MEASURE)
    return n


def make_rows():
    """Counts and what they are out of, of all families and five groups: the fathers' gap closes."""
    rows = []
    for month in range(N_ROWS):
        row = [400, 1000]
        for group in range(5):
            row += [20 + 2 * month, 250] if group == FATHERS else [30, 100]
        rows.append(row)
    return rows


def copy(kind, text):
    """Leaves text on the clipboard as another program does."""
    subprocess.run(["xclip", "-selection", "clipboard", "-t", kind, "-i"], input=text.encode(),
                   check=True, timeout=20)
    time.sleep(2)  # until the window was told what can be pasted


def copy_html(rows):
    cells = ["".join(f'<td height="17" align="right" sdval="{n}" sdnum="2057;">{n:,}</td>\n'
                     for n in row) for row in rows]
    copy("text/html", HTML_HEAD + "".join(f"<tr>\n{row}</tr>\n" for row in cells)
         + "</table></body></html>")


def open_page(app):
    app.go_to_section("Outcomes")
    app.find(re.compile("^Families reached"), "list item")
    chart = app.find(re.compile("^Chart of Families reached"))
    if "The gap closed by 19.8 points since 2023–24" not in chart.name:
        raise Failed(chart.name)


def prepare(path):
    """A measure by month with five groups, as a head has set it up before."""
    cli = os.environ["SIXFOLD_CLI"]

    def run(*words):
        subprocess.run([cli, *words[:2], path, *words[2:]], check=True, timeout=60,
                       stdout=subprocess.DEVNULL)

    for group in GROUPS:
        run("group", "add", group)
    run("measure", "add", MEASURE, "--kind", "proportion", "--period", "month")


def reach_grid(app):
    """The first of forty months, by keyboard alone."""
    app.click(app.find(re.compile("^" + MEASURE), "list item"))
    app.find("No readings yet.", "label")
    for _ in range(4):
        app.tab_to("Earlier periods")
        app.key("Return")
    app.tab_to(re.compile("^All families, Count, "))
    app.key("ctrl+Home")


def paste(app, path):
    copy_html(make_rows())
    app.key("ctrl+v")
    app.find("Pasted 480 figures.", "label")
    wait_for("the figures", lambda: count_readings(path) == N_ROWS * 6)
    app.screenshot("outcomes-pasted.png")


def read_gap(app):
    app.tab_to("Beside all families", "shift+Tab")
    app.key("Return")
    app.find("Fathers", "list item")
    while app.focused().name != "Fathers":
        app.key("Down")
    app.key("Return")
    app.find(re.compile("^Chart of .* Fathers: .* too small to tell from chance. "
                        "The gap closed by 41.6 points since August 2023."))
    app.tab_to("As a table")
    app.key("Return")
    app.find(re.compile("^Fathers, Gap to other families, .*: .* points below$"), "grid cell")
    app.screenshot("outcomes-table.png")
    app.tab_to("As a table", "shift+Tab")
    app.key("Return")


def undo_paste(app, path):
    app.key("ctrl+z")
    wait_for("no figures", lambda: count_readings(path) == 0)
    app.gone("Pasted 480 figures.", "label")
    app.find("No readings yet.", "label")


def paste_text(app, path):
    """The same as text, with two cells that cannot be taken: all others are, and these are told."""
    rows = [[str(n) for n in row] for row in make_rows()]
    rows[0][0] = "40%"
    rows[1][11] = "n/a"
    copy("UTF8_STRING", "\n".join("\t".join(row) for row in rows) + "\n")
    app.tab_to(re.compile("^All families, Count, "))
    app.key("ctrl+Home", "ctrl+v")
    app.find("Pasted 478 figures. 2 cells were not taken. "
             "1 count does not say what it is out of.", "label")
    wait_for("the figures", lambda: count_readings(path) == N_ROWS * 6)
    told = app.find("Cells that were not taken").text()
    if told != ("Row 1, column 1: “40%” is a percentage; what is wanted is how many.\n"
                "Row 2, column 12: “n/a” is not a whole number."):
        raise Failed(told)


def type_figures(app, path):
    """Typing, Tab, Enter, Escape and Delete, as in a spreadsheet."""
    def get():
        return query(path, "SELECT count, denominator FROM reading JOIN measure ON measure.id = "
                           "reading.measure WHERE measure.title = ? AND family_group IS NULL "
                           "ORDER BY starts_on DESC LIMIT 1", MEASURE)

    app.tab_to(re.compile("^All families, Count, "))
    app.key("ctrl+Down", "Home")
    app.type("55")
    app.key("Escape")
    app.find(re.compile("^All families, Count, .*: 400$"), "grid cell", state=FOCUSED)
    app.type("1001")
    app.key("Return")
    app.find(re.compile("^The count cannot be more than what it is out of"))
    app.key("ctrl+a")
    app.type("410")
    app.key("Tab")
    app.type("1100")
    app.key("Return")
    wait_for("what was typed", lambda: get() == [(410, 1100)])
    app.key("Delete")
    wait_for("what was cleared", lambda: get() == [(410, None)])
    # undo leaves the cursor in its cell: what is pasted next belongs there
    app.key("ctrl+z")
    wait_for("what was cleared is back", lambda: get() == [(410, 1100)])
    app.wait_for_focus(re.compile("^All families, Out of, "))
    app.key("Delete")
    wait_for("it is cleared", lambda: get() == [(410, None)])
    # a count that does not say what it is out of is taken, and told at the cell
    wait_for("it is told", lambda: app.find(
        re.compile("^All families, Out of, "), "grid cell", state=FOCUSED).description.startswith(
            "The count beside it does not say what it is out of"))
    app.screenshot("outcomes-lacking.png")
    paste_while_editing(app, get)


def paste_while_editing(app, get):
    """One value goes into what is typed, a table ends that and goes to the cells."""
    app.type("1")
    editor = app.wait_for_focus(re.compile("^All families, Out of, "))
    if editor.role != "text box" or editor.text() != "1":
        raise Failed(f"a screen reader hears {editor}: “{editor.text()}”")
    copy("UTF8_STRING", "234\n")
    app.key("ctrl+v")
    wait_for("the value in the editor", lambda: app.focused().text() == "1234")
    app.key("Return")
    wait_for("it is taken", lambda: get() == [(410, 1234)])
    app.key("Return")
    copy("UTF8_STRING", "1500\t20\n")
    app.key("ctrl+v")
    app.find("Pasted 2 figures.", "label")
    wait_for("the table is taken", lambda: get() == [(410, 1500)])
    app.find(re.compile("^All families, Out of, .*: 1500$"), "grid cell", state=FOCUSED)


def write_table(table, counts):
    lines = ["Measure,Group,Period,Count,Out of"]
    lines += [f"{MEASURE},All,{month}/2020,{counts[month - 1]},20" for month in range(1, 13)]
    lines += [f"Weather,,2/2021,{n},20" for n in range(300)]
    table.write_text("\n".join(lines) + "\n")


def import_file(app, path):
    table = app.home / "Documents" / "readings.csv"
    write_table(table, range(1, 13))
    before = count_readings(path)
    app.tab_to("Import a table…", "shift+Tab")
    app.key("Return")
    app.choose_file(table)
    app.find("12 readings will be taken. 300 rows will not be taken.", "heading")
    told = app.find("Rows that are not taken").text().splitlines()
    if len(told) != 300 or told[0] != "Line 14: The centre has no measure “Weather”.":
        raise Failed(f"{len(told)} lines: {told[:2]}")
    app.screenshot("outcomes-import.png")
    # Return, pressed once too often in the file chooser, neither takes nor leaves it
    app.wait_for_focus("Rows that are not taken")
    app.key("Return")
    app.tab_to("Import")
    app.key("Return")
    wait_for("the readings", lambda: count_readings(path) == before + 12)
    overwrite(app, path, table)
    app.key("ctrl+z")
    wait_for("none of them", lambda: count_readings(path) == before)


def overwrite(app, path, table):
    """The file itself, copied in the file manager and pasted: what it overwrites comes first."""
    write_table(table, [1, 12, *range(3, 13)])
    n = count_readings(path)
    press_paste(app, [table])
    said = ("12 readings will be taken. 1 overwrites a figure that is there. "
            "11 say what is there already. 300 rows will not be taken.")
    app.find(said, "heading")
    app.wait_for_focus(re.compile("12 of 20 in place of 2 of 20$"))
    app.screenshot("outcomes-overwrite.png")
    app.key("Return", "Escape")
    app.gone(said, "heading")
    if count_readings(path) != n:
        raise Failed("readings were taken")


def main():
    with App(settings=LARGE) as app:
        path = app.open_example(prepare)
        open_page(app)
        reach_grid(app)
        paste(app, path)
        read_gap(app)
        undo_paste(app, path)
        paste_text(app, path)
        type_figures(app, path)
        import_file(app, path)
        app.quit(leaks=False)


if __name__ == "__main__":
    sys.exit(main())
