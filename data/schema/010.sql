-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 10: how each audience's report is made. Run on a file of schema 9, in one transaction.

-- What stands beside the judgements in a report: prose, for who may have it.
ALTER TABLE evaluation ADD COLUMN finance TEXT;
ALTER TABLE evaluation ADD COLUMN staffing TEXT;
-- What parents and the community are told, in words of their own.
ALTER TABLE evaluation ADD COLUMN went_well TEXT;
ALTER TABLE evaluation ADD COLUMN working_on TEXT;
ALTER TABLE evaluation ADD COLUMN heard TEXT;

-- What was chosen for the report of one evaluation to one audience.
CREATE TABLE report_choice (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  audience TEXT NOT NULL CHECK (audience IN ('governors', 'parents', 'authority', 'staff', 'head', 'job-description', 'person-specification', 'forms')),
  annex INTEGER NOT NULL CHECK (annex IN (0, 1)),
  large_print INTEGER NOT NULL CHECK (large_print IN (0, 1)),
  covering_note TEXT,
  area_code TEXT
) STRICT;
CREATE INDEX report_choice_evaluation ON report_choice (evaluation);

-- A section that was left out, or stands in another place than it would.
CREATE TABLE report_section (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  choice INTEGER NOT NULL REFERENCES report_choice (id),
  section TEXT NOT NULL CHECK (trim (section) <> ''),
  position INTEGER NOT NULL,
  is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1))
) STRICT;
CREATE INDEX report_section_choice ON report_section (choice);

-- A statement that a job description or a person specification is made of.
CREATE TABLE report_statement (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  choice INTEGER NOT NULL REFERENCES report_choice (id),
  statement_code TEXT NOT NULL,
  requirement TEXT CHECK (requirement IN ('essential', 'desirable')),
  assessed_by TEXT
) STRICT;
CREATE INDEX report_statement_choice ON report_statement (choice);
