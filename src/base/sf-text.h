/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sf_text_is_blank (const char *text);
gboolean sf_text_says_something (const char *text);
/* Refuses what says nothing where a reason is asked for. */
gboolean sf_text_check_says (const char *text, GError **error);
gboolean sf_text_is_treacherous (gunichar c);

/* The most characters of a centre's name: a line of a title page. */
#define SF_TEXT_MAX_NAME 200
/* Refuses a name that is not one line, that hides its direction, or that is too long. */
gboolean sf_text_check_name (const char *name, GError **error);

/* The most characters of a title, and of whatever else is one line. */
#define SF_TEXT_MAX_LINE 500
/* Refuses what is longer than that. */
gboolean sf_text_check_line (const char *text, GError **error);

/* (transfer full): @text with a space for whatever breaks a line or cannot be seen */
char *sf_text_to_line (const char *text);
char *sf_text_clean (const char *text);
/* (transfer full) (nullable): @text for the screen, where nobody reads a word of more than 200
 * letters, and no label could break it: such words end with "…" */
char *sf_text_to_shown (const char *text);
char *sf_text_first_line (const char *text, guint max_chars);
/* (transfer full): the text with its first letter so; an acronym keeps its capitals */
char *sf_text_lower_first (const char *text);
char *sf_text_upper_first (const char *text);
/* (transfer full): the words of @text (nullable) with a space around each, so that one text is
 * looked for in another as whole words; @fold: in small letters */
char *sf_text_to_words (const char *text, gboolean fold);
char *sf_text_join_and (const char *const *items);
char *sf_text_format_number (double number);
/* What a person enters is smaller: it is more than the pounds of any budget. */
#define SF_TEXT_NUMBER_MOST 1e12
gboolean sf_text_parse_number (const char *text, double *number);
guint sf_text_count_words (const char *text);

G_END_DECLS
