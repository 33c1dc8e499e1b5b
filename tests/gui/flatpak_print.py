#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak prints and sends through the portals: what a person does in its window, up to the
bytes that arrive through the descriptor. No test of every run: `build-aux/flatpak print` starts it,
once the Flatpak is installed.

usage: flatpak_print.py EXAMPLE_CENTRE [PICTURE]

What the portal gets is, byte for byte, the tagged PDF that sixfold-cli in the same sandbox writes.
PICTURE is taken of the window before it prints.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from sfgui import ACCESSIBLE, App, Failed, wait_for

HERE = pathlib.Path(__file__).parent
ID = "io.github.sixfold_app.Sixfold"
FLATPAK = ["flatpak", "--user", "run", "--no-documents-portal", "--env=LC_ALL=C.UTF-8",
           "--env=GDK_BACKEND=x11", "--env=GSK_RENDERER=cairo", "--env=GTK_A11Y=atspi"]


def run(*words):
    done = subprocess.run(list(map(str, words)), text=True, capture_output=True, check=False,
                          timeout=120)
    if done.returncode != 0:
        raise Failed(f"{words[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def cli(*words):
    return run(*FLATPAK, "--command=sixfold-cli", ID, *words)


class Sandboxed(App):
    """The program in its sandbox: accessibility knows its proxy alone, not its process."""

    def start(self, arguments=(), env=None):
        self.log = open(self.home / "log.txt", "ab")
        self.process = subprocess.Popen([*FLATPAK, ID, *map(str, arguments)], stdout=self.log,
                                        stderr=subprocess.STDOUT)
        self.app = wait_for("the program's window", self.find_application, 60)

    def find_application(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended: {self.process.returncode}\n{self.log_text()}")
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for ref in self.bus.ask(registry, ACCESSIBLE, "GetChildren")[0]:
            if self.bus.ask(tuple(ref), ACCESSIBLE, "GetChildren")[0]:
                return tuple(ref)
        return None


def prepare(example):
    """A copy where the Flatpak sees it, with all that may identify somebody confirmed."""
    folder = pathlib.Path(os.environ["HOME"]) / "Documents" / "Sixfold"
    folder.mkdir(parents=True)
    centre = folder / "centre.sixfold"
    shutil.copy(example, centre)
    found = json.loads(cli("identity", "list", centre, "--json"))
    digests = re.findall(r'"digest": ?"([0-9a-f]+)"', json.dumps(found))
    if digests:
        cli("identity", "confirm", centre, *dict.fromkeys(digests))
    return centre


def print_report(app, picture):
    app.go_to_section("Report")
    wait_for("the pages", lambda: any(re.match(r"Page 1 of \d+$", node.name)
                                      for node in app.nodes()), 60)
    app.wait_for_focus("Print…")
    if picture:
        shutil.copy(app.screenshot("before.png"), picture)
    app.key("Return")


def main():
    os.environ["SIXFOLD_BINARY"] = "flatpak"
    del os.environ["SIXFOLD_DATADIR"]  # it has its own
    centre = prepare(sys.argv[1])
    picture = sys.argv[2] if len(sys.argv) > 2 else None
    got = centre.parent.parent / "printed.pdf"
    portal = subprocess.Popen(["/usr/bin/python3", HERE / "print_portal.py", "plain", got],
                              stdout=subprocess.PIPE, text=True)
    try:
        assert portal.stdout.readline() == "ready\n"
        with Sandboxed([centre]) as app:
            print_report(app, picture)
            print(portal.stdout.readline(), portal.stdout.readline(), sep="", end="")
            data = got.read_bytes()
            assert data.startswith(b"%PDF-1.7"), data[:20]
            told = run("pdfinfo", got)
            assert re.search(r"^Tagged: +yes$", told, re.M), told
            exported = centre.parent / "exported.pdf"
            cli("report", centre, "-q", "-o", exported)
            assert data == exported.read_bytes(), "other bytes arrived than are exported"
            print(f"{len(data)} bytes\n{told}", end="")
            got.unlink()
            app.key("shift+Tab", "shift+Tab")
            app.wait_for_focus("Send…")
            app.key("Return")
            print(portal.stdout.readline(), end="")
            assert got.read_bytes() == data, "other bytes are attached than were printed"
            wait_for("what was done", lambda: "Your e-mail program has" in app.labels())
    finally:
        portal.terminate()
        portal.wait(30)
        subprocess.run(["flatpak", "kill", ID], check=False)


if __name__ == "__main__":
    main()
