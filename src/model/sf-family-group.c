/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-family-group.h"

SF_RECORD_DEFINE (SfFamilyGroup,
                  sf_family_group,
                  SF_FAMILY_GROUP,
                  SF_FAMILY_GROUP_COLUMNS,
                  "family_group",
                  N_ ("a group of families"))
