-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 2: what makes evidence a library. Run on a file of schema 1, in one transaction; a new
-- file is made by 001.sql and then this. Columns are added at the end, as ALTER TABLE does.

-- Whom it is about: words of the list SF_VOCABULARY_TARGET_GROUP, a space between two.
ALTER TABLE evidence ADD COLUMN target_groups TEXT;

-- A new version names the one that it replaces; the old one stays.
ALTER TABLE attachment ADD COLUMN replaces INTEGER REFERENCES attachment (id);
CREATE INDEX attachment_replaces ON attachment (replaces);

-- Which attachments a content belongs to.
CREATE INDEX attachment_digest ON attachment (digest);

-- What the preview helper made of a content: its words for the search, what it says of itself, and
-- a small picture (rows of red, green and blue bytes, deflated). Made again whenever it is missing;
-- no history. A content that the helper could not read has a row that says so.
CREATE TABLE extract (
  id INTEGER PRIMARY KEY,
  content INTEGER NOT NULL UNIQUE REFERENCES content (id) ON DELETE CASCADE,
  made INTEGER NOT NULL CHECK (made IN (0, 1)),
  title TEXT,
  dated_on TEXT CHECK (dated_on IS date (dated_on)),
  text TEXT,
  width INTEGER CHECK (width BETWEEN 1 AND 512),
  height INTEGER CHECK (height BETWEEN 1 AND 512),
  picture BLOB,
  CHECK ((picture IS NULL) = (width IS NULL) AND (width IS NULL) = (height IS NULL))
) STRICT;

-- The words in files, folded; extract holds the text itself. Kept by store/sf-extract.c alone, for
-- there are no triggers.
CREATE VIRTUAL TABLE extract_index USING fts5 (
  text, content = 'extract', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);

-- What was erased for data protection: that it was, when, by whom and why, never what it said.
-- Without finished_at it goes on at the next opening.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  erased_at INTEGER NOT NULL,
  erased_by TEXT,
  reason TEXT NOT NULL CHECK (trim (reason) <> ''),
  subject BLOB NOT NULL CHECK (length (subject) = 16),
  files INTEGER NOT NULL CHECK (files >= 0),
  finished_at INTEGER
) STRICT;

-- Copies that left the centre's file, so that erasing can say where they went. No history; the rows
-- of a piece of evidence go when it is erased, for a place may name it.
CREATE TABLE departure (
  id INTEGER PRIMARY KEY,
  evidence BLOB NOT NULL CHECK (length (evidence) = 16),
  at INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('copy', 'pack')),
  place TEXT NOT NULL
) STRICT;
CREATE INDEX departure_evidence ON departure (evidence);
