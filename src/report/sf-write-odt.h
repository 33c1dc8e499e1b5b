/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/**
 * sf_write_odt:
 *
 * Writes the document as an OpenDocument text (ODF 1.2) that is edited in an office program: its
 * headings, lists and tables are such, with styles that can be changed in one place. Charts come as
 * their words and a table, blocks beside each other one under the other.
 *
 * Returns: (transfer full): the file's bytes, which are the same for the same document; %NULL with
 *   %SF_ERROR_FAILED if the container could not be made
 */
GBytes *sf_write_odt (SfDocument *document, GError **error);

G_END_DECLS
