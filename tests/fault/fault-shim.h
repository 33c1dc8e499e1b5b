/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

/* What the preloaded library offers to the program under test, which looks for it by name, for it
 * runs without it too. Environment: SIXFOLD_FAULT_UNDER (the folder that is watched),
 * SIXFOLD_FAULT_KIND ("kill" before the call, "half" after half a write, "enospc", "eio"). */

void sf_fault_arm (long at);
long sf_fault_count (void);
