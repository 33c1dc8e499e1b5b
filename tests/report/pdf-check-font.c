/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The fonts of a PDF, and what their codes stand for. */
#include "pdf-check.h"

#include <math.h>
#include <string.h>

void
check_font_free (gpointer data)
{
  CheckFont *self = data;

  g_free (self->name);
  g_hash_table_unref (self->texts);
  g_array_unref (self->widths);
  g_array_unref (self->glyphs);
  hb_font_destroy (self->font);
  g_free (self);
}

/* "00660069" as UTF-16. */
static char *
decode (const char *digits, gsize length)
{
  g_autofree gunichar2 *units = g_new0 (gunichar2, length / 4 + 1);

  for (gsize i = 0; i < length / 4; i++)
    {
      char unit[5] = { digits[i * 4], digits[i * 4 + 1], digits[i * 4 + 2], digits[i * 4 + 3], 0 };

      units[i] = strtoul (unit, NULL, 16);
    }
  return g_utf16_to_utf8 (units, length / 4, NULL, NULL, NULL);
}

static void
read_texts (Check *self, CheckFont *font, qpdf_oh type0)
{
  g_autoptr (GBytes) bytes = check_stream (self, check_key (self, type0, "/ToUnicode"));
  g_autofree char *map = check_string (bytes);
  g_auto (GStrv) lines = g_strsplit (map, "\n", -1);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = strstr (lines[i], "> <");

      if (g_str_has_suffix (lines[i], "beginbfchar"))
        inside = TRUE;
      else if (strcmp (lines[i], "endbfchar") == 0)
        inside = FALSE;
      else if (inside && text != NULL)
        g_hash_table_insert (font->texts, GUINT_TO_POINTER (strtoul (lines[i] + 1, NULL, 16)),
                             decode (text + 3, strlen (text + 3) - 1));
    }
}

static void
read_widths (Check *self, CheckFont *font, qpdf_oh cid)
{
  qpdf_oh widths = check_key (self, cid, "/W"), list;
  double none = 0;

  g_array_append_val (font->widths, none);
  if (!qpdf_oh_is_array (self->qpdf, widths))
    return;
  list = qpdf_oh_get_array_item (self->qpdf, widths, 1);
  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, list); i++)
    {
      double width
          = qpdf_oh_get_numeric_value (self->qpdf, qpdf_oh_get_array_item (self->qpdf, list, i));

      g_array_append_val (font->widths, width);
    }
}

static void
read_glyphs (Check *self, CheckFont *font, qpdf_oh cid)
{
  g_autoptr (GBytes) bytes = check_stream (self, check_key (self, cid, "/CIDToGIDMap"));
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      guint glyph = data[i] << 8 | data[i + 1];

      g_array_append_val (font->glyphs, glyph);
    }
}

static void
read_outlines (Check *self, CheckFont *font, qpdf_oh descriptor)
{
  g_autoptr (GBytes) bytes = check_stream (self, check_key (self, descriptor, "/FontFile2"));
  hb_blob_t *blob;
  hb_face_t *face;

  if (g_bytes_get_size (bytes) == 0)
    return;
  blob = hb_blob_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
  face = hb_face_create (blob, 0);
  font->font = hb_font_create (face);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
}

CheckFont *
check_get_font (Check *self, qpdf_oh type0)
{
  gpointer key = GINT_TO_POINTER (qpdf_oh_get_object_id (self->qpdf, type0));
  CheckFont *font = g_hash_table_lookup (self->fonts, key);
  qpdf_oh cid;

  if (font != NULL)
    return font;
  font = g_new0 (CheckFont, 1);
  font->name = g_strdup (qpdf_oh_get_name (self->qpdf, check_key (self, type0, "/BaseFont")));
  font->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  font->widths = g_array_new (FALSE, TRUE, sizeof (double));
  font->glyphs = g_array_new (FALSE, TRUE, sizeof (guint));
  cid = qpdf_oh_get_array_item (self->qpdf, check_key (self, type0, "/DescendantFonts"), 0);
  read_texts (self, font, type0);
  read_widths (self, font, cid);
  read_glyphs (self, font, cid);
  read_outlines (self, font, check_key (self, cid, "/FontDescriptor"));
  g_hash_table_insert (self->fonts, key, font);
  return font;
}

