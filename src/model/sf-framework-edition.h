/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"
#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_FRAMEWORK_EDITION_COLUMNS(X, T, p, P) \
  X (T, p, P, IDENTIFIER, identifier, TEXT, N_ ("identifier"), NULL, \
     SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, EDITION, edition, TEXT, N_ ("edition"), NULL, \
     SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, TITLE, title, TEXT, N_ ("title"), NULL, \
     SF_COLUMN_LEAVES_ALL) \
  X (T, p, P, XML, xml, BLOB, N_ ("contents"), NULL, \
     SF_COLUMN_LEAVES_ALL)
/* clang-format on */

/**
 * SfFrameworkEdition:
 *
 * A framework as it was when an evaluation began to use it.
 */
#define SF_TYPE_FRAMEWORK_EDITION (sf_framework_edition_get_type ())
G_DECLARE_FINAL_TYPE (SfFrameworkEdition, sf_framework_edition, SF, FRAMEWORK_EDITION, SfRecord)

SF_RECORD_COLUMNS (SfFrameworkEdition,
                   sf_framework_edition,
                   SF_FRAMEWORK_EDITION,
                   SF_FRAMEWORK_EDITION_COLUMNS)

SfFramework *sf_framework_edition_get_contents (SfFrameworkEdition *self);

G_END_DECLS
