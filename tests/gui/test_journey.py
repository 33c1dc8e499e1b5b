#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window, from the first start to the report, with a kill on the way.

SIXFOLD_SEED=N repeats a run.
"""
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import time

from sfgui import CHECKED, App, Failed, wait_for, xdotool

CENTRE = "Harbour Lane Centre"
STRONG, IMPROVE = re.compile("^What is strong"), re.compile("^What to improve")
DIFFERENCE = re.compile("^What difference it made")
ADD = re.compile("^Drop files here")
TARGET = "Fathers write in half of all journals"
LEVELS = (1, 2, 3, 4, 2, 1, 2, 3, 2)  # of LLD-S1 to S9; S8 is the head's own
WORDS = ("Outstanding", "Good", "Requires improvement", "Inadequate")


def text_of(n, what):
    return f"Standard {n}: {what} as families of the harbour told us in term {n}"


def start_centre(app):
    app.find("Name of the centre", "text box")
    app.type(CENTRE)
    app.key("Return")
    app.find("Begin", "button")


def go_to_learning(app):
    """The first standard of the first area, the focus in its editor."""
    app.show_first_statement(2, "LLD")
    node = app.focused()
    if node is None or node.role != "radio":
        app.tab_to(re.compile("^1 Outstanding"))


def write_field(app, field, text, key="Tab"):
    node = app.tab_to(field, key)
    app.type(text)
    wait_for(f"“{text}” in the field", lambda: node.text() == text)


def judge(app, n, level):
    """One standard by keyboard; begins and ends in the last field but for the first."""
    app.key(f"alt+{level}")
    app.find(re.compile(f"^{level} |^(Leads others|Secure|Developing|Not yet)"), "radio",
             state=CHECKED)
    write_field(app, STRONG, text_of(n, "strong"), "Tab" if n == 1 else "shift+Tab")
    write_field(app, IMPROVE, text_of(n, "improve"))
    write_field(app, DIFFERENCE, text_of(n, "difference"))


def judge_all(app):
    go_to_learning(app)
    for n, level in enumerate(LEVELS, 1):
        app.find(re.compile(f"LLD-S{n} "), "label")
        judge(app, n, level)
        if n < len(LEVELS):
            app.key("alt+Down")
    for _ in LEVELS[1:]:
        app.key("alt+Up")
    app.find(re.compile("LLD-S1 "), "label")


def attach(app, path):
    app.tab_to(ADD)
    app.key("Return")
    app.choose_file(path)
    app.find(re.compile(re.escape(path.stem)), timeout=30)


def show_to_committee(app, titles):
    """New evidence is for the centre's own staff; of these the committee may see the titles."""
    for title in titles:
        app.key("ctrl+f")
        app.find(re.compile("^Search the centre file for"))
        app.type(title)
        app.find("What was found", "list")
        app.key("Down", "Return")
        app.wait_for_focus("Title")
        app.find(re.compile("^For the centre’s own staff"), "label")
        app.key("alt+m")  # Who may see it
        app.wait_for_focus("The centre")  # what is chosen
        app.tab_to("Governing body", "Up")
        app.key("Return")
        app.find(re.compile("^For the centre, and for its governing body"), "label")


def make_files(folder):
    """A real PDF and a real JPEG."""
    pdf, jpeg = folder / "Parents survey autumn.pdf", folder / "Reading corner photograph.jpg"
    import cairo
    surface = cairo.PDFSurface(str(pdf), 595, 842)
    context = cairo.Context(surface)
    context.set_font_size(14)
    context.move_to(60, 80)
    context.show_text("What parents said in autumn")
    surface.finish()
    gi_jpeg(jpeg)
    return pdf, jpeg


def gi_jpeg(path):
    import gi
    gi.require_version("GdkPixbuf", "2.0")
    from gi.repository import GdkPixbuf
    pixbuf = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, 64, 48)
    pixbuf.fill(0x3584e4ff)
    pixbuf.savev(str(path), "jpeg", ["quality"], ["85"])


def set_target(app):
    app.tab_to(re.compile("^Set a [Tt]arget"))
    app.key("Return")
    app.wait_for_focus(re.compile("^What will be reached"))
    app.type(TARGET)
    app.key("Return")
    app.find(re.compile("^" + re.escape(TARGET)), "button")


def undo_and_redo(app):
    """A level taken back and given again."""
    app.show_first_statement(2, "LLD")
    app.tab_to(re.compile(f"^{LEVELS[0]} "), "Tab")
    app.key("alt+4")
    app.find(re.compile("^4 "), "radio", state=CHECKED)
    app.key("ctrl+z")
    app.find(re.compile(f"^{LEVELS[0]} "), "radio", state=CHECKED)
    app.key("ctrl+shift+z")
    app.find(re.compile("^4 "), "radio", state=CHECKED)
    app.key("ctrl+z")
    app.find(re.compile(f"^{LEVELS[0]} "), "radio", state=CHECKED)


