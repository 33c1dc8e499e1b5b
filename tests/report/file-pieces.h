/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

/*
 * What a reader meets in a report, one piece after the other: "h2: A heading", "p: A paragraph",
 * "li: An item", "head: A head of a column", "cell 3: A cell over three columns", "title: …",
 * "label: …" and "value: …" of the title page, "name: …" of a table, "picture: …", "entry: …" of
 * the contents list. White space is one blank, as both formats show it.
 *
 * Each returns (transfer full) (element-type utf8).
 */
GPtrArray *test_list_block_pieces (SfDocument *document);
GPtrArray *test_list_html_pieces (GBytes *html);
GPtrArray *test_list_odt_pieces (GBytes *odt);
