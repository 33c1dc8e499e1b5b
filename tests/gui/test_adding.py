#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many files at once, pasted into the window: how far it is is told, and cancelling leaves nothing.

The benchmark of the window does the same with 5,000 files and one of 1 GB.
"""
import contextlib
import os
import re
import sqlite3
import time

from gi.repository import GLib

from sfgui import App, Failed, wait_for
from test_evidence_files import press_paste

MANY = 200  # of 200 kB
LARGE = 256 << 20
ENDLESS = [1900 << 20, 1901 << 20, 1902 << 20]  # on a quick disk too there is time to cancel
LEFT = 2 << 20  # room that a file may keep
BAR = "How much of the files is read"
TABLES = ("evidence", "attachment", "content", "chunk", "step")


def make_folder(home):
    folder = home / "Minutes"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"Minutes of meeting {number:05}.pdf").write_bytes(os.urandom(200_000))
    make_film(folder / "Film of the opening.mp4", LARGE)
    return folder


def make_film(path, size):
    """Nothing but zeros, which take no room outside the centre file."""
    with open(path, "wb") as file:
        file.truncate(size)
    return path


def read_value(app, bar):
    return app.bus.ask(bar.ref, "org.freedesktop.DBus.Properties", "Get",
                       GLib.Variant("(ss)", ("org.a11y.atspi.Value", "CurrentValue")))[0]


def watch(app, told):
    """What the progress is, time and again, until it is told that all is in."""
    bar = wait_for("the progress", lambda: next(
        (node for node in app.nodes() if node.name == BAR), None), 60)
    values, next_look = [], time.monotonic() + 1
    while True:
        value = read_value(app, bar)
        if not values or values[-1] != value:
            values.append(value)
        if time.monotonic() > next_look:
            if app.seek(told):
                return values
            next_look = time.monotonic() + 1
        time.sleep(0.02)


def ask(path, *questions):
    """One number for each; a slow disk may keep the file busy for a while."""
    with contextlib.closing(
            sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=60)) as db:
        return [db.execute(question).fetchone()[0] for question in questions]


def count(path):
    return dict(zip(TABLES, ask(path, *(f"SELECT count(*) FROM {table}" for table in TABLES))))


def count_incomplete(path):
    return ask(path, "SELECT count(*) FROM content WHERE complete = 0")[0]


def cancel(app, centre, folder, endless):
    """By keyboard, in the midst of it."""
    before, size = count(centre), centre.stat().st_size
    press_paste(app, [folder, *endless])
    app.find(re.compile("^Adding "), "label", timeout=60)
    wait_for("something in the file", lambda: count(centre)["chunk"] > before["chunk"])
    app.screenshot("adding.png")
    # closing would leave it out: that is not done without a word
    app.key("ctrl+w")
    app.find("Files are still being added")
    app.screenshot("closing.png")
    app.key("Escape")
    app.gone("Files are still being added")
    app.tab_to("Cancel adding files", "shift+Tab")
    app.key("space")
    app.find("Adding was cancelled. Nothing was kept.", timeout=120)
    app.gone("Cancel adding files")
    if count(centre) != before:
        raise Failed(f"cancelling left {count(centre)} of {before}")
    # what is free is given back to the disk in the next moments
    wait_for(f"a file of {size} bytes again", lambda: centre.stat().st_size <= size + LEFT, 30)


def add(app, folder):
    press_paste(app, [folder])
    values = watch(app, re.compile(f"^{MANY + 1} files were added"))
    print("progress:", *(f"{value:.2f}" for value in values))
    if len(values) < 4 or values != sorted(values) or values[-1] < 0.9:
        raise Failed(f"the progress does not grow: {values}")


def paste_into_text(app):
    """A text of another page takes no files, nor their addresses; where they go is said."""
    app.menu("Centre profile")
    field = app.tab_to("Head of centre")
    before = field.text()
    press_paste(app, [make_film(app.home / "Not a text.mp4", 1 << 20)])
    app.find(re.compile("^A text takes no files"), "label")
    if field.text() != before:
        raise Failed("the address of a file was written into a text")


def refuse(app):
    """What cannot be added is said in a sentence that Enter ends."""
    press_paste(app, [app.home / "Not there.pdf"])
    app.find("Copy details", "button", timeout=30)
    app.wait_for_focus("Close")
    app.key("Return")
    app.gone("Copy details", "button")


def main():
    with App(settings={"window-maximized": "true"}) as app:
        app.find("Name of the centre", "text box")
        app.type("Harbour Lane Centre")
        app.key("Return")
        app.find("Begin", "button")
        centre = app.home / "Documents" / "Sixfold" / "Harbour Lane Centre.sixfold"
        folder = make_folder(app.home)
        endless = [make_film(app.home / f"Day {size}.mp4", size) for size in ENDLESS]
        cancel(app, centre, folder, endless)
        add(app, folder)
        refuse(app)
        paste_into_text(app)
        app.quit(leaks=False)
        after = count(centre)
        assert after["evidence"] == after["attachment"] == MANY + 1, after
        assert count_incomplete(centre) == 0
    print("ok")


if __name__ == "__main__":
    main()
