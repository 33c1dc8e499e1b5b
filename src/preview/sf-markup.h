/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/*
 * Office files hold XML, and that of a stranger. It is not parsed: the bytes are gone through once,
 * from mark to mark, with nothing kept but the place. No entity is known but XML's own five and
 * characters by number, no document type is followed, nothing nests, and time grows with the length
 * alone.
 */

/**
 * SfMark:
 * @name: the element's name as written, with its prefix
 * @tag: all between "<" and ">"
 * @opens: whether it opens the element
 * @closes: whether it closes the element; both for "<a/>"
 *
 * A tag.
 */
typedef struct
{
  SfBytes name;
  SfBytes tag;
  gboolean opens;
  gboolean closes;
} SfMark;

typedef struct
{
  SfBytes bytes;
  gsize at;
} SfMarkup;

/* Goes on to the next tag, and appends the characters before it to @text (nullable). FALSE at the
 * end, and at what declares something. */
gboolean sf_markup_next (SfMarkup *markup, SfMark *mark, GString *text);
gboolean sf_mark_is (const SfMark *mark, const char *name);
/* (transfer full) (nullable): an attribute's value, at most 200 bytes */
char *sf_mark_get (const SfMark *mark, const char *attribute);
/* (transfer full) (nullable): what stands within the first element of that name */
char *sf_markup_find (SfBytes bytes, const char *name);

G_END_DECLS
