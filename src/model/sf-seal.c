/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-seal.h"

SF_RECORD_DEFINE (SfSeal, sf_seal, SF_SEAL, SF_SEAL_COLUMNS, "seal", N_ ("a sealed report"))
