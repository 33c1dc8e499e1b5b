#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of many kinds go in through the window and come out byte for byte.

They are pasted, some at once and a folder among them; what was here already is told; titles and
dates of all are set in one window and one step; each is saved again through the window and by the
command line; one has a new version, and the old one is saved too.
"""
import hashlib
import os
import pathlib
import re
import sqlite3
import struct
import subprocess
import time
import zipfile
import zlib

from sfgui import App, Failed, wait_for

ARABIC = "استبيان الأسر.pdf"
LONG = "Minutes of the meeting of parents " + "x" * (200 - 34 - 4) + ".pdf"


# --- files of many kinds --------------------------------------------------------------------

def make_pdf(stream, resources=b"", extra=b""):
    """One page, with a right cross-reference table."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<"
               + resources + b">>>>",
               b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream"]
    if extra:
        objects.append(extra)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(out))


def make_text_pdf():
    return make_pdf(b"BT /F 18 Tf 20 100 Td (What families told us) Tj ET",
                    b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>")


def make_scanned_pdf():
    grey = bytes(range(256)) * 16
    image = (b"<</Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray"
             b"/BitsPerComponent 8/Length %d>>stream\n" % len(grey) + grey + b"\nendstream")
    return make_pdf(b"300 0 0 200 0 0 cm /I Do", b"/XObject<</I 5 0 R>>", image)


def make_png():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + bytes((x * 4, y * 4, 128)[i % 3] for x in range(64) for i in range(3))
                    for y in range(64))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def make_jpeg():
    """A grey picture of 8 by 8, which says in EXIF when it was taken."""
    date = b"2026:03:01 10:00:00\0"
    exif = (b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x132, 2, len(date), 26, 0)
            + date)
    quantise = b"\0" + bytes([16] * 64)
    frame = struct.pack(">BHHBBBB", 8, 8, 8, 1, 1, 0x11, 0)
    counts = bytes([0, 1] + [0] * 14)
    tables = b"\0" + counts + b"\0" + b"\x10" + counts + b"\0"

    def segment(marker, data):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data

    return (b"\xff\xd8" + segment(0xe1, exif) + segment(0xdb, quantise) + segment(0xc0, frame)
            + segment(0xc4, tables) + segment(0xda, b"\x01\x01\0\0\x3f\0") + b"\x3f\xff\xd9")


def make_zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), text, kind)


def make_office(folder):
    document = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
                'office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
                "<office:body><office:text><text:p>Fathers’ group</text:p></office:text>"
                "</office:body></office:document-content>")
    opened = "application/vnd.oasis.opendocument."
    make_zip(folder / "Fathers group.odt", {"mimetype": opened + "text", "content.xml": document})
    make_zip(folder / "Attendance.ods", {"mimetype": opened + "spreadsheet",
                                         "content.xml": document})
    make_zip(folder / "Plan.docx", {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/'
                             'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Plan</w:t></w:r>'
                             "</w:p></w:body></w:document>"})
    make_zip(folder / "Registrations.xlsx", {"[Content_Types].xml": "<Types/>",
                                             "xl/workbook.xml": "<workbook/>"})
    make_zip(folder / "Photographs.zip", {"one.txt": "one", "two.txt": "two"})


