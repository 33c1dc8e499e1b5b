/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "model/sf-model.h"

/* What a workbook should hold, kept as simply as can be: a table of "record/column" → text, and
 * for each operation which entries it changed. */

typedef struct
{
  char *key;
  char *before; /* NULL: there was none */
  char *after;
} SimpleChange;

typedef struct
{
  GHashTable *values; /* char * → char * */
  GPtrArray *undo;    /* of GPtrArray of SimpleChange */
  GPtrArray *redo;
  GPtrArray *now; /* the operation under way */
} SimpleModel;

SimpleModel *simple_model_new (void);
void simple_model_free (SimpleModel *simple);

void simple_begin (SimpleModel *simple);
void simple_end (SimpleModel *simple);
gboolean simple_undo (SimpleModel *simple);
gboolean simple_redo (SimpleModel *simple);

void simple_add (SimpleModel *simple, GType type, const SfUuid *uuid);
void simple_remove (SimpleModel *simple, SfRecord *record);
void simple_put (
    SimpleModel *simple, GType type, const SfUuid *uuid, guint column, const SfValue *value);
void simple_put_null (SimpleModel *simple, GType type, const SfUuid *uuid, guint column);
void
simple_put_int (SimpleModel *simple, GType type, const SfUuid *uuid, guint column, gint64 value);
void
simple_put_real (SimpleModel *simple, GType type, const SfUuid *uuid, guint column, double value);
/* trimmed; NULL where blank */
void simple_put_text (
    SimpleModel *simple, GType type, const SfUuid *uuid, guint column, const char *text);
void simple_put_ref (
    SimpleModel *simple, GType type, const SfUuid *uuid, guint column, const SfUuid *other);

/* Every field of every record is the same on both sides. */
void simple_assert_equal (SimpleModel *simple, SfModel *model);
