/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target.h"

SF_RECORD_DEFINE (SfTarget, sf_target, SF_TARGET, SF_TARGET_COLUMNS, "target", N_ ("a target"))
