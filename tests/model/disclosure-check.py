#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold what the reports of random years show against exact arithmetic.

usage: disclosure-check.py PROGRAM COUNT

PROGRAM --write COUNT (test-disclosure-attack.c) gives a year in a line: its unknowns, and the
equations between them that somebody knows who has every report. Of each small quantity the least
and the greatest possible value are worked out here, in fractions, by a simplex method of this
file's own. A reader must think 1 and 5 possible, and no figure that is not shown may be one number.
The same years with the protecting figures shown (--write-revealed) must be lost.
"""
from fractions import Fraction
import subprocess
import sys


class Table:
    """Equations with nothing below nought, brought to a corner (two-phase simplex, Bland)."""

    def __init__(self, equations, n):
        self.n = n
        self.rows, self.basis = [], []
        for factors, right in equations:
            row = [Fraction(0)] * n + [right]
            for at, factor in factors.items():
                row[at] += factor
            self.rows.append([-x for x in row] if right < 0 else row)
        self.basis = [None] * len(self.rows)
        wrong = [-sum(column) for column in zip(*self.rows)]
        self.descend(wrong)
        assert wrong[n] == 0, "the truth does not agree with what is shown"
        # What stands for no unknown by now is 0 = 0, or can be made to stand for one.
        for i in range(len(self.rows)):
            if self.basis[i] is None:
                at = next((j for j in range(n) if self.rows[i][j] != 0), None)
                if at is not None:
                    self.pivot(i, at, wrong)
        keep = [i for i in range(len(self.rows)) if self.basis[i] is not None]
        self.rows = [self.rows[i] for i in keep]
        self.basis = [self.basis[i] for i in keep]

    def pivot(self, at, column, goal):
        by = self.rows[at][column]
        row = self.rows[at] = [x / by for x in self.rows[at]]
        for other in [r for i, r in enumerate(self.rows) if i != at] + [goal]:
            times = other[column]
            if times != 0:
                for j, x in enumerate(row):
                    if x != 0:
                        other[j] -= times * x
        self.basis[at] = column

    def descend(self, goal):
        """Brings the goal to its least value; False if there is none."""
        while True:
            column = next((j for j in range(self.n) if goal[j] < 0), None)
            if column is None:
                return True
            ratios = [(row[self.n] / row[column],
                       -1 if self.basis[i] is None else self.basis[i], i)
                      for i, row in enumerate(self.rows) if row[column] > 0]
            if not ratios:
                return False
            self.pivot(min(ratios)[2], column, goal)

    def extreme(self, at, sign):
        """The least of sign * unknown; None if there is none."""
        goal = [Fraction(0)] * (self.n + 1)
        goal[at] = Fraction(sign)
        for i, column in enumerate(self.basis):
            times = goal[column]
            if times != 0:
                goal = [x - times * y for x, y in zip(goal, self.rows[i])]
        return -goal[self.n] * sign if self.descend(goal) else None


def read(line):
    head, *equations = line.split(" =")
    seed, *unknowns = head.split()
    parsed = []
    for equation in equations:
        *terms, right = equation.split()
        factors = {}
        for term in terms:
            at, factor = term.split(":")
            # A rate is written with all its digits; as a fraction it is short again.
            factors[int(at)] = Fraction(float(factor)).limit_denominator(100000)
        parsed.append((factors, Fraction(float(right[1:]))))
    return seed, unknowns, parsed


def check(line):
    seed, unknowns, equations = read(line)
    table = Table(equations, len(unknowns))
    wrong = []
    for at, written in enumerate(unknowns):
        value = int(written.rstrip("hx"))
        small = 1 <= value <= 4
        if written.endswith("x") or not (small or "h" in written):
            continue
        low, high = table.extreme(at, 1), table.extreme(at, -1)
        assert low <= value and (high is None or high >= value)
        if small and (low > 1 or (high is not None and high < 5)):
            wrong.append(f"year {seed}: {value} is known to be from {low} to {high}")
        if "h" in written and low == high:
            wrong.append(f"year {seed}: {value}, not shown, is known")
    return wrong


def check_years(program, option, count):
    lines = subprocess.run([program, option, count], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    assert len(lines) == int(count)
    return [check(line) for line in lines]


def main():
    program, count = sys.argv[1:]
    wrong = [text for year in check_years(program, "--write", count) for text in year]
    for text in wrong:
        print(text)
    lost = sum(bool(year) for year in check_years(program, "--write-revealed", count))
    print(f"{count} years; {lost} of them are lost without protecting figures")
    return 1 if wrong or lost < int(count) // 3 else 0


if __name__ == "__main__":
    sys.exit(main())
