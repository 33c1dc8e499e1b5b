/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SF_ERROR:
 *
 * The error domain of the program. A message in this domain is one or two sentences in the
 * user's language and may be shown as it is: what happened, what was kept, what to do.
 */
#define SF_ERROR (sf_error_quark ())

/**
 * SfError:
 * @SF_ERROR_FAILED: anything that has no code of its own
 * @SF_ERROR_INVALID: what was given is not allowed (a level that the scale lacks, an empty name)
 * @SF_ERROR_NOT_FOUND: nothing of that name or code
 * @SF_ERROR_NOT_OURS: the file is not a centre file, or not a framework
 * @SF_ERROR_TOO_NEW: the file was written by a newer program
 * @SF_ERROR_DAMAGED: the file is ours, but damaged
 * @SF_ERROR_IN_USE: another program has the file open for writing
 * @SF_ERROR_READ_ONLY: the file or the workbook cannot be written
 * @SF_ERROR_NO_SPACE: the disk is full
 * @SF_ERROR_TOO_LARGE: more than the program's limit
 * @SF_ERROR_HOSTILE: the input is shaped to do harm, and was refused unread
 * @SF_ERROR_CANCELLED: the user cancelled
 * @SF_ERROR_BUSY: it was not done in time, or ended from outside; another time it may work
 * @SF_ERROR_IO: reading or writing failed for another reason
 */
typedef enum
{
  SF_ERROR_FAILED,
  SF_ERROR_INVALID,
  SF_ERROR_NOT_FOUND,
  SF_ERROR_NOT_OURS,
  SF_ERROR_TOO_NEW,
  SF_ERROR_DAMAGED,
  SF_ERROR_IN_USE,
  SF_ERROR_READ_ONLY,
  SF_ERROR_NO_SPACE,
  SF_ERROR_TOO_LARGE,
  SF_ERROR_HOSTILE,
  SF_ERROR_CANCELLED,
  SF_ERROR_BUSY,
  SF_ERROR_IO,
} SfError;

GQuark sf_error_quark (void);

G_END_DECLS
