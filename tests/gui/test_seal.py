#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sealed evaluation in the real window: read only, fingerprint checked, a correction begun."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from sfgui import App, FOCUSED, Failed, SENSITIVE

EXAMPLE = pathlib.Path(os.environ["SIXFOLD_EXAMPLE"])
CLI = os.environ["SIXFOLD_CLI"]


def run(home, *words):
    env = dict(os.environ, XDG_DATA_HOME=str(home), ASAN_OPTIONS="detect_leaks=0")
    return subprocess.run([CLI, *map(str, words)], env=env, check=True, text=True,
                          capture_output=True).stdout


def seal(home, centre, folder):
    """As a script does it; the fingerprint."""
    words = folder / "words"
    words.write_text("four plain words together\n")
    run(home, "seal", centre, "--meeting", "2026-11-20", "--by", "Sam Carter", "--accepted-by",
        "Advisory board", "--passphrase-file", words, "--light", "-o", folder / "report.pdf")
    return json.loads(run(home, "seal", "list", centre, "--json"))["seals"][0]["fingerprint"]


def check_fingerprint(app, fingerprint):
    app.menu(re.compile("^Check a fingerprint"))
    app.find("Fingerprint", "text box", state=FOCUSED)
    app.type(fingerprint.lower())
    app.key("Return")
    app.find(re.compile("^Paper: This file holds the report with this fingerprint"), "label")
    app.find(re.compile("^File: Data, pages, signatures and history are as they were signed"),
             "label", timeout=60)
    app.screenshot("seal-fingerprint.png")
    app.key("ctrl+a")
    app.type("0" + fingerprint[1:4].replace("0", "1") + fingerprint[4:])
    app.key("Return")
    app.find(re.compile("^Paper: No report has this fingerprint.* differs in group 1"), "label")
    app.key("Escape")
    app.gone("Fingerprint")


def begin_correction(app):
    app.press(re.compile("^Begin a correction…"), "button")
    app.wait_for_focus(re.compile("^Reason"))
    app.type("The grade was misread")
    app.screenshot("seal-correction.png")
    app.tab_to(re.compile("^Begun by"))
    app.key("ctrl+a")
    app.type("Sam Carter")
    app.key("Return")
    app.find(re.compile("^The evaluation can be changed again"), timeout=30)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        centre, home = folder / "Centre.sixfold", folder / "home"
        shutil.copy(EXAMPLE, centre)
        home.mkdir()
        fingerprint = seal(home, centre, folder)
        with App([centre], home=home, env={"SIXFOLD_NOW": "2026-11-22"}) as app:
            app.find(re.compile("^This evaluation was accepted and sealed on"), "label")
            app.show_first_statement(2, "LLD")
            if app.seek(re.compile("^2 "), "radio", state=SENSITIVE):
                raise Failed("a sealed judgement can be changed")
            app.screenshot("seal-bar.png")
            check_fingerprint(app, fingerprint)
            begin_correction(app)
            app.gone(re.compile("^This evaluation was accepted and sealed on"), "label")
            app.find(re.compile("^2 "), "radio", state=SENSITIVE)
            app.quit()
        told = json.loads(run(home, "seal", "list", centre, "--json"))["seals"][0]
        if told["state"] != "in-correction":
            raise Failed(f"on record is {told}")


if __name__ == "__main__":
    main()
