/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-action-target.h"

SF_RECORD_DEFINE (SfActionTarget,
                  sf_action_target,
                  SF_ACTION_TARGET,
                  SF_ACTION_TARGET_COLUMNS,
                  "action_target",
                  N_ ("an action for a target"))
