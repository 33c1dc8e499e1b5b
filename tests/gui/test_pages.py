#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Smaller journeys in the real window: all statements by keyboard, undo after a restart, what is
restored, the same figures everywhere, search, settings, one instance, files that cannot be opened.

usage: test_pages.py [JOURNEY...]
"""
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

from sfgui import CHECKED, App, Failed, query, wait_for, xdotool

LARGE = {"window-maximized": "true"}
GRADES = ("outstanding", "good", "requires improvement", "inadequate")


def read_framework():
    """Per area its codes, and which of them count: the centre's own standards."""
    path = os.path.join(os.environ["SIXFOLD_DATADIR"], "frameworks/national-standards-2007.xml")
    areas = {}
    for area in ElementTree.parse(path).getroot().findall(".//{*}area"):
        codes = [(s.get("code"), s.get("subject")) for s in area.findall(".//{*}statement")
                 if s.get("code")]
        if codes:
            areas[area.get("code")] = codes
    return areas


def copy_example(app):
    path = app.home / "Documents" / "Example.sixfold"
    shutil.copy(os.environ["SIXFOLD_EXAMPLE"], path)
    return path


def expect(what, is_true):
    if not is_true:
        raise Failed(what)


# --- all statements by keyboard ----------------------------------------------------------------

def level_of(index):
    return 1 + index % 4


def walk_statements(app):
    """All 122 from the first to the last, each given a level, with no look at the screen."""
    areas = read_framework()
    app.find("Name of the centre", "text box")
    app.type("Harbour Lane")
    app.key("Return")
    app.find("Begin", "button")
    start = time.monotonic()
    n = 0
    for nth, codes in enumerate(areas.values(), 2):
        app.show_first_statement(nth, codes[0][0].split("-")[0])
        keys = []
        for index in range(len(codes)):
            keys += [f"alt+{level_of(n + index)}", "alt+Down"]
        n += len(codes)
        app.key(*keys[:-1])
        app.find(re.compile(f"^{codes[-1][0]} "), "label", timeout=30)
    seconds = time.monotonic() - start
    expect(f"{n} statements", n == 122)
    print(f"{n} statements judged in {seconds:.1f} s, {seconds / n * 1000:.0f} ms each")
    # the last statement is shown, its level with the descriptor is chosen
    app.find(re.compile("^(Leads others|Secure|Developing|Not yet)"), "radio", state=CHECKED)
    app.key("alt+1")
    app.find("Leads others", "radio", state=CHECKED)
    app.quit()
    path = app.home / "Documents" / "Sixfold" / "Harbour Lane.sixfold"
    levels = dict(query(path, "SELECT statement_code, level FROM judgement"))
    order = [code for codes in areas.values() for code, _subject in codes]
    expected = {code: level_of(index) for index, code in enumerate(order)}
    expected[order[-1]] = 1
    expect(f"levels in the file: {levels}", levels == expected)
    undo_after_restart(app, order[-1], level_of(121))


def undo_after_restart(app, code, level):
    """The page and the statement come back, and so does what can be undone."""
    app.start()
    app.find(re.compile(f"^{code} "), "label", timeout=30)
    expect("the page is restored", app.title().startswith("Building and Strengthening"))
    app.tab_to(re.compile("^Leads others"))
    app.key("ctrl+z")
    words = ("Leads others", "Secure", "Developing", "Not yet")
    app.find(words[level - 1], "radio", state=CHECKED)
    app.key("ctrl+shift+z")
    app.find("Leads others", "radio", state=CHECKED)
    app.quit()


# --- the same figures everywhere ---------------------------------------------------------------

def figures_by_sql(path):
    """Counted here, from the tables: done, total and how many of each level, per area."""
    rows = query(path, """
        SELECT statement_code, level, not_applicable FROM judgement
        WHERE contributor IS NULL AND evaluation =
          (SELECT id FROM evaluation ORDER BY starts_on DESC LIMIT 1)""")
    judged = {code: (level, reason) for code, level, reason in rows}
    figures = {}
    for area, codes in read_framework().items():
        own = [judged.get(code, (None, None)) for code, subject in codes if subject == "centre"]
        figures[area] = {
            "done": sum(level is not None or reason is not None for level, reason in own),
            "total": len(own),
            "spread": [sum(level == n for level, _reason in own) for n in range(1, 5)],
        }
    return figures


def spell_spread(figures):
    """As the window spells it: “2 good, 6 not judged yet”."""
    parts = [f"{n} {word}" for n, word in zip(figures["spread"], GRADES) if n]
    if figures["total"] > figures["done"]:
        parts.append(f"{figures['total'] - figures['done']} not judged yet")
    return ", ".join(parts)


