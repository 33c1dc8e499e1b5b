/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-action.h"

SF_RECORD_DEFINE (SfAction, sf_action, SF_ACTION, SF_ACTION_COLUMNS, "action", N_ ("an action"))
