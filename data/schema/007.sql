-- SPDX-FileCopyrightText: 2026 The Sixfold contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 7: the key to which exact counts are sealed. Run on a file of schema 6, in one transaction.

-- The line that the authority gave: it can only lock.
ALTER TABLE centre ADD COLUMN return_key TEXT;
