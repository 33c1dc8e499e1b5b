/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SfImportFaultKind:
 *
 * Why a row is not taken.
 */
typedef enum
{
  SF_IMPORT_NO_MEASURE,
  SF_IMPORT_UNKNOWN_MEASURE,
  SF_IMPORT_UNKNOWN_GROUP,
  SF_IMPORT_BAD_PERIOD,
  SF_IMPORT_NOT_BEGUN,
  SF_IMPORT_NO_FIGURE,
  SF_IMPORT_NOT_A_NUMBER,
  SF_IMPORT_TOO_LARGE,
  SF_IMPORT_COUNT_OVER,
  SF_IMPORT_BAD_DATE,
  SF_IMPORT_TWICE,
  SF_IMPORT_TOO_MANY_CELLS,
} SfImportFaultKind;

#define SF_N_IMPORT_FAULTS 12

/**
 * SfImportFault:
 * @line: the line of the file, from 1
 * @kind: why the row is not taken
 * @sentence: the same for a person
 *
 * A row that is not taken.
 */
typedef struct
{
  guint line;
  SfImportFaultKind kind;
  char *sentence;
} SfImportFault;

/**
 * SfReadingsImport:
 * @n_rows: how many rows there are beside the head
 * @edits: (element-type SfReadingEdit): the good ones, for sf_workbook_set_readings()
 * @faults: (element-type SfImportFault): the others, in the order of the file
 *
 * A table of readings as it would be taken; nothing is changed by making it.
 */
typedef struct
{
  guint n_rows;
  GPtrArray *edits;
  GPtrArray *faults;
} SfReadingsImport;

/* Whether a file of that name is a table rather than a document: CSV, or parted by tabs. */
gboolean sf_readings_import_is_table (const char *name);

/* (transfer full): what is in the file, unless it is too large to be a table: that is not read */
GBytes *sf_readings_import_load (GFile *file, GError **error);

/**
 * sf_readings_import_read:
 * @centre: whose measures and groups it names
 * @bytes: a file, as sf_csv_parse() reads it
 * @error: return location for an #SfError
 *
 * The first row says which column is what, in any order: "Measure", "Group", "Period", "Count",
 * "Out of", "Value", "Source", "Date", "Date of out of" or other words of the same meaning.
 * Measure, period, and count or value must be there; other columns are left alone. Measures and
 * groups go by their title, or by the name that the shipped list has for them, whatever the case;
 * no group, or "all", is all families. Of two rows for the same reading the first is taken.
 *
 * Returns: (transfer full): the import, or %NULL if the file cannot be read at all
 */
SfReadingsImport *
sf_readings_import_read (SfModel *model, SfCentre *centre, GBytes *bytes, GError **error);
void sf_readings_import_free (SfReadingsImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfReadingsImport, sf_readings_import_free)

/* "unknown-measure" and so on, for scripts */
const char *sf_import_fault_get_id (SfImportFaultKind kind);
/* (transfer full): what the step of the import is called */
char *sf_readings_import_make_label (SfReadingsImport *self);

G_END_DECLS
