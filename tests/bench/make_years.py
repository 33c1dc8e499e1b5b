# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten years of targets, plan and outcome data beside the example's own.

600 targets with 3,000 reviews, 1,500 actions with two reviews each, 60,000 readings: of 50
measures, month by month, of all families and nine groups.
"""
import shutil
import sqlite3

FIRST_YEAR, YEARS = 2017, 10
TARGETS, REVIEWS = 60, 5  # a year; of each target
PRIORITIES, ACTIONS = 5, 30  # a year; of each priority
MEASURES, GROUPS, MONTHS = 50, 9, 120

WORDS = ("Journals go home weekly", "Fathers come to the Saturday group", "Reviews begin with the "
         "parent", "The garden is used in all weathers", "Families on the Dell know of us")
STATUSES = ("on-track", "at-risk", "off-track", "met", "not-met")


def insert(db, table, **values):
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    return db.execute(f"INSERT INTO {table} (uuid, {names}) VALUES (randomblob (16), {marks})",
                      tuple(values.values())).lastrowid


def write_year(db, year, evaluation, centre):
    """The targets and the plan of one evaluation, which began in that year."""
    for target in range(TARGETS):
        row = insert(db, "target", centre=centre, evaluation=evaluation,
                     statement_code=f"LLD-S{1 + target % 7}", unit="%", baseline=20 + target % 30,
                     title=f"{WORDS[target % 5]}, {target} of {year}", goal=60 + target % 30,
                     owner=f"Leader {target % 12}", starts_on=f"{year}-04-01",
                     due_on=f"{year + 1}-0{1 + target % 3}-28")
        for review in range(REVIEWS):
            insert(db, "review", target=row, reviewed_on=f"{year}-{5 + review:02}-15",
                   value=20 + target % 30 + 7 * review, status=STATUSES[(target + review) % 5],
                   comment="What was seen in the rooms, and what families said.")
    for first in range(PRIORITIES):
        priority = insert(db, "priority", evaluation=evaluation, position=100 + first,
                          title=f"Priority {first + 1} of {year}")
        for place in range(ACTIONS):
            action = insert(db, "action", priority=priority, position=place, lead=f"L {place % 9}",
                            title=f"{WORDS[place % 5]}: step {place + 1} of {year}", cost=25000,
                            starts_on=f"{year}-{4 + place % 8:02}-01", spent=1000 * place,
                            due_on=f"{year + 1}-0{1 + place % 3}-28", statement_codes="LLD-S1")
            for month in (7, 11):
                insert(db, "action_review", action=action, reviewed_on=f"{year}-{month:02}-20",
                       comment="It goes on.", status=STATUSES[place % 3])


def write_readings(db, centre):
    groups = [None] + [insert(db, "family_group", centre=centre, title=f"Group {number + 1}",
                              position=100 + number) for number in range(GROUPS)]
    for number in range(MEASURES):
        measure = insert(db, "measure", centre=centre, title=f"Measure {number + 1}", unit="%",
                         kind="proportion", direction="up", period="month", full_count=0,
                         aim=0.65, position=100 + number)
        for month in range(MONTHS):
            starts_on = f"{FIRST_YEAR + month // 12}-{1 + month % 12:02}-01"
            for place, group in enumerate(groups):
                whole = 640 // (1 + place)
                insert(db, "reading", measure=measure, family_group=group, starts_on=starts_on,
                       count=whole * (30 + month // 3) // 100, denominator=whole,
                       source="The register", dated_on=starts_on)


def make_years(example, path):
    """Copies the example to the path and adds the ten years to it; gives the path back."""
    shutil.copy(example, path)
    with sqlite3.connect(path) as db:
        evaluations = db.execute(
            "SELECT id, starts_on, centre, framework FROM evaluation ORDER BY starts_on").fetchall()
        known = {starts_on[:4]: evaluation for evaluation, starts_on, _, _ in evaluations}
        _, _, centre, framework = evaluations[-1]
        for number in range(YEARS):
            year = FIRST_YEAR + number
            evaluation = known.get(str(year)) or insert(
                db, "evaluation", centre=centre, framework=framework, title=f"{year} to {year + 1}",
                starts_on=f"{year}-04-01", ends_on=f"{year + 1}-03-31")
            write_year(db, year, evaluation, centre)
        write_readings(db, centre)
    return path
