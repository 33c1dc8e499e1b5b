/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-erasure.h"

SF_RECORD_DEFINE (
    SfErasure, sf_erasure, SF_ERASURE, SF_ERASURE_COLUMNS, "erasure", N_ ("an erasure"))
