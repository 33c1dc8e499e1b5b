/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "ui/sf-field-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static char *
parse_real (const char *text, GError **error)
{
  double number;

  if (sf_text_parse_number (text, &number))
    return sf_text_format_number (number);
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_INVALID,
      _ ("This is not a number, so it is not kept yet. Write figures, as in 61.5."));
  return NULL;
}

static char *
parse_whole (const char *text, GError **error)
{
  double number;

  if (sf_text_parse_number (text, &number) && number == floor (number) && fabs (number) < 1e15)
    return sf_text_format_number (number);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("This is not a whole number, so it is not kept yet. Write figures, as in "
                          "650."));
  return NULL;
}

static GtkWidget *
new_field (SfContext *context, guint column, const char *label, const SfBindingControl *type)
{
  GtkWidget *entry = sf_field_entry_new ();
  GtkWidget *field = sf_field_new (context, column, label, entry, entry, type);

  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  sf_field_connect_entry (SF_FIELD (field), entry);
  return field;
}

/* "65" and "65%" are 0.65. */
static char *
parse_percent (const char *text, GError **error)
{
  g_autofree char *figures = g_strstrip (g_strdup (text));
  gsize length = strlen (figures);
  double number;

  if (length > 0 && figures[length - 1] == '%')
    figures[length - 1] = '\0';
  if (sf_text_parse_number (figures, &number) && number >= 0 && number <= 100)
    return g_strdup_printf ("%.6g", number / 100);
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_INVALID,
      _ ("This is not a percentage from 0 to 100, so it is not kept yet. Write figures, as in "
         "65%."));
  return NULL;
}

static char *
format_percent (const char *stored)
{
  g_autofree char *number = NULL;
  double fraction;

  if (!sf_text_parse_number (stored, &fraction))
    return g_strdup (stored);
  number = sf_text_format_number (round (fraction * 1e6) / 1e4);
  return g_strconcat (number, "%", NULL);
}

/**
 * sf_field_percent_new:
 * @column: a REAL column that holds a fraction of 1
 *
 * Returns: (transfer floating): a field for it, in per cent
 */
GtkWidget *
sf_field_percent_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = {
    .dup_text = sf_field_entry_dup_text,
    .set_text = sf_field_entry_set_text,
    .parse = parse_percent,
    .format = format_percent,
  };

  return new_field (context, column, label, &type);
}

/**
 * sf_field_number_new:
 * @column: an INT or REAL column; which of them is known when the first record is shown
 *
 * Returns: (transfer floating): a field for a number, as wide as a number needs
 */
GtkWidget *
sf_field_number_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = {
    .dup_text = sf_field_entry_dup_text,
    .set_text = sf_field_entry_set_text,
    .parse = parse_real,
    .parse_whole = parse_whole,
  };

  return new_field (context, column, label, &type);
}
