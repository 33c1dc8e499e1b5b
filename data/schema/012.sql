-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 12: what may identify somebody in a report, and was looked at. Run on a file of schema 11,
-- in one transaction.

-- For one audience, that the words of which digest is the SHA-256 identify nobody. The words
-- themselves are not kept: what is erased elsewhere must not go on here.
CREATE TABLE identity_check (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  audience TEXT NOT NULL CHECK (trim (audience) <> ''),
  digest TEXT NOT NULL CHECK (length (digest) = 64),
  confirmed_on TEXT NOT NULL CHECK (confirmed_on IS date (confirmed_on))
) STRICT;
CREATE INDEX identity_check_evaluation ON identity_check (evaluation);
CREATE UNIQUE INDEX identity_check_once ON identity_check (evaluation, audience, digest);
