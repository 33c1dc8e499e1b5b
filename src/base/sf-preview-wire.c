/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-preview-wire.h"

#include <string.h>

gsize
sf_preview_field_limit (guint8 field)
{
  switch (field)
    {
    case SF_PREVIEW_TITLE:
      return SF_PREVIEW_MAX_TITLE;
    case SF_PREVIEW_DATE:
      return strlen ("2026-04-01");
    case SF_PREVIEW_TEXT_FIELD:
      return SF_PREVIEW_MAX_TEXT;
    case SF_PREVIEW_PICTURE_FIELD:
      return 8 + (gsize)SF_PREVIEW_MAX_SIDE * SF_PREVIEW_MAX_SIDE * 3;
    case SF_PREVIEW_PAGES:
      return 4;
    case SF_PREVIEW_PIECE_FIELD:
      return SF_PREVIEW_PIECE;
    default:
      return 0;
    }
}

gboolean
sf_preview_field_is_known (guint8 field)
{
  return field != 0 && strchr ("TDXPNSBCE", field) != NULL;
}

void
sf_preview_put_number (guint8 *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  memcpy (bytes, &big, sizeof big);
}

guint32
sf_preview_get_number (const guint8 *bytes)
{
  guint32 big;

  memcpy (&big, bytes, sizeof big);
  return GUINT32_FROM_BE (big);
}
