#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding evidence by keyboard, in the real window: by a word that stands only inside a file, from
the head bar and from a statement; its pages turned over; a photograph saved for sharing.

usage: test_search.py
"""
import os
import re
import struct
import subprocess

import cairo
import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

from sfgui import App, Failed, wait_for

LARGE = {"window-maximized": "true"}
PLACE = b"N\0\0\0"  # the reference of a latitude, as EXIF keeps it


def expect(what, is_true):
    if not is_true:
        raise Failed(what)


# --- files --------------------------------------------------------------------------------------

def make_pdf(path, pages):
    surface = cairo.PDFSurface(str(path), 595, 842)
    context = cairo.Context(surface)
    for words in pages:
        context.set_font_size(18)
        context.move_to(60, 80)
        context.show_text(words)
        surface.show_page()
    surface.finish()


def make_exif():
    """An APP1 segment that says north 51 degrees and which camera it was."""
    camera = b"Quillcam 7\0"
    first = 8
    gps = first + 2 + 2 * 12 + 4 + len(camera) + 1
    entries = struct.pack("<HHII", 0x010F, 2, len(camera), first + 2 + 2 * 12 + 4)
    entries += struct.pack("<HHII", 0x8825, 4, 1, gps)
    ifd = struct.pack("<H", 2) + entries + struct.pack("<I", 0) + camera + b"\0"
    values = gps + 2 + 2 * 12 + 4
    place = struct.pack("<H", 2)
    place += struct.pack("<HHI", 1, 2, 2) + PLACE
    place += struct.pack("<HHII", 2, 5, 3, values)
    place += struct.pack("<I", 0) + struct.pack("<6I", 51, 1, 30, 1, 4242, 100)
    tiff = b"II*\0" + struct.pack("<I", first) + ifd + place
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def make_photograph(path):
    pixbuf = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, 640, 480)
    pixbuf.fill(0x2a8a4fff)
    pixbuf.savev(str(path), "jpeg", ["quality"], ["85"])
    bytes_ = path.read_bytes()
    path.write_bytes(bytes_[:2] + make_exif() + bytes_[2:])


def make_files(folder):
    notes = folder / "visit.txt"
    notes.write_text("The families asked for a quillwort bed by the gate.\n" * 3, encoding="utf-8")
    pdf = folder / "survey.pdf"
    make_pdf(pdf, ["What was asked in the survey",
                   "Fathers like the marshmallow evening", "The last page"])
    photograph = folder / "garden.jpg"
    make_photograph(photograph)
    return notes, pdf, photograph


def run_cli(app, *words):
    return subprocess.run([os.environ["SIXFOLD_CLI"], *map(str, words)], check=True,
                          env=app.environment({"LSAN_OPTIONS": "detect_leaks=0"}),
                          capture_output=True, text=True).stdout


def prepare(app):
    notes, pdf, photograph = make_files(app.home)
    path = app.open_example(lambda path: add_evidence(app, path, notes, pdf, photograph))
    return path, photograph


def add_evidence(app, path, notes, pdf, photograph):
    for title, kind, file in (("Visit in May", "observation", notes),
                              ("What was asked", "users-views", pdf),
                              ("Bed by the gate", "observation", photograph)):
        run_cli(app, "evidence", "add", path, title, "--kind", kind, "--file", file)


# --- the head bar -------------------------------------------------------------------------------

def search_for(app, words):
    app.key("ctrl+f")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.key("ctrl+a")
    app.type(words)


def find_in_files(app):
    """A word that is only in a text file: found, gone to, and looked at from the row."""
    def found():
        """The files are still being read: the words are looked for anew until they are there."""
        for word in ("quillwor", "quillwort"):
            app.key("ctrl+a")
            app.type(word)
            app.find(re.compile("^(Found in|Nothing was found)"))
        return app.seek(re.compile("^Inside files: Visit in May · visit.txt"), "list item")

    search_for(app, "quillwort")
    wait_for("the words of files to be read", found, timeout=90)
    app.find(re.compile("^Inside files · 1"), "label")
    app.screenshot("search.png")
    app.key("Down")
    app.wait_for_focus(re.compile("^Inside files: Visit in May · visit.txt"))
    app.key("Escape")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.key("Down", "Return")
    app.wait_for_focus("Title")
    search_for(app, "zzyzx")
    app.find(re.compile("^Nothing was found.*the text inside its files"))
    app.screenshot("search-nothing.png")
    app.key("Escape")


def found_once(app):
    """What has the words in its title, its file's name and the file is one row; a judgement names
    its statement."""
    for words, row in (("asked", "Evidence: What was asked · Users’ views"),
                       ("survey", "Evidence: What was asked, survey.pdf")):
        search_for(app, words)
        app.find(re.compile("^Found in"))
        rows = [node.name for node in app.nodes(app.find("What was found", "list"))
                if node.role == "list item" and ": What was asked" in node.name]
        expect(f"found {rows}", rows == [row])
        app.screenshot(f"search-{words}.png")
    app.key("ctrl+a")
    app.type("families")
    app.find(re.compile("^Judgements: [A-Z]{3}-S[0-9]+ · .+, "), "list item")
    app.screenshot("search-families.png")
    app.key("Escape")


def goes_back(app):
    """Escape leads back to the very letter where one was writing, however it was opened."""
    app.key("ctrl+8")
    app.wait_for_focus(re.compile("."))
    search_for(app, "Visit in May")
    app.find(re.compile("^Evidence: Visit in May · "), "list item")
    app.key("Return")
    title = app.wait_for_focus("Title")
    app.key("End", "ctrl+Left")
    search_for(app, "marsh")
    app.key("Escape")
    app.wait_for_focus("Title")
    app.type("late ")
    wait_for("the word in its place", lambda: title.text() == "Visit in late May")
    app.key(*["BackSpace"] * 5)
    wait_for("the title as it was", lambda: title.text() == "Visit in May")
    app.show_first_statement(2, "LLD")
    strengths = app.tab_to(re.compile("^What is strong"))
    before = strengths.text()
    app.key("ctrl+Home", "Right", "Right", "ctrl+f")
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.type("families")
    app.find(re.compile("^Found in"))
    app.key("Down", "Escape", "Escape")
    app.wait_for_focus(re.compile("^What is strong"))
    app.type("qq")
    wait_for("the letters in their place",
             lambda: strengths.text() == before[:2] + "qq" + before[2:])
    app.click(app.find("Search the centre file", "button"))
    app.wait_for_focus(re.compile("^Search the centre file for"))
    app.key("Escape")
    app.wait_for_focus(re.compile("^What is strong"))
    app.key("BackSpace", "BackSpace")
    wait_for("the text as it was", lambda: strengths.text() == before)


def look_at_pages(app):
    search_for(app, "marshmallow")
    app.find(re.compile("^Inside files: What was asked · survey.pdf"), "list item")
    app.key("Return")
    app.wait_for_focus("Title")
    app.tab_to(re.compile("^survey.pdf"))
    app.key("space")
    wait_for("the preview window", lambda: app.title() == "survey.pdf")
    app.find("Page 1 of 3")
    app.wait_for_focus("Page 1 of 3", timeout=60)
    app.screenshot("preview-pdf.png")
    app.key("Page_Down")
    app.wait_for_focus("Page 2 of 3", timeout=60)
    app.key("Page_Down", "Page_Down")
    app.find("Page 3 of 3")
    app.key("ctrl+plus", "ctrl+plus")
    app.screenshot("preview-zoomed.png")
    app.key("ctrl+0", "Page_Up")
    app.find("Page 2 of 3")
    app.key("Escape")
    wait_for("the preview to go", lambda: app.title() != "survey.pdf")


# --- a copy that leaves -------------------------------------------------------------------------

def save_to_share(app, photograph):
    search_for(app, "Bed by the gate")
    app.find(re.compile("^Evidence: Bed by the gate"), "list item")
    app.key("Return")
    app.wait_for_focus("Title")
    shared, original = app.home / "shared.jpg", app.home / "original.jpg"
    for item, copy in (("Save a copy to share… (without place and camera data)", shared),
                       ("Save the original…", original)):
        app.tab_to(re.compile("^More for garden.jpg"))
        app.key("Return")
        app.press(item, "menu item")
        app.choose_file(copy)
        wait_for(f"{copy.name}", copy.exists)
        app.find(re.compile("^The copy was saved.*checked.$"))
    expect("the original is kept", original.read_bytes() == photograph.read_bytes())
    expect("the photograph tells its place", b"Quillcam" in photograph.read_bytes())
    expect("what leaves does not", b"Quillcam" not in shared.read_bytes()
           and make_exif()[10:] not in shared.read_bytes())
    picture = GdkPixbuf.Pixbuf.new_from_file(str(shared))
    expect("it is the picture still", (picture.get_width(), picture.get_height()) == (640, 480))


# --- at a statement -----------------------------------------------------------------------------

def link_by_words_in_files(app):
    app.show_first_statement(2, "LLD")
    app.tab_to(re.compile("^Link what is there already"))
    app.key("Return")
    app.wait_for_focus("Find evidence")
    app.type("quillwort")
    app.find(re.compile("^Visit in May, .*quillwort"), "list item")
    app.screenshot("picker.png")
    app.key("ctrl+Return")
    app.find("1 piece of evidence was linked.")
    app.wait_for_focus("Find evidence")
    app.key("ctrl+a")
    app.type("marshmallow")
    app.find(re.compile("^What was asked, "), "list item")
    app.key("Down", "Return")
    app.find(re.compile("^Visit in May, "), "button")
    app.find(re.compile("^What was asked, "), "button")
    app.screenshot("statement.png")


def main():
    with App(settings=LARGE) as app:
        _path, photograph = prepare(app)
        find_in_files(app)
        found_once(app)
        goes_back(app)
        look_at_pages(app)
        link_by_words_in_files(app)
        save_to_share(app, photograph)
        app.quit(leaks=False)
    print("ok")


if __name__ == "__main__":
    main()
