/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What history, undo and search call things. */

/* "Safe places to grow and learn" for a judgement, the title or name for others. (transfer full) */
char *sf_label_for_record (SfModel *model, SfRecord *record);
/* "What is strong: Safe places to grow and learn". (transfer full) */
char *sf_label_for_field (SfModel *model, SfRecord *record, guint column);

G_END_DECLS
