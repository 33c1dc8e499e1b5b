/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "ui/sf-field-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  GtkWidget *entry = sf_field_entry_new ();
  GtkWidget *field = sf_field_new (context, column, label, entry, entry, &type);

  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  sf_field_connect_entry (SF_FIELD (field), entry);
  return field;
}
