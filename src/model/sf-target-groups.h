/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The groups of families that a piece of evidence is about: a set of the words of
 * %SF_VOCABULARY_TARGET_GROUP, as bits 1 << n of the nth word. A column holds the words with a
 * space between two. */

/**
 * sf_target_groups_parse:
 * @text: (nullable): words of a file, or typed
 * @stranger: (out) (optional) (transfer full) (nullable): the first word that is none of the list
 *
 * Returns: the groups among them
 */
guint sf_target_groups_parse (const char *text, char **stranger);

/**
 * sf_target_groups_to_column:
 *
 * Returns: (transfer full) (nullable): the words in the order of the list; %NULL for none
 */
char *sf_target_groups_to_column (guint groups);

/**
 * sf_target_groups_to_text:
 *
 * Returns: (transfer full): "fathers and lone parents"; "" for none
 */
char *sf_target_groups_to_text (guint groups);

G_END_DECLS
