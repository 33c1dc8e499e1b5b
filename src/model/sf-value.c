/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-value.h"

#include "base/sf-text.h"

#include <string.h>

/**
 * sf_value_clear:
 * @value: a value
 *
 * Frees what @value owns and makes it NULL.
 */
void
sf_value_clear (SfValue *value)
{
  if (value->type == SF_VALUE_TEXT)
    g_free (value->text);
  else if (value->type == SF_VALUE_BLOB)
    g_bytes_unref (value->blob);
  memset (value, 0, sizeof *value);
}

/**
 * sf_value_copy:
 * @to: a value, which may hold something already
 * @from: what to copy
 */
void
sf_value_copy (SfValue *to, const SfValue *from)
{
  SfValue copy = *from;

  if (from->type == SF_VALUE_TEXT)
    copy.text = g_strdup (from->text);
  else if (from->type == SF_VALUE_BLOB)
    copy.blob = g_bytes_ref (from->blob);
  sf_value_clear (to);
  *to = copy;
}

gboolean
sf_value_equal (const SfValue *a, const SfValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case SF_VALUE_NULL:
      return TRUE;
    case SF_VALUE_INT:
      return a->integer == b->integer;
    case SF_VALUE_REAL:
      return a->real == b->real;
    case SF_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case SF_VALUE_BLOB:
      return g_bytes_equal (a->blob, b->blob);
    case SF_VALUE_UUID:
      return sf_uuid_equal (&a->uuid, &b->uuid);
    default:
      g_assert_not_reached ();
    }
}

void
sf_value_set_null (SfValue *value)
{
  sf_value_clear (value);
}

void
sf_value_set_int (SfValue *value, gint64 integer)
{
  sf_value_clear (value);
  value->type = SF_VALUE_INT;
  value->integer = integer;
}

void
sf_value_set_real (SfValue *value, double real)
{
  sf_value_clear (value);
  value->type = SF_VALUE_REAL;
  value->real = real;
}

/**
 * sf_value_set_text:
 * @value: a value
 * @text: (nullable): UTF-8, copied; %NULL makes the value NULL
 */
void
sf_value_set_text (SfValue *value, const char *text)
{
  sf_value_take_text (value, g_strdup (text));
}

/**
 * sf_value_take_text:
 * @value: a value
 * @text: (nullable) (transfer full): UTF-8
 */
void
sf_value_take_text (SfValue *value, char *text)
{
  sf_value_clear (value);
  if (text == NULL)
    return;
  value->type = SF_VALUE_TEXT;
  value->text = text;
}

void
sf_value_set_blob (SfValue *value, GBytes *blob)
{
  GBytes *ref = blob != NULL ? g_bytes_ref (blob) : NULL;

  sf_value_clear (value);
  if (ref == NULL)
    return;
  value->type = SF_VALUE_BLOB;
  value->blob = ref;
}

void
sf_value_set_uuid (SfValue *value, const SfUuid *uuid)
{
  SfUuid copy = { { 0 } };

  if (uuid != NULL)
    copy = *uuid;
  sf_value_clear (value);
  if (uuid == NULL)
    return;
  value->type = SF_VALUE_UUID;
  value->uuid = copy;
}

/**
 * sf_value_to_variant:
 * @value: a value
 *
 * Returns: (transfer floating): the value as history packs it: the type's letter and the value
 */
GVariant *
sf_value_to_variant (const SfValue *value)
{
  switch (value->type)
    {
    case SF_VALUE_NULL:
      return g_variant_new ("(yv)", 'n', g_variant_new_byte (0));
    case SF_VALUE_INT:
      return g_variant_new ("(yv)", 'i', g_variant_new_int64 (value->integer));
    case SF_VALUE_REAL:
      return g_variant_new ("(yv)", 'r', g_variant_new_double (value->real));
    case SF_VALUE_TEXT:
      return g_variant_new ("(yv)", 't', g_variant_new_string (value->text));
    case SF_VALUE_BLOB:
      return g_variant_new ("(yv)", 'b',
                            g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, value->blob,
                                                      TRUE));
    case SF_VALUE_UUID:
      return g_variant_new ("(yv)", 'u',
                            g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, value->uuid.bytes, 16,
                                                       1));
    default:
      g_assert_not_reached ();
    }
}

