# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests share: the project's files, and running a tool over them."""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SKIPPED = {".git", "__pycache__", ".flatpak-builder", ".mypy_cache"}


def files():
    """The project's files as paths relative to ROOT, in order.

    Git's list where there is one, otherwise everything in the tree but build folders.
    """
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
        names = [name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        names = list(walk())
    return sorted(pathlib.Path(name) for name in set(names) if (ROOT / name).is_file())


def walk():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in SKIPPED and not f.startswith("_build")
                      and not (pathlib.Path(folder) / f / "build.ninja").exists()]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), ROOT)


def in_folders(*tops, suffixes=None):
    return [p for p in files() if p.parts[0] in tops and (not suffixes or p.suffix in suffixes)]


def text(path):
    """The file's text, or None where it is not UTF-8 text."""
    data = (ROOT / path).read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def tool(name, package):
    """The path of a program; ends the test with a sentence where it is missing."""
    found = shutil.which(name)
    if not found:
        sys.exit(f"{name} is missing. Install the Debian package {package}.")
    return found


def run(arguments):
    """Run a program in ROOT and show what it says; True where it is content."""
    done = subprocess.run([str(a) for a in arguments], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        print(done.stdout.strip() or f"{arguments[0]} failed ({done.returncode})")
    return done.returncode == 0


def finish(wrong, looked_at):
    """End a test: what is wrong, one a line; nothing looked at is wrong too."""
    for line in wrong:
        print(line)
    if not looked_at:
        print("there was nothing to look at")
    sys.exit(1 if wrong or not looked_at else 0)
