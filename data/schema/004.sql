-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 4: performance management, confidential. Run on a file of schema 3, in one transaction.

-- One person in one cycle. What is said is in sealed and nowhere else; what stands beside it is what
-- must be read to ask for the passphrase, and review_held is all that may be told outside.
-- further_readers has the names of those who may read beside the two, one on a line.
CREATE TABLE performance (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  centre INTEGER NOT NULL REFERENCES centre (id),
  predecessor INTEGER REFERENCES performance (id),
  person TEXT NOT NULL CHECK (trim (person) <> ''),
  role TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('staff', 'head')),
  reviewer TEXT,
  further_readers TEXT,
  starts_on TEXT NOT NULL CHECK (starts_on IS date (starts_on)),
  ends_on TEXT NOT NULL CHECK (ends_on IS date (ends_on)),
  review_held INTEGER NOT NULL CHECK (review_held IN (0, 1)),
  sealed BLOB NOT NULL,
  position INTEGER NOT NULL,
  retired_at INTEGER,
  CHECK (starts_on <= ends_on)
) STRICT;
CREATE INDEX performance_centre ON performance (centre);
CREATE INDEX performance_predecessor ON performance (predecessor);

-- Who can open it, as one value under the UUID of its record. Without history: an old one would let
-- an old passphrase in.
CREATE TABLE keyring (
  performance BLOB PRIMARY KEY CHECK (length (performance) = 16),
  bytes BLOB NOT NULL
) STRICT;

-- The half of the employer's recovery key that only locks.
CREATE TABLE recovery (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  public_half BLOB NOT NULL CHECK (length (public_half) = 32),
  made_at INTEGER NOT NULL
) STRICT;
