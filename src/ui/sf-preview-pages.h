/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-preview.h"

G_BEGIN_DECLS

/**
 * SfPreviewPages:
 *
 * The pages of one file as they are looked at: the one that is wanted, then the one after it, so
 * that turning over does not wait. Only a few are kept.
 *
 * Signals: "ready" (page): the page that is wanted can be shown; "failed" (page, GError *): it
 * cannot be had.
 */
#define SF_TYPE_PREVIEW_PAGES (sf_preview_pages_get_type ())
G_DECLARE_FINAL_TYPE (SfPreviewPages, sf_preview_pages, SF, PREVIEW_PAGES, GObject)

SfPreviewPages *sf_preview_pages_new (SfWorkbook *workbook, SfAttachment *attachment);

/**
 * sf_preview_pages_want:
 * @page: from 0
 * @size: the longest side that its picture shall have at least, in pixels
 *
 * Asks for a page. "ready" or "failed" follows, at once if it is there; what was wanted before is
 * wanted no longer.
 */
void sf_preview_pages_want (SfPreviewPages *self, guint page, guint size);

/* Returns: (transfer none) (nullable): a page that is kept, valid until another is wanted */
SfPreview *sf_preview_pages_get (SfPreviewPages *self, guint page);

/* Nothing is wanted any more; what is being loaded is given up. */
void sf_preview_pages_close (SfPreviewPages *self);

G_END_DECLS
