/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "report/sf-document.h"
#include "report/sf-layout.h"

/* A centre in memory, without a file. */
typedef struct
{
  SfModel *model;
  SfFramework *framework;
  SfCentre *centre;
  SfEvaluation *before;
  SfEvaluation *now;
} TestCentre;

/* What is planted where a report must not show it. */
#define TEST_SECRET "XYZZY"

void test_centre_init (TestCentre *self, const char *framework_id);
void test_centre_clear (TestCentre *self);

/* Adds a record: column, kind ('t' text, 'i' gint64, 'r' double, 'u' record), value, …, -1. */
gpointer test_add (SfModel *model, GType type, ...);

void test_change_text (gpointer record, guint column, const char *text);

void test_add_grade (TestCentre *self,
                     SfEvaluation *evaluation,
                     const char *area,
                     gint64 level,
                     const char *words,
                     gboolean agreed);
void test_add_judgement (TestCentre *self, const char *code, gint64 level, const char *words);

/* Grades, judgements of every centre statement, targets, evidence; and secrets of the head. */
void test_centre_fill (TestCentre *self, guint words);

/* All text of a document, one prose a line: up to a heading, or all of it. */
char *test_document_text (SfDocument *document, const char *until_id);

/* The governing body's report of the centre's evaluation, as it would be on that day. */
SfDisplayList *test_compose_governors (TestCentre *self,
                                       gboolean annex,
                                       const char *today,
                                       const SfStyleSheet *sheet);
