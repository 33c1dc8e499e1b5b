#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deputy's cycle by keyboard: the employer's key, a record begun, a wrong passphrase, objectives
agreed and signed by both, locked by hand and by the clock; the meetings, each one's own words, the
judgement, both signatures, the statement on paper, and the next cycle with what was not finished;
what is judged of the head locked and opened again; and nothing of it all in the file's bytes.
"""
import re
import subprocess
import sys
import os

from sfgui import SENSITIVE, App, Failed, wait_for

LARGE = {"window-maximized": "true"}
SECRET = "Quittenmarmelade"
PERSON_PHRASE = "wet monday paddle boats"
REVIEWER_PHRASE = "seven blue teapots waltz"
HEAD_PHRASE = "nobody counts the herons"


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
    key = app.find(re.compile(r"^([0-9A-Z]{5}-\s*){7}[0-9A-Z]{5}$"), "label").name
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


def fill_passphrases(app):
    fill(app, ("The person’s passphrase", PERSON_PHRASE),
         ("The person’s passphrase, again", PERSON_PHRASE),
         ("The reviewer’s passphrase", REVIEWER_PHRASE),
         ("The reviewer’s passphrase, again", REVIEWER_PHRASE))


def refuse_to_begin(app):
    """What is refused is where the focus goes."""
    fill_back(app, "Last day", "1 January 2020")
    app.key("Return")
    app.find("The last day of a cycle cannot be before its first.", "label")
    app.wait_for_focus("Last day")
    app.key("ctrl+a")
    app.type("31 August 2031")
    fill_back(app, "Reviewer", "amina  OKORO")
    app.key("Return")
    app.find(re.compile("^Nobody reviews themselves"), "label")
    app.wait_for_focus("Reviewer")
    app.key("ctrl+a")
    app.type("Ruth Penhaligon")


def fill_back(app, name, text):
    app.tab_to(name, "shift+Tab")
    app.key("ctrl+a")
    app.type(text)


def begin(app):
    app.wait_for_focus("Person")
    app.type("Amina Okoro")
    fill(app, ("Their role", "Deputy"), ("Reviewer", "Ruth Penhaligon"),
         ("The person’s passphrase", "amina okoro"))
    app.find(re.compile("^Too short yet"), "label")
    fill_passphrases(app)
    app.screenshot("performance-begin.png")
    refuse_to_begin(app)
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


def sign(app, who, passphrase, what="objectives"):
    app.tab_to(f"Sign the {what} as {who}")
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
    app.key("alt+l")
    app.wait_for_focus("Passphrase")


def assert_gone(app):
    for node in app.nodes():
        text = node.text() if node.role == "text box" else ""
        if SECRET in node.name or SECRET in node.description or SECRET in text:
            raise Failed(f"a locked record is still in {node}")


def unlock_by(app, passphrase):
    app.wait_for_focus("Passphrase")
    app.type(passphrase)
    app.key("Return")
    app.wait_for_focus("Lock now")


def ask_to_erase(app):
    """A locked record is not taken off the list, and not erased with one press."""
    if app.seek("Take off the list", "button"):
        raise Failed("a locked record can be taken off the list")
    app.tab_to("Erase…")
    app.key("Return")
    app.wait_for_focus("Whose record it is")
    app.type("Amina")
    fill(app, ("Why", "All passphrases are lost"), ("Erased by", "The chair"))
    app.tab_to("I understand that it cannot be brought back")
    app.key("space")
    app.tab_to("Erase for good")
    app.key("Return")
    app.find("That is not the name of the person whose record this is.", "label")
    app.wait_for_focus("Whose record it is")
    app.screenshot("performance-erase.png")
    app.key("Escape")
    app.wait_for_focus("Erase…")
    app.tab_to("Passphrase", "shift+Tab")


def unlock(app):
    ask_to_erase(app)
    app.type("wet monday paddle boat")
    app.key("Return")
    app.find(re.compile("^That passphrase does not open this record"), "label")
    app.screenshot("performance-locked.png")
    unlock_by(app, PERSON_PHRASE)
    app.find(re.compile("^Unlocked by Amina Okoro"), "label")
    app.find(re.compile(f"^1. {SECRET}"))


def let_time_pass(app, clock):
    clock.write_text("290")
    app.key("Tab")  # a key keeps it open
    clock.write_text("580")
    app.key("Tab")
    app.find("Lock now", "button")
    clock.write_text("900")
    app.find("Forgotten passphrase…", "button")


def assert_shown(app, told, closed, insensitive):
    """In one look, for each costs a second: what is told, fields that are none, a button that
    cannot be pressed."""
    wait_for("what is told", lambda: app.seek(told, "label"))
    nodes = [(node.name, node.role, node.has(SENSITIVE)) for node in app.nodes()]
    for name in closed:
        if any(there == name and role == "text box" for there, role, _ in nodes):
            raise Failed(f"“{name}” can be written")
    if (insensitive, "button", False) not in nodes:
        raise Failed(f"“{insensitive}” is no button that cannot be pressed")


def say_own(app):
    """The person's words are theirs; the reviewer's are for them to read, and not to sign."""
    app.tab_to("Passphrase", "shift+Tab")
    unlock_by(app, PERSON_PHRASE)
    fill(app, ("Mid-year meeting, held on", "11 February 2027"),
         ("What was said in the mid-year meeting", f"{SECRET} mid-year"),
         ("Last meeting, held on", "8 July 2027"), ("Self-review", f"{SECRET} of her own"))
    app.key("Tab")
    assert_shown(app, re.compile("^The objective “.*” is not judged yet"),
                 ("First meeting, held on", "The reviewer’s words"),
                 "Sign the review as Amina Okoro")


def judge(app, name):
    app.tab_to(name)
    app.key("Return")
    app.wait_for_focus("Not said yet")
    app.key("Down", "Down", "Return")


def say_theirs(app):
    """The reviewer's words, and the judgements; then the review can be signed, by each for
    themselves."""
    lock(app)
    unlock_by(app, REVIEWER_PHRASE)
    app.tab_to(re.compile(f"^1. {SECRET}"))
    app.key("space")
    judge(app, re.compile("^Judgement, "))
    fill(app, ("The reviewer’s words", f"{SECRET} of the reviewer"))
    judge(app, "The whole")
    assert_shown(app, re.compile("^Only Amina Okoro signs here"), ("Self-review",),
                 "Sign the review as Amina Okoro")
    sign(app, "Ruth Penhaligon", REVIEWER_PHRASE, "review")
    app.find(re.compile("^Signed by Ruth Penhaligon on .* What is signed stays as it is"), "label")
    app.screenshot("performance-judged.png")
    lock(app)
    unlock_by(app, PERSON_PHRASE)
    sign(app, "Amina Okoro", PERSON_PHRASE, "review")
    app.find(re.compile("^Amina Okoro.*Closed"), "list item")


def save_statement(app):
    place = app.home / "statement.pdf"
    app.key("alt+v")
    app.choose_file(place)
    wait_for("the statement", place.exists)
    text = subprocess.run(["pdftotext", "-raw", place, "-"], check=True, capture_output=True,
                          text=True).stdout
    for wanted in ("Amina Okoro", f"{SECRET} objective", f"{SECRET} mid-year",
                   f"{SECRET} of her own", f"{SECRET} of the reviewer", "Partly met"):
        if wanted not in " ".join(text.split()):
            raise Failed(f"not in the statement: {wanted}")
    place.unlink()


def go_on_next_year(app):
    """What was not finished is there in the next cycle, to be agreed anew."""
    app.key("alt+b")
    app.wait_for_focus("Person")
    app.type("Amina Okoro")
    fill(app, ("Their role", "Deputy"), ("Reviewer", "Ruth Penhaligon"),
         ("First day of the cycle", "1 September 2027"), ("Last day", "31 August 2028"))
    app.tab_to("Carry forward what was not finished in")
    app.key("Return")
    app.wait_for_focus("Nothing")
    app.key("Down", "Return")
    fill_passphrases(app)
    app.key("Return")
    app.find(re.compile("^Amina Okoro.*2027 to August 2028.*Setting objectives"), "list item")
    app.press(re.compile(f"^1. {SECRET} objective, Not judged yet"))
    app.find("Carried forward from the cycle before.", "label")
    app.screenshot("performance-carried.png")


def go_to_own(app):
    """LLD-S8, which is the head's own."""
    app.show_first_statement(2, "LLD")
    app.key(*["alt+Down"] * 7)
    app.find(re.compile("^LLD-S8 "), "label")


