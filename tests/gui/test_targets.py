#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A settled target is lowered by keyboard: the field asks why, nothing is written before it is
answered, and what was said before is shown; one undo takes all of it back. A head sets a target
from a weak judgement, reviews it twice, sees it off track, and finds it so on the board. Milestones
are added, ticked and dated.
"""
import datetime
import os
import re
import shutil
import sqlite3
import sys

from sfgui import App, Failed, query, wait_for

LARGE = {"window-maximized": "true"}
TARGET = "Fathers writing in learning journals"
REASON = "Two of the four journals groups moved"


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
    app.find("Why is “Goal” changed?")
    app.tab_to("Leave it as it was")
    app.key("Return")
    app.wait_for_focus("Goal")
    type_goal(app, "25")
    app.tab_to(re.compile("^Why is “Goal” changed"))
    app.type("half a rea")
    app.key("Escape")
    app.wait_for_focus("Goal")
    if goal(path) != 30 or app.seek(re.compile("^Why is “Goal” changed")):
        raise Failed("Escape did not leave it as it was")
    # a comma may be a decimal point or not: it is not guessed
    type_goal(app, "12,5")
    app.key("Tab")
    app.find(re.compile("is not a number"), "label")
    if goal(path) != 30:
        raise Failed(f"12,5 was taken for {goal(path)}")
    type_goal(app, "20")
    app.tab_to(re.compile("^Why is “Goal” changed"))
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
    app.find(re.compile("^Goal: 30% before, 20% since"), "label")
    app.find(f"Because: {REASON}", "label")
    app.screenshot("targets-changed.png")


def take_back(app, path):
    app.tab_to("New target", "shift+Tab")
    app.key("ctrl+z")
    wait_for("the goal as before", lambda: goal(path) == 30 and not changes(path))


WAITS = "“Goal” is not changed yet: the change waits for its reason."


def wait_with_a_change(app, path):
    """A change that waits is told when its target is left, and seen in the list and on return; it
    is the first that undo takes back."""
    row = re.compile("^" + TARGET + ", A change waits for its reason")
    type_goal(app, "22")
    app.tab_to("Why is “Goal” changed?")
    app.type("Half of the")
    app.click(app.find(re.compile("^Breastfeeding"), "list item"))
    app.find(WAITS, "label")
    app.find(row, "list item")
    app.screenshot("targets-waits.png")
    app.show_page(8, "Evidence")
    app.press("Go to it", "button")
    app.wait_for_focus("Give the reason")
    app.screenshot("targets-waits-back.png")
    app.key("Return")
    # what was written of the reason is still there
    if app.wait_for_focus("Why is “Goal” changed?").text() != "Half of the":
        raise Failed(f"the reason is “{app.focused().text()}”")
    app.tab_to("Goal", "shift+Tab")
    if app.focused().text() != "22" or goal(path) != 30:
        raise Failed(f"not as it was left: {app.focused().text()}, {goal(path)}")
    app.show_page(8, "Evidence")
    app.key("ctrl+z")
    app.gone(row, "list item")
    app.find(re.compile("^Taken back: the change of “Goal”"), "label")
    app.wait_for_focus("Target")
    app.tab_to("Goal")
    if app.focused().text() != "30" or app.seek(re.compile("^Why is “Goal” changed")):
        raise Failed("it still waits")
    wait_until_closing(app)


def wait_until_closing(app):
    """A window that is closed meanwhile asks first."""
    type_goal(app, "22")
    app.find("Why is “Goal” changed?")
    app.key("ctrl+q")
    app.find("A change waits for its reason", "dialog")
    app.key("Return")
    app.gone("A change waits for its reason", "dialog")
    app.wait_for_focus("Target")
    # nothing was typed in this text: it is the waiting change that is taken back
    app.tab_to("How we shall know")
    app.key("ctrl+z")
    app.find(re.compile("^Taken back: the change of “Goal”"), "label")


def refuse_dates(app, path):
    """A day after the due date is refused as the start, in a sentence; Escape lets it go."""
    app.tab_to("Start")
    app.key("ctrl+a")
    app.type("1 May 2027")
    app.tab_to("Why is “Start” changed?")
    app.type("It began late")
    app.key("Return")
    app.find("A target cannot start on 1 May 2027 and be due before that, on 31 March 2027.",
             "label")
    app.screenshot("targets-dates.png")
    app.key("Escape")
    app.wait_for_focus("Start")
    if query(path, "SELECT starts_on FROM target WHERE title = ?", TARGET) != [("2026-04-20",)]:
        raise Failed("the start was changed")


def tie(app, path):
    """What of the outcome data a target is about is chosen in its form; from beside it a way leads
    to the figures."""
    app.tab_to("Measure of the outcome data", "shift+Tab")
    app.key("space", "Down", "Return")
    app.find("Outcome data · All families", "label")
    app.tab_to("Group of families")
    app.key("space", "Down", "Return")
    row = re.compile("^Families reached.*Outcome data · Families on the Dell")
    app.find(row, "list item")
    if query(path, "SELECT m.title, g.title FROM target AS t JOIN measure AS m"
             " ON m.id = outcome_measure JOIN family_group AS g ON g.id = t.family_group"
             " WHERE t.title = ?", TARGET) != [("Families reached", "Families on the Dell")]:
        raise Failed("it is tied to something else")
    app.screenshot("targets-tied.png")
    app.tab_to(row)
    app.key("Return")
    app.find(re.compile("^Families reached"), "heading")
    app.key("ctrl+z")
    app.find("Outcome data · All families", "label")
    app.tab_to("Start")


def walk_panes(app):
    """F6 from the form, from what stands above the list, and from the sections."""
    row = re.compile("^" + TARGET)
    app.tab_to("Goal")
    for key, name in (("F6", "As a table"), ("F6", re.compile("^Targets")), ("F6", row),
                      ("F6", "Target"), ("shift+F6", row), ("shift+F6", re.compile("^Targets"))):
        app.key(key)
        app.wait_for_focus(name)
    app.key("F6")
    app.tab_to("Board", "shift+Tab")
    app.key("F6")
    app.wait_for_focus(row)


# --- from a weak judgement to off track ------------------------------------------------------

NEW = "Families hear back within a week"


def days_from_now(days):
    date = datetime.date.today() + datetime.timedelta(days=days)
    return f"{date.day}/{date.month}/{date.year}"


def fill(app, name, text):
    app.tab_to(name)
    app.key("ctrl+a")
    app.type(text)


def set_from_statement(app, path):
    app.show_first_statement(6, "MTO")
    app.key(*["alt+Down"] * 8)
    app.find(re.compile("MTO-S9"))
    app.tab_to("Set a target from this")
    app.key("Return")
    app.wait_for_focus(re.compile("^What will be reached"))
    app.type(NEW)
    app.key("Return")
    wait_for("the target", lambda: query(
        path, "SELECT 1 FROM target WHERE title = ? AND statement_code = 'MTO-S9'", NEW))
    app.tab_to(re.compile("^" + NEW))
    app.key("Return")
    app.wait_for_focus("Target")
    for name, text in (("What is measured", "Families who heard within seven days"), ("Unit", "%"),
                       ("Where we began", "20"), ("Goal", "80"), ("Start", days_from_now(-180)),
                       ("Due", days_from_now(120))):
        fill(app, name, text)
    app.tab_to("Who leads")
    app.type("Margaret Osei")


def review(app, on, value):
    app.tab_to("Add a review")
    app.key("Return")
    app.wait_for_focus("Date")
    fill(app, "Date", on)
    fill(app, "Value (%)", value)
    app.key("Return")
    app.wait_for_focus("Add a review")


def review_twice(app, path):
    review(app, days_from_now(-90), "45")
    app.find(re.compile("^Rose from 20% to 45%; 38% was expected by"), "label")
    app.find("On track", "label")
    review(app, days_from_now(-5), "30")
    app.find(re.compile("^Rose from 20% to 30%; 55% was expected by"), "label")
    # what a screen reader says of the chart
    app.find(re.compile("^Chart of the way to the target: 20% → 80% .*55% was expected"))
    look_at_table(app)
    values = query(path, "SELECT value FROM review JOIN target ON target.id = review.target"
                   " WHERE title = ? ORDER BY reviewed_on", NEW)
    if values != [(45,), (30,)]:
        raise Failed(f"reviews: {values}")
    app.screenshot("targets-off-track.png")


def look_at_table(app):
    """The figures of the chart, cell by cell, and the chart again."""
    app.tab_to("As a table", "shift+Tab")
    app.key("space")
    app.find("The figures of the chart")
    app.tab_to("Value, Beginning: 20%")
    app.key("Down")
    app.wait_for_focus(re.compile("^Value, .*: 45%$"))
    app.key("Right")
    app.wait_for_focus(re.compile("^Plan, .*: 38%$"))
    app.key("ctrl+End")
    app.wait_for_focus("Plan, Goal: 80%")
    app.screenshot("targets-table.png")
    app.tab_to("As a table", "shift+Tab")
    app.key("space")
    app.find(re.compile("^Chart of the way to the target"))


def look_at_board(app):
    app.tab_to("Board", "shift+Tab")
    app.key("space")
    app.find("Off track: 2 targets", "list")
    app.find("On track: 6 targets", "list")
    # the filters of the list stand over the board and hold for it
    app.tab_to("Find a target")
    app.type("breast")
    app.find("On track: 1 target", "list")
    app.key("ctrl+a", "BackSpace")
    app.find("On track: 6 targets", "list")
    # column after column, from the first that has a target, whichever is the shortest
    app.tab_to("Led by whom")
    first = app.move_focus("Tab").name
    if not re.match("Parents’ seats|Breastfeeding", first):
        raise Failed(f"Tab goes to “{first}”")
    app.key("Right", "Right")
    app.wait_for_focus(re.compile("^Fathers writing|^" + NEW))
    app.screenshot("targets-board.png")
    app.key("Left", "Right", "Home")
    app.wait_for_focus(re.compile("^" + TARGET + ".*11% → 30% · now 16%|^" + NEW))
    app.key("Return")
    app.wait_for_focus("Target")


def add_milestones(app, path):
    app.click(app.find(re.compile("^Parents’ seats"), "list item"))
    app.tab_to("Add a milestone")
    app.key("Return")
    app.type("A named person for each to ask")
    app.key("Return")
    app.wait_for_focus("By when")
    app.type("31/1/2027")
    app.tab_to("Reached: All three seats filled", "shift+Tab")
    app.key("space")
    def reached():
        return query(path, "SELECT title, due_on, reached_on IS NOT NULL FROM milestone"
                           " ORDER BY position")
    wait_for("the milestones", lambda: reached()[1:] == [
        ("All three seats filled", "2027-01-31", 1),
        ("Each new member has had the induction", "2027-01-31", 0),
        ("A named person for each to ask", "2027-01-31", 0)])
    app.find(re.compile("^2 of 4 milestones are reached; the next is due by 31 January 2027"),
             "label")
    app.wait_for_focus("Reached: All three seats filled")


def serve_more(app, path):
    """A target serves several statements: each leads there and can be taken away again."""
    def serves():
        return query(path, "SELECT statement_code, further_statements FROM target"
                           " WHERE title = ?", NEW)

    if serves() != [("MTO-S9", None)]:
        raise Failed(f"it serves {serves()}")
    app.tab_to("Add a statement")
    app.key("Return")
    app.type("LLD-S2")
    app.find(re.compile("LLD-S2"), "list item")
    app.key("Return")
    wait_for("another statement", lambda: serves() == [("MTO-S9", "LLD-S2")])
    app.find(re.compile("Statement LLD-S2"), "list item")
    app.screenshot("targets-serves.png")
    app.press(re.compile("^No longer serves: "), "button")
    wait_for("one of the two", lambda: serves() in ([("MTO-S9", None)], [("LLD-S2", None)]))


def look_with_large_letters(app):
    """The form is long then, and how it goes lies under it: a button above leads there. Of the
    measures only the list is seen, or the one that was chosen, which stays chosen."""
    app.show_page(9, "Targets")
    app.wait_for_focus(re.compile("^Outdoor access"))
    app.key("F6")
    app.wait_for_focus("Target")
    app.tab_to("Progress and reviews: Not met", "shift+Tab")
    app.screenshot("targets-large-letters.png")
    app.key("Return")
    app.wait_for_focus("As a table")
    app.screenshot("targets-large-progress.png")
    app.go_to_section("Outcomes")
    app.wait_for_focus(re.compile("^Families reached"))
    app.key("Down", "Return")
    app.find("Good level of development", "heading")
    app.show_page(9, "Targets")
    app.go_to_section("Outcomes")
    app.find("Good level of development", "heading")
    app.key("alt+Left")
    app.wait_for_focus(re.compile("^Good level of development"))
    app.key("F6")
    app.find("Good level of development", "heading")
    app.key("shift+F6")
    app.wait_for_focus(re.compile("^Good level of development"))


MANY = 230


def add_many(path):
    """Targets of years gone by, which were met."""
    with sqlite3.connect(path) as db:
        for number in range(MANY):
            db.execute("INSERT INTO target (uuid, centre, evaluation, title, outcome,"
                       " outcome_reason, starts_on, due_on) SELECT randomblob (16), centre, id, ?,"
                       " 'met', 'It was.', '2019-04-01', '2020-03-31' FROM evaluation"
                       " ORDER BY starts_on DESC LIMIT 1",
                       (f"Old target {number:03}",))


def look_at_many(app):
    """Rows are made as they come into sight: none is missed by keyboard, in list and board."""
    app.open_example(add_many)
    app.show_page(9, "Targets")
    app.click(app.find(re.compile("^Fathers writing"), "list item"))
    titles = {row[0] for row in query(app.home / "Documents" / "Example.sixfold",
                                      "SELECT title FROM target WHERE title LIKE 'Old %'")}
    app.key("End")
    app.wait_for_focus(re.compile("^Old target"))
    shown = [node.name for node in app.nodes() if node.role == "list item"]
    missing = [title for title in titles if not any(name.startswith(title) for name in shown)]
    if missing:
        raise Failed(f"{len(missing)} of {len(titles)} have no row: {missing[:3]}")
    app.key("Home")
    app.wait_for_focus(re.compile("^(?!Old target)"))
    app.tab_to("Board", "shift+Tab")
    app.key("space")
    app.tab_to(re.compile("^Parents’ seats"))
    app.key("Right", "Right", "Right", "End")
    app.wait_for_focus("Show 48 more targets")
    app.key("Return")
    app.wait_for_focus(re.compile("^Old target"))
    app.screenshot("targets-board-many.png")
    old = [node for node in app.nodes()
           if node.role == "list item" and node.name.startswith("Old target") and node.is_mapped()]
    if len(old) < 48 + 10:
        raise Failed(f"only {len(old)} are shown")


def main():
    with App(settings=LARGE) as app:
        path = app.open_example()
        app.show_page(9, "Targets")
        app.click(app.find(re.compile("^" + TARGET), "list item"))
        lower(app, path)
        take_back(app, path)
        wait_with_a_change(app, path)
        refuse_dates(app, path)
        tie(app, path)
        walk_panes(app)
        add_milestones(app, path)
        set_from_statement(app, path)
        review_twice(app, path)
        serve_more(app, path)
        look_at_board(app)
        look_at_many(app)
        app.quit()
        again = shutil.copy(os.environ["SIXFOLD_EXAMPLE"], path)
        with App([again], home=app.home, text_scale=2) as large:
            look_with_large_letters(large)
            large.quit()


if __name__ == "__main__":
    sys.exit(main())
