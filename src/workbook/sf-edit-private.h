/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-error.h"
#include "model/sf-vocabulary.h"
#include "workbook/sf-label.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* What the operations share. */

/* Not on a workbook that cannot be written, not in an evaluation that is sealed or closed. What is
 * asked for before it was sealed and comes after is refused by the writer (store/sf-seals.h). */
gboolean sf_edit_allowed (SfWorkbook *self, gpointer record, GError **error);
/* Not what is judged of the head behind a lock. Of a judgement sf_edit_allowed() asks it. */
gboolean
sf_edit_check_open (SfWorkbook *self, SfEvaluation *evaluation, const char *code, GError **error);
gboolean sf_edit_check_text (const char *text, const char *what, GError **error);
/* The same for titles and names, which are one line. */
gboolean sf_edit_check_line (const char *text, const char *what, GError **error);
gboolean sf_edit_check_date (const char *iso, gboolean required, GError **error);
gboolean sf_edit_refuse (GError **error, const char *sentence);

/* A new piece of evidence stays in the centre until somebody says otherwise. @added_on: today; of
 * many it is asked once, for the clock is slow. */
void sf_edit_insert_evidence (SfStep *step,
                              SfCentre *centre,
                              const char *title,
                              const char *kind,
                              const char *dated_on,
                              const char *added_on,
                              SfUuid *made);
/* Of what is there, or is made by the same step. */
void sf_edit_insert_link (SfStep *step,
                          const SfUuid *evidence,
                          const SfUuid *evaluation,
                          const char *statement_code,
                          SfUuid *made);
gboolean sf_edit_is_linked (SfWorkbook *self,
                            SfEvidence *evidence,
                            SfEvaluation *evaluation,
                            const char *statement_code);

/* What a TEXT or DATE field would hold, if it may be set so. */
gboolean sf_edit_make_value (SfWorkbook *self,
                             gpointer record,
                             guint column,
                             const char *text,
                             SfValue *value,
                             GError **error);

/* The same of a field of a target that asks for a reason, which sf_edit_make_value() refuses. */
gboolean sf_edit_make_free_value (SfWorkbook *self,
                                  gpointer record,
                                  guint column,
                                  const char *text,
                                  SfValue *value,
                                  GError **error);

/* Whether @column may be set to @value without a reason: all but the promise of a settled target.
 */
gboolean sf_edit_check_promise (
    SfWorkbook *self, gpointer record, guint column, const SfValue *value, GError **error);

/* What a column shall hold. */
typedef struct
{
  guint column;
  const SfValue *value; /* borrowed */
} SfEditValue;

/* Whether @values go together, with each other and with what else @record holds or waits to hold:
 * the days and the figures of a target, the days of an action, the day of a review. Only what
 * @values touch is looked at, so that what an older file holds stands in the way of nothing else.
 * The one place where window, command line and import are refused it. */
gboolean sf_edit_check_together (
    SfWorkbook *self, gpointer record, const SfEditValue *values, guint n_values, GError **error);

/* SETs on a record that is there. */
/* Those of @codes (nullable) that are not @but (nullable) nor empty, each once, as borrowed
 * strings; NULL with @error where @evaluation's framework (nullable) has no such statement. */
GPtrArray *sf_edit_keep_statements (SfWorkbook *self,
                                    SfEvaluation *evaluation,
                                    const char *const *codes,
                                    const char *but,
                                    GError **error);
/* (transfer full): all from @first on, with spaces between; "" for none */
char *sf_edit_join_statements (GPtrArray *kept, guint first);

/* A record as it will be when all that waits in the outbox is written. */
typedef struct
{
  GType type;
  SfUuid uuid;
  SfValue *values; /* of every column */
} SfEditRow;

/* (transfer full) (element-type SfEditRow): the records of @type that refer to @owner by @column.
 * An operation that adds what may be there once asks this, not the model, which lags behind. */
GPtrArray *sf_edit_list_rows (SfWorkbook *self, GType type, guint column, gpointer owner);
const char *sf_edit_row_get_text (const SfEditRow *row, guint column);
/* One more than the last number in a column of places; 0 if there is none. */
gint64 sf_edit_rows_get_next_place (GPtrArray *rows, guint column);

void sf_edit_text (SfStep *step, gpointer record, guint column, const char *text);
void sf_edit_int (SfStep *step, gpointer record, guint column, gint64 value);
void sf_edit_null (SfStep *step, gpointer record, guint column);

G_END_DECLS
