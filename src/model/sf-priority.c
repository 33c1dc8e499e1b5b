/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-priority.h"

SF_RECORD_DEFINE (
    SfPriority, sf_priority, SF_PRIORITY, SF_PRIORITY_COLUMNS, "priority", N_ ("a priority"))
