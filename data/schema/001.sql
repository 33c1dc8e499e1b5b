-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 1 of a centre file. Applied whole, in one transaction, to an empty database.
-- Records: an id for joins inside the file, a UUIDv7 for everything else. References inside the
-- file are ids; in history they are UUIDs.

-- The file itself: one row.
CREATE TABLE workbook (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  copy BLOB NOT NULL CHECK (length (copy) = 16),
  created_at INTEGER NOT NULL,
  least_reader INTEGER NOT NULL,
  clean_since INTEGER,
  checked_at INTEGER
) STRICT;

CREATE TABLE centre (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  position INTEGER NOT NULL,
  address TEXT,
  telephone TEXT,
  email TEXT,
  website TEXT,
  local_authority TEXT,
  reference TEXT,
  head_name TEXT,
  committee_name TEXT,
  area_served TEXT,
  families_in_reach INTEGER CHECK (families_in_reach >= 0),
  services TEXT,
  retired_at INTEGER
) STRICT;

CREATE TABLE contributor (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  name TEXT NOT NULL CHECK (trim (name) <> ''),
  role TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('head', 'leadership', 'staff', 'partner', 'parents', 'governors', 'adviser')),
  retired_at INTEGER
) STRICT;

CREATE TABLE framework (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  identifier TEXT NOT NULL,
  edition TEXT NOT NULL,
  title TEXT NOT NULL,
  xml BLOB NOT NULL
) STRICT;

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  framework INTEGER NOT NULL REFERENCES framework (id),
  predecessor INTEGER REFERENCES evaluation (id),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  starts_on TEXT NOT NULL CHECK (starts_on IS date (starts_on)),
  ends_on TEXT NOT NULL CHECK (ends_on IS date (ends_on)),
  meeting_on TEXT CHECK (meeting_on IS date (meeting_on)),
  improved TEXT,
  not_improved TEXT,
  decisions TEXT,
  closed_at INTEGER,
  CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX evaluation_centre ON evaluation (centre);
CREATE INDEX evaluation_framework ON evaluation (framework);
CREATE INDEX evaluation_predecessor ON evaluation (predecessor);

CREATE TABLE area_judgement (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  area_code TEXT NOT NULL,
  level INTEGER CHECK (level BETWEEN 1 AND 9),
  strengths TEXT,
  improvements TEXT,
  proposed_on TEXT CHECK (proposed_on IS date (proposed_on)),
  agreed_by TEXT,
  agreed_on TEXT CHECK (agreed_on IS date (agreed_on))
) STRICT;
CREATE INDEX area_judgement_evaluation ON area_judgement (evaluation);
CREATE UNIQUE INDEX area_judgement_once ON area_judgement (evaluation, area_code);

CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  statement_code TEXT NOT NULL,
  contributor INTEGER REFERENCES contributor (id),
  level INTEGER CHECK (level BETWEEN 1 AND 9),
  not_applicable TEXT,
  strengths TEXT,
  improvements TEXT,
  difference TEXT,
  CHECK (level IS NULL OR not_applicable IS NULL)
) STRICT;
CREATE INDEX judgement_evaluation ON judgement (evaluation);
CREATE INDEX judgement_contributor ON judgement (contributor);
CREATE UNIQUE INDEX judgement_once
  ON judgement (evaluation, statement_code, ifnull (contributor, 0));

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('data', 'observation', 'users-views', 'document', 'external')),
  shows TEXT,
  dated_on TEXT CHECK (dated_on IS date (dated_on)),
  added_on TEXT NOT NULL CHECK (added_on IS date (added_on)),
  source TEXT,
  author TEXT,
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('centre', 'board', 'open', 'restricted')),
  keep_until TEXT CHECK (keep_until IS date (keep_until)),
  web_link TEXT,
  place TEXT,
  sighted_by TEXT,
  sighted_on TEXT CHECK (sighted_on IS date (sighted_on)),
  retired_at INTEGER
) STRICT;
CREATE INDEX evidence_centre ON evidence (centre);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evidence INTEGER NOT NULL REFERENCES evidence (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  digest TEXT NOT NULL CHECK (length (digest) = 64),
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_evidence ON attachment (evidence);

CREATE TABLE evidence_link (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evidence INTEGER NOT NULL REFERENCES evidence (id),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  statement_code TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX evidence_link_evidence ON evidence_link (evidence);
CREATE INDEX evidence_link_evaluation ON evidence_link (evaluation);
CREATE UNIQUE INDEX evidence_link_once
  ON evidence_link (evidence, evaluation, statement_code);

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  statement_code TEXT,
  title TEXT NOT NULL CHECK (trim (title) <> ''),
  criteria TEXT,
  measure TEXT,
  unit TEXT,
  baseline REAL,
  goal REAL,
  owner TEXT,
  support TEXT,
  starts_on TEXT CHECK (starts_on IS date (starts_on)),
  due_on TEXT CHECK (due_on IS date (due_on)),
  outcome TEXT CHECK (outcome IN ('met', 'not-met', 'dropped')),
  outcome_reason TEXT,
  retired_at INTEGER
) STRICT;
CREATE INDEX target_centre ON target (centre);
CREATE INDEX target_evaluation ON target (evaluation);

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  target INTEGER NOT NULL REFERENCES target (id),
  reviewed_on TEXT NOT NULL CHECK (reviewed_on IS date (reviewed_on)),
  value REAL,
  status TEXT CHECK (status IN ('on-track', 'at-risk', 'off-track', 'met', 'not-met')),
  comment TEXT,
  reviewed_by TEXT
) STRICT;
CREATE INDEX review_target ON review (target);

