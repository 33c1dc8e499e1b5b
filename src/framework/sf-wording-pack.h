/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"

G_BEGIN_DECLS

/**
 * SfWordingPack:
 *
 * The official wording of a framework's statements, code to text, which an authority that may use
 * it supplies as a small XML file (data/frameworks/README.md). It is shown in place of our own
 * words and changes nothing else. Immutable.
 */
#define SF_TYPE_WORDING_PACK (sf_wording_pack_get_type ())
G_DECLARE_FINAL_TYPE (SfWordingPack, sf_wording_pack, SF, WORDING_PACK, GObject)

/**
 * sf_wording_pack_new_from_bytes:
 * @name: what to call it in messages
 * @error: %SF_ERROR_HOSTILE, %SF_ERROR_TOO_LARGE, %SF_ERROR_NOT_OURS or %SF_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL with @error set
 */
SfWordingPack *sf_wording_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * sf_wording_pack_new_from_file:
 * @path: a local file
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL with @error set
 */
SfWordingPack *sf_wording_pack_new_from_file (const char *path, GError **error);

/**
 * sf_wording_pack_get_framework_id:
 *
 * Returns: the id of the framework that it belongs to
 */
const char *sf_wording_pack_get_framework_id (SfWordingPack *self);
const char *sf_wording_pack_get_title (SfWordingPack *self);

/**
 * sf_wording_pack_get_source:
 *
 * Returns: the acknowledgement that must stand wherever the wording is printed
 */
const char *sf_wording_pack_get_source (SfWordingPack *self);
const char *sf_wording_pack_get_lang (SfWordingPack *self);

/**
 * sf_wording_pack_get_n_statements:
 *
 * Returns: for how many statements it has a text
 */
guint sf_wording_pack_get_n_statements (SfWordingPack *self);

/**
 * sf_wording_pack_lookup:
 *
 * Returns: (nullable): the text for that statement's code, or %NULL
 */
const char *sf_wording_pack_lookup (SfWordingPack *self, const char *code);

/**
 * sf_wording_pack_fits:
 * @error: %SF_ERROR_INVALID, saying why not
 *
 * Whether the pack was made for @framework and every code in it is one of the framework's. A pack
 * need not have a text for every statement.
 */
gboolean sf_wording_pack_fits (SfWordingPack *self, SfFramework *framework, GError **error);

/**
 * sf_statement_get_shown_text:
 * @pack: (nullable): the chosen pack
 *
 * Returns: the statement as it is shown: the pack's text, or else the framework's own
 */
const char *sf_statement_get_shown_text (SfStatement *self, SfWordingPack *pack);

G_END_DECLS
