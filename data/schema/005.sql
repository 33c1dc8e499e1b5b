-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 5: what is judged of the head, behind the lock of a confidential record. Run on a file of
-- schema 4, in one transaction.

-- Of which evaluation the record holds what is judged of the head; NULL in performance management.
ALTER TABLE performance ADD COLUMN evaluation INTEGER REFERENCES evaluation (id);
CREATE INDEX performance_evaluation ON performance (evaluation);

-- Records that an erasure is of beside its subject, by UUID, until it is finished. They may live:
-- then it is what they said before that goes.
CREATE TABLE erasure_record (
  erasure BLOB NOT NULL CHECK (length (erasure) = 16),
  record BLOB NOT NULL CHECK (length (record) = 16),
  PRIMARY KEY (erasure, record)
) STRICT;