-- History. A step is one transaction; "about" is the step that an undo or redo replays. parent and
-- hash chain the steps of a copy; a merge has a second parent.
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  copy BLOB NOT NULL CHECK (length (copy) = 16),
  at INTEGER NOT NULL,
  contributor BLOB CHECK (length (contributor) = 16),
  label TEXT NOT NULL,
  label_salt BLOB CHECK (length (label_salt) = 16),
  label_digest BLOB NOT NULL CHECK (length (label_digest) = 32),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'barrier')),
  about INTEGER REFERENCES step (id),
  parent BLOB CHECK (length (parent) = 32),
  merge_parent BLOB CHECK (length (merge_parent) = 32),
  hash BLOB NOT NULL CHECK (length (hash) = 32),
  CHECK ((about IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
CREATE INDEX step_about ON step (about);

-- What a step did: a field set (old and new), or a record inserted or deleted, packed whole.
-- digest covers the salt and the values; values and salt can be erased and the chain still
-- verifies.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES step (id),
  operation TEXT NOT NULL CHECK (operation IN ('set', 'insert', 'delete')),
  record_table TEXT NOT NULL,
  record BLOB NOT NULL CHECK (length (record) = 16),
  field TEXT,
  old_value ANY,
  new_value ANY,
  packed BLOB,
  salt BLOB CHECK (length (salt) = 16),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  CHECK ((field IS NOT NULL) = (operation = 'set'))
) STRICT;
CREATE INDEX change_step ON change (step);
CREATE INDEX change_record ON change (record);

-- Text that is still being typed. No history.
CREATE TABLE draft (
  record_table TEXT NOT NULL,
  record BLOB NOT NULL CHECK (length (record) = 16),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  contributor BLOB CHECK (length (contributor) = 16),
  at INTEGER NOT NULL,
  PRIMARY KEY (record, field)
) STRICT;

-- The contents of attachments, kept once by digest, in pieces of 256 KiB. A content without
-- complete is half added and goes after the next opening.
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  digest TEXT UNIQUE CHECK (length (digest) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  CHECK (complete = 0 OR digest IS NOT NULL)
) STRICT;

CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  content INTEGER NOT NULL REFERENCES content (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  data BLOB NOT NULL CHECK (length (data) <= 262144)
) STRICT;
CREATE UNIQUE INDEX chunk_sequence ON chunk (content, sequence);

-- Backups made, each read back after it was written.
CREATE TABLE backup (
  id INTEGER PRIMARY KEY,
  made_at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('daily', 'asked', 'migration', 'restore')),
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  judgements INTEGER NOT NULL,
  files INTEGER NOT NULL,
  checked INTEGER NOT NULL CHECK (checked IN (0, 1))
) STRICT;
