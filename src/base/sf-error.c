/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"

G_DEFINE_QUARK (sf - error - quark, sf_error)