def type_until_killed(app, after):
    """Types on and on at the end of a field, kills at that moment; answers what was typed when."""
    node = app.tab_to(STRONG)
    app.key("ctrl+End")
    typed = [(0.0, "")]
    text = ""
    start = time.monotonic()
    longest = last = 0.0
    while time.monotonic() - start < after:
        piece = f" word{len(typed)}"
        xdotool("type", "--delay", 12, piece)
        text += piece
        now = time.monotonic() - start
        typed.append((now, text))
        longest, last = max(longest, now - last), now
    app.kill()
    killed = time.monotonic() - start
    print(f"killed after {killed:.2f} s of typing, {len(text)} letters, "
          f"longest pause {longest * 1000:.0f} ms")
    del node
    return max((t for t in typed if t[0] <= killed - 1.0), default=(0.0, ""))[1], text


def look_after_kill(app, promised, typed):
    """What stands in the field after the kill must be what was typed, short of a second."""
    app.start()
    app.find(re.compile("LLD-S1 "), "label", timeout=40)
    node = app.find(STRONG, "text box")
    stands = node.text()
    begun = text_of(1, "strong")
    whole = begun + typed
    if not stands.startswith(begun + promised) or not whole.startswith(stands):
        raise Failed(f"typed {whole!r}, promised {promised!r}, found {stands!r}")
    print(f"{len(whole) - len(stands)} letters of the last second were not there")
    return stands


def export_report(app, path):
    app.go_to_section("Report")
    app.tab_to(re.compile("annex"))
    app.key("space")
    app.find(re.compile("and an annex of"), "label", timeout=60)
    app.tab_to("Export")
    app.key("Return")
    app.find(re.compile("PDF"), "menu item")
    app.key("Return")
    app.choose_file(path)
    app.find(re.compile("^The report was saved"), timeout=60)


def squeeze(text):
    return re.sub(r"[\s\u00ad-]+", "", text)


def check_report(path, stands, titles):
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True,
                          capture_output=True, text=True).stdout
    flowing = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True,
                             text=True).stdout
    flat = squeeze(said) + "|" + squeeze(flowing)
    wanted = [CENTRE, TARGET, *titles, stands]
    unwanted = []
    for n in range(1, 10):
        texts = [text_of(n, what) for what in ("strong", "improve", "difference")]
        if n == 8:
            unwanted += texts  # what is judged of the head is in no report
        else:
            wanted += texts + [WORDS[LEVELS[n - 1] - 1]]
    missing = [text for text in wanted if squeeze(text) not in flat]
    if missing:
        raise Failed("the report lacks:\n" + "\n".join(missing) + "\nit says:\n" + said)
    told = [text for text in unwanted if squeeze(text) in flat]
    if told:
        raise Failed("the report tells of the head: " + "; ".join(told))


def check_file(path, stands):
    """The file itself, by SQL, after the program has ended."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = dict((code, (level, strengths, improvements, difference)) for
                    code, level, strengths, improvements, difference in db.execute(
                        "SELECT statement_code, level, strengths, improvements, difference "
                        "FROM judgement WHERE contributor IS NULL"))
        # every statement has its row; those that nothing was said of stay empty
        rows = {code: row for code, row in rows.items() if any(value is not None for value in row)}
        assert len(rows) == 9, rows
        for n, level in enumerate(LEVELS, 1):
            strong = stands if n == 1 else text_of(n, "strong")
            expected = (level, strong, text_of(n, "improve"), text_of(n, "difference"))
            if rows[f"LLD-S{n}"] != expected:
                raise Failed(f"LLD-S{n} is {rows[f'LLD-S{n}']}, not {expected}")
        assert db.execute("SELECT count(*) FROM draft").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM attachment").fetchone() == (2,)
        assert db.execute("SELECT title FROM target").fetchall() == [(TARGET,)]
        return [title for (title,) in db.execute("SELECT title FROM evidence")]


def main():
    seed = int(os.environ.get("SIXFOLD_SEED", random.randrange(10 ** 6)))
    print(f"seed {seed}")
    after = random.Random(seed).uniform(2.5, 6.0)
    clock = time.monotonic()

    def lap(what):
        nonlocal clock
        now = time.monotonic()
        print(f"{what}: {now - clock:.1f} s", flush=True)
        clock = now

    with App(settings={"window-maximized": "true"}) as app:
        start_centre(app)
        lap("first start")
        judge_all(app)
        lap("nine standards")
        files = make_files(pathlib.Path(app.home))
        for path in files:
            attach(app, path)
        lap("two files")
        set_target(app)
        lap("a target")
        show_to_committee(app, [path.stem for path in files])
        lap("who may see the files")
        undo_and_redo(app)
        lap("undo and redo")
        promised, typed = type_until_killed(app, after)
        stands = look_after_kill(app, promised, typed)
        lap("kill and restart")
        report = app.home / "report.pdf"
        export_report(app, report)
        lap("report")
        app.quit(leaks=False)
        titles = check_file(app.home / "Documents" / "Sixfold" / f"{CENTRE}.sixfold", stands)
        assert len(titles) == 2, titles
        check_report(report, stands, titles)
        lap("checks")
    print("ok")


if __name__ == "__main__":
    main()
