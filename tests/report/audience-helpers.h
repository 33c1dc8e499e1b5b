/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report-test-model.h"
#include "report/sf-compose-report.h"

/* What the tests of audiences share. */

#define TODAY "2027-05-01"

/* The report of the centre's evaluation; with its words. */
SfDisplayList *
test_compose_on (TestCentre *centre, const SfReportOptions *options, const SfStyleSheet *sheet);
SfDisplayList *test_compose (TestCentre *centre, const SfReportOptions *options);
char *test_get_text (SfDisplayList *list);
/* Nothing chosen. */
SfReportOptions test_usual (SfAudience audience);

/* A centre that has written so many words wherever one can write. */
void test_write_much (TestCentre *centre, guint words);
/* A group that is so small that it may not be shown, 3 of 97, and a target of 3.1% that would. */
void test_add_figures (TestCentre *centre);

/* Fails unless both are in @text, in that order. */
void test_assert_before (const char *text, const char *first, const char *second);
