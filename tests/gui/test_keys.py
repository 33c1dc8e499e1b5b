#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of evidence by keyboard alone: pasted at a statement, given titles and kinds, linked to
another statement, filtered, ticked in the matrix, changed many at once and back, and found again.

Accessibility only looks here: nothing is pressed through it, and the mouse stays where it is.
"""
import re

from sfgui import CHECKED, App, Failed, Node, query, wait_for
from test_evidence_files import make_text_pdf, press_paste

LARGE = {"window-maximized": "true"}
TITLES = ("Quillwort survey of fathers", "Notes on the quiet room")
ROW = re.compile(r"^.+, (Data|Observation|Document|Users|Outside|External).* · .+")
LINKS = ("SELECT e.title FROM evidence_link l JOIN evidence e ON l.evidence = e.id"
         " WHERE l.statement_code = ? ORDER BY e.title")


def refuse(node):
    raise Failed(f"{node} is pressed by other means than keys")


def wait_for_query(path, what, expected, sql, *values):
    try:
        wait_for(what, lambda: query(path, sql, *values) == expected)
    except Failed as failed:
        raise Failed(f"{failed}: {query(path, sql, *values)}, not {expected}") from None


def enter(app, name, key="Tab"):
    """Goes to a thing by Tab and presses Enter there."""
    node = app.tab_to(name, key)
    app.key("Return")
    return node


def make_files(home):
    folder = home / "from the share"
    folder.mkdir()
    files = [folder / "Scan 1.pdf", folder / "Scan 2.pdf"]
    for number, file in enumerate(files):
        file.write_bytes(make_text_pdf() + b"%% %d\n" % number)
    return files


# --- at the statements ------------------------------------------------------------------------

def paste_at_statement(app, path):
    """Two files, and their titles, one date and the kind of both in the list of what was added."""
    app.show_first_statement(2, "LLD")
    app.tab_to(re.compile("^What is strong"))
    press_paste(app, make_files(app.home))
    app.find(re.compile("^2 files were added to LLD-S1"), timeout=60)
    enter(app, re.compile("^Check titles and dates"), "F6")
    app.find("For all of these")
    app.tab_to("Kind")
    app.key("Return")
    app.wait_for_focus("As it is")
    app.key("Down", "Down", "Return")
    for number, title in enumerate(TITLES, 1):
        app.tab_to(f"Title of Scan {number}")
        app.key("ctrl+a")
        app.type(title)
    app.tab_to("Date of Scan 2")
    app.key("ctrl+a")
    app.type("1 March 2026")
    app.key("alt+d")
    app.gone("For all of these")
    if app.focused().name in ("Undo", "Close this message"):
        raise Failed("the focus is lost with the message")
    wait_for_query(path, "both with titles", [(title, "observation") for title in sorted(TITLES)],
                   "SELECT title, kind FROM evidence WHERE title IN (?, ?) ORDER BY title", *TITLES)
    wait_for_query(path, "the date", [("2026-03-01",)],
                   "SELECT dated_on FROM evidence WHERE title = ?", TITLES[1])
    if not set(TITLES) <= {title for (title,) in query(path, LINKS, "LLD-S1")}:
        raise Failed("what was pasted does not speak for the statement")


def link_at_another(app, path):
    """One of them by a word of its title, from the next statement but one."""
    app.key("alt+Down", "alt+Down")
    app.find(re.compile("^LLD-S3 "), "label")
    before = query(path, LINKS, "LLD-S3")
    enter(app, re.compile("^Link what is there already"))
    app.wait_for_focus("Find evidence")
    app.type("quillwort")
    app.find(re.compile(f"^{TITLES[0]}, "), "list item")
    app.key("Return")
    app.find(re.compile(f"^{TITLES[0]}, "), "button")
    wait_for_query(path, "one link more", sorted(before + [(TITLES[0],)]), LINKS, "LLD-S3")


# --- in the library ---------------------------------------------------------------------------

def filter_data(app, path):
    (count,), = query(path, "SELECT count(*) FROM evidence WHERE kind = 'data'"
                            " AND retired_at IS NULL")
    enter(app, re.compile("^Filter"))
    enter(app, "Kind")
    app.wait_for_focus("All kinds")
    app.key("Down", "Return")
    app.find(re.compile(f"^Data: {count} found"), "label")
    app.key("Escape")


def tick_statement(app, path):
    """In the matrix of the first piece of what the filter leaves."""
    app.tab_to(ROW)
    title = app.move_focus("Home").name.split(", Data")[0]
    enter(app, re.compile("^Tick statements"))
    app.wait_for_focus("Code or words of a statement")
    app.type("BST-S6")
    app.key("Return")
    app.wait_for_focus(re.compile("^BST-S6"))
    app.key("space")
    app.find(re.compile("^BST-S6"), "checkbox", state=CHECKED)
    app.key("Return")
    wait_for_query(path, "the ticked link", [(title,)], LINKS, "BST-S6")
    app.gone("Code or words of a statement")


def change_several(app, path):
    """The kind of three at once, in one step, and back by another."""
    sql = "SELECT title, kind FROM evidence ORDER BY id"
    kinds, (step,), = query(path, sql), *query(path, "SELECT max(id) FROM step")
    app.tab_to(ROW, "shift+Tab")
    app.key("Home", "shift+Down", "shift+Down")
    app.find("3 pieces of evidence selected", "heading")
    enter(app, "Kind")
    app.wait_for_focus("As they are")
    app.key("Down", "Down", "Return")
    enter(app, "Change all of them")
    wait_for("three changed", lambda: len(set(query(path, sql)) - set(kinds)) == 3)
    if query(path, "SELECT max(id) FROM step") != [(step + 1,)]:
        raise Failed("more than one step")
    app.key("ctrl+z")
    wait_for_query(path, "the kinds of before", kinds, sql)


def find_by_head(app):
    app.show_page(1, "Overview")
    app.key("ctrl+f")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.type("quillwort")
    app.find(re.compile(f"^Evidence: {TITLES[0]}"), "list item")
    app.key("Return")
    node = app.wait_for_focus("Title")
    if node.text() != TITLES[0]:
        raise Failed(f"Enter led to “{node.text()}”")
    wait_for("the library", lambda: app.title().startswith("Evidence"))


def main():
    Node.press = App.click = App.press = refuse
    with App(settings=LARGE) as app:
        path = app.open_example()
        paste_at_statement(app, path)
        link_at_another(app, path)
        app.go_to_section("Evidence")
        filter_data(app, path)
        tick_statement(app, path)
        change_several(app, path)
        find_by_head(app)
        app.quit(leaks=False)
    print("ok")


if __name__ == "__main__":
    main()
