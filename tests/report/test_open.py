#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as those who get them open them: in a browser, with a checker of accessibility, and in
LibreOffice.

usage: test_open.py SIXFOLD_CLI CENTRE_FILE WRITE_SAMPLE FOLDER Checked|Office

The reports of the example centre for every audience, and a document with all that is hard. The
checker, axe-core, is fetched into FOLDER when it is not there yet; nothing of it is part of the
project.
"""
import base64
import collections
import csv
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

CLI, CENTRE, WRITE_SAMPLE, FOLDER = sys.argv[1:5]
AUDIENCES = ["governors", "parents", "authority", "staff", "head", "job-description",
             "person-specification", "forms"]
WITH_ANNEX = ["governors"]
WITH_TABLES = [name for name in AUDIENCES if name != "job-description"]
BROWSER = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
           "--disable-extensions", "--virtual-time-budget=100000"]
CHECK = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const all = {dark: matchMedia("(prefers-color-scheme: dark)").matches, version: axe.version,
               violations: found.violations, incomplete: found.incomplete,
               passes: found.passes.map(rule => rule.id)};
  const place = document.createElement("pre");
  place.id = "axe-found";
  place.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(all))));
  document.body.appendChild(place);
});
"""
# What axe cannot tell by itself: whether a box to be ticked, which is no letter, can be seen (it
# is as dark as the words), and a row that heads the rows below it, whose cells are heads too.
UNDECIDED = {"color-contrast", "th-has-data-cells"}
# How calc writes every sheet to a CSV of its own: commas, quotes, UTF-8, cells as they are shown.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def run(*words, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=240,
                          check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{words[0]} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def squeeze(text):
    return " ".join(text.split())


class Page(html.parser.HTMLParser):
    """The pieces of a web page in order, the entries of its contents list and its tables."""
    WHOLE = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "figcaption"}

    def __init__(self, text):
        super().__init__()
        self.pieces, self.entries, self.tables = [], [], []
        self.open, self.words, self.nav = None, [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.nav |= tag == "nav"
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in self.WHOLE and self.open is None:
            self.open, self.words = (tag, int(dict(attrs).get("colspan", 1))), []
        elif tag in ("br", "p"):
            self.words.append("\n")
        elif dict(attrs).get("class") == "trailing":
            self.words.append(" – ")

    def handle_endtag(self, tag):
        self.nav &= tag != "nav"
        if self.open is None or tag != self.open[0]:
            return
        text, span = squeeze("".join(self.words)), self.open[1]
        if tag in ("td", "th"):
            self.tables[-1][-1] += [text] + [""] * (span - 1)
        if self.nav and tag == "li":
            self.entries.append(text)
        self.pieces.append(text)
        self.open = None

    def handle_data(self, data):
        self.words.append(data)


def fetch_axe():
    """The checker's script; None where it cannot be had."""
    folder = pathlib.Path(FOLDER)
    folder.mkdir(exist_ok=True)
    if not list(folder.glob("axe-core-4.*.tgz")):
        subprocess.run(["npm", "pack", "axe-core@4", "--silent", "--pack-destination", str(folder)],
                       env=dict(os.environ, npm_config_cache=str(folder / "cache")), timeout=120,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    archives = sorted(folder.glob("axe-core-4.*.tgz"))
    if not archives:
        return None
    with tarfile.open(archives[-1]) as archive:
        return archive.extractfile("package/axe.min.js").read().decode()


class Opened:
    """The files, in a folder of their own."""

    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="sixfold-report-"))
        copy = cls.home / "centre.sixfold"
        shutil.copy(CENTRE, copy)
        environment = dict(os.environ, HOME=str(cls.home), XDG_DATA_HOME=str(cls.home / "data"))
        for audience in AUDIENCES:
            annex = ["--annex"] if audience in WITH_ANNEX else []
            for name in ("html", "odt", "xlsx", "zip")[:4 if audience in WITH_TABLES else 2]:
                run(CLI, "report", str(copy), "--audience", audience, *annex, "-q",
                    "-o", str(cls.home / f"{audience}.{name}"), env=environment)
        run(WRITE_SAMPLE, str(cls.home))
        cls.documents = AUDIENCES + ["sample"]
        cls.pages = {name: Page((cls.home / f"{name}.html").read_text())
                     for name in cls.documents}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.home)


