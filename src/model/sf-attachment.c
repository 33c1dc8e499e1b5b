/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-attachment.h"

SF_RECORD_DEFINE (
    SfAttachment, sf_attachment, SF_ATTACHMENT, SF_ATTACHMENT_COLUMNS, "attachment", N_ ("a file"))
