#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the check list to the seal, by keyboard, in the real window.

A text names a colleague: the report does not leave before that is mended where it stands. A
question is answered beforehand and found in the pages. The report is printed through the Print
portal, the meeting held with two challenges, the report presented there and signed off; then an
edit is refused with the way to correct, and the fingerprint on the paper is checked.
"""
import os
import pathlib
import re
import subprocess
import sys

from sfgui import App, FOCUSED, Failed, SENSITIVE, query, wait_for
from test_seal import check_fingerprint

HERE = pathlib.Path(__file__).parent
LARGE = {"window-maximized": "true"}
MEETING = "Management committee, December"
ANSWER = "We shall ask forty families in January"
PASSPHRASE = "four plain words together"


def plant_name(path):
    subprocess.run([os.environ["SIXFOLD_CLI"], "grade", path, "LLD", "--strengths",
                    "Tom Ellison leads the way. Children are safe, busy and well taught."],
                   check=True, env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"},
                   stdout=subprocess.DEVNULL)


def mend(app, path):
    """What may identify somebody stands in the way, leads to its field, and is gone when mended."""
    app.find("1 place to mend or to confirm before it is printed.", "label")
    app.press("Print…", "button")
    app.find(re.compile("^1 place may identify somebody"))
    app.wait_for_focus(re.compile("^Identifies nobody: “Tom Ellison”"))
    app.screenshot("report-identity.png")
    app.tab_to(re.compile("^Go there: “Tom Ellison”"), "shift+Tab")
    app.key("Return")
    app.wait_for_focus(re.compile("^What is strong"))
    app.key("ctrl+a")
    app.type("Children are safe, busy and well taught.")
    app.key("Tab")
    wait_for("the text without the name", lambda: query(
        path, "SELECT strengths FROM area_judgement WHERE area_code = 'LLD' ORDER BY id DESC"
    )[0][0].startswith("Children are safe"))
    app.go_to_section("Report")
    app.find("Nothing was found.", "label")


def answer_question(app, path):
    app.tab_to("Questions in this report", limit=80)
    app.key("Return")
    app.tab_to(re.compile("^Answer beforehand.*Shared values"), limit=80)
    app.type(ANSWER)
    app.key("Tab")
    wait_for("the answer", lambda: query(
        path, "SELECT answer FROM question_decision ORDER BY id DESC")[0][0] == ANSWER)
    app.tab_to("Find in these pages", limit=120)
    app.type(ANSWER.upper())
    app.find(re.compile("^1 of 1, page [34]$"), "label")
    app.screenshot("report-found.png")
    app.key("Escape")


def print_it(app, folder):
    """Through the portal: what arrives is the program's own PDF, tagged."""
    got = folder / "arrived.pdf"
    portal = subprocess.Popen(["/usr/bin/python3", HERE / "print_portal.py", "print", got],
                              stdout=subprocess.PIPE, text=True)
    try:
        if portal.stdout.readline() != "ready\n":
            raise Failed("there is no portal")
        app.press("Print…", "button")
        asked = portal.stdout.readline(), portal.stdout.readline()
        if not (asked[0].startswith("prepare report") and asked[1] == "print 4711\n"):
            raise Failed(f"the portal was asked {asked}")
        told = subprocess.run(["pdfinfo", got], text=True, capture_output=True, check=True).stdout
        if not got.read_bytes().startswith(b"%PDF-1.7") or not re.search(r"Tagged: +yes", told):
            raise Failed(f"what arrived is {told}")
    finally:
        portal.terminate()
        portal.wait(30)


def challenge(app, path, question):
    before = query(path, "SELECT count (*) FROM challenge")[0][0]
    app.tab_to("Add a question", limit=80)
    app.key("Return")
    app.type(question)
    app.key("Return")
    wait_for("the question", lambda: query(path, "SELECT count (*) FROM challenge")[0][0]
             == before + 1)
    app.tab_to("Reply")
    app.type("We shall know in spring")
    app.key("Tab")


def hold_meeting(app, path):
    app.go_to_section("Meetings")
    app.tab_to(re.compile("^(Management committee|Extra)"), "shift+Tab", limit=80)
    for key in ["Home"] + ["Down"] * 8:
        if app.focused().name.startswith(MEETING):
            break
        app.move_focus(key)
    app.press("It was held", "button")
    wait_for("that it was held", lambda: query(
        path, "SELECT state FROM meeting WHERE title = ?", MEETING)[0][0] == "held")
    challenge(app, path, "What follows the grant?")
    challenge(app, path, "Who tells the families?")
    if query(path, "SELECT count (*) FROM challenge WHERE reply = 'We shall know in spring'") \
            != [(2,)]:
        raise Failed("the replies are not kept")


def present(app, path):
    app.go_to_section("Report")
    app.tab_to("Presented at", limit=120)
    app.key("space")
    app.find(re.compile(f"^{MEETING}"), "list item")
    app.key("End", "Return")
    wait_for("that it was presented", lambda: query(
        path, "SELECT title FROM meeting WHERE presented IS NOT NULL ORDER BY id DESC")[0][0]
        == MEETING)


def sign_off(app, path):
    """The fingerprint that is on the paper."""
    app.tab_to("Sign off…", limit=120)
    app.key("Return")
    app.find(re.compile("^Accepted at the meeting of"), "text box")
    app.tab_to("Where the signing key lives")
    app.key("space")
    app.key("Down", "Return")
    app.screenshot("report-sign-off.png")
    app.press("Seal", "button")
    app.wait_for_focus(re.compile("^Passphrase of the signing key"))
    app.type(PASSPHRASE)
    app.key("Tab")
    app.type(PASSPHRASE)
    app.key("Return")
    wait_for("the seal", lambda: query(path, "SELECT count (*) FROM seal") == [(1,)], timeout=90)
    app.find("The report is sealed", "dialog", timeout=30)
    app.screenshot("report-sealed.png")
    app.key("Escape")
    told = app.find(re.compile("^Fingerprint: "), "label", timeout=30).name
    return told.removeprefix("Fingerprint: ")


def try_edit(app):
    app.find(re.compile("^The pages beside this are drawn from the file as it is today"), "label")
    app.find(re.compile("^This evaluation was accepted and sealed on.*begin a correction"), "label")
    app.show_first_statement(2, "LLD")
    app.screenshot("report-refused.png")
    wait_for("that a sealed judgement cannot be changed",
             lambda: not app.seek(re.compile("^2 "), "radio", state=SENSITIVE), 5)
    app.find(re.compile("^Begin a correction"), "button")


def main():
    with App(settings=LARGE) as app:
        path = app.open_example(plant_name, {"SIXFOLD_NOW": "2026-12-15", "GTK_USE_PORTAL": "1"})
        app.go_to_section("Report")
        mend(app, path)
        answer_question(app, path)
        print_it(app, app.home)
        hold_meeting(app, path)
        present(app, path)
        fingerprint = sign_off(app, path)
        try_edit(app)
        check_fingerprint(app, fingerprint)
        app.quit(leaks=False)  # GTK's print settings leak; test_pages looks for the page's own


if __name__ == "__main__":
    sys.exit(main())
