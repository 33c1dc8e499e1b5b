/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the preview helper says to the program that asked it, over a pipe. The mark, then fields,
 * each a letter, the length of what follows as four bytes, the highest first, and so many bytes;
 * the field "end" is the last. A reply that does not reach it counts for nothing. The helper read a
 * file from outside, so whoever reads the reply trusts nothing in it.
 */

#define SF_PREVIEW_MARK "SFP1"
#define SF_PREVIEW_MARK_LENGTH 4
#define SF_PREVIEW_FIELD_HEAD 5

/* The contents lie here when the helper starts. */
#define SF_PREVIEW_FD 3

#define SF_PREVIEW_MAX_TITLE 800
#define SF_PREVIEW_MAX_TEXT (256 * 1024)
#define SF_PREVIEW_MAX_SIDE 2400
#define SF_PREVIEW_SMALL_SIDE 256
#define SF_PREVIEW_MAX_PAGES 100000
#define SF_PREVIEW_PIECE (256 * 1024)

/**
 * SfPreviewField:
 * @SF_PREVIEW_TITLE: what the file says that it is called
 * @SF_PREVIEW_DATE: the date that it says, ISO 8601
 * @SF_PREVIEW_TEXT_FIELD: its words, or those of one page
 * @SF_PREVIEW_PICTURE_FIELD: width and height, four bytes each, then red, green and blue bytes
 * @SF_PREVIEW_PAGES: how many pages it has, four bytes
 * @SF_PREVIEW_DRAWN: without bytes: the picture is what the file itself shows, and not a small
 *   picture of it that lay in it
 * @SF_PREVIEW_PIECE_FIELD: the next bytes of the copy that was asked for
 * @SF_PREVIEW_CANNOT: without bytes: the file is of a kind that this cannot be done for
 * @SF_PREVIEW_END: without bytes: all was said
 */
typedef enum
{
  SF_PREVIEW_TITLE = 'T',
  SF_PREVIEW_DATE = 'D',
  SF_PREVIEW_TEXT_FIELD = 'X',
  SF_PREVIEW_PICTURE_FIELD = 'P',
  SF_PREVIEW_PAGES = 'N',
  SF_PREVIEW_DRAWN = 'S',
  SF_PREVIEW_PIECE_FIELD = 'B',
  SF_PREVIEW_CANNOT = 'C',
  SF_PREVIEW_END = 'E',
} SfPreviewField;

/* The most bytes that a field may have; 0 also for a letter that is none. */
gsize sf_preview_field_limit (guint8 field);
/* Whether there is such a field. */
gboolean sf_preview_field_is_known (guint8 field);

void sf_preview_put_number (guint8 *bytes, guint32 number);
guint32 sf_preview_get_number (const guint8 *bytes);

G_END_DECLS
