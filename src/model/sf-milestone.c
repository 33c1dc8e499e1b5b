/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-milestone.h"

SF_RECORD_DEFINE (
    SfMilestone, sf_milestone, SF_MILESTONE, SF_MILESTONE_COLUMNS, "milestone", N_ ("a milestone"))
