/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-challenge.h"

SF_RECORD_DEFINE (
    SfChallenge, sf_challenge, SF_CHALLENGE, SF_CHALLENGE_COLUMNS, "challenge", N_ ("a challenge"))
