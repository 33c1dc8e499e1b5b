/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SfFramework:
 *
 * A set of standards that a centre is evaluated against, read from an XML file whose format
 * data/frameworks/README.md describes. It never changes after it was read, so it may be used
 * from any thread. It owns all its parts (sf-framework-parts.h), which are borrowed from it.
 */
#define SF_TYPE_FRAMEWORK (sf_framework_get_type ())
G_DECLARE_FINAL_TYPE (SfFramework, sf_framework, SF, FRAMEWORK, GObject)

/**
 * SF_FRAMEWORK_NATIONAL_STANDARDS_2007:
 *
 * The id of the framework that a new workbook starts with.
 */
#define SF_FRAMEWORK_NATIONAL_STANDARDS_2007 "national-standards-2007"

/**
 * sf_framework_new_from_bytes:
 * @bytes: the file's content
 * @name: what to call it in messages, usually the file's name
 * @error: %SF_ERROR_HOSTILE or %SF_ERROR_TOO_LARGE if it was refused unread, %SF_ERROR_NOT_OURS if
 *   it is not a framework, %SF_ERROR_INVALID if it is one with mistakes; the message gives the
 * first mistake with its line, sf_framework_check() gives them all
 *
 * Returns: (transfer full) (nullable): the framework, or %NULL with @error set
 */
SfFramework *sf_framework_new_from_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * sf_framework_new_from_file:
 * @path: a local file, in the file system's encoding
 * @error: as for sf_framework_new_from_bytes(), or %SF_ERROR_NOT_FOUND, %SF_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the framework, or %NULL with @error set
 */
SfFramework *sf_framework_new_from_file (const char *path, GError **error);

/**
 * sf_framework_check:
 * @bytes: the file's content
 * @name: what to call it in messages
 * @problems: (element-type utf8): receives one owned string a problem, "NAME:LINE: what is
 *   wrong", in the order of lines; it should free its elements with g_free()
 *
 * Looks for everything that is wrong with a framework file, as far as it can be read.
 *
 * Returns: %TRUE if there is nothing wrong and nothing was added to @problems
 */
gboolean sf_framework_check (GBytes *bytes, const char *name, GPtrArray *problems);

/**
 * sf_framework_list_shipped:
 * @error: set if a file that the program brings with it cannot be read
 *
 * Reads the frameworks that come with the program: from the folder "frameworks" in
 * $SIXFOLD_DATADIR if that is set, otherwise where the program is installed, otherwise in the
 * source tree it was built from.
 *
 * Returns: (transfer container) (element-type SfFramework) (nullable): the frameworks in the order
 *   of their titles, or %NULL with @error set; the array owns them
 */
GPtrArray *sf_framework_list_shipped (GError **error);

/**
 * sf_framework_find_shipped:
 * @id: for instance %SF_FRAMEWORK_NATIONAL_STANDARDS_2007
 * @error: %SF_ERROR_NOT_FOUND if none has this id
 *
 * Returns: (transfer full) (nullable): the framework, or %NULL with @error set
 */
SfFramework *sf_framework_find_shipped (const char *id, GError **error);

/* --- identity ---------------------------------------------------------------------------- */

const char *sf_framework_get_id (SfFramework *self);

/**
 * sf_framework_get_edition:
 *
 * Returns: the edition of our words ("2026.1"), which is not that of the publication
 */
const char *sf_framework_get_edition (SfFramework *self);
const char *sf_framework_get_lang (SfFramework *self);
const char *sf_framework_get_title (SfFramework *self);
const char *sf_framework_get_short_title (SfFramework *self);

/**
 * sf_framework_get_bytes:
 *
 * Returns: (transfer none): the file to the byte, as a workbook keeps it
 */
GBytes *sf_framework_get_bytes (SfFramework *self);

/**
 * sf_framework_get_digest:
 *
 * Returns: the SHA-256 of the bytes in 64 lower-case hexadecimal digits
 */
const char *sf_framework_get_digest (SfFramework *self);

/* --- the publication that it restates ---------------------------------------------------- */

const char *sf_framework_get_source_title (SfFramework *self);
const char *sf_framework_get_source_publisher (SfFramework *self);
const char *sf_framework_get_source_year (SfFramework *self);

/**
 * sf_framework_get_source_reference:
 *
 * Returns: the publisher's reference number, or "" if it has none
 */
const char *sf_framework_get_source_reference (SfFramework *self);

/**
 * sf_framework_get_source_note:
 *
 * Returns: what a reader should know of how these words stand to the publication's
 */
const char *sf_framework_get_source_note (SfFramework *self);

/* --- content ----------------------------------------------------------------------------- */

/**
 * sf_framework_get_scales:
 *
 * Returns: (transfer none) (element-type SfScale): at least one, in the file's order
 */
GPtrArray *sf_framework_get_scales (SfFramework *self);

/**
 * sf_framework_get_areas:
 *
 * Returns: (transfer none) (element-type SfKeyArea): 1 to 12, in the file's order
 */
GPtrArray *sf_framework_get_areas (SfFramework *self);

/**
 * sf_framework_get_statements:
 *
 * Returns: (transfer none) (element-type SfStatement): all of them, in order
 */
GPtrArray *sf_framework_get_statements (SfFramework *self);

/**
 * sf_framework_get_overall_scale:
 *
 * The scale of the whole centre's grade: the one that most centre statements are judged on.
 *
 * Returns: (transfer none): never %NULL
 */
SfScale *sf_framework_get_overall_scale (SfFramework *self);

/**
 * sf_framework_get_core_purpose:
 *
 * Returns: (nullable): the core purpose of a centre in a sentence or two, if the file has one
 */
const char *sf_framework_get_core_purpose (SfFramework *self);

/**
 * sf_framework_get_ways:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ways of making a difference; may be empty
 */
const char *const *sf_framework_get_ways (SfFramework *self);

/**
 * sf_framework_get_uses:
 *
 * Returns: (transfer none) (array zero-terminated=1): the stated uses; may be empty
 */
const char *const *sf_framework_get_uses (SfFramework *self);

/**
 * sf_framework_find_area:
 *
 * Returns: (transfer none) (nullable): the area of that code ("LLD"), or %NULL
 */
SfKeyArea *sf_framework_find_area (SfFramework *self, const char *code);

/**
 * sf_framework_find_statement:
 *
 * Returns: (transfer none) (nullable): the statement of that code ("LLD-S5"), or %NULL
 */
SfStatement *sf_framework_find_statement (SfFramework *self, const char *code);

/**
 * sf_framework_list_statements_of:
 * @self: (nullable): none has no statements
 * @codes: codes with spaces between
 *
 * Returns: (transfer container) (element-type SfStatement): those of its statements that have one
 *   of the codes, in their order, each once
 */
GPtrArray *sf_framework_list_statements_of (SfFramework *self, const char *codes);

/**
 * sf_framework_find_scale:
 *
 * Returns: (transfer none) (nullable): the scale of that id ("grade"), or %NULL
 */
SfScale *sf_framework_find_scale (SfFramework *self, const char *id);

G_END_DECLS
