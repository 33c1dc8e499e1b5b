/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sf_web_links_parse:
 * @text: (nullable): what was written, one address to a line
 *
 * The addresses of the web among the lines, each once. A line without a scheme ("www.example.org")
 * is one with https; what leads anywhere else (a file, a script, a letter) is none, so that it is
 * never opened.
 *
 * Returns: (transfer full): addresses that may be opened; empty for none
 */
GStrv sf_web_links_parse (const char *text);

/**
 * sf_web_links_to_text:
 * @address: an address
 *
 * Returns: (transfer full): what a button says of it: "example.org/weights", without scheme and
 *   cut in the middle where it is long
 */
char *sf_web_links_to_text (const char *address);

/**
 * sf_web_links_find_alone:
 * @text: (nullable): what was pasted
 *
 * Returns: (transfer full) (nullable): the address, where @text is one with http or https and
 *   nothing else
 */
char *sf_web_links_find_alone (const char *text);

/**
 * sf_web_links_to_title:
 * @address: an address
 *
 * Returns: (transfer full): what a piece of evidence that lies there may be called: the host and
 *   the last part of the path, "www.gov.uk/sure-start"
 */
char *sf_web_links_to_title (const char *address);

G_END_DECLS