def compare_support(app, path):
    """What a form says of the evidence is what the command line says."""
    command = [os.environ["SIXFOLD_CLI"], "evidence", "support", path, "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    first = told["statements"][0]
    wanted = [first] + [one for one in told["statements"]
                        if one["code"].startswith("LLD") and one["concern"] != "fine"]
    expect("something is marked", len(wanted) > 1)
    app.show_first_statement(2, "LLD")
    at = 1
    for one in wanted:
        nth = int(one["code"].split("-S")[1])
        for _step in range(nth - at):
            app.key("alt+Down")
        at = nth
        app.find(re.compile(f"^{one['code']} "), "label")
        app.find(one["text"], "label")
        if one["concern"] != "fine":
            app.find(f"This judgement {one['concern_text']}.", "label")


def compare_figures(app):
    path = app.open_example()
    app.quit()
    told = json.loads(subprocess.run([os.environ["SIXFOLD_CLI"], "info", path, "--json"],
                                     check=True, capture_output=True, text=True).stdout)
    counted = figures_by_sql(path)
    grades = dict(query(path, """
        SELECT area_code, level FROM area_judgement WHERE evaluation =
          (SELECT id FROM evaluation ORDER BY starts_on DESC LIMIT 1)"""))
    app.start([path])
    app.find("Overview", "list item")
    app.show_page(1, "Overview")
    shown = [node.name for node in app.nodes() if node.role == "list item"]
    for nth, area in enumerate(told["areas"], 2):
        code, by_sql = area["code"], counted[area["code"]]
        progress, spread, grade = area["progress"], area["spread"], area["grade"]
        expect(f"{code}: {progress} and {by_sql}", (progress["done"], progress["total"])
               == (by_sql["done"], by_sql["total"]))
        expect(f"{code}: {spread} and {by_sql}",
               [level["count"] for level in spread["levels"]] == by_sql["spread"])
        expect(f"{code}: {grade} and {grades}", grade["level"] == grades.get(code))
        text = f"{by_sql['done']} of {by_sql['total']} standards"
        rows = [name for name in shown if name.startswith(area["title"])]
        expect(f"{code}: {rows} say “{text}”", len(rows) == 2 and all(text in r for r in rows))
        expect(f"{code}: a row of {rows} says {grade['text']}",
               any(grade["text"] in row or (grade["level"] is None and "Not judged yet" in row)
                   for row in rows))
        app.show_first_statement(nth, code)
        app.key("alt+Up")
        app.find(re.compile("^Grade of "), "heading")
        app.find(re.compile(re.escape(spell_spread(by_sql))), "label")
    compare_support(app, path)
    done, total = (sum(f[key] for f in counted.values()) for key in ("done", "total"))
    app.menu("Evaluations")
    app.find(f"{done} of {total} standards", "label")
    expect("the whole", told["progress"]["text"] == f"{done} of {total} standards")
    latest = "(SELECT id FROM evaluation ORDER BY starts_on DESC LIMIT 1)"
    for title, table in (("Evidence", "evidence"), ("Targets", "target")):
        where = f"AND evaluation = {latest}" if table == "target" else ""
        (count,), = query(path, f"SELECT count(*) FROM {table} WHERE retired_at IS NULL {where}")
        expect(f"{title}: {count}", told["counts"][title.lower()] == count)
        app.find(re.compile(f"^{title}, {count}\\b"), "list item")
    app.quit()


# --- search, settings, one instance, what is restored ------------------------------------------

def search_and_settings(app):
    path = app.open_example()
    app.key("ctrl+f")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.type("safe places")
    app.find("What was found", "list")
    app.key("Down")
    app.wait_for_focus(re.compile("Safe places"))
    app.key("Return")
    app.find(re.compile("^LLD-S3 "), "label")

    app.key("ctrl+comma")
    wait_for("the preferences", lambda: app.title().startswith("Preferences"))
    app.tab_to(re.compile("[Ss]pelling"))
    app.key("space")
    wait_for("the setting", lambda: "spell-check=false" in app.settings_file().read_text())
    app.key("Escape")
    wait_for("the preferences to go", lambda: not app.title().startswith("Preferences"))

    second = subprocess.run([app.binary, str(path)], env=app.environment({}), timeout=60,
                            check=False, capture_output=True)
    expect(f"the second start ended with {second.returncode}", second.returncode == 0)
    expect("one window", len(app.windows()) == 1)
    app.quit()

    app.start()
    app.find(re.compile("^LLD-S3 "), "label", timeout=30)
    expect("the statement is restored", app.title().startswith("Leading Learning"))
    app.quit()
    restore_size(app)


def restore_size(app):
    """A window that is not maximised comes back as large as it was."""
    app.write_settings({})
    app.start()
    window = wait_for("an X window", lambda: find_windows("Sixfold"))[-1]
    app.find("Name of the centre", "text box")
    xdotool("windowsize", "--sync", window, 1010, 640)
    wait_for("the new size", lambda: read_size(window) == (1010, 640))
    app.quit()
    text = app.settings_file().read_text()
    kept = [int(n) for n in re.findall(r"window-(?:width|height)=(\d+)", text)]
    expect(f"the size is kept: {text}", len(kept) == 2)
    app.start()
    window = wait_for("an X window", lambda: find_windows("Sixfold"))[-1]
    wait_for(f"the old size, not {read_size(window)}", lambda: read_size(window) == (1010, 640))
    app.quit()


def read_size(window):
    words = dict(line.split("=") for line in
                 xdotool("getwindowgeometry", "--shell", window).splitlines())
    return int(words["WIDTH"]), int(words["HEIGHT"])


# --- files that cannot be opened, or only read -------------------------------------------------

def undo_words(app):
    """Steps that lead into fields are walked back and forth by the same keys, on their own page."""
    app.open_example()
    app.show_page(1, "Overview")
    app.tab_to(re.compile("^Summary for the committee"))
    app.key("Return")
    app.wait_for_focus(re.compile("^Meeting that receives"))
    app.key("ctrl+a")
    app.type("3/12/26")
    app.key("Tab")
    wait_for("the date written out", lambda: app.find(
        re.compile("^Meeting that receives"), "text box").text() == "3 December 2026")
    words = ("Alpha.", "Beta.", "Gamma.")
    fields = [re.compile(f"^{name}") for name in ("What improved", "What did not improve",
                                                  "Decisions asked for")]
    for field, word in zip(fields, words):
        app.tab_to(field)
        app.key("ctrl+End")
        app.type(" " + word)
    app.key("Tab")
    wait_for("three words", lambda: all(app.find(field, "text box").text().endswith(word)
                                      for field, word in zip(fields, words)))
    app.press("Undo", "button")
    app.key("ctrl+z", "ctrl+z")
    wait_for("none of the words", lambda: not any(
        app.find(field, "text box").text().endswith(word) for field, word in zip(fields, words)))
    wait_for("the page of the summary", lambda: app.title().startswith("Summary for the committee"))
    app.key("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
    wait_for("all of the words", lambda: all(app.find(field, "text box").text().endswith(word)
                                           for field, word in zip(fields, words)))
    app.quit()


def evidence_of(path, code):
    """What evidence stands beside the statement this year, {title: note}."""
    return dict(query(path, f"""
        SELECT e.title, coalesce(l.note, '')
        FROM evidence_link l JOIN evidence e ON e.id = l.evidence
        WHERE l.statement_code = '{code}' AND e.retired_at IS NULL
              AND l.evaluation = (SELECT max(id) FROM evaluation)"""))


def rows_of_evidence(app, titles):
    """Which of the titles have a row in the window."""
    return {title for title in titles for node in app.nodes()
            if node.role in ("button", "push button") and node.name.startswith(title + ",")}


def write_at_evidence(app, title, words):
    app.press(re.compile("^" + re.escape(title) + ","), "button")
    note = app.find(re.compile("^What it shows here"), "text box")
    app.tab_to(re.compile("^What it shows here"))
    app.key("ctrl+End")
    app.type(words)
    wait_for("the note", lambda: note.text().endswith(words))


def walk_with_evidence(app):
    """Rows of evidence go from statement to statement; a note stays with its own link."""
    path = app.open_example()
    codes = [code for code, _ in read_framework()["LLD"]][:5]
    titles = {title for code in codes for title in evidence_of(path, code)}
    words = [" Page four.", " Page five."]
    written = {}
    app.show_first_statement(2, "LLD")
    for code in codes:
        app.find(re.compile(f"^{code} "), "label")
        beside = evidence_of(path, code)
        wait_for(f"the rows of {code}", lambda: rows_of_evidence(app, titles) == set(beside))
        expect("no row is open", app.seek(re.compile("^What it shows here"), "text box") is None)
        if beside and len(written) < len(words):
            title, more = sorted(beside)[0], words[len(written)]
            write_at_evidence(app, title, more)
            written[code, title] = beside[title] + more
        app.key("alt+Down")

    def notes():
        return {(code, title): note for code in codes
                for title, note in evidence_of(path, code).items()
                if note.endswith(tuple(word.strip() for word in words))}

    expected = {key: note.strip() for key, note in written.items()}
    wait_for("the last note in the file", lambda: len(notes()) >= len(words))
    expect(f"each note at its own link, and nowhere else: {notes()}", notes() == expected)
    app.quit()


def stay_in_place(app):
    """The Undo of a toast is of its own step; a box is ticked on its words; after a kill the
    statement is come back to."""
    path = app.open_example()
    app.show_first_statement(2, "LLD")

    def toast_has_undo():  # the button in the head bar has a picture
        return any(node.role == "label" and node.name == "Undo" for node in app.nodes())

    app.press("Clear judgement", "button")
    wait_for("the toast's Undo", toast_has_undo)
    app.key("alt+3")
    wait_for("the toast without Undo", lambda: not toast_has_undo(), 3)
    box = app.find("Not applicable", "checkbox")
    expect("a box no wider than its words", box.extents()[2] < 200)
    app.key(*["alt+Down"] * 3)
    app.find(re.compile("LLD-S4 "), "label")
    time.sleep(3)
    app.kill()
    app.start([path])
    app.find(re.compile("LLD-S4 "), "label")
    app.quit()


def refuse_files(app):
    """Each says in a sentence what is wrong, leaves the file alone, and the window goes on."""
    app.find("Name of the centre", "text box")
    example = copy_example(app)
    whole = example.read_bytes()
    folder = example.parent
    files = {}
    files["not ours"] = folder / "letter.sixfold"
    files["not ours"].write_text("Dear committee,\n" * 400, encoding="utf-8")
    files["cut short"] = folder / "short.sixfold"
    files["cut short"].write_bytes(whole[:len(whole) // 2])
    files["newer"] = folder / "newer.sixfold"
    files["newer"].write_bytes(whole)
    with sqlite3.connect(files["newer"]) as db:
        db.execute("PRAGMA user_version = 999")
        db.execute("UPDATE workbook SET least_reader = 999")
    files["not there"] = folder / "nothing.sixfold"
    for what, path in files.items():
        before = path.read_bytes() if path.exists() else None
        subprocess.run([app.binary, str(path)], env=app.environment({}), timeout=60, check=True,
                       capture_output=True)
        wait_for(f"a sentence on a file {what}", lambda: len(app.windows()) > 1)
        said = app.labels(app.windows()[-1])
        print(f"{what}: {' / '.join(said.splitlines())}")
        expect(f"a sentence for “{what}”: {said}", re.search(r"\w+ \w+.*[.?]", said))
        expect(f"no jargon: {said}", not re.search(r"SQLITE|errno|malformed|NULL|\bSQL", said))
        expect("the file is as it was",
               before == (path.read_bytes() if path.exists() else None))
        app.key("Escape")
        wait_for("it to go", lambda: len(app.windows()) == 1)
    app.quit()


def read_only(app):
    """A file that is open elsewhere can be read, says so, and takes no changes."""
    path = app.open_example()
    app.quit()
    holder = subprocess.Popen(
        ["dbus-run-session", "--", app.binary, str(path)], start_new_session=True,
        env=app.environment({"GTK_A11Y": "none", "XDG_CONFIG_HOME": str(app.home / "other")}),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for("the first to hold it", lambda: find_windows("Millbrook"), 60)
        app.start([path])
        app.find(re.compile("(?i)read"), "label", timeout=30)
        app.show_first_statement(2, "LLD")
        before = query(path, "SELECT max(id) FROM step")
        app.key("alt+4", "alt+Down")
        app.find(re.compile("^LLD-S2 "), "label")
        expect("nothing is written", query(path, "SELECT max(id) FROM step") == before)
        app.quit()
    finally:
        os.killpg(holder.pid, signal.SIGTERM)
        holder.wait(60)


def find_windows(title):
    """The X windows of that title, of whatever program."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title],
                           capture_output=True, text=True, check=False)
    return found.stdout.split()


JOURNEYS = {
    "statements": walk_statements,
    "figures": compare_figures,
    "search": search_and_settings,
    "words": undo_words,
    "place": stay_in_place,
    "evidence": walk_with_evidence,
    "refused": refuse_files,
    "read-only": read_only,
}


def main():
    for name in sys.argv[1:] or JOURNEYS:
        start = time.monotonic()
        with App(settings=LARGE) as app:
            JOURNEYS[name](app)
        print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)
    print("ok")


if __name__ == "__main__":
    main()