class Checked(Opened, unittest.TestCase):
    """In a browser, by axe-core."""

    def check(self, script, text, dark):
        # what is checked is the page as it is, and the checker after it
        path = self.home / "checked.html"
        path.write_text(text.replace("</body>", f"<script>{script}</script>\n"
                                     f"<script>{CHECK}</script></body>"))
        shown = run(*BROWSER, f"--user-data-dir={self.home}/browser",
                    f"--blink-settings=preferredColorScheme={0 if dark else 1}", "--dump-dom",
                    path.as_uri())
        found = re.search(r'id="axe-found">([^<]*)<', shown)
        self.assertIsNotNone(found, "the checker said nothing")
        found = json.loads(base64.b64decode(found[1]))
        self.assertEqual(found["dark"], dark)
        return found

    def test_axe(self):
        script = fetch_axe()
        if script is None:
            self.skipTest("axe-core could not be fetched")
        script = script.replace("</script", "<\\/script")
        for name in self.documents:
            text = (self.home / f"{name}.html").read_text()
            for dark in (False, True):
                with self.subTest(name, dark=dark):
                    found = self.check(script, text, dark)
                    told = [(rule["id"], [node["html"] for node in rule["nodes"]][:3])
                            for rule in found["violations"]]
                    self.assertEqual(told, [])
                    self.assertLessEqual({rule["id"] for rule in found["incomplete"]}, UNDECIDED)
                    for rule in ("color-contrast", "document-title", "heading-order",
                                 "html-has-lang", "landmark-one-main", "page-has-heading-one"):
                        self.assertIn(rule, found["passes"])
        print(f"axe-core {found['version']}: {len(self.documents)} documents, light and dark",
              file=sys.stderr)
        # and it does see what is wrong
        wrong = (self.home / "parents.html").read_text()
        for old, new, rule in ((' lang="en-GB"', "", "html-has-lang"),
                               ("--ink:#241f31", "--ink:#cccccc", "color-contrast"),
                               ("<h2", "<h4", "heading-order")):
            self.assertIn(old, wrong)
            found = self.check(script, wrong.replace(old, new, 1).replace("</h2>", "</h4>", 1)
                               if new == "<h4" else wrong.replace(old, new, 1), False)
            self.assertIn(rule, [broken["id"] for broken in found["violations"]])


class Office(Opened, unittest.TestCase):
    """In LibreOffice."""

    def convert(self, kind, *files):
        run("soffice", "--headless", f"-env:UserInstallation=file://{self.home}/office",
            "--convert-to", kind, "--outdir", str(self.home), *map(str, files))

    def convert_texts(self, kind):
        self.convert(kind, *(self.home / f"{name}.odt" for name in self.documents))

    def test_office_text(self):
        """Every piece of the web page is in the text document, in the same order."""
        self.convert_texts("txt:Text (encoded):UTF8")
        for name, page in self.pages.items():
            text, at = squeeze((self.home / f"{name}.txt").read_text()), 0
            # a page has its name as a heading; forms have none of their own
            for piece in page.pieces[name in ("forms", "sample"):]:
                found = text.find(piece, at)
                self.assertGreaterEqual(found, 0, f"{name}: not in its place: {piece}")
                at = found + len(piece)

    def test_office_pages(self):
        """The contents list has its pages, and the head of a table comes on each of its pages."""
        self.convert_texts("pdf")
        listed = 0
        for name, page in self.pages.items():
            pages = run("pdftotext", "-layout", str(self.home / f"{name}.pdf"), "-").split("\f")
            begin = squeeze(" ".join(pages[:3]))
            for entry in page.entries:
                found = re.search(re.escape(entry) + r"[ .]+(\d+)(?!\d)", begin)
                self.assertIsNotNone(found, f"{name}: {entry} has no page")
                self.assertIn(entry, squeeze(pages[int(found[1]) - 1]), name)
                listed += 1
        self.assertGreater(listed, 60)
        rows = collections.Counter()
        pages = run("pdftotext", "-layout", str(self.home / "sample.pdf"), "-").split("\f")
        for number, text in enumerate(pages):
            if re.search(r"^ *Row \d+ ", text, re.M):
                self.assertIn("What is known of it", text, f"page {number + 1}")
                rows[number] += len(re.findall(r"^ *Row \d+ ", text, re.M))
        self.assertEqual(sum(rows.values()), 300)
        self.assertGreater(len(rows), 5)

    def test_office_sheets(self):
        """A spreadsheet has a sheet for each table of the web page, with its cells."""
        files = [self.home / f"{name}.xlsx" for name in WITH_TABLES]
        self.convert(ALL_SHEETS, *files)
        for name in WITH_TABLES:
            tables = self.pages[name].tables
            sheets = sorted((int(re.match(r".*?-(\d+) ", path.name)[1]), path)
                            for path in self.home.glob(f"{name}-[0-9]*.csv"))
            with zipfile.ZipFile(self.home / f"{name}.zip") as archive:
                plain = [list(csv.reader(archive.read(part).decode("utf-8-sig").splitlines(True)))
                         for part in sorted(archive.namelist())]
            self.assertEqual(len(sheets), len(tables), name)
            self.assertEqual(len(plain), len(tables), name)
            for table, (_, path), rows in zip(tables, sheets, plain):
                with open(path, newline="") as file:
                    shown = [row for row in csv.reader(file)][2:]
                width = max(map(len, table))
                self.check_cells(path.name, table, shown, width)
                self.check_cells(f"{name}.zip", table, rows, width)

    def check_cells(self, name, table, rows, width):
        self.assertEqual(
            [[squeeze(cell) for cell in row] + [""] * (width - len(row)) for row in table],
            [[squeeze(cell).removeprefix("'") for cell in row[:width]] + [""] * (width - len(row))
             for row in rows], name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[5:], verbosity=2)
