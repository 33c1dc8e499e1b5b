#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The index of a pack as those who get it open it: in LibreOffice and in a browser.

usage: test_open.py SIXFOLD_CLI CENTRE_FILE

Packs the example centre for its governing body, and holds what the two programs show against what
sixfold-cli says of the evidence.
"""
import hashlib
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

CLI, CENTRE = sys.argv[1:3]
BROWSER = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
           "--disable-extensions"]


def run(*words, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=240,
                          check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{words[0]} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


class Page(html.parser.HTMLParser):
    """The text and the links of a page as the browser has it."""

    def __init__(self, text):
        super().__init__()
        self.words, self.links, self.ids, self.scripts = [], [], set(), 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "a":
            self.links.append(attributes["href"])
        if "id" in attributes:
            self.ids.add(attributes["id"])
        self.scripts += tag == "script"

    def handle_data(self, data):
        self.words.append(data)

    def text(self):
        return " ".join("".join(self.words).split())


class Opened(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="sixfold-open-"))
        cls.pack = cls.home / "pack"
        copy = cls.home / "centre.sixfold"
        shutil.copy(CENTRE, copy)
        environment = dict(os.environ, HOME=str(cls.home), XDG_DATA_HOME=str(cls.home / "data"))
        cls.report = json.loads(run(CLI, "evidence", "pack", str(copy), "-o", str(cls.pack),
                                    "--for", "board", "--json", env=environment))
        cls.evidence = [
            item for item in json.loads(run(CLI, "evidence", "list", str(copy), "--json",
                                            env=environment))["evidence"]
            if item["statements"]]

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.home)

    def check_titles(self, text):
        """What may leave is there, what may not is not."""
        shown = 0
        for item in self.evidence:
            there = " ".join(item["title"].split()) in text
            may_leave = item["sensitivity"] in ("open", "board")
            self.assertEqual(there, may_leave, item["title"])
            shown += there
        self.assertEqual(shown, self.report["evidence"])
        self.assertGreater(shown, 5)

    def test_browser(self):
        page = Page(run(*BROWSER, f"--user-data-dir={self.home}/browser", "--dump-dom",
                        (self.pack / "index.html").as_uri()))
        self.check_titles(page.text())
        self.assertEqual(page.scripts, 0)
        files = set()
        for link in page.links:
            if link.startswith("#"):
                self.assertIn(link[1:], page.ids)
            elif not link.startswith(("http://", "https://")):
                path = self.pack / urllib.parse.unquote(link)
                self.assertTrue(path.is_file(), link)
                files.add(path.name)
        self.assertEqual(files, {path.name for path in (self.pack / "files").iterdir()})
        for file in self.report["files"]:
            if file["path"] is not None:
                self.assertIn(file["sha256"], page.text())
                found = hashlib.sha256((self.pack / file["path"]).read_bytes()).hexdigest()
                self.assertEqual(found, file["sha256"])

    def test_office(self):
        run("soffice", "--headless", f"-env:UserInstallation=file://{self.home}/office",
            "--convert-to", "pdf", "--outdir", str(self.home), str(self.pack / "index.odt"))
        pdf = self.home / "index.pdf"
        text = " ".join(run("pdftotext", "-raw", str(pdf), "-").split())
        # Lines of a narrow column are broken after a hyphen too.
        self.check_titles(text.replace("- ", "-"))
        self.assertIn(self.evidence and "Evidence pack", text)
        links = run("pdfinfo", "-url", str(pdf))
        for file in self.report["files"]:
            if file["path"] is not None:
                self.assertIn(urllib.parse.quote(file["path"].split("/")[1])[:20], links)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