/* --- what is asked of them -------------------------------------------------------------------- */

static int
read_word (hb_face_t *face, const char *table, guint at)
{
  hb_blob_t *blob = hb_face_reference_table (face, hb_tag_from_string (table, -1));
  guint length;
  const guchar *data = (const guchar *)hb_blob_get_data (blob, &length);
  int word = at + 1 < length ? (gint16)(data[at] << 8 | data[at + 1]) : G_MAXINT16;

  hb_blob_destroy (blob);
  return word;
}

static void
check_metric (Check *self, CheckFont *font, qpdf_oh descriptor, const char *key, guint at)
{
  hb_face_t *face = hb_font_get_face (font->font);
  double real = read_word (face, "hhea", at) * 1000.0 / hb_face_get_upem (face);
  double said = qpdf_oh_get_numeric_value (self->qpdf, check_key (self, descriptor, key));

  if (fabs (real - said) > 1)
    check_complain (self, "metrics: %s of %s is %g, not %g", key, font->name, real, said);
}

static gboolean
is_cut (const char *name)
{
  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isupper (name[i]))
      return FALSE;
  return name[7] == '+';
}

static void
check_codes (Check *self, CheckFont *font)
{
  hb_face_t *face = hb_font_get_face (font->font);

  for (guint i = 1; i < font->glyphs->len; i++)
    {
      guint glyph = g_array_index (font->glyphs, guint, i);
      double real
          = hb_font_get_glyph_h_advance (font->font, glyph) * 1000.0 / hb_face_get_upem (face);

      if (glyph == 0 || glyph >= hb_face_get_glyph_count (face))
        check_complain (self, "glyph map: code %u of %s is .notdef", i, font->name);
      else if (i >= font->widths->len || fabs (real - g_array_index (font->widths, double, i)) > 1)
        check_complain (self, "widths: code %u of %s", i, font->name);
      if (!g_hash_table_contains (font->texts, GUINT_TO_POINTER (i)))
        check_complain (self, "ToUnicode: code %u of %s has no text", i, font->name);
    }
}

static void
check_font (Check *self, qpdf_oh type0)
{
  CheckFont *font = check_get_font (self, type0);
  qpdf_oh cid = qpdf_oh_get_array_item (self->qpdf, check_key (self, type0, "/DescendantFonts"), 0);
  qpdf_oh descriptor = check_key (self, cid, "/FontDescriptor");

  if (!check_is_name (self, type0, "/Encoding", "/Identity-H")
      || !check_is_name (self, cid, "/Subtype", "/CIDFontType2"))
    check_complain (self, "font: %s is of another kind", font->name);
  if (!is_cut (font->name))
    check_complain (self, "subset: %s is not cut", font->name);
  if (!qpdf_oh_is_stream (self->qpdf, check_key (self, type0, "/ToUnicode")))
    check_complain (self, "ToUnicode: %s has none", font->name);
  if (!qpdf_oh_is_stream (self->qpdf, check_key (self, cid, "/CIDToGIDMap")))
    check_complain (self, "glyph map: %s has none", font->name);
  if (font->font == NULL)
    {
      check_complain (self, "embedding: %s is not in the file", font->name);
      return;
    }
  check_metric (self, font, descriptor, "/Ascent", 4);
  check_metric (self, font, descriptor, "/Descent", 6);
  check_codes (self, font);
}

void
check_fonts (Check *self)
{
  qpdf_oh resources, fonts;

  if (self->pages->len == 0)
    return;
  resources = check_key (self, g_array_index (self->pages, qpdf_oh, 0), "/Resources");
  fonts = check_key (self, resources, "/Font");
  if (!qpdf_oh_is_dictionary (self->qpdf, fonts))
    return;
  qpdf_oh_begin_dict_key_iter (self->qpdf, fonts);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    check_font (self, check_key (self, fonts, qpdf_oh_dict_next_key (self->qpdf)));
}
