/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfScriptLine:
 * @number: the line of the script that it begins in, from 1
 * @words: its words, quotes taken away
 */
typedef struct
{
  guint number;
  char **words;
} SfScriptLine;

void sf_script_line_free (SfScriptLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfScriptLine, sf_script_line_free)

/**
 * sf_script_next:
 * @text: (inout): where to read on; moved behind the line
 * @number: (inout): the line of the script at @text, from 1
 * @error: return location for an #SfError
 *
 * Takes the next command of a script. Words are parted by white space and quoted with " or '; in
 * double quotes a backslash takes a quote or a backslash as it is. A backslash at the end of a line
 * carries the command on in the next. Within quotes a line break with the white space round it
 * reads as one space, and empty lines as a new paragraph. From # to the end of the line is a
 * comment, except within a word.
 *
 * Returns: (transfer full) (nullable): the command; %NULL without @error at the end
 */
SfScriptLine *sf_script_next (const char **text, guint *number, GError **error);

G_END_DECLS
