/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-review.h"

SF_RECORD_DEFINE (SfReview, sf_review, SF_REVIEW, SF_REVIEW_COLUMNS, "review", N_ ("a review"))
