/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words by which sf_identity_find_in_text() tells the name of a person from other words with
 * capitals. */

/* Whether it is a first name that is common in Britain; @word as it stands in the text. */
gboolean sf_identity_words_is_first_name (const char *word);

/* Whether it is such a name and another word too: Grace, Mark, May, Will. */
gboolean sf_identity_words_is_both (const char *word);

/* Whether it is part of the names of bodies, places, programmes, months: School, Sure, March. */
gboolean sf_identity_words_is_body (const char *word);

G_END_DECLS
