#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is and under which licence, and the licence lies in LICENSES.

A file says so in its first lines, in a file of the same name with .license after it, or in
REUSE.toml where it cannot carry a comment.
"""
import fnmatch
import re
import tomllib

import project

LICENCE = re.compile(r"SPDX-License-Identifier:\s*([A-Za-z0-9.+() -]+?)\s*(?:\*/|-->|\"|$)",
                     re.MULTILINE)
COPYRIGHT = re.compile(r"SPDX-FileCopyrightText:\s*\S")
FIRST = 2500  # characters in which the two lines must stand


def annotations():
    table = tomllib.loads((project.ROOT / "REUSE.toml").read_text(encoding="utf-8"))
    for entry in table["annotations"]:
        paths = entry["path"]
        for path in [paths] if isinstance(paths, str) else paths:
            yield path, entry["SPDX-License-Identifier"]


def noted(path, notes):
    for pattern, licence in notes:
        if fnmatch.fnmatchcase(str(path), pattern.replace("**", "*")):
            return licence
    return None


def licence_of(path, notes):
    """The licence expression of a file, or None and what is missing."""
    for where in (path.with_name(path.name + ".license"), path):
        if (project.ROOT / where).exists():
            head = (project.text(where) or "")[:FIRST]
            found = LICENCE.search(head)
            if found and COPYRIGHT.search(head):
                return found.group(1)
    return noted(path, notes)


def main():
    notes = list(annotations())
    wrong, seen, used = [], 0, set()
    for path in project.files():
        if path.parts[0] == "LICENSES" or path.suffix == ".license":
            continue
        seen += 1
        licence = licence_of(path, notes)
        if licence is None:
            wrong.append(f"{path}: no SPDX-FileCopyrightText and SPDX-License-Identifier")
            continue
        for name in re.findall(r"[A-Za-z0-9.+-]+", licence):
            if name not in ("AND", "OR", "WITH"):
                used.add(name)
                if not (project.ROOT / "LICENSES" / (name + ".txt")).exists():
                    wrong.append(f"{path}: LICENSES/{name}.txt is missing")
    for text in sorted((project.ROOT / "LICENSES").glob("*.txt")):
        if text.stem not in used:
            wrong.append(f"LICENSES/{text.name}: no file is under this licence")
    project.finish(wrong, seen)


if __name__ == "__main__":
    main()
