#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the centre, made in the real window by keyboard and read back by sixfold-cli: an
evidence pack, and the exact counts sealed for the authority.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import zipfile

from sfgui import App, Failed, wait_for

RESTRICTED = "Safeguarding audit letter, September 2026"
BEHIND = re.compile("stays? behind: which and why$")
CHOOSE = re.compile("Choose$")
INDEX_FILES = 2
CLI = os.environ["SIXFOLD_CLI"]


def run(*words):
    return subprocess.run([CLI, *map(str, words)], check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def choose_folder(app, folder):
    """Answers the chooser by keyboard: the location is typed in full."""
    app.find(CHOOSE, "button")
    app.key("ctrl+l")
    app.key("ctrl+a")
    app.type(str(folder))

    def is_closed():
        app.key("Return")
        end = time.monotonic() + 1
        while app.seek(CHOOSE, "button") and time.monotonic() < end:
            time.sleep(0.05)
        return not app.seek(CHOOSE, "button")

    wait_for("the chooser to go", is_closed)


def open_dialog(app):
    app.go_to_section("Evidence")
    app.press("Evidence pack…", "button")
    app.find("Make the pack…", "button")


def make_pack(app, folder):
    app.press("Make the pack…", "button")
    choose_folder(app, folder)
    label = app.find(re.compile(r"^Checked: \d+ files and the index$"), "label", timeout=60)
    return int(re.search(r"\d+", label.name).group()) + INDEX_FILES


def test_pack(app, packs):
    """What is restricted is counted, and goes along only when it is ticked."""
    open_dialog(app)
    app.screenshot("pack-form.png")
    # what stays behind is folded, and named when it is opened
    behind = app.tab_to(BEHIND).name
    app.key("space")
    app.find(re.compile("is restricted and was not chosen"), "label")
    app.find(re.compile("^•\\s" + re.escape(RESTRICTED) + "$", re.MULTILINE), "label")
    app.screenshot("pack-behind.png")
    app.tab_to(RESTRICTED)
    app.key("space")
    app.gone(re.compile("is restricted and was not chosen"), "label")
    fewer = app.find(BEHIND, "label").name
    if int(fewer.split()[0]) != int(behind.split()[0]) - 1:
        raise Failed(f"chosen, but: {fewer}")
    app.key("space")
    app.find(re.compile("is restricted and was not chosen"), "label")
    checked = make_pack(app, packs)
    app.screenshot("pack-result.png")
    made = list(packs.iterdir())
    assert len(made) == 1 and made[0].suffix == ".zip", made
    assert f"checked: {checked} files" in run("pack", "verify", made[0])
    app.key("Escape")
    app.gone("Open the folder", "button")
    return made[0]


def test_seal(app, home):
    """The authority's half of the key opens what was sealed: the counts that no report shows."""
    sealed = home / "packs" / "counts.sealed"
    app.go_to_section("Outcomes")
    app.press("Seal the exact counts for the authority…", "button")
    app.choose_file(sealed)
    app.find(re.compile("^The exact counts were sealed as “counts.sealed”"), "label")
    if b"Families" in sealed.read_bytes():
        raise Failed("what is sealed can be read")
    opened = json.loads(run("return", "open", sealed, "--key-file", home / "authority.key",
                            "--json"))
    found = [row for row in opened["readings"] if row["measure"] == "Good level of development"
             and row["group"] == "Another first language" and row["count"] == 8]
    if [row["out_of"] for row in found] != [9]:
        raise Failed(f"it holds {opened}")


def prepare(home):
    """The example centre with one restricted piece of evidence and the authority's key, and a
    folder for packs."""
    packs = home / "packs"
    packs.mkdir()
    key = run("return", "key", home / "authority.key")
    centre = home / "millbrook.sixfold"
    shutil.copy(os.environ["SIXFOLD_EXAMPLE"], centre)
    run("set", centre, f"evidence:{RESTRICTED}", "sensitivity", "restricted")
    run("set", centre, "centre", "return-key", re.search(r"sixfold-return-\S+", key).group())
    return centre, packs


def main():
    home = pathlib.Path(tempfile.mkdtemp(prefix="sixfold-pack-"))
    try:
        centre, packs = prepare(home)
        with App([centre], home=home) as app:
            made = test_pack(app, packs)
            test_seal(app, home)
        with zipfile.ZipFile(made) as pack:
            index = pack.read("index.html").decode("utf-8")
        assert "Evidence pack" in index and RESTRICTED not in index
    finally:
        shutil.rmtree(home)
    print("ok")


if __name__ == "__main__":
    main()
