#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting by keyboard: it is added, two key areas are ticked, somebody came, two questions are
noted, one of them with its reply; undo takes the last back. The year's meetings are proposed. A
question for the committee is answered beforehand and another withdrawn.
"""
import re
import sys

from sfgui import App, Failed, query, wait_for

LARGE = {"window-maximized": "true"}
TITLE = "Extra meeting on the grant"
NOW = {"SIXFOLD_NOW": "2026-11-22"}


def meetings(path):
    return query(path, "SELECT title, meets_on, place, state FROM meeting ORDER BY id")


def areas(path):
    return [row[0] for row in query(path, """SELECT area_code FROM meeting_area
        JOIN meeting ON meeting.id = meeting WHERE title = ? ORDER BY meeting_area.id""", TITLE)]


def asked(path):
    return query(path, """SELECT question, office, reply, changed FROM challenge
        JOIN meeting ON meeting.id = meeting WHERE title = ? ORDER BY challenge.position""", TITLE)


def decisions(path):
    return query(path, "SELECT rule, answer, withdrawn FROM question_decision ORDER BY id")


def add_meeting(app, path):
    app.tab_to("New meeting", "shift+Tab")
    app.key("Return")
    app.type(TITLE)
    app.key("Return")
    wait_for("the meeting", lambda: meetings(path)[-1][0] == TITLE)
    app.wait_for_focus("Meeting")
    app.tab_to("Place")
    app.type("The hall")
    app.tab_to("Managing the Organisation")
    app.key("space", "Tab")
    app.wait_for_focus("Building and Strengthening Teams")
    app.key("space")
    wait_for("both areas", lambda: areas(path) == ["MTO", "BST"])
    app.find("Every key area is on a meeting of this year.", "label")
    if meetings(path)[-1][1:] != ("2026-11-22", "The hall", "planned"):
        raise Failed(f"the meeting: {meetings(path)[-1]}")


def ask(app, path, question, office):
    before = len(asked(path))
    app.tab_to("Add a question", limit=80)
    app.key("Return")
    app.type(question)
    app.key("Return")
    wait_for("the question", lambda: len(asked(path)) == before + 1)
    app.wait_for_focus("Asked by")
    app.type(office)
    app.key("Tab")
    wait_for("who asked", lambda: asked(path)[-1][1] == office)


def record_questions(app, path):
    ask(app, path, "What follows the grant?", "the chair")
    app.tab_to("Reply")
    app.type("One of three ways")
    app.tab_to("What changed because of it")
    app.type("The committee chose")
    app.key("Tab")
    wait_for("reply and change",
             lambda: asked(path)[0][2:] == ("One of three ways", "The committee chose"))
    app.find(re.compile("^What follows the grant"), "list item")
    ask(app, path, "Who tells the families?", "a parent governor")
    app.screenshot("meetings-asked.png")
    app.tab_to("Add a question", limit=80)
    app.key("ctrl+z")
    wait_for("who asked, undone", lambda: asked(path)[1][1] is None)
    app.key("ctrl+z")
    wait_for("the question, undone", lambda: len(asked(path)) == 1)
    app.key("ctrl+shift+z")
    wait_for("the question again", lambda: len(asked(path)) == 2)


def note_who_came(app, path):
    app.tab_to("Add somebody", limit=80)
    app.key("Return")
    app.find("As at other meetings")
    app.tab_to(re.compile("^What are they there as"), "shift+Tab")
    app.type("Clerk")
    app.key("Return")
    wait_for("who came", lambda: query(path, "SELECT office, presence FROM attendance "
                                             "ORDER BY id")[-1] == ("Clerk", "present"))


def propose(app, path):
    """The extra meeting goes, and with it what it looked at; the calendar is filled by proposal."""
    app.tab_to("Take off the calendar", "shift+Tab", limit=120)
    app.key("Return")
    app.find(re.compile("^2 key areas are on no meeting of this year"), "label")
    n = len(meetings(path))
    app.tab_to("Propose meetings", "shift+Tab", limit=120)
    app.key("Return")
    wait_for("a meeting more", lambda: len(meetings(path)) == n + 1)
    app.find("Every key area is on a meeting of this year.", "label")


def decide(app, path):
    before = len(decisions(path))
    app.tab_to("Questions for the committee", "shift+Tab", limit=120)
    app.key("space")
    app.find(re.compile("^The report asks these"), "label")
    app.tab_to(re.compile("^Answer beforehand.*Shared values"), limit=80)
    app.type("We shall ask families")
    app.key("Tab")
    wait_for("the answer", lambda: len(decisions(path)) == before + 1
             and decisions(path)[-1] == ("thin-evidence", "We shall ask families", None))
    app.tab_to(re.compile("^Withdraw the question: .*Shared values"))
    app.key("Return")
    app.wait_for_focus("Why it is withdrawn")
    app.tab_to("Withdraw this question")
    app.key("Return")
    app.find(re.compile("^Please give the reason"), "label")
    app.wait_for_focus("Why it is withdrawn")
    app.type("Asked in May")
    app.screenshot("meetings-withdraw.png")
    app.tab_to("Withdraw this question")
    app.key("Return")
    wait_for("withdrawn", lambda: decisions(path)[-1][2] == "Asked in May")
    app.find("Withdrawn: Asked in May", "label")
    app.key("ctrl+z")
    wait_for("asked again", lambda: decisions(path)[-1][2] is None)


def main():
    with App(settings=LARGE) as app:
        path = app.open_example(env=NOW)
        app.go_to_section("Meetings")
        add_meeting(app, path)
        record_questions(app, path)
        note_who_came(app, path)
        propose(app, path)
        decide(app, path)
        app.key("F1")
        app.find("What the committee asked", "heading")
        app.key("Escape")
        wait_for("the help to close", lambda: len(app.windows()) == 1)
        app.quit()


if __name__ == "__main__":
    sys.exit(main())
