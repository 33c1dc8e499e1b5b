/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-change.h"

SF_RECORD_DEFINE (SfTargetChange,
                  sf_target_change,
                  SF_TARGET_CHANGE,
                  SF_TARGET_CHANGE_COLUMNS,
                  "target_change",
                  N_ ("a change of a target"))