def judge_in_the_open(app):
    go_to_own(app)
    app.key("alt+2")
    app.tab_to("What is strong")
    app.type(f"{SECRET} of the head")
    app.find("Your own practice, not locked yet", "label")
    app.tab_to("Lock what is judged of you…", "shift+Tab")
    app.screenshot("head-open.png")
    app.key("Return")


def lock_head(app):
    """What is judged of the head goes behind a lock, and is judged there."""
    app.find(re.compile("^Nobody can read a forgotten passphrase"), "label")
    fill(app, ("Your name", "Margaret Hale"), ("Your passphrase", HEAD_PHRASE),
         ("Your passphrase, again", HEAD_PHRASE))
    app.tab_to("I understand that the lock stays")
    app.key("space")
    app.screenshot("head-ask.png")
    app.tab_to("Lock")
    app.key("Return")
    app.find(re.compile("^Unlocked by Margaret Hale"), "label")
    app.tab_to("What to improve")
    app.type(f"{SECRET} behind the lock")
    app.find("Your own practice, behind a passphrase", "label")
    app.find(re.compile("^S8 .*, open"), "list item")
    app.screenshot("head-unlocked.png")
    app.tab_to("Lock now", "shift+Tab")
    app.key("Return")
    app.wait_for_focus("Passphrase")
    assert_gone(app)
    app.find(re.compile("^S8 .*, locked"), "list item")
    app.screenshot("head-locked.png")


def open_head_again(app):
    """A wrong passphrase says so; by the right one all of it is there."""
    app.type("no lantern for this gate")
    app.key("Return")
    app.find(re.compile("^That passphrase does not open this record"), "label")
    unlock_by(app, HEAD_PHRASE)
    said = {node.text() for node in app.nodes() if node.role == "text box"}
    for wanted in (f"{SECRET} of the head", f"{SECRET} behind the lock"):
        if wanted not in said:
            raise Failed(f"“{wanted}” is not there: {said}")
    app.go_to_section("Performance m")
    app.find(re.compile("^Margaret Hale.*What is judged of the head.*Unlocked"), "list item")


def assert_silent(app):
    for path in app.home.rglob("*"):
        if path.is_file() and path.suffix != ".log":
            data = path.read_bytes()
            for secret in (SECRET, PERSON_PHRASE, REVIEWER_PHRASE, HEAD_PHRASE):
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
        assert_gone(app)
        unlock(app)
        let_time_pass(app, clock)
        say_own(app)
        say_theirs(app)
        save_statement(app)
        go_on_next_year(app)
        judge_in_the_open(app)
        lock_head(app)
        open_head_again(app)
        app.quit(leaks=False)
        assert_silent(app)
        if key.encode() in path.read_bytes():
            raise Failed("the recovery key is in the file")


if __name__ == "__main__":
    sys.exit(main())