/**
 * sf_value_from_variant:
 * @value: where it goes
 * @variant: what sf_value_to_variant() made, perhaps from a damaged file
 *
 * Returns: whether @variant is such a value
 */
gboolean
sf_value_from_variant (SfValue *value, GVariant *variant)
{
  g_autoptr (GVariant) inner = NULL;
  guchar type;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("(yv)")))
    return FALSE;
  g_variant_get (variant, "(yv)", &type, &inner);
  if (type == 'n')
    sf_value_set_null (value);
  else if (type == 'i' && g_variant_is_of_type (inner, G_VARIANT_TYPE_INT64))
    sf_value_set_int (value, g_variant_get_int64 (inner));
  else if (type == 'r' && g_variant_is_of_type (inner, G_VARIANT_TYPE_DOUBLE))
    sf_value_set_real (value, g_variant_get_double (inner));
  else if (type == 't' && g_variant_is_of_type (inner, G_VARIANT_TYPE_STRING))
    sf_value_set_text (value, g_variant_get_string (inner, NULL));
  else if (type == 'b' && g_variant_is_of_type (inner, G_VARIANT_TYPE_BYTESTRING))
    {
      g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (inner);
      sf_value_set_blob (value, bytes);
    }
  else if (type == 'u' && g_variant_is_of_type (inner, G_VARIANT_TYPE_BYTESTRING)
           && g_variant_get_size (inner) == 16)
    sf_value_set_uuid (value, g_variant_get_data (inner));
  else
    return FALSE;
  return TRUE;
}

/**
 * sf_value_digest:
 * @value: a value
 * @checksum: what it is added to
 *
 * Adds the canonical form, version 1: the type's letter, the length as eight bytes big-endian,
 * the bytes (numbers as eight bytes big-endian). It does not depend on the schema.
 */
void
sf_value_digest (const SfValue *value, GChecksum *checksum)
{
  static const char letters[] = "nirtbu";
  guint8 head[9] = { (guint8)letters[value->type] };
  guint64 number = 0;
  const void *data = &number;
  gsize length = 8;

  switch (value->type)
    {
    case SF_VALUE_NULL:
      length = 0;
      break;
    case SF_VALUE_INT:
      number = GUINT64_TO_BE ((guint64)value->integer);
      break;
    case SF_VALUE_REAL:
      memcpy (&number, &value->real, sizeof number);
      number = GUINT64_TO_BE (number);
      break;
    case SF_VALUE_TEXT:
      data = value->text;
      length = strlen (value->text);
      break;
    case SF_VALUE_BLOB:
      data = g_bytes_get_data (value->blob, &length);
      break;
    case SF_VALUE_UUID:
      data = value->uuid.bytes;
      length = sizeof value->uuid.bytes;
      break;
    default:
      g_assert_not_reached ();
    }
  for (int i = 0; i < 8; i++)
    head[1 + i] = (guint8)((guint64)length >> (8 * (7 - i)));
  g_checksum_update (checksum, head, sizeof head);
  if (length > 0)
    g_checksum_update (checksum, data, (gssize)length);
}

/**
 * sf_value_to_display:
 * @value: a value
 *
 * Returns: (transfer full): the value as history shows it; empty for NULL and bytes
 */
char *
sf_value_to_display (const SfValue *value)
{
  switch (value->type)
    {
    case SF_VALUE_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case SF_VALUE_REAL:
      return sf_text_format_number (value->real);
    case SF_VALUE_TEXT:
      return g_strdup (value->text);
    case SF_VALUE_UUID:
    case SF_VALUE_NULL:
    case SF_VALUE_BLOB:
    default:
      return g_strdup ("");
    }
}
