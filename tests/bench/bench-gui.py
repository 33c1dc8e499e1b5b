#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window measured beside what a bare one takes, on the same display, by turns.

Start to the first drawn frame, the work of a frame while one walks through statements, and memory.
Runs inside build-aux/with-display; SIXFOLD_FRAME_LOG of the preloaded frame-log says when a frame
was begun and ended. Without an argument everything is measured; "start" or "walk" asks for a part.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

RUNS = int(os.environ.get("SIXFOLD_BENCH_RUNS", "9"))
SCREEN = 1000 / 60  # milliseconds between two pictures of a screen
STEPS = 19  # from the first statement of an area to the last
ROUNDS = 3  # there and back
WALKS = 5  # of each program, by turns
APP_ID = "io.github.sixfold_app.Sixfold"


def show(name, value, reference, unit, limit):
    ratio = value / reference
    print(f"bench: {name} {value:.3f} {unit} reference {reference:.3f} {unit} ratio {ratio:.3f} "
          f"limit {limit}", flush=True)


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


class Program:
    """One run, with a home of its own, of the window or of what it is measured against."""

    def __init__(self, words, home, settings=""):
        self.home = pathlib.Path(home)
        self.log = self.home / "frames"
        self.log.write_text("")
        keyfile = self.home / "config/glib-2.0/settings/keyfile"
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        keyfile.write_text(f"[io/github/sixfold_app/Sixfold]\n{settings}")
        env = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(self.home / "config"),
                   XDG_DATA_HOME=str(self.home / "data"), GSETTINGS_BACKEND="keyfile",
                   LD_PRELOAD=os.environ["SIXFOLD_FRAME_LOG_LIBRARY"],
                   SIXFOLD_FRAME_LOG=str(self.log))
        self.start = time.monotonic_ns() // 1000
        self.process = subprocess.Popen(list(map(str, words)), env=env)

    def frames(self):
        """(begin, end) of each painted frame, in microseconds of the monotonic clock."""
        lines = self.log.read_text().splitlines()
        return [tuple(map(int, line.split())) for line in lines if re.fullmatch(r"\d+ \d+", line)]

    def wait_for_frame(self):
        end = time.monotonic() + 120
        while not self.frames():
            if self.process.poll() is not None or time.monotonic() > end:
                sys.exit(f"There was no frame ({self.process.args}).")
            time.sleep(0.01)

    def wait_for_rest(self):
        """Until nothing has been painted for a second."""
        self.wait_for_frame()
        count, since = 0, time.monotonic()
        while time.monotonic() - since < 1:
            time.sleep(0.05)
            if len(self.frames()) != count:
                count, since = len(self.frames()), time.monotonic()

    def first_frame_ms(self):
        return (self.frames()[0][1] - self.start) / 1000

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def end(self, ours):
        """Ours is asked to quit, so that its file is closed well; the bare ones have no file."""
        if ours:
            Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
                APP_ID, "/" + APP_ID.replace(".", "/"), "org.gtk.Actions", "Activate",
                GLib.Variant("(sava{sv})", ("quit", [], {})), None, Gio.DBusCallFlags.NONE, -1,
                None)
        else:
            self.process.terminate()
        self.process.wait(120)


def run_once(kind, words, settings=""):
    """(milliseconds to the first frame, memory in MB) of one run."""
    with tempfile.TemporaryDirectory() as home:
        program = Program(words, home, settings)
        program.wait_for_rest()
        result = program.first_frame_ms(), program.memory_mb()
        program.end(kind != "bare")
        return result


def measure_start(programs):
    """{kind: (median milliseconds, median MB)}, the kinds by turns; the first round warms up."""
    rounds = {kind: [] for kind in programs}
    for number in range(RUNS + 1):
        for kind, words in programs.items():
            result = run_once(kind, words)
            if number:
                rounds[kind].append(result)
    return {kind: tuple(statistics.median(one) for one in zip(*results))
            for kind, results in rounds.items()}


def press(*keys, delay=80):
    subprocess.run(["xdotool", "key", "--delay", str(delay), *keys], check=True)


def measure_walk(words, ours, forward, back, settings=""):
    """Milliseconds of work of each frame while one walks to and fro."""
    with tempfile.TemporaryDirectory() as home:
        program = Program(words, home, settings)
        program.wait_for_rest()
        # what is built at the first look is not what walking costs
        press(*[forward] * STEPS, *[back] * STEPS)
        program.wait_for_rest()
        before = len(program.frames())
        for _ in range(ROUNDS):
            press(*[forward] * STEPS, *[back] * STEPS)
        program.wait_for_rest()
        frames = program.frames()[before:]
        program.end(ours)
    if len(frames) < STEPS * 3:
        sys.exit(f"Walking painted only {len(frames)} frames ({words}).")
    return [(end - begin) / 1000 for begin, end in frames]


def bench_start(binary, bare, example, folder):
    big = subprocess.run([os.environ["SIXFOLD_MAKE_BIG"], folder], check=True,
                         capture_output=True, text=True).stdout.strip()
    start = measure_start({"bare": [bare, "window"], "example": [binary, example],
                           "big": [binary, big]})
    show("start-example", start["example"][0], start["bare"][0], "ms", 1.6)
    show("start-big", start["big"][0], start["example"][0], "ms", 1.2)
    show("memory-window-example", start["example"][1], start["bare"][1], "MB", "-")
    show("memory-window-big", start["big"][1], start["example"][1], "MB", "-")


def bench_walk(binary, bare, example):
    place = f"last-file='{example}'\nlast-page='area:LLD'\nlast-statement='LLD-S1'\n"
    ours, theirs = [], []
    for _ in range(WALKS):
        theirs += measure_walk([bare, "list"], False, "Down", "Up")
        ours += measure_walk([binary, example], True, "alt+Down", "alt+Up", place)
    steps = WALKS * ROUNDS * 2 * STEPS
    # all frames of a step together, so that neither a slow one nor many of them can hide
    show("frame-walk-step", sum(ours) / steps, sum(theirs) / steps, "ms", 2)
    show("frame-walk-median", statistics.median(ours), statistics.median(theirs), "ms", 2)
    # the frame in which one page of text gives way to another has no counterpart in a list: it is
    # held to what a screen needs, and the list's own stands beside it
    show("frame-walk-p95", percentile(ours, 0.95), SCREEN, "ms", 1)
    show("frame-walk-p95-to-list", percentile(ours, 0.95), percentile(theirs, 0.95), "ms", "-")


def main():
    binary, bare = os.environ["SIXFOLD_BINARY"], os.environ["SIXFOLD_BARE"]
    parts = sys.argv[1:] or ["start", "walk"]
    with tempfile.TemporaryDirectory() as folder:
        example = pathlib.Path(folder) / "example.sixfold"
        shutil.copy(os.environ["SIXFOLD_EXAMPLE"], example)
        if "start" in parts:
            bench_start(binary, bare, example, folder)
        if "walk" in parts:
            bench_walk(binary, bare, example)


if __name__ == "__main__":
    main()
