/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-record.h"

SF_RECORD_DEFINE (SfPerformanceRecord,
                  sf_performance_record,
                  SF_PERFORMANCE_RECORD,
                  SF_PERFORMANCE_RECORD_COLUMNS,
                  "performance",
                  N_ ("a confidential record"))
