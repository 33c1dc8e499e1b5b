/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

/* What the preloaded library offers to the program under test; weak there, for it runs without it
 * too. Environment: SIXFOLD_FAULT_UNDER (the folder that is watched), SIXFOLD_FAULT_KIND ("kill"
 * before the call, "half" after half a write, "enospc", "eio"). */

void sf_fault_arm (long at) __attribute__ ((weak));
long sf_fault_count (void) __attribute__ ((weak));
