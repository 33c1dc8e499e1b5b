/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-money.h"
#include "ui/sf-field-private.h"

static char *
parse_money (const char *text, GError **error)
{
  gint64 pence;

  return sf_money_parse (text, &pence, error) ? g_strdup_printf ("%" G_GINT64_FORMAT, pence) : NULL;
}

static char *
format_money (const char *stored)
{
  return sf_money_format (g_ascii_strtoll (stored, NULL, 10));
}

/**
 * sf_field_money_new:
 * @column: an INT column of whole pence
 *
 * Returns: (transfer floating): a field for pounds and pence, as people write them
 */
GtkWidget *
sf_field_money_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = {
    .dup_text = sf_field_entry_dup_text,
    .set_text = sf_field_entry_set_text,
    .parse = parse_money,
    .format = format_money,
  };
  GtkWidget *entry = sf_field_entry_new ();
  GtkWidget *field = sf_field_new (context, column, label, entry, entry, &type);

  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 14);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  sf_field_set_placeholder (SF_FIELD (field), "£");
  sf_field_connect_entry (SF_FIELD (field), entry);
  return field;
}
