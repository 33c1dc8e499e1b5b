-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 6: what reports showed that have left the centre. Run on a file of schema 5, in one
-- transaction.

-- One measure in one period, as a report held it. It cannot be taken back: without history, under
-- UUIDs, so that it stays when the measure goes and is there when undo brings it back.
CREATE TABLE shown (
  id INTEGER PRIMARY KEY,
  measure BLOB NOT NULL CHECK (length (measure) = 16),
  starts_on TEXT NOT NULL CHECK (starts_on IS date (starts_on)),
  at INTEGER NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('print', 'report', 'list'))
) STRICT;
CREATE INDEX shown_measure ON shown (measure, starts_on);

-- Its figures, those that were not shown among them: what they hide is to stay hidden. Without a
-- group: of all families.
CREATE TABLE shown_figure (
  id INTEGER PRIMARY KEY,
  shown INTEGER NOT NULL REFERENCES shown (id) ON DELETE CASCADE,
  family_group BLOB CHECK (length (family_group) = 16),
  count INTEGER NOT NULL CHECK (count >= 0),
  denominator INTEGER CHECK (denominator >= 0),
  is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1))
) STRICT;
CREATE INDEX shown_figure_shown ON shown_figure (shown);
