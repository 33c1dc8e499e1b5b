/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON (RFC 8259) for scripts: UTF-8, two spaces of indentation, keys in the order given.
 * @key is NULL in a list. */

typedef struct _SfJson SfJson;

SfJson *sf_json_new (void);
/* Ends it and gives the text, with a line break at its end. (transfer full) */
char *sf_json_free (SfJson *json);
/* Ends it and writes it to the standard output. */
void sf_json_print (SfJson *json);

void sf_json_begin_object (SfJson *json, const char *key);
void sf_json_begin_list (SfJson *json, const char *key);
/* Ends the object or list that was begun last. */
void sf_json_end (SfJson *json);

/* NULL is null. */
void sf_json_add_text (SfJson *json, const char *key, const char *text);
void sf_json_take_text (SfJson *json, const char *key, char *text);
void sf_json_add_int (SfJson *json, const char *key, gint64 number);
/* NaN is null. */
void sf_json_add_number (SfJson *json, const char *key, double number);
void sf_json_add_boolean (SfJson *json, const char *key, gboolean value);
void sf_json_add_null (SfJson *json, const char *key);

G_END_DECLS
