-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 9: meetings of the committee, and its questions. Run on a file of schema 8, in one transaction.

-- --- meetings -----------------------------------------------------------------------------------

-- A meeting of the governing body or committee, planned or held. presented: the evaluation whose
-- report was presented there.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  meets_on TEXT NOT NULL CHECK (meets_on IS date (meets_on)),
  begins_at TEXT,
  place TEXT,
  agenda TEXT,
  minutes TEXT,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held')),
  presented INTEGER REFERENCES evaluation (id),
  retired_at INTEGER
) STRICT;
CREATE INDEX meeting_centre ON meeting (centre);
CREATE INDEX meeting_presented ON meeting (presented);

-- A key area that is looked at in it.
CREATE TABLE meeting_area (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  area_code TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX meeting_area_once ON meeting_area (meeting, area_code);

-- Who was there, by office ("parent governor"); a name only where somebody wants it in the minutes.
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  office TEXT NOT NULL CHECK (trim (office) <> ''),
  name TEXT,
  presence TEXT NOT NULL CHECK (presence IN ('present', 'apologies')),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting);

-- A question that the committee asked, the reply, and what changed because of it. By an office,
-- never by a person's name.
CREATE TABLE challenge (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  question TEXT NOT NULL CHECK (trim (question) <> ''),
  office TEXT,
  reply TEXT,
  changed TEXT,
  statement_code TEXT,
  target INTEGER REFERENCES target (id),
  minute TEXT,
  answered_on TEXT CHECK (answered_on IS date (answered_on)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX challenge_meeting ON challenge (meeting);
CREATE INDEX challenge_target ON challenge (target);

-- --- questions for the committee ----------------------------------------------------------------

-- What the head did with a question that was drawn from the workbook: by the rule that drew it and
-- what it is about (a statement's code, a target's UUID, a measure's and a group's), so that it
-- stays with it whatever else changes. ground is why it was asked when it was answered, so that an
-- answer to something else is not printed. withdrawn is the reason, which is nobody's but the
-- centre's.
CREATE TABLE question_decision (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  rule TEXT NOT NULL,
  about TEXT NOT NULL,
  ground TEXT,
  answer TEXT,
  answered_on TEXT CHECK (answered_on IS date (answered_on)),
  withdrawn TEXT
) STRICT;
CREATE UNIQUE INDEX question_decision_once ON question_decision (evaluation, rule, about);
