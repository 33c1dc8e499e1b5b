#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The development plan by keyboard: three actions are drafted from what to improve, one gets a
date, its money, a review and its end, one the reason for no date; they are seen on the timeline,
undone and done again, and the plan is saved as a PDF that lies across, after a look at a number in
it.
"""
import re
import subprocess
import sys

from sfgui import App, Failed, query, wait_for

LARGE = {"window-maximized": "true"}
PRIORITY = "What we heard this autumn"
REASON = "It waits for one family"  # as many as one of the figures that are not shown


def actions(path):
    return query(path, """SELECT action.title, lead, judgement, due_on, no_date_reason, cost, spent,
        done_on FROM action JOIN priority ON priority.id = priority WHERE priority.title = ?
        ORDER BY action.position""", PRIORITY)


def count_steps(path):
    return query(path, "SELECT count(*) FROM step")[0][0]


def draft(app, path):
    """Three lines, a new priority, one lead: one step."""
    before = count_steps(path)
    app.tab_to("Draft from improvements…", "shift+Tab")
    app.key("Return")
    app.find("Make actions", "button")
    for _ in range(3):
        app.key("space", "Tab")
    app.find("3 actions", "label")
    app.tab_to(re.compile("^Under which priority"), "shift+Tab")
    app.key("Return")
    app.wait_for_focus("Families on the Dell, and lone parents")
    app.key("End", "Return")
    app.tab_to(re.compile("^Who leads"))
    app.type("Priya Nair")
    app.tab_to("What the new priority is called")
    app.type(PRIORITY)
    app.screenshot("plan-draft.png")
    app.tab_to("Make actions")
    app.key("Return")
    wait_for("three actions", lambda: len(actions(path)) == 3)
    made = actions(path)
    if any(lead != "Priya Nair" or judgement is None for _t, lead, judgement, *_ in made):
        raise Failed(f"drafted: {made}")
    if count_steps(path) != before + 1:
        raise Failed("drafting is not one step")
    app.wait_for_focus("Action")
    return [row[0] for row in made]


def fill_first(app, path):
    """A date, money (refused once), a review, the end."""
    app.tab_to("Due on")
    app.type("31 January 2027")
    app.tab_to("Planned cost")
    app.type("400")
    app.tab_to("Spent so far")
    app.type("12,50")
    app.key("Return")
    app.find(re.compile("^Please give an amount in pounds"), "label")
    app.key("ctrl+a")
    app.type("£450.50")
    app.key("Return")
    wait_for("the money", lambda: actions(path)[0][3:7] == ("2027-01-31", None, 40000, 45050))
    app.find("£400 planned, £450.50 spent, £50.50 more than planned", "label")
    app.tab_to("Add a review", limit=80)
    app.key("Return")
    app.wait_for_focus("Date")
    app.tab_to("Comment")
    app.type("It helped")
    app.tab_to("Add this review")
    app.key("Return")
    app.find(re.compile("^It helped"), "label")
    app.tab_to("Mark as done", "shift+Tab")
    app.key("Return")
    wait_for("its end", lambda: actions(path)[0][7])


def fill_second(app, path, titles):
    app.tab_to(re.compile("^" + re.escape(titles[0])), "shift+Tab")
    app.key("Down")
    app.wait_for_focus(re.compile("^" + re.escape(titles[1])))
    app.tab_to("By a date")
    app.key("Right")
    app.wait_for_focus("No date, because…")
    app.tab_to("Why there is no date")
    app.type(".")
    app.key("Tab")
    app.find(re.compile("^A reason has words"), "label")
    app.tab_to("Why there is no date", "shift+Tab")
    app.type(REASON)
    app.key("Tab")
    wait_for("the reason", lambda: actions(path)[1][3:5] == (None, REASON))


def look_at_timeline(app, titles):
    app.tab_to("Timeline", "shift+Tab")
    app.key("space")
    app.find(re.compile(r"^April 2026 to March 2027: \d+ actions with a date"), "label")
    app.tab_to("Families on the Dell, and lone parents")
    app.key("End")
    app.wait_for_focus(re.compile("^" + re.escape(titles[2]) + ", no date yet$"))
    app.tab_to(re.compile(f"no date: {REASON}$"), "Up")
    app.screenshot("plan-timeline.png")
    app.tab_to(re.compile("^" + re.escape(titles[0]) + ", by 31 January 2027, done on "), "Up")


def undo_and_redo(app, path):
    app.key("ctrl+z")
    wait_for("no reason", lambda: actions(path)[1][4] is None)
    app.key("ctrl+shift+z")
    wait_for("the reason again", lambda: actions(path)[1][4] == REASON)


def save(app, titles):
    """What stands out is listed before, leads to its field, and keeps nothing from being saved."""
    place = app.home / "plan.pdf"
    app.tab_to(re.compile("^Export as PDF"), "shift+Tab", limit=120)
    app.key("Return")
    app.find("Before it is saved")
    app.tab_to(re.compile("^one in “It waits for one family”"))
    app.screenshot("plan-before.png")
    app.key("Return")
    app.wait_for_focus("Why there is no date")
    app.tab_to(re.compile("^Export as PDF"), "shift+Tab", limit=120)
    app.key("Return")
    app.tab_to("Save it")
    app.key("Return")
    app.choose_file(place)
    app.find(re.compile("^The plan was saved as “plan.pdf”"), timeout=60)
    text = subprocess.run(["pdftotext", "-raw", place, "-"], check=True, capture_output=True,
                          text=True).stdout
    words = " ".join(text.split())
    for wanted in (PRIORITY, titles[0], REASON, "£50.50 more than planned"):
        if wanted not in words:
            raise Failed(f"not in the PDF: {wanted}")
    info = subprocess.run(["pdfinfo", place], check=True, capture_output=True, text=True).stdout
    width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", info).groups())
    if width <= height:
        raise Failed(f"the pages stand: {info}")


def main():
    with App(settings=LARGE) as app:
        path = app.open_example()
        app.go_to_section("Development")
        titles = draft(app, path)
        fill_first(app, path)
        fill_second(app, path, titles)
        look_at_timeline(app, titles)
        undo_and_redo(app, path)
        save(app, titles)
        app.quit(leaks=False)


if __name__ == "__main__":
    sys.exit(main())
