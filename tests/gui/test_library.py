#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of evidence by keyboard alone: filter, search inside a file, many in one step, undo,
the matrix of statements, off the list and back, and what a screen reader hears of it; and by mouse
what a mouse alone can do: a row is dragged to a statement.
"""
import re
import sqlite3
import sys
import time

from sfgui import App, Failed, find_point, query, wait_for, xdotool

LARGE = {"window-maximized": "true"}
FILE_OF = "Budget monitoring, April to October 2026"


def write_words(path):
    """The words of one file, as the preview helper leaves them."""
    with sqlite3.connect(path) as db:
        (content,), = db.execute(
            "SELECT c.id FROM content c JOIN attachment a ON a.digest = c.digest"
            " JOIN evidence e ON e.id = a.evidence WHERE e.title = ?", (FILE_OF,)).fetchall()[:1]
        db.execute("DELETE FROM extract WHERE content = ?", (content,))
        db.execute("INSERT INTO extract (content, made, text) VALUES (?, 1, ?)",
                   (content, "On page two stands what was paid for the zeppelin in May."))
        db.execute("INSERT INTO extract_index (extract_index) VALUES ('rebuild')")


def rows(app):
    """The names of the rows of the list, from the top."""
    there = app.find("Evidence", "list")
    return [node.name for node in there.walk() if node.role == "list item"]


def wait_for_rows(app, what, test):
    return wait_for(what, lambda: (lambda found: found if test(found) else None)(rows(app)))


def search(app):
    """A word that is in a file alone; the rows have names, and Escape ends the search."""
    app.tab_to("Find evidence", "shift+Tab")
    app.type("zeppelin")
    found = wait_for_rows(app, "the file with the word", lambda there: len(there) == 1)
    if not found[0].startswith(FILE_OF + ", "):
        raise Failed(f"found {found}")
    app.find("1 found", "label")
    app.key("Escape")
    wait_for_rows(app, "all again", lambda there: len(there) > 5)


def filter_by_keyboard(app, path):
    """Only data: the list says so, and Clear all ends it."""
    (count,), = query(path, "SELECT count(*) FROM evidence WHERE kind = 'data'"
                            " AND retired_at IS NULL")
    app.tab_to(re.compile("^Filter"))
    app.key("Return")
    app.tab_to("Kind")
    app.key("Return")
    app.wait_for_focus("All kinds")
    app.key("Down", "Return")
    app.find(re.compile(f"^Data: {count} found"), "label")
    app.key("Escape")
    app.tab_to("Clear all")
    app.key("Return")
    wait_for_rows(app, "all again", lambda there: len(there) > 5)


def select_three(app):
    """The three newest, with Shift and the arrows."""
    app.tab_to(re.compile(r"^.+, (Data|Observation) · .+"))
    app.key("Home", "shift+Down", "shift+Down")
    app.find("3 pieces of evidence selected", "heading")


def change_three(app, path):
    """Three selected, two fields, one step; and back in one."""
    (before,), = query(path, "SELECT max(id) FROM step")
    select_three(app)
    app.tab_to("Kind")
    app.key("Return")
    app.wait_for_focus("As they are")
    app.tab_to("Observation", "Down")
    app.key("Return")
    app.tab_to("Keep until")
    app.type("31 March 2031")
    app.tab_to("Change all of them")
    app.key("Return")
    wait_for("three changed", lambda: query(
        path, "SELECT count(*) FROM evidence WHERE keep_until = '2031-03-31'"
              " AND kind = 'observation'") == [(3,)])
    if query(path, "SELECT max(id) FROM step") != [(before + 1,)]:
        raise Failed("more than one step")
    app.tab_to(re.compile("^(Choose the kind|Kind)"))
    app.key("ctrl+z")
    wait_for("none changed", lambda: query(
        path, "SELECT count(*) FROM evidence WHERE keep_until = '2031-03-31'") == [(0,)])
    app.find("3 pieces of evidence selected", "heading")


def date_three(app):
    """What gets another date at once goes to its place, all of it, and back."""
    before = rows(app)
    select_three(app)
    app.tab_to("Kind")
    app.tab_to(re.compile("^Date of the evidence"))
    app.type("1 March 2001")
    app.tab_to("Change all of them")
    app.key("Return")
    wait_for_rows(app, "three at the end", lambda there: len(there) == len(before) and
                  all("1 March 2001" in name for name in there[-3:]))
    app.tab_to(re.compile("^(Choose the kind|Kind)"))
    app.key("ctrl+z")
    wait_for_rows(app, "the order of before", lambda there: there == before)


def go_on_from_found(app):
    """What the head bar's search selected is where Shift and the arrows begin; and after undo all
    that was changed is selected again, though one had gone elsewhere."""
    app.key("ctrl+f")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.type("Dell estate outreach diary")
    app.find(re.compile("^Evidence: Dell estate outreach diary"), "list item")
    app.key("Return")
    app.wait_for_focus("Title")
    app.tab_to(re.compile("^Dell estate outreach diary, "), "shift+Tab")
    app.key("shift+Down")
    app.find("2 pieces of evidence selected", "heading")
    app.tab_to("Take off the list")
    app.key("Return")
    app.find("2 pieces of evidence were taken off the list.", "label")
    app.show_page(1, "Overview")
    app.key("ctrl+z")
    wait_for("the library", lambda: app.title().startswith("Evidence"))
    app.find("2 pieces of evidence selected", "heading")


def from_history(app):
    """What was taken off the list is shown by History all the same."""
    app.key("ctrl+f")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.type("Dell estate outreach diary")
    app.find(re.compile("^Evidence: Dell estate outreach diary"), "list item")
    app.key("Return")
    app.wait_for_focus("Title")
    app.tab_to("Take off the list")
    app.key("Return")
    app.find(re.compile("was taken off the list"), "label")
    app.menu("History")
    wait_for("the history", lambda: app.title().startswith("History"))
    app.tab_to(re.compile("^Retired .*Dell estate outreach diary"))
    app.key("Return")
    app.tab_to(re.compile("^Show it: Retired .*Dell estate outreach diary"))
    app.key("Return")
    wait_for("the library", lambda: app.title().startswith("Evidence"))
    app.wait_for_focus("Title")
    app.find(re.compile("^Taken off the list: [0-9]+ found"), "label")
    app.find("Bring back", "button")


def from_overview(app):
    """A line about several statements leads to a list of them."""
    line = re.compile("^[0-9]+ judgements rest on ")
    app.tab_to(line)
    app.key("Return")
    app.wait_for_focus(re.compile(", [A-Z]{3}-S[0-9]+ · "))
    app.screenshot("overview-statements.png")
    app.key("Escape")
    app.wait_for_focus(line)
    app.key("Return")
    statement = app.wait_for_focus(re.compile(", [A-Z]{3}-S[0-9]+ · ")).name
    code = re.search("[A-Z]{3}-S[0-9]+", statement).group()
    app.key("Return")
    app.find(re.compile(f"^{code} · "), "label")


def link_by_matrix(app, path):
    """One statement more by a tick, in one step. Undo went to one of the pieces."""
    select_three(app)
    app.press("Link to statements…", "button")
    wait_for("the statements", lambda: app.title() == "What 3 pieces speak for")
    app.wait_for_focus("Code or words of a statement")
    app.type("BST-S7")
    app.key("Return")
    app.wait_for_focus(re.compile("^BST-S7"))
    app.key("space")
    app.press("Done", "button")
    wait_for("three links", lambda: query(
        path, "SELECT count(*) FROM evidence_link WHERE statement_code = 'BST-S7'"
              " AND evidence IN (SELECT id FROM evidence ORDER BY dated_on DESC LIMIT 3)")
        == [(3,)])


def drag(app, *nodes):
    """With the mouse from the first through the others to the last; each is found when it is its
    turn. It rests on each as a person does, for a section opens under it."""
    xdotool("mousemove", *find_point(nodes[0]()))
    xdotool("mousedown", 1)
    for find in nodes[1:]:
        x, y = find_point(wait_for("where to drag", find))
        for nearer in (30, 15, 5, 0):
            xdotool("mousemove", x - nearer, y + nearer // 3)
            time.sleep(0.05)
        time.sleep(1)
    app.screenshot("drag.png")
    xdotool("mouseup", 1)


def link_by_dragging(app, path):
    """From the list through a section onto a statement, and onto the form beside."""
    codes = ("SELECT statement_code FROM evidence_link WHERE evidence ="
             " (SELECT id FROM evidence WHERE title = ?) ORDER BY 1")
    before = {code for code, in query(path, codes, FILE_OF)}

    def row():
        return app.seek(re.compile(f"^{FILE_OF}, "), "list item")

    def section():
        return app.seek(re.compile("^Building and S"), "list item")

    def statement():
        return app.seek(re.compile("^S5 "), "list item")

    def panel():
        return app.seek(re.compile("^Drop files here"), "button")

    drag(app, row, section, statement)
    wait_for("the link", lambda: {code for code, in query(path, codes, FILE_OF)}
             == before | {"BST-S5"})
    app.click(app.find(re.compile("^S8 "), "list item"))
    app.find(re.compile("^BST-S8 · "), "label")
    app.show_page(8, "Evidence")
    drag(app, row, section, panel)
    wait_for("the second link", lambda: {code for code, in query(path, codes, FILE_OF)}
             == before | {"BST-S5", "BST-S8"})
    app.key("ctrl+z", "ctrl+z")
    wait_for("as before", lambda: {code for code, in query(path, codes, FILE_OF)} == before)
    app.show_page(8, "Evidence")


def retire_and_bring_back(app, path):
    """Off the list, seen by a filter, and back."""
    sql = "SELECT count(*) FROM evidence WHERE retired_at IS NOT NULL"
    (before,), = query(path, sql)
    titles = query(path, "SELECT title FROM evidence ORDER BY id")
    app.tab_to("Take off the list")
    app.key("Return")
    wait_for("three off the list", lambda: query(path, sql) == [(before + 3,)])
    app.gone("3 pieces of evidence selected", "heading")
    if app.wait_for_focus(re.compile(r"^.+, .+ · .+")).role != "list item":
        raise Failed("the next key is typed into the next title")
    app.type("x")
    if query(path, "SELECT title FROM evidence ORDER BY id") != titles:
        raise Failed("a title was replaced")
    app.tab_to(re.compile("^Filter"))
    app.key("Return")
    app.tab_to("Taken off the list")
    app.key("space", "Escape")
    wait_for_rows(app, "what was taken off", lambda there: len(there) == before + 3)
    app.tab_to("Bring back")
    app.key("Return")
    app.wait_for_focus(re.compile(r"^.+, .+ · .+"))
    wait_for("one is back", lambda: query(path, sql) == [(before + 2,)])


def main():
    with App(settings=LARGE) as app:
        path = app.open_example(write_words)
        from_overview(app)
        app.show_page(8, "Evidence")
        wait_for_rows(app, "the list", lambda there: len(there) > 5)
        search(app)
        filter_by_keyboard(app, path)
        change_three(app, path)
        date_three(app)
        go_on_from_found(app)
        link_by_matrix(app, path)
        link_by_dragging(app, path)
        retire_and_bring_back(app, path)
        from_history(app)
        app.quit()


if __name__ == "__main__":
    sys.exit(main())
