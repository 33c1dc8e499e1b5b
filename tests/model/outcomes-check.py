#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the intervals against the equation that defines them, solved by halving.

usage: outcomes-check.py TEST-MODEL-OUTCOMES

The program has the closed formula; here the ends are looked for where |count/n - p| equals
z times the standard error at p, with z from Python's standard library.
"""
import math
import random
import statistics
import subprocess
import sys

Z = statistics.NormalDist().inv_cdf(0.975)


def ends(count, n):
    share = count / n

    def beyond(p):
        return abs(share - p) - Z * math.sqrt(p * (1 - p) / n) > 0

    def halve(outside, inside):
        if not beyond(outside):
            return outside
        for _ in range(200):
            middle = (outside + inside) / 2
            outside, inside = (middle, inside) if beyond(middle) else (outside, middle)
        return inside

    return halve(0.0, share), halve(1.0, share)


def difference(a, m, b, n):
    (l1, u1), (l2, u2) = ends(a, m), ends(b, n)
    d = a / m - b / n
    return d - math.hypot(a / m - l1, u2 - b / n), d + math.hypot(u1 - a / m, b / n - l2)


def ask(program, *words):
    out = subprocess.run([program, *map(str, words)], check=True, capture_output=True, text=True)
    return tuple(map(float, out.stdout.split()))


def main():
    program = sys.argv[1]
    dice = random.Random(53)
    wrong = 0
    cases = [(0, 1), (1, 1), (0, 20), (20, 20), (1, 10**9), (10**9 - 1, 10**9)]
    for _ in range(12):
        n = dice.choice([3, 12, 40, 263, 5000, 10**6])
        cases.append((dice.randint(0, n), n))
    for count, n in cases:
        got, want = ask(program, "interval", count, n), ends(count, n)
        if any(abs(x - y) > 1e-9 for x, y in zip(got, want)):
            print(f"{count} of {n}: {got}, expected {want}")
            wrong += 1
    for one, other in zip(cases, cases[7:]):
        got, want = ask(program, "difference", *one, *other), difference(*one, *other)
        if any(abs(x - y) > 1e-9 for x, y in zip(got, want)):
            print(f"{one} - {other}: {got}, expected {want}")
            wrong += 1
    print(f"{len(cases)} intervals, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
