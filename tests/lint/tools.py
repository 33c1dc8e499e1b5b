#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks that another program makes.

usage: tools.py format|cppcheck|shell|xml|frameworks|translations
       tools.py cppcheck CACHE-FOLDER
       tools.py desktop FILE.desktop
       tools.py metainfo FILE.metainfo.xml
       tools.py settings FOLDER
"""
import os
import re
import subprocess
import sys
import tempfile

import project


def c_files():
    return project.in_folders("src", "tests", suffixes=(".c", ".h"))


def check_format():
    """Each C file is as .clang-format lays it out."""
    clang_format = project.tool("clang-format", "clang-format")
    paths = c_files()
    good = project.run([clang_format, "--dry-run", "-Werror", *paths])
    project.finish([] if good else ["Mend it with: clang-format -i FILE"], paths)


def check_cppcheck(cache):
    """cppcheck finds nothing; its findings of earlier runs are kept in the cache folder."""
    cppcheck = project.tool("cppcheck", "cppcheck")
    os.makedirs(cache, exist_ok=True)
    paths = project.in_folders("src", "tests", suffixes=(".c",))
    good = project.run([
        cppcheck, "--quiet", "--error-exitcode=1", "--inline-suppr", f"-j{os.cpu_count() or 1}",
        "--enable=warning,performance,portability", "--std=c11", "--language=c", "--library=gtk",
        "--max-configs=2", "-Isrc", "--suppressions-list=tests/lint/cppcheck.supp",
        "--template={file}:{line}: {severity}: {message} [{id}]",
        f"--cppcheck-build-dir={cache}", *paths])
    project.finish([] if good else ["cppcheck found something"], paths)


def check_shell():
    """shellcheck finds nothing in our shell scripts."""
    shellcheck = project.tool("shellcheck", "shellcheck")
    scripts = [p for p in project.files() if not p.suffix or p.suffix == ".sh"]
    scripts = [p for p in scripts
               if re.match(r"#!.*\b(?:ba)?sh\b|# shellcheck shell=", project.text(p) or "")]
    good = project.run([shellcheck, "--external-sources", *scripts])
    project.finish([] if good else ["shellcheck found something"], scripts)


def check_xml():
    """Every XML file of ours is well formed."""
    xmllint = project.tool("xmllint", "libxml2-utils")
    suffixes = (".ui", ".svg", ".rng")
    paths = [p for p in project.files() if p.parts[0] in ("data", "ui", "help", "po", "docs")
             and (p.suffix in suffixes or p.name.endswith((".xml", ".xml.in")))]
    good = project.run([xmllint, "--noout", "--nonet", *paths])
    project.finish([] if good else ["an XML file is broken"], paths)


def check_frameworks():
    """The shipped frameworks and wording packs fit their grammar (RELAX NG)."""
    xmllint = project.tool("xmllint", "libxml2-utils")
    folder = project.ROOT / "data/frameworks"
    wrong, seen = [], 0
    for path in sorted(folder.glob("*.xml")):
        root = re.search(r"<([a-z][a-z-]*)[\s>]", path.read_text(encoding="utf-8"))
        grammar = folder / ((root.group(1) if root else "") + ".rng")
        seen += 1
        if not grammar.exists():
            wrong.append(f"{path.name}: there is no grammar {grammar.name} for it")
        elif not project.run([xmllint, "--noout", "--nonet", "--relaxng", grammar, path]):
            wrong.append(f"{path.name} does not fit {grammar.name}")
    project.finish(wrong, seen)


def check_translations():
    """Each language of po/LINGUAS has a file that msgfmt accepts, and the strings can be read."""
    msgfmt = project.tool("msgfmt", "gettext")
    xgettext = project.tool("xgettext", "gettext")
    wrong, words = [], (project.ROOT / "po/LINGUAS").read_text(encoding="utf-8").splitlines()
    languages = [w for line in words if not line.startswith("#") for w in line.split()]
    for path in (project.ROOT / "po").glob("*.po"):
        if path.stem not in languages:
            wrong.append(f"po/LINGUAS lacks {path.stem}")
    for language in languages:
        if not project.run([msgfmt, "-c", "-o", os.devnull, f"po/{language}.po"]):
            wrong.append(f"po/{language}.po is not right")
    with tempfile.TemporaryDirectory() as folder:
        if not project.run([xgettext, "--from-code=UTF-8", "--files-from=po/POTFILES.in",
                            "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                            "-o", os.path.join(folder, "sixfold.pot")]):
            wrong.append("the strings could not be gathered")
    project.finish(wrong, languages)


def check_desktop(path):
    validator = project.tool("desktop-file-validate", "desktop-file-utils")
    said = subprocess.run([validator, path], text=True, capture_output=True)
    project.finish((said.stdout + said.stderr).splitlines(), [path])


def check_metainfo(path):
    appstreamcli = project.tool("appstreamcli", "appstream")
    good = project.run([appstreamcli, "validate", "--no-net", "--explain",
                        os.path.abspath(path)])
    project.finish([] if good else ["the metainfo is not right"], [path])


def check_settings(folder):
    compiler = project.tool("glib-compile-schemas", "libglib2.0-bin")
    good = project.run([compiler, "--strict", "--dry-run", os.path.abspath(folder)])
    project.finish([] if good else ["the settings schema is not right"], [folder])


CHECKS = {
    "format": check_format,
    "cppcheck": check_cppcheck,
    "shell": check_shell,
    "xml": check_xml,
    "frameworks": check_frameworks,
    "translations": check_translations,
    "desktop": check_desktop,
    "metainfo": check_metainfo,
    "settings": check_settings,
}

if __name__ == "__main__":
    CHECKS[sys.argv[1]](*sys.argv[2:])
