#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deputy's cycle by keyboard: the employer's key, a record begun, a wrong passphrase, objectives
agreed and signed by both, locked by hand and by the clock; and nothing of it in the file's bytes.
"""
import re
import subprocess
import sys
import os

from sfgui import App, Failed, wait_for

LARGE = {"window-maximized": "true"}
SECRET = "Quittenmarmelade"
PERSON_PHRASE = "wet monday paddle boats"
REVIEWER_PHRASE = "seven blue teapots waltz"


def cli(*words):
    subprocess.run([os.environ["SIXFOLD_CLI"], *words], check=True)


def make_file(app):
    path = app.home / "Documents" / "Elm.sixfold"
    path.parent.mkdir(exist_ok=True)
    cli("new", str(path), "--centre", "Elm Road")
    return path


def fill(app, *pairs):
    """Goes to each field of a window by Tab, and types."""
    for name, text in pairs:
        app.tab_to(name)
        app.key("ctrl+a")
        app.type(text)


def set_up_key(app):
    """Nothing goes on before a part of the key was read from the paper."""
    app.menu("Performance management")
    app.find("No performance management yet", "heading")
    app.tab_to("Begin the first record…")
    app.key("Return")
    key = app.find(re.compile(r"^([0-9A-Z]{5}-){4}\s*([0-9A-Z]{5}-){3}[0-9A-Z]{5}$"), "label").name
    key = re.sub(r"\s", "", key)
    app.screenshot("performance-key.png")
    app.tab_to("The third group, as the paper has it")
    app.type("AAAAA")
    app.key("Return")
    app.find(re.compile("^That is not the third group"), "label")
    app.tab_to("The third group, as the paper has it")
    app.key("ctrl+a")
    app.type(key.split("-")[2].lower())
    app.key("Return")
    app.find("The person’s passphrase")
    return key


def begin(app):
    app.wait_for_focus("Person")
    app.type("Amina Okoro")
    fill(app, ("Their role", "Deputy"), ("Reviewer", "Ruth Penhaligon"),
         ("The person’s passphrase", "amina okoro"))
    app.find(re.compile("^Too short yet"), "label")
    fill(app, ("The person’s passphrase", PERSON_PHRASE),
         ("The person’s passphrase, again", PERSON_PHRASE),
         ("The reviewer’s passphrase", REVIEWER_PHRASE),
         ("The reviewer’s passphrase, again", REVIEWER_PHRASE))
    app.screenshot("performance-begin.png")
    app.key("Return")
    app.find("Lock now", "button")


def agree(app):
    app.tab_to("First meeting, held on")
    app.type("18 September 2026")
    app.tab_to("Add an objective")
    app.key("Return")
    app.type(f"{SECRET} objective")
    app.key("Return")
    app.wait_for_focus(re.compile(f"^1. {SECRET}"))
    app.tab_to(re.compile("^How we shall know"))
    app.type(f"{SECRET} criteria")
    app.tab_to("Sign the objectives as Amina Okoro")
    app.screenshot("performance-open.png")


def sign(app, who, passphrase):
    app.tab_to(f"Sign the objectives as {who}")
    app.key("Return")
    app.tab_to("Your passphrase")
    app.type(passphrase)
    app.key("Return")


def sign_both(app):
    """Nobody signs with the other's passphrase."""
    sign(app, "Amina Okoro", REVIEWER_PHRASE)
    app.find(re.compile("^That is not the person’s passphrase"), "label")
    app.tab_to("Your passphrase")
    app.key("ctrl+a")
    app.type(PERSON_PHRASE)
    app.key("Return")
    app.find(re.compile("^Signed by Amina Okoro on"), "label")
    sign(app, "Ruth Penhaligon", REVIEWER_PHRASE)
    app.find(re.compile("^Signed by Ruth Penhaligon on"), "label")
    app.find(re.compile("^Amina Okoro.*Running"), "list item")


def lock(app):
    app.tab_to("Lock now", "shift+Tab")
    app.key("Return")
    app.wait_for_focus("Passphrase")
    for node in app.nodes():
        text = node.text() if node.role == "text box" else ""
        if SECRET in node.name or SECRET in node.description or SECRET in text:
            raise Failed(f"a locked record is still in {node}")


def unlock(app):
    app.type("wet monday paddle boat")
    app.key("Return")
    app.find(re.compile("^That passphrase does not open this record"), "label")
    app.screenshot("performance-locked.png")
    app.wait_for_focus("Passphrase")
    app.type(PERSON_PHRASE)
    app.key("Return")
    app.wait_for_focus("Lock now")
    app.find(re.compile(f"^1. {SECRET}"))


def let_time_pass(app, clock):
    clock.write_text("290")
    app.key("Tab")  # a key keeps it open
    clock.write_text("580")
    app.key("Tab")
    app.find("Lock now", "button")
    clock.write_text("900")
    app.find("Forgotten passphrase…", "button")


def assert_silent(app):
    for path in app.home.rglob("*"):
        if path.is_file() and path.suffix != ".log":
            data = path.read_bytes()
            for secret in (SECRET, PERSON_PHRASE, REVIEWER_PHRASE):
                if secret.encode() in data:
                    raise Failed(f"“{secret}” is in {path}")


def main():
    with App(settings=LARGE) as app:
        app.quit()
        path = make_file(app)
        clock = app.home / "clock"
        clock.write_text("0")
        app.start([path], env={"SIXFOLD_NOW": f"@{clock}"})
        app.find("Overview", "list item")
        key = set_up_key(app)
        begin(app)
        agree(app)
        sign_both(app)
        lock(app)
        unlock(app)
        let_time_pass(app, clock)
        app.quit()
        assert_silent(app)
        if key.encode() in path.read_bytes():
            raise Failed("the recovery key is in the file")


if __name__ == "__main__":
    sys.exit(main())
