/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file is called and what it is, judged from a name that anybody may have chosen. */

/* (transfer full): a name that can be shown and written anywhere: one line, no folders, no
 * characters that turn the writing round or that other systems refuse, at most 240 bytes. */
char *sf_attach_safe_name (const char *name);
/* (transfer full): "Parents' survey, spring" of "parents'_survey,  spring.odt" */
char *sf_attach_guess_title (const char *safe_name);
/* (transfer full): by the name and how the file begins */
char *sf_attach_guess_media_type (const char *safe_name, gconstpointer start, gsize length);
/* The kind of evidence that such files mostly are. */
const char *sf_attach_guess_kind (const char *media_type);

G_END_DECLS
