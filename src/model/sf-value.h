/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfValueType:
 * @SF_VALUE_NULL: nothing: "not judged yet" is this, not 0
 * @SF_VALUE_INT: a whole number
 * @SF_VALUE_REAL: a number
 * @SF_VALUE_TEXT: UTF-8
 * @SF_VALUE_BLOB: bytes
 * @SF_VALUE_UUID: the record that is meant
 */
typedef enum
{
  SF_VALUE_NULL,
  SF_VALUE_INT,
  SF_VALUE_REAL,
  SF_VALUE_TEXT,
  SF_VALUE_BLOB,
  SF_VALUE_UUID,
} SfValueType;

/**
 * SfValue:
 *
 * One value of one column, typed as SQLite types it, except that a reference is the UUID of the
 * record it names. All zero is a valid NULL. Text and bytes are owned.
 */
typedef struct
{
  SfValueType type;
  union
  {
    gint64 integer;
    double real;
    char *text;
    GBytes *blob;
    SfUuid uuid;
  };
} SfValue;

#define SF_VALUE_INIT                                                                              \
  {                                                                                                \
    .type = SF_VALUE_NULL                                                                          \
  }

void sf_value_clear (SfValue *value);
void sf_value_copy (SfValue *to, const SfValue *from);
gboolean sf_value_equal (const SfValue *a, const SfValue *b);

void sf_value_set_null (SfValue *value);
void sf_value_set_int (SfValue *value, gint64 integer);
void sf_value_set_real (SfValue *value, double real);
void sf_value_set_text (SfValue *value, const char *text);
void sf_value_take_text (SfValue *value, char *text);
void sf_value_set_blob (SfValue *value, GBytes *blob);
void sf_value_set_uuid (SfValue *value, const SfUuid *uuid);

GVariant *sf_value_to_variant (const SfValue *value);
gboolean sf_value_from_variant (SfValue *value, GVariant *variant);
void sf_value_digest (const SfValue *value, GChecksum *checksum);
char *sf_value_to_display (const SfValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfValue, sf_value_clear)

G_END_DECLS
