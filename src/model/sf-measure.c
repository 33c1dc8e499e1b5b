/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-measure.h"

SF_RECORD_DEFINE (
    SfMeasure, sf_measure, SF_MEASURE, SF_MEASURE_COLUMNS, "measure", N_ ("a measure"))
