/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-reading.h"

SF_RECORD_DEFINE (
    SfReading, sf_reading, SF_READING, SF_READING_COLUMNS, "reading", N_ ("a reading"))
