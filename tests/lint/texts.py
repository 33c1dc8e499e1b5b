#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines, lengths and left-over words.

usage: texts.py lines|length|words|names

lines   no line of our code is over 100 columns, has a tab or a blank at its end
length  no source file is over 700 lines
words   nothing was left for later, and no check is switched off without a reason
names   a field is called in messages and in history as in its form
"""
import re
import sys

import project

COLUMNS = 100
LINES = 700
CODE = (".c", ".h", ".py", ".ui", ".css", ".sql", ".rnc")
# Written in two parts, so that this file does not hold them.
LEFT_OVER = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
SWITCHED_OFF = re.compile(r"cppcheck-suppress(?:-begin)?\s+(?:\[[^\]]*\]|\w+)(.*)"
                          r"|NOLINT(.*)|shellcheck disable=[\w,]+(.*)")
REASON = re.compile(r"\w+\W+\w+")


def code():
    """Our source: what is compiled, and scripts without a suffix too."""
    return [p for p in project.in_folders("src", "tests", "ui", "build-aux", "data")
            if p.suffix in CODE or (not p.suffix and p.parts[0] in ("build-aux", "tests"))]


def lines():
    # A string in a .ui file is one line, however long.
    wrong, paths = [], [p for p in code() if p.suffix not in (".ui", ".sql")]
    for path in paths:
        for number, line in enumerate((project.text(path) or "").split("\n"), 1):
            if len(line) > COLUMNS:
                wrong.append(f"{path}:{number}: {len(line)} columns")
            if line != line.rstrip():
                wrong.append(f"{path}:{number}: a blank at the end of the line")
            if "\t" in line:
                wrong.append(f"{path}:{number}: a tab")
    project.finish(wrong, paths)


def length():
    wrong, paths = [], code()
    for path in paths:
        count = (project.text(path) or "").count("\n")
        if count > LINES:
            wrong.append(f"{path}: {count} lines; a file does one thing in at most {LINES}")
    project.finish(wrong, paths)


def words():
    wrong, seen = [], 0
    for path in project.files():
        body = project.text(path)
        if body is None or path.parts[0] == "LICENSES" or path.name == "COPYING":
            continue
        seen += 1
        for number, line in enumerate(body.split("\n"), 1):
            found = LEFT_OVER.search(line)
            if found:
                wrong.append(f"{path}:{number}: {found.group(0)} was left for later")
            off = SWITCHED_OFF.search(line)
            reason = "".join(part or "" for part in off.groups()) if off else ""
            if off and path.name != "texts.py" and not REASON.search(reason):
                wrong.append(f"{path}:{number}: a check is switched off; say why on the same line")
    project.finish(wrong, seen)


COLUMN = re.compile(r"X \(T, p, P, (\w+), \w+, \w+,\s*\\?\s*N_ \(\"([^\"]*)\"\)")
CLASS = re.compile(r"SF_RECORD_COLUMNS \(\w+, \w+, (SF_\w+), ")
# in a table of fields, or made alone
FIELDS = (re.compile(r"\{ SF_FIELD_\w+, (SF_\w+),\s+N_ \(\"([^\"]*)\"\)"),
          re.compile(r"sf_field_[a-z]+_new \([\w>-]+, (SF_\w+),\s+_ \(\"([^\"]*)\"\)"),
          re.compile(r"create_choice \(self, (SF_\w+), _ \(\"([^\"]*)\"\)"))


def names():
    columns = {}
    for path in project.in_folders("src", suffixes={".h"}):
        body = project.text(path) or ""
        found = CLASS.search(body)
        if found:
            columns.update({f"{found.group(1)}_{name}": label
                            for name, label in COLUMN.findall(body)})
    wrong, seen = [], 0
    for path in project.in_folders("src", suffixes={".c"}):
        body = project.text(path) or ""
        for pattern in FIELDS:
            for column, label in pattern.findall(body):
                seen += 1
                plain = label.replace("_", "")
                if columns[column] != plain[:1].lower() + plain[1:]:
                    wrong.append(f"{path}: “{plain}” is called “{columns[column]}” in messages")
    project.finish(wrong, seen)


if __name__ == "__main__":
    {"lines": lines, "length": length, "words": words, "names": names}[sys.argv[1]]()
