/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"

G_BEGIN_DECLS

/* Only store and workbook may include this: nobody else changes a record. */

SfRecord *sf_record_new (GType type, const SfUuid *uuid);
void sf_record_load (SfRecord *self, guint column, const SfValue *value);
gboolean sf_record_apply (SfRecord *self, guint column, const SfValue *value);

G_END_DECLS
