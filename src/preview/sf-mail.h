/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* The parts that an e-mail is made of. */

/**
 * SfMailPart:
 * @head: its header lines
 * @body: what follows them
 *
 * A message, or a part of one.
 */
typedef struct
{
  SfBytes head;
  SfBytes body;
} SfMailPart;

/* Parts within parts are followed so deep, and so many in all. */
#define SF_MAIL_MAX_DEPTH 8
#define SF_MAIL_MAX_PARTS 200

void sf_mail_split (SfBytes bytes, SfMailPart *part);
/* (transfer full) (nullable): the value of a header line, unfolded, as it is written */
char *sf_mail_get (const SfMailPart *part, const char *header);
/* (transfer full): words that are coded for the header become what they say */
char *sf_mail_decode_words (const char *text);
/* (transfer full) (nullable): "utf-8" of `text/plain; charset="utf-8"` */
char *sf_mail_get_parameter (const char *value, const char *name);
/* (transfer full) (nullable): the day of "Tue, 1 Apr 2026 10:00:00 +0100" */
char *sf_mail_read_date (const char *value);
/* (transfer full) (nullable): the body without what it was packed in, as UTF-8 */
char *sf_mail_read_body (const SfMailPart *part);

G_END_DECLS
