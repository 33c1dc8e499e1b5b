/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sf_string_set:
 * @where: (inout): an owned string
 * @value: (nullable): copied
 *
 * Returns: whether it was another one before
 */
static inline gboolean
sf_string_set (char **where, const char *value)
{
  char *copy;

  if (g_strcmp0 (*where, value) == 0)
    return FALSE;
  copy = g_strdup (value);
  g_free (*where);
  *where = copy;
  return TRUE;
}

G_END_DECLS