def make_files(folder):
    """Seventeen, two of them in a folder in the folder."""
    folder.mkdir()
    (folder / "more").mkdir()
    box = b"\0\0\0\x18ftyp"
    contents = {
        "Survey.pdf": make_text_pdf(),
        "Scanned letter.pdf": make_scanned_pdf(),
        "Garden.jpg": make_jpeg(),
        "Drawing.png": make_png(),
        "Picture of the hall.heic": box + b"heic\0\0\0\0mif1heic" + bytes(200),
        "Notes.txt": "Grandparents come on Thursdays — naïve façade\n".encode(),
        "Thank you.eml": b"From: a parent\r\nSubject: Thank you\r\n\r\nFor everything.\r\n",
        "Singing.mp4": box + b"isom\0\0\2\0isomiso2" + os.urandom(1500000),
        "Nothing.txt": b"",
        "README": b"A file without an ending\n",
        "more/" + ARABIC: make_text_pdf() + b"% Arabic\n",
        "more/" + LONG: make_text_pdf() + b"% long\n",
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    make_office(folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())


# --- in ---------------------------------------------------------------------------------------

def copy_to_clipboard(paths):
    """As a file manager does; the helper stays until something else is copied."""
    uris = "".join(path.as_uri() + "\r\n" for path in paths)
    subprocess.run(["xclip", "-selection", "clipboard", "-t", "text/uri-list", "-i"],
                   input=uris.encode(), check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def press_paste(app, paths):
    copy_to_clipboard(paths)
    # the program asks the helper what it has, which no one can see
    time.sleep(2)
    app.key("ctrl+v")


def paste(app, paths, told):
    press_paste(app, paths)
    app.find(re.compile(told), timeout=60)


def keep_by_escape(app):
    app.key("Escape")
    app.find("Keep what you changed?")
    app.press(re.compile("^Keep( Keep)?$"), "button")
    app.gone("Keep what you changed?")


def check_titles(app):
    """A title and a date in the one window, in one step; answers whose they were."""
    app.press(re.compile("^Check titles and dates"), "button")
    app.find("For all of these")
    app.screenshot("added.png")
    called = app.tab_to(re.compile("^Title of ")).name.removeprefix("Title of ")
    app.key("ctrl+a")
    app.type("Survey of parents")
    app.tab_to(f"Date of {called}")
    app.key("ctrl+a")
    app.type("31 February 2026")
    # leaving throws nothing away: it asks, and what is wrong stays to be mended
    keep_by_escape(app)
    app.wait_for_focus(f"Date of {called}")
    app.key("ctrl+a")
    app.type("1 March 2026")
    keep_by_escape(app)
    app.gone("For all of these")
    return called


# --- out --------------------------------------------------------------------------------------

def digest_of(data):
    return hashlib.sha256(data).hexdigest()


def check_contents(path, files):
    """By SQL, after the program has ended: names, digests, and the bytes themselves."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT name, digest, size FROM attachment").fetchall()
        for file in files:
            data = file.read_bytes()
            if (file.name, digest_of(data), len(data)) not in rows:
                raise Failed(f"{file.name} is not in the centre file as it was")
            chunks = db.execute(
                "SELECT data FROM chunk WHERE content = (SELECT id FROM content WHERE digest = ?"
                " AND complete = 1) ORDER BY sequence", (digest_of(data),)).fetchall()
            if b"".join(chunk for (chunk,) in chunks) != data:
                raise Failed(f"the bytes of {file.name} are others")
        changed = db.execute("SELECT dated_on FROM evidence WHERE title = ?",
                             ("Survey of parents",)).fetchall()
        assert changed == [("2026-03-01",)], changed
        return dict(db.execute("SELECT a.name, e.title FROM attachment AS a JOIN evidence AS e"
                               " ON a.evidence = e.id"))


def check_exported(app, path, files, titles):
    """By the command line, into a folder."""
    out = app.home / "out"
    for number, file in enumerate(files):
        folder = out / str(number)
        folder.mkdir(parents=True)
        subprocess.run([os.environ["SIXFOLD_CLI"], "evidence", "export", str(path),
                        titles[file.name], str(folder)], check=True, env=app.environment(None),
                       stdout=subprocess.DEVNULL)
        written = list(folder.iterdir())
        if [one.read_bytes() for one in written] != [file.read_bytes()]:
            raise Failed(f"{file.name} came out as {written}")


def save(app, name, path):
    """Through the menu of a file in the window; byte for byte is for the caller to look at."""
    app.press(f"More for {name}", "button")
    app.find(re.compile("^Save (a copy…|the original…)$"), "menu item").press()
    app.choose_file(path)
    # it is named when it is whole
    wait_for(f"{path.name} to be written", path.exists)


def find_shown(app, row):
    """The name of the file of a row, when the editor has come after it."""
    nodes = list(app.nodes())
    title = next(node for node in nodes if node.name == "Title" and node.role == "text box")
    more = next(node.name for node in nodes if node.name.startswith("More for "))
    return row.name.startswith(title.text()) and more.removeprefix("More for ")


def check_saved(app, files):
    """Each of them once, by the window itself; answers the one that is shown then."""
    out = app.home / "saved"
    out.mkdir()
    app.show_page(8, "Evidence")
    app.tab_to(re.compile("^Find evidence"))
    app.move_focus("Tab")
    app.tab_to(re.compile(r"\d{4}"))
    row = app.move_focus("Home")
    left = {file.name: file for file in files}
    while left:
        name = wait_for(f"the editor of {row.name}", lambda: find_shown(app, row))
        file = left.pop(name)
        path = out / f"{len(left)}{file.suffix}"
        save(app, file.name, path)
        if path.read_bytes() != file.read_bytes():
            raise Failed(f"{file.name} was saved as something else")
        if left:
            app.tab_to(row.name, "shift+Tab")
            row = app.move_focus("Down")
    return file


def check_versions(app, file):
    """A new version, which it answers, and the old one behind it."""
    new = app.home / "new" / file.name
    new.parent.mkdir()
    new.write_bytes(file.read_bytes() + b"% again\n")
    app.press(f"More for {file.name}", "button")
    app.find("Replace with a new version…", "menu item").press()
    app.choose_file(new)
    app.find(re.compile("^The new version is in"), timeout=30)
    app.find(re.compile("^Older version, added "), "label")
    app.screenshot("versions.png")
    for name, contents in ((file.name, new), (f"the older {file.name}", file)):
        path = app.home / "saved" / f"version of {contents.parent.name}"
        save(app, name, path)
        if path.read_bytes() != contents.read_bytes():
            raise Failed(f"{name} is another version")
    return new


def take_back(app, centre):
    """The message about several files has Undo, of all of them and of what was read from them."""
    def count(condition=""):
        with sqlite3.connect(f"file:{centre}?mode=ro", uri=True) as db:
            return db.execute(f"SELECT count(*) FROM evidence {condition}").fetchone()[0]

    before = count()
    folder = app.home / "more"
    folder.mkdir()
    for number in range(3):
        (folder / f"More {number}.jpg").write_bytes(make_jpeg() + b"%d" % number)
    # where one piece is shown they would be files of that one
    app.show_page(1, "Overview")
    paste(app, [folder], "^3 files were added")
    wait_for("the dates in the files", lambda: count(
        "WHERE title LIKE 'More %' AND dated_on = '2026-03-01'") == 3, 30)
    app.press("Undo", "button")
    wait_for("none of the three", lambda: count() == before)
    app.gone(re.compile("^3 files were added"), "label")


def main():
    with App(settings={"window-maximized": "true"}) as app:
        app.find("Name of the centre", "text box")
        app.type("Harbour Lane Centre")
        app.key("Return")
        app.find("Begin", "button")
        files = make_files(app.home / "evidence")
        paste(app, [app.home / "evidence"], f"^{len(files)} files were added")
        called = check_titles(app)
        # the same once more, and one of them alone
        app.show_page(1, "Overview")
        paste(app, [app.home / "evidence"], f"^{len(files)} were here already")
        app.show_page(1, "Overview")
        alone = [path for path in files if path.stem == called]
        paste(app, alone, "^“Survey of parents” was here already")
        app.press(re.compile("^Show it"), "button")
        app.wait_for_focus("Title")
        replaced = check_saved(app, files)
        new = check_versions(app, replaced)
        path = app.home / "Documents" / "Sixfold" / "Harbour Lane Centre.sixfold"
        take_back(app, path)
        app.quit(leaks=False)
        titles = check_contents(path, files)
        check_exported(app, path, [new if file == replaced else file for file in files], titles)
    print("ok")


if __name__ == "__main__":
    main()
