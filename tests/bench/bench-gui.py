#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window measured beside what a bare one takes, on the same display, by turns.

Start to the first drawn frame, the work of a frame while one walks through statements, and memory.
Runs inside build-aux/with-display; SIXFOLD_FRAME_LOG of the preloaded frame-log says when a frame
was begun and ended. Without an argument everything is measured; "start", "walk", "library",
"years" or "adding" asks for a part.
"""
import collections
import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zlib

from gi.repository import Gio, GLib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "gui"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from make_years import make_years
from sfgui import ACCESSIBLE, Bus, find_point, read_tree, wait_for, xdotool
from test_adding import BAR, read_value
from test_evidence_files import copy_to_clipboard

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


def activate(name, *parameters, path="/window/1"):
    """An action of the window, or of the program."""
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        APP_ID, "/" + APP_ID.replace(".", "/") + path, "org.gtk.Actions", "Activate",
        GLib.Variant("(sava{sv})", (name, list(parameters), {})), None, Gio.DBusCallFlags.NONE, -1,
        None)


def find_app(bus, program):
    """The window's program on the accessibility bus."""
    registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    return next((tuple(ref) for ref in bus.ask(registry, ACCESSIBLE, "GetChildren")[0]
                 if bus.process_of(ref[0]) == program.process.pid), None)


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

    def wait_for_idle(self):
        """Until it has done nothing for a second: the check of the file goes on behind it."""
        self.wait_for_rest()
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat")
        before, now = None, stat.read_text().rsplit(")", 1)[1].split()[11:13]
        while before is None or sum(map(int, now)) - sum(map(int, before)) > 2:
            time.sleep(1)
            before, now = now, stat.read_text().rsplit(")", 1)[1].split()[11:13]

    def first_frame_ms(self):
        return (self.frames()[0][1] - self.start) / 1000

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def end(self, ours):
        """Ours is asked to quit, so that its file is closed well; the bare ones have no file."""
        if ours:
            activate("quit", path="")
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


# --- the library of evidence ---------------------------------------------------------------------

FEW, MANY = 100, 10000
NOTCHES = 240  # of the wheel, a frame apart


def write_piece(db, number, evaluation, centre):
    """A piece with a file, of which the preview helper has left words and a small picture."""
    kinds = ("data", "observation", "users-views", "document", "external")
    data = f"scan {number}".encode()
    digest = hashlib.sha256(data).hexdigest()
    title = f"{'Register' if number % 3 else 'Notes'} of group {number % 97}, week {number % 53}"
    dated = f"20{17 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
    text = f"Page {number}. What families wrote in the journals this term" + (
        ", and a zeppelin." if number % 1000 == 99 else ".")
    picture = zlib.compress(bytes((100 + number % 100,)) * (160 * 160 * 3), 1)
    evidence = db.execute(
        "INSERT INTO evidence (uuid, centre, title, kind, shows, dated_on, added_on, sensitivity)"
        " VALUES (randomblob (16), ?, ?, ?, 'What families said.', ?, '2026-04-01', 'centre')",
        (centre, title, kinds[number % 5], dated)).lastrowid
    content = db.execute("INSERT INTO content (digest, size, complete) VALUES (?, ?, 1)",
                         (digest, len(data))).lastrowid
    db.execute("INSERT INTO chunk (content, sequence, data) VALUES (?, 0, ?)", (content, data))
    db.execute("INSERT INTO attachment (uuid, evidence, name, media_type, size, digest, added_at)"
               " VALUES (randomblob (16), ?, ?, 'application/pdf', ?, ?, 1)",
               (evidence, f"scan {number}.pdf", len(data), digest))
    db.execute("INSERT INTO extract (content, made, text, width, height, picture)"
               " VALUES (?, 1, ?, 160, 160, ?)", (content, text, picture))
    if number % 2:
        db.execute("INSERT INTO evidence_link (uuid, evidence, evaluation, statement_code)"
                   " VALUES (randomblob (16), ?, ?, ?)",
                   (evidence, evaluation, f"LLD-S{1 + number % 7}"))


