/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-action-review.h"

SF_RECORD_DEFINE (SfActionReview,
                  sf_action_review,
                  SF_ACTION_REVIEW,
                  SF_ACTION_REVIEW_COLUMNS,
                  "action_review",
                  N_ ("a review of an action"))
