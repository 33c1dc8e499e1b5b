-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 3: targets in full, the development plan, outcome data. Run on a file of schema 2, in one
-- transaction.

-- --- the development plan ------------------------------------------------------------------

-- What the centre puts first in one evaluation's year.
CREATE TABLE priority (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  objective TEXT,
  position INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;
CREATE INDEX priority_evaluation ON priority (evaluation);

-- What is done for it. Either a due date or the reason for none. Costs in whole pence. judgement and
-- improvement say from which line of which judgement it was drafted.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  priority INTEGER NOT NULL REFERENCES priority (id),
  judgement INTEGER REFERENCES judgement (id),
  improvement TEXT,
  statement_codes TEXT,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  lead TEXT,
  starts_on TEXT CHECK (starts_on IS date (starts_on)),
  due_on TEXT CHECK (due_on IS date (due_on)),
  no_date_reason TEXT,
  cost INTEGER CHECK (cost >= 0),
  spent INTEGER CHECK (spent >= 0),
  money_source TEXT,
  criteria TEXT,
  progress TEXT,
  impact TEXT,
  done_on TEXT CHECK (done_on IS date (done_on)),
  dropped_reason TEXT,
  position INTEGER NOT NULL,
  retired_at INTEGER,
  CHECK (due_on IS NULL OR no_date_reason IS NULL),
  CHECK (done_on IS NULL OR dropped_reason IS NULL)
) STRICT;
CREATE INDEX action_priority ON action (priority);
CREATE INDEX action_judgement ON action (judgement);

-- A look at an action on one day, three times a year.
CREATE TABLE action_review (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  action INTEGER NOT NULL REFERENCES action (id),
  reviewed_on TEXT NOT NULL CHECK (reviewed_on IS date (reviewed_on)),
  status TEXT CHECK (status IN ('on-track', 'at-risk', 'off-track', 'met', 'not-met')),
  comment TEXT,
  reviewed_by TEXT
) STRICT;
CREATE INDEX action_review_action ON action_review (action);

-- Which targets an action serves.
CREATE TABLE action_target (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  action INTEGER NOT NULL REFERENCES action (id),
  target INTEGER NOT NULL REFERENCES target (id)
) STRICT;
CREATE INDEX action_target_action ON action_target (action);
CREATE INDEX action_target_target ON action_target (target);
CREATE UNIQUE INDEX action_target_once ON action_target (action, target);

-- --- targets ------------------------------------------------------------------------------------

-- Statements that it serves beside statement_code, a space between two; the plan's priority; what
-- evidence is expected; whether it is held against a line or against steps; and which way is better
-- where no baseline says so.
ALTER TABLE target ADD COLUMN further_statements TEXT;
ALTER TABLE target ADD COLUMN priority INTEGER REFERENCES priority (id);
ALTER TABLE target ADD COLUMN evidence_expected TEXT;
ALTER TABLE target ADD COLUMN pace TEXT CHECK (pace IN ('steady', 'yearly'));
ALTER TABLE target ADD COLUMN direction TEXT CHECK (direction IN ('up', 'down'));
CREATE INDEX target_priority ON target (priority);

-- A part of the way that is reached or not, where there is nothing to measure.
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  target INTEGER NOT NULL REFERENCES target (id),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  due_on TEXT CHECK (due_on IS date (due_on)),
  reached_on TEXT CHECK (reached_on IS date (reached_on)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX milestone_target ON milestone (target);

-- What was changed of a target after it had been set, and why: for its readers, who do not have the
-- history. Values as they are printed. By an office ("the head"), never by a person's name.
CREATE TABLE target_change (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  target INTEGER NOT NULL REFERENCES target (id),
  changed_on TEXT NOT NULL CHECK (changed_on IS date (changed_on)),
  field TEXT NOT NULL,
  old_value TEXT,
  new_value TEXT,
  reason TEXT NOT NULL CHECK (trim (reason) <> ''),
  office TEXT
) STRICT;
CREATE INDEX target_change_target ON target_change (target);

-- --- outcome data -------------------------------------------------------------------------------

-- What is counted, period by period. kind says how a reading is made: a proportion of a
-- denominator, a count, or a mean. aim is where the centre wants to be, as a fraction of 1 for a
-- proportion.
CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  shipped TEXT,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  explanation TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('proportion', 'count', 'mean')),
  unit TEXT,
  direction TEXT CHECK (direction IN ('up', 'down')),
  period TEXT NOT NULL CHECK (period IN ('month', 'quarter', 'term', 'year', 'school-year')),
  full_count INTEGER NOT NULL CHECK (full_count IN (0, 1)),
  source TEXT,
  aim REAL,
  position INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;
CREATE INDEX measure_centre ON measure (centre);

-- Families of one kind, whose readings stand beside those of all.
CREATE TABLE family_group (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  shipped TEXT,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  position INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;
CREATE INDEX family_group_centre ON family_group (centre);

-- One figure: of all families, or of a group; for the period that begins on that day. A proportion
-- has count and denominator, a count has count, a mean has value (and the number of those it is the
-- mean of as denominator). denominator_on is how old the denominator is.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  measure INTEGER NOT NULL REFERENCES measure (id),
  family_group INTEGER REFERENCES family_group (id),
  starts_on TEXT NOT NULL CHECK (starts_on IS date (starts_on)),
  count INTEGER CHECK (count >= 0),
  denominator INTEGER CHECK (denominator >= 0),
  value REAL,
  source TEXT,
  dated_on TEXT CHECK (dated_on IS date (dated_on)),
  denominator_on TEXT CHECK (denominator_on IS date (denominator_on)),
  CHECK (count IS NULL OR denominator IS NULL OR count <= denominator)
) STRICT;
CREATE INDEX reading_measure ON reading (measure);
CREATE INDEX reading_family_group ON reading (family_group);
CREATE UNIQUE INDEX reading_once ON reading (measure, ifnull (family_group, 0), starts_on);
