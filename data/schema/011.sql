-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 11: reports that were accepted and sealed. Run on a file of schema 10, in one transaction.

-- The report of an evaluation as a meeting accepted it. What was signed is never changed; what came
-- of it later stands beside: that a correction was begun, that something was erased of it, that its
-- pages were destroyed. Digests as in store/sf-seal-form.h.
CREATE TABLE seal (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  predecessor INTEGER REFERENCES seal (id),
  audience TEXT NOT NULL CHECK (trim (audience) <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  sealed_at INTEGER NOT NULL,
  sealed_by TEXT,
  office TEXT,
  accepted_by TEXT,
  meeting_on TEXT NOT NULL CHECK (meeting_on IS date (meeting_on)),
  reason TEXT,
  form INTEGER NOT NULL CHECK (form >= 1),
  framework_digest TEXT NOT NULL CHECK (length (framework_digest) = 64),
  chain_head BLOB NOT NULL CHECK (length (chain_head) = 32),
  data_root BLOB NOT NULL CHECK (length (data_root) = 32),
  leaves INTEGER NOT NULL CHECK (leaves >= 1),
  fingerprint TEXT NOT NULL CHECK (length (fingerprint) = 29),
  pdf_digest TEXT NOT NULL CHECK (length (pdf_digest) = 64),
  pdf_size INTEGER NOT NULL CHECK (pdf_size >= 1),
  public_key BLOB NOT NULL CHECK (length (public_key) = 32),
  signature BLOB NOT NULL CHECK (length (signature) = 64),
  corrected_at INTEGER,
  corrected_by TEXT,
  correction TEXT,
  redacted_at INTEGER,
  redaction TEXT,
  pdf_gone_at INTEGER,
  CHECK ((corrected_at IS NULL) = (correction IS NULL)),
  CHECK (pdf_gone_at IS NULL OR redacted_at IS NOT NULL)
) STRICT;
CREATE INDEX seal_evaluation ON seal (evaluation);
CREATE INDEX seal_predecessor ON seal (predecessor);
CREATE INDEX seal_pdf_digest ON seal (pdf_digest);
CREATE UNIQUE INDEX seal_version ON seal (evaluation, version);

-- What was sealed, field by field; without history, for data_root covers it. Erased: without value
-- and salt. A reference is the UUID of what it names; field "*" is a whole row, packed.
CREATE TABLE seal_leaf (
  id INTEGER PRIMARY KEY,
  seal INTEGER NOT NULL REFERENCES seal (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  record_table TEXT NOT NULL,
  record BLOB NOT NULL CHECK (length (record) = 16),
  field TEXT NOT NULL,
  value ANY,
  salt BLOB CHECK (length (salt) = 16),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  CHECK (salt IS NOT NULL OR value IS NULL)
) STRICT;
CREATE UNIQUE INDEX seal_leaf_position ON seal_leaf (seal, position);
CREATE INDEX seal_leaf_record ON seal_leaf (record);

-- The words of its pages, to find out whether something that is erased is printed in them.
CREATE TABLE seal_text (
  id INTEGER PRIMARY KEY,
  seal INTEGER NOT NULL UNIQUE REFERENCES seal (id),
  text TEXT NOT NULL
) STRICT;

-- Keys for signing that lie in this file behind a passphrase. Without history: an old one would let
-- an old passphrase in.
CREATE TABLE signing_key (
  public_key BLOB PRIMARY KEY CHECK (length (public_key) = 32),
  locked BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;
