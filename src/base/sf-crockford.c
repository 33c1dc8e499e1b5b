/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-crockford.h"

#include <string.h>

const char sf_crockford_alphabet[33] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int
sf_crockford_find (gunichar c)
{
  const char *found;

  if (c == 0 || c > 127)
    return -1;
  c = (gunichar)g_ascii_toupper ((char)c);
  if (c == 'O')
    c = '0';
  if (c == 'I' || c == 'L')
    c = '1';
  found = strchr (sf_crockford_alphabet, (int)c);
  return found != NULL ? (int)(found - sf_crockford_alphabet) : -1;
}

gboolean
sf_crockford_is_between (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212
         || c == '.' || c == '_';
}
