/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-recovery.h"

#include <sodium.h>

G_BEGIN_DECLS

G_STATIC_ASSERT (SF_RECOVERY_PUBLIC_SIZE == crypto_box_PUBLICKEYBYTES);

/* (transfer full): the half that unlocks; the one that locks goes to @public_half. */
SfSecret *sf_recovery_make_pair (SfSecret *recovery, guint8 public_half[SF_RECOVERY_PUBLIC_SIZE]);

G_END_DECLS
