#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write text files as C strings, so that the program need not find them.

Usage: embed-text.py OUTPUT.c SYMBOL FILE [SYMBOL FILE]...
"""
import sys


def literal(line):
    escaped = "".join(
        chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else "\\%03o" % b for b in line
    )
    return '  "%s"\n' % escaped


def main():
    output, rest = sys.argv[1], sys.argv[2:]
    with open(output, "w", encoding="ascii") as out:
        for symbol, name in zip(rest[::2], rest[1::2]):
            with open(name, "rb") as text:
                lines = text.read().splitlines(keepends=True)
            out.write("extern const char %s[];\n" % symbol)
            out.write("const char %s[] =\n%s;\n" % (symbol, "".join(map(literal, lines))))


main()
