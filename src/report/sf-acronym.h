/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/* Short forms: two to six capital letters that stand for words, "EYFS". Who reads a report is told
 * what they stand for. */

/**
 * sf_acronym_explain:
 *
 * Returns: (nullable): what a short form of this field stands for, "Early Years Foundation Stage";
 *   %NULL where the program does not know
 */
const char *sf_acronym_explain (const char *acronym);

/**
 * sf_acronym_list:
 * @document: a report
 *
 * The short forms in it, up to an annex: not those that everybody knows ("NHS"), not those that the
 * text explains itself, in brackets after or before the words: "Early Years Foundation Stage
 * (EYFS)", "EYFS (Early Years Foundation Stage)".
 *
 * Returns: (transfer full) (element-type utf8): in alphabetical order, each once; the array frees
 *   its elements
 */
GPtrArray *sf_acronym_list (SfDocument *document);

/**
 * sf_acronym_list_unexplained:
 * @document: a report
 *
 * Returns: (transfer full) (element-type utf8): those of them that the program cannot explain
 *   either: the head is to write the words
 */
GPtrArray *sf_acronym_list_unexplained (SfDocument *document);

G_END_DECLS
