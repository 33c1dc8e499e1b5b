/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-snippet.h"

#include <string.h>

static void
append_part (GString *markup, const char *from, const char *to, gboolean found)
{
  g_autofree char *text = g_markup_escape_text (from, to - from);

  g_string_append_printf (markup, found ? "<b>%s</b>" : "%s", text);
}

char *
sf_snippet_to_markup (const char *snippet, const SfSearchRange *ranges, guint n_ranges)
{
  GString *markup = g_string_new (NULL);
  const char *at = snippet;

  if (snippet == NULL)
    return g_string_free (markup, FALSE);
  for (guint i = 0; i < n_ranges; i++)
    {
      append_part (markup, at, snippet + ranges[i].start, FALSE);
      append_part (markup, snippet + ranges[i].start, snippet + ranges[i].end, TRUE);
      at = snippet + ranges[i].end;
    }
  append_part (markup, at, at + strlen (at), FALSE);
  return g_string_free (markup, FALSE);
}
