#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A settled target is lowered by keyboard: the field asks why, nothing is written before it is
answered, and what was said before is shown; one undo takes all of it back.
"""
import os
import re
import shutil
import sqlite3
import sys

from sfgui import App, Failed, wait_for

LARGE = {"window-maximized": "true"}
TARGET = "Fathers writing in learning journals"
REASON = "Two of the four journals groups moved"


def query(path, sql, *values):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute(sql, values).fetchall()


def goal(path):
    (value,), = query(path, "SELECT goal FROM target WHERE title = ?", TARGET)
    return value


def changes(path):
    return query(path, "SELECT old_value, new_value, reason FROM target_change WHERE reason = ?",
                 REASON)


def type_goal(app, text):
    app.tab_to("Goal")
    app.key("ctrl+a")
    app.type(text)


def lower(app, path):
    """First let go of, then without a reason, then with one."""
    type_goal(app, "20")
    app.find("Why is it changed? Goal")
    app.tab_to("Leave it as it was")
    app.key("Return")
    app.wait_for_focus("Goal")
    type_goal(app, "20")
    app.tab_to(re.compile("^Why is it changed"))
    app.key("Return")
    app.find(re.compile("^Please give the reason"), "label")
    if goal(path) != 30 or changes(path):
        raise Failed("written without a reason")
    app.type(REASON)
    app.screenshot("targets-why.png")
    app.key("Return")
    wait_for("the lower goal", lambda: goal(path) == 20)
    app.wait_for_focus("Goal")
    if changes(path) != [("30%", "20%", REASON)]:
        raise Failed(f"changes: {changes(path)}")
    app.find(re.compile("^Target value: 30% before, 20% since"), "label")
    app.find(f"Because: {REASON}", "label")
    app.screenshot("targets-changed.png")


def take_back(app, path):
    app.tab_to("New target", "shift+Tab")
    app.key("ctrl+z")
    wait_for("the goal as before", lambda: goal(path) == 30 and not changes(path))


def main():
    with App(settings=LARGE) as app:
        app.quit()
        path = app.home / "Documents" / "Example.sixfold"
        shutil.copy(os.environ["SIXFOLD_EXAMPLE"], path)
        app.start([path])
        app.find("Overview", "list item")
        app.show_page(9, "Targets")
        app.click(app.find(re.compile("^" + TARGET), "list item"))
        lower(app, path)
        take_back(app, path)
        app.quit()


if __name__ == "__main__":
    sys.exit(main())
