/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-centre.h"

SF_RECORD_DEFINE (SfCentre, sf_centre, SF_CENTRE, SF_CENTRE_COLUMNS, "centre", N_ ("a centre"))
