/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-value.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SfColumnType:
 *
 * What a column holds. DATE is ISO 8601 text, INSTANT is UTC milliseconds, BOOLEAN is 0 or 1,
 * REF names a record of another table.
 */
typedef enum
{
  SF_COLUMN_INT,
  SF_COLUMN_BOOLEAN,
  SF_COLUMN_INSTANT,
  SF_COLUMN_REAL,
  SF_COLUMN_TEXT,
  SF_COLUMN_DATE,
  SF_COLUMN_BLOB,
  SF_COLUMN_REF,
} SfColumnType;

/**
 * SfColumnFlags:
 * @SF_COLUMN_NULLABLE: NULL is allowed, and means that nothing was entered
 * @SF_COLUMN_SEARCHED: the text is in the search index
 * @SF_COLUMN_PROSE: written in sentences: spell-checked, drafted while typed
 * @SF_COLUMN_PERSONAL: may name or describe a person
 * @SF_COLUMN_CONFIDENTIAL: stored only as ciphertext
 * @SF_COLUMN_STAYS: leaves the centre in nothing
 * @SF_COLUMN_LEAVES_BOARD: may appear in what the governing body gets
 * @SF_COLUMN_LEAVES_AUTHORITY: may appear in what the local authority gets
 * @SF_COLUMN_LEAVES_OPEN: may appear in what is open to all
 *
 * A column says who it may leave to: exactly STAYS, or one or more of LEAVES.
 */
typedef enum
{
  SF_COLUMN_NULLABLE = 1 << 0,
  SF_COLUMN_SEARCHED = 1 << 1,
  SF_COLUMN_PROSE = 1 << 2,
  SF_COLUMN_PERSONAL = 1 << 3,
  SF_COLUMN_CONFIDENTIAL = 1 << 4,
  SF_COLUMN_STAYS = 1 << 5,
  SF_COLUMN_LEAVES_BOARD = 1 << 6,
  SF_COLUMN_LEAVES_AUTHORITY = 1 << 7,
  SF_COLUMN_LEAVES_OPEN = 1 << 8,
} SfColumnFlags;

/* What centres tell their board and their authority. */
#define SF_COLUMN_LEAVES (SF_COLUMN_LEAVES_BOARD | SF_COLUMN_LEAVES_AUTHORITY)
#define SF_COLUMN_LEAVES_ALL (SF_COLUMN_LEAVES | SF_COLUMN_LEAVES_OPEN)
/* Prose that somebody writes, and may leave empty. */
#define SF_COLUMN_WRITTEN                                                                          \
  (SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PROSE | SF_COLUMN_PERSONAL)

/**
 * SfColumn:
 * @name: the SQL column, in snake_case; the property is the same with hyphens
 * @type: what it holds
 * @flags: what may be done with it; never 0
 * @label: what history calls it, untranslated ("what is strong")
 * @references: (nullable): for a REF, the table it points into
 */
typedef struct
{
  const char *name;
  SfColumnType type;
  SfColumnFlags flags;
  const char *label;
  const char *references;
} SfColumn;

/**
 * sf_column_clean_text:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full) (nullable): @text as a column keeps it (sf_text_clean()); a title or a
 *   name has no line breaks and no tabs in it
 */
char *sf_column_clean_text (const SfColumn *column, const char *text);

#define SF_TYPE_RECORD (sf_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SfRecord, sf_record, SF, RECORD, GObject)

/**
 * SfRecordClass:
 * @table: the table's name
 * @columns: its columns but id and uuid, in the schema's order
 * @n_columns: how many
 * @label: what history calls such a record, untranslated ("a target")
 *
 * A record is one row of the workbook. Its properties are its columns and can only be read:
 * changes are asked of the workbook. INTEGER columns are int64 properties whose NULL is
 * %SF_NULL_INT; REAL are doubles whose NULL is NaN; TEXT and DATE are strings; BLOB and REF
 * are GBytes.
 */
struct _SfRecordClass
{
  GObjectClass parent_class;

  const char *table;
  const SfColumn *columns;
  guint n_columns;
  const char *label;

  /*< private >*/
  GParamSpec **pspecs;
};

#define SF_NULL_INT G_MININT64

void sf_record_class_set_table (SfRecordClass *klass,
                                const char *table,
                                const char *label,
                                const SfColumn *columns,
                                guint n_columns);
int sf_record_class_find_column (SfRecordClass *klass, const char *name);
/**
 * sf_record_class_get_heading:
 *
 * Returns: (transfer none): what a column is called where its name begins a line, in messages as in
 *   its form ("Goal"); in the user's language
 */
const char *sf_record_class_get_heading (SfRecordClass *klass, guint column);
/**
 * sf_record_class_find_rival:
 *
 * Returns: the column that says nothing once @column says something (an action has a due date or
 *   the reason for none, was done or dropped); -1 if there is none
 */
int sf_record_class_find_rival (SfRecordClass *klass, guint column);

const SfUuid *sf_record_get_uuid (SfRecord *self);
const char *sf_record_get_table (SfRecord *self);
const SfValue *sf_record_get_nth (SfRecord *self, guint column);
const SfValue *sf_record_get (SfRecord *self, const char *column);
gboolean sf_record_is_null (SfRecord *self, guint column);
gint64 sf_record_get_int (SfRecord *self, guint column);
double sf_record_get_real (SfRecord *self, guint column);
const char *sf_record_get_text (SfRecord *self, guint column);
const SfUuid *sf_record_get_ref (SfRecord *self, guint column);
gboolean sf_record_refers_to (SfRecord *self, guint column, gpointer other);

G_END_DECLS
