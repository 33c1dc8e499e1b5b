-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 8: what of the outcome data a target is about. Run on a file of schema 7, in one
-- transaction.

-- The measure, and the group of families; without a group: all families.
ALTER TABLE target ADD COLUMN outcome_measure INTEGER REFERENCES measure (id);
ALTER TABLE target ADD COLUMN family_group INTEGER REFERENCES family_group (id);
CREATE INDEX target_outcome_measure ON target (outcome_measure);
CREATE INDEX target_family_group ON target (family_group);
