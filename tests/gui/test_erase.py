#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing a piece of evidence in the real window, by keyboard: not by accident, and for good."""
import os
import pathlib
import re
import shutil
import sqlite3
import tempfile

from sfgui import App, Failed, SENSITIVE, wait_for

EXAMPLE = pathlib.Path(os.environ["SIXFOLD_EXAMPLE"])
TITLE = "Safeguarding training register"
OFFER = "Erasing evidence, which had been interrupted, is finished."


def holding(folder):
    """The files below a folder that hold the title."""
    return [path for path in folder.rglob("*")
            if path.is_file() and TITLE.encode() in path.read_bytes()]


def erase(app):
    app.find(re.compile("^Erase for good…"), "button").press()
    button = app.find("Erase for good", "button")
    if button.look().has(SENSITIVE):
        raise Failed("it can be erased before anybody has said why")
    app.tab_to("Why")
    app.key("Return")
    app.wait_for_focus("Choose a reason")
    app.key("Down", "Return")
    app.tab_to("Erased by")
    app.key("Return")
    if button.look().has(SENSITIVE):
        raise Failed("it can be erased before anybody has said to understand")
    app.tab_to(re.compile("^I understand"))
    app.key("space")
    wait_for("the button", lambda: app.find("Erase for good", "button").look().has(SENSITIVE))
    app.key("alt+e")
    app.find(re.compile("^1 piece of evidence"), "label")
    app.key("Return")


def interrupt(centre):
    """As if the program had ended before the last piece of the work."""
    with sqlite3.connect(centre) as database:
        database.execute("UPDATE erasure SET finished_at = NULL")
    database.close()


def see_resumed(centre, home):
    """At the next opening it goes on, and how it ended is told."""
    with App([centre], home=home) as app:
        app.find(OFFER, timeout=60)
        app.screenshot("erase-resumed.png")
        app.press(re.compile("^Show( Show)?$"), "button")
        app.find("Erased", "heading")
        app.screenshot("erase-resumed-report.png")
        app.key("Escape")
        app.gone("Erased", "heading")
        app.quit()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        centre = folder / "Centre.sixfold"
        shutil.copy(EXAMPLE, centre)
        (folder / "home").mkdir()
        if not holding(folder):
            raise Failed("the example has no such evidence")
        with App([centre], home=folder / "home") as app:
            app.show_page(8, "Evidence")
            app.find(re.compile(f"^{TITLE}"))
            erase(app)
            app.gone(re.compile(f"^{TITLE}"))
            app.quit()
        with sqlite3.connect(centre) as database:
            record = database.execute("SELECT reason, finished_at FROM erasure").fetchall()
        if len(record) != 1 or record[0][1] is None:
            raise Failed(f"on record is {record}")
        interrupt(centre)
        see_resumed(centre, folder / "home")
        if holding(folder):
            raise Failed(f"the title is still in {holding(folder)}")


main()