def make_library(example, path, pieces):
    """The example with so many pieces of evidence more."""
    shutil.copy(example, path)
    with sqlite3.connect(path) as db:
        (evaluation, centre), = db.execute(
            "SELECT id, centre FROM evaluation ORDER BY starts_on DESC LIMIT 1")
        for number in range(pieces):
            write_piece(db, number, evaluation, centre)
        db.execute("INSERT INTO extract_index (extract_index) VALUES ('rebuild')")
    return path


def last_of_burst(frames):
    """When the frames end that follow each other; what comes later is not part of it."""
    last = frames[0][1]
    for begin, end in frames:
        if begin - last > 150000:
            break
        last = end
    return last


def open_library(path, program_words):
    """A program at rest on its first page, and how long the library then takes until it rests."""
    with tempfile.TemporaryDirectory() as home:
        program = Program([*program_words, path], home, "last-page='overview'\n")
        program.wait_for_idle()
        before = len(program.frames())
        start = time.monotonic_ns() // 1000
        press("ctrl+8")
        program.wait_for_rest()
        frames = program.frames()[before:]
        scrolled = scroll_library(program)
        program.end(True)
    return (last_of_burst(frames) - start) / 1000, scrolled


def scroll_library(program):
    """Milliseconds of work of each frame while the wheel is turned over the list."""
    window = subprocess.run(["xdotool", "getactivewindow", "getwindowgeometry", "--shell"],
                            check=True, capture_output=True, text=True).stdout
    place = dict(line.split("=") for line in window.splitlines() if "=" in line)
    subprocess.run(["xdotool", "mousemove", str(int(place["X"]) + 420),
                    str(int(place["Y"]) + int(place["HEIGHT"]) * 3 // 4)], check=True)
    program.wait_for_rest()
    before = len(program.frames())
    subprocess.run(["xdotool", "click", "--repeat", str(NOTCHES), "--delay", "17", "5"], check=True)
    program.wait_for_rest()
    return [(end - begin) / 1000 for begin, end in program.frames()[before:]]


def bench_library(binary, example, folder):
    files = {pieces: make_library(example, pathlib.Path(folder) / f"library-{pieces}.sixfold",
                                  pieces) for pieces in (FEW, MANY)}
    opened, scrolled = {FEW: [], MANY: []}, []
    for number in range(RUNS + 1):
        for pieces, path in files.items():
            milliseconds, frames = open_library(path, [binary])
            if number:
                opened[pieces].append(milliseconds)
                scrolled += frames if pieces == MANY else []
    if len(scrolled) < RUNS * 20:
        sys.exit(f"Scrolling painted only {len(scrolled)} frames.")
    show("library-open", statistics.median(opened[MANY]), statistics.median(opened[FEW]), "ms",
         1.2)
    show("library-scroll-p95", percentile(scrolled, 0.95), 16, "ms", 1)
    print(subprocess.run([os.environ["SIXFOLD_SEARCH_LIBRARY"], files[MANY]], check=True,
                         capture_output=True, text=True).stdout, end="", flush=True)


# --- ten years of targets, plan and outcome data -------------------------------------------------

# which are looked at, each with its other view
PAGES = {"targets": "Board", "plan": "Timeline", "outcomes": None, "performance": None}
VISITS = 3
RUNS_OF_PAGES = 2
PREPARING = 4  # seconds in which it makes pages while nobody does anything
FADING = 8  # milliseconds: what a frame takes in which a button or a scrollbar only fades


def time_answer(program, ask):
    """Milliseconds from asking until the last frame with work in it is on the screen."""
    before = len(program.frames())
    start = time.monotonic_ns() // 1000
    ask()
    wait_for("a frame", lambda: len(program.frames()) > before, 30)
    program.wait_for_rest()
    frames = program.frames()[before:]
    work = [frame for frame in frames if frame[1] - frame[0] > FADING * 1000] or frames[:1]
    return (work[-1][1] - start) / 1000


class Visit:
    """A run in which the pages are gone to, looked through and switched to their other view."""

    def __init__(self, binary, path, home):
        self.program = Program([binary, path], home, "last-page='overview'\n")
        self.program.wait_for_idle()
        time.sleep(PREPARING)
        self.program.wait_for_idle()
        self.bus = Bus()
        self.app = wait_for("the window", lambda: find_app(self.bus, self.program))

    def go(self, page):
        answer = time_answer(self.program, lambda: activate("go", GLib.Variant("s", page)))
        self.program.wait_for_idle()
        return answer

    def switch(self, view):
        toggle = wait_for(view, lambda: next((
            node for node in read_tree(self.bus, self.app).walk()
            if node.name == view and node.is_mapped()), None))
        # with the mouse: GTK waits a quarter of a second with what is pressed otherwise
        xdotool("mousemove", *find_point(toggle))
        self.program.wait_for_rest()
        return time_answer(self.program, lambda: xdotool("click", 1))

    def look_through(self, answers):
        """The next record three times, then the other view and back to the list."""
        for page, view in PAGES.items():
            self.go(page)
            for _ in range(3 if page != "performance" else 0):
                answers[f"{page}-next"].append(time_answer(self.program, lambda: press("Down")))
            if view:
                answers[f"{page}-{view.lower()}"].append(self.switch(view))
                self.switch("List")


def visit_pages(binary, path, answers):
    """The first visit shows a page that was made behind the first one, the others show it again."""
    with tempfile.TemporaryDirectory() as home:
        visit = Visit(binary, path, home)
        for number in range(VISITS):
            for page in PAGES:
                answers[f"{page}-first" if number == 0 else page].append(visit.go(page))
        visit.look_through(answers)
        visit.program.end(True)


def bench_pages(binary, years):
    answers = collections.defaultdict(list)
    for _ in range(RUNS_OF_PAGES):
        visit_pages(binary, years, answers)
    for name, milliseconds in sorted(answers.items()):
        show(f"years-{name}", statistics.median(milliseconds), 100, "ms", 1)


def bench_years(binary, example, folder):
    years = make_years(example, pathlib.Path(folder) / "years.sixfold")
    start = measure_start({"example": [binary, example], "years": [binary, years]})
    show("start-years", start["years"][0], start["example"][0], "ms", 1.3)
    show("memory-window-years", start["years"][1], start["example"][1], "MB", "-")
    bench_pages(binary, years)


# --- adding ------------------------------------------------------------------------------------

MANY_FILES = int(os.environ.get("SIXFOLD_BENCH_FILES", "5000"))
MANY_SIZE = 200 * 1000
LARGE_SIZE = int(os.environ.get("SIXFOLD_BENCH_ATTACH_MB", "1000")) << 20
LARGE_ROUNDS = 3  # a disk is now quick and now slow: the middle one counts, each beside its copy
AFTERWARDS = 3  # seconds in which it has to answer still: lists are filled, files looked into


def write_noise(path, size):
    with open(path, "wb") as file:
        for start in range(0, size, 1 << 20):
            file.write(os.urandom(min(1 << 20, size - start)))


def grow(folder):
    """Makes other files of them: what is there already would not be written again."""
    for path in folder.iterdir():
        with open(path, "ab") as file:
            file.write(b"\n")


def time_copy(source, target):
    """Seconds that a copy takes with one fsync a file."""
    start = time.monotonic()
    target.mkdir()
    for path in sorted(source.iterdir()):
        with open(path, "rb") as read, open(target / path.name, "wb") as written:
            shutil.copyfileobj(read, written, 256 * 1024)
            written.flush()
            os.fsync(written.fileno())
    seconds = time.monotonic() - start
    shutil.rmtree(target)
    return seconds


class Adding:
    """A window into which files are pasted, asked all the while how it does."""

    def __init__(self, binary, centre, home):
        self.program = Program([binary, centre], home, "last-page='overview'\n")
        self.program.wait_for_idle()
        self.bus, self.centre = Bus(), centre
        self.app = wait_for("the window", lambda: find_app(self.bus, self.program))
        self.longest = 0
        self.status = pathlib.Path(f"/proc/{self.program.process.pid}/status")
        # the most memory is counted from now on
        (self.status.parent / "clear_refs").write_text("5")
        self.before = self.program.memory_mb()

    def find(self, name):
        return next((node for node in read_tree(self.bus, self.app).walk() if node.name == name),
                    None)

    def ask(self, bar):
        """For a moment, how far it is; how long the window takes to answer is measured."""
        end, values = time.monotonic() + 0.25, set()
        while time.monotonic() < end:
            start = time.monotonic()
            values.add(read_value(self, bar))
            self.longest = max(self.longest, time.monotonic() - start)
            time.sleep(0.005)
        return values

    def paste(self, path):
        copy_to_clipboard([path])
        time.sleep(2)
        press("ctrl+v")
        start = time.monotonic()
        bar = wait_for("the progress", lambda: self.find(BAR), 60)
        return start, bar

    def add(self, path):
        """(seconds, milliseconds of the longest answer)"""
        self.longest = 0
        start, bar = self.paste(path)
        box, values = bar.parent.parent, set()
        while box.is_mapped():
            values |= self.ask(bar)
        seconds = time.monotonic() - start
        end = time.monotonic() + AFTERWARDS
        while time.monotonic() < end:
            self.ask(bar)
        if len(values) < 5:
            sys.exit(f"The progress was seen at {sorted(values)} only.")
        return seconds, self.longest * 1000

    def cancel(self, path):
        """In the midst; (seconds until then, seconds until all was taken back)"""
        before, size = self.count(), self.centre.stat().st_size
        start, bar = self.paste(path)
        while read_value(self, bar) < 0.5:
            time.sleep(0.02)
        cancelled = time.monotonic()
        self.find("Cancel adding files").press()
        while bar.parent.parent.is_mapped():
            self.ask(bar)
        if self.count() != before or self.centre.stat().st_size > size + (2 << 20):
            sys.exit(f"Cancelling left {self.count()} of {before}, "
                     f"{self.centre.stat().st_size} bytes of {size}.")
        return cancelled - start, time.monotonic() - cancelled

    def count(self):
        with sqlite3.connect(f"file:{self.centre}?mode=ro", uri=True) as db:
            return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                    for table in ("evidence", "attachment", "content", "chunk")]

    def most_mb(self):
        return int(re.search(r"VmHWM:\s+(\d+)", self.status.read_text()).group(1)) / 1024


def bench_adding(binary, example, folder):
    folder = pathlib.Path(folder)
    many, large, centre = folder / "many", folder / "large", folder / "adding.sixfold"
    many.mkdir()
    large.mkdir()
    for number in range(MANY_FILES):
        write_noise(many / f"Minutes of meeting {number:05}.pdf", MANY_SIZE)
    write_noise(large / "Film of the opening.mp4", LARGE_SIZE)
    shutil.copy(example, centre)
    with tempfile.TemporaryDirectory() as home:
        adding = Adding(binary, centre, home)
        # the large one first: afterwards many files are looked into behind it
        until, back = adding.cancel(large)
        show("adding-taken-back", back, until, "s", "-")
        for name, path, rounds in (("large", large, LARGE_ROUNDS), ("many", many, 1)):
            runs = []
            for _ in range(rounds):
                runs.append((time_copy(path, folder / "copy"), *adding.add(path)))
                grow(path)
            copy, seconds, _ = sorted(runs, key=lambda run: run[1] / run[0])[rounds // 2]
            show(f"adding-{name}", seconds, copy, "s", 2)
            show(f"adding-{name}-answer", max(run[2] for run in runs), 100, "ms", 1)
        show("adding-memory", adding.most_mb() - adding.before, 150, "MB", 1)
        adding.program.end(True)


def main():
    binary, bare = os.environ["SIXFOLD_BINARY"], os.environ["SIXFOLD_BARE"]
    parts = sys.argv[1:] or ["start", "walk", "library", "years", "adding"]
    with tempfile.TemporaryDirectory() as folder:
        example = pathlib.Path(folder) / "example.sixfold"
        shutil.copy(os.environ["SIXFOLD_EXAMPLE"], example)
        if "start" in parts:
            bench_start(binary, bare, example, folder)
        if "walk" in parts:
            bench_walk(binary, bare, example)
        if "library" in parts:
            bench_library(binary, example, folder)
        if "years" in parts:
            bench_years(binary, example, folder)
        if "adding" in parts:
            bench_adding(binary, example, folder)


if __name__ == "__main__":
    main()
