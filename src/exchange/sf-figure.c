/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-figure.h"

#include "base/sf-text.h"
#include "model/sf-interval.h"
#include "model/sf-record.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Between groups of three figures: a comma, or a space of any kind. */
static const char *const separators[] = { ",", " ", "\302\240", "\342\200\257", "\342\200\211" };

/* (transfer full): the figures without what groups them; as it is where that is in a wrong place */
static char *
ungroup (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, separators[i], -1);
      gboolean groups = g_strv_length (parts) > 1 && *parts[0] != '\0' && strlen (parts[0]) <= 3;

      for (guint k = 1; groups && parts[k] != NULL; k++)
        {
          gsize length = strcspn (parts[k], ".");

          groups = length == 3 && (parts[k][length] == '\0' || parts[k + 1] == NULL);
        }
      if (groups)
        return g_strjoinv ("", parts);
    }
  return g_strdup (text);
}

static char *
say_percentage (const char *text, SfImportFaultKind *kind)
{
  *kind = SF_IMPORT_NOT_A_NUMBER;
  return g_strdup_printf (_ ("“%s” is a percentage; what is wanted is how many."), text);
}

char *
sf_figure_parse_count (const char *text, gint64 *number, SfImportFaultKind *kind)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *figures = ungroup (clean);
  gsize length = strspn (figures, "0123456789");

  *number = SF_NULL_INT;
  if (*clean == '\0')
    return NULL;
  if (g_str_has_suffix (clean, "%"))
    return say_percentage (clean, kind);
  /* a spreadsheet may show noughts behind the point */
  if (length == 0
      || (figures[length] != '\0'
          && (figures[length] != '.' || figures[length + 1] == '\0'
              || figures[length + 1 + strspn (figures + length + 1, "0")] != '\0')))
    {
      *kind = SF_IMPORT_NOT_A_NUMBER;
      return g_strdup_printf (_ ("“%s” is not a whole number."), clean);
    }
  *number = length > 12 ? G_MAXINT64 : g_ascii_strtoll (figures, NULL, 10);
  if (*number <= SF_INTERVAL_MOST)
    return NULL;
  *number = SF_NULL_INT;
  *kind = SF_IMPORT_TOO_LARGE;
  return g_strdup_printf (_ ("“%s” is too large."), clean);
}

char *
sf_figure_parse_value (const char *text, const char *unit, double *value, SfImportFaultKind *kind)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *figures = NULL;
  gsize length = strlen (clean);

  *value = NAN;
  if (length == 0)
    return NULL;
  if (clean[length - 1] == '%' && g_strcmp0 (unit, "%") == 0)
    clean[length - 1] = '\0';
  figures = ungroup (g_strchomp (clean));
  /* a comma that is left may be a decimal point of another country: that is not guessed */
  if (strspn (figures, "+-.0123456789") == strlen (figures)
      && sf_text_parse_number (figures, value))
    return NULL;
  *value = NAN;
  *kind = SF_IMPORT_NOT_A_NUMBER;
  return g_strdup_printf (_ ("“%s” is not a number."), text);
}
