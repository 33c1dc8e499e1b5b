/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-font.h"

#include <math.h>
#include <string.h>

#include "report/sf-pdf-private.h"
#include "report/sf-pdf-syntax.h"

#define LAST_CODE 0xfffe

/* A font of Pango: a file at a size. */
typedef struct
{
  SfPdfFont *font;
  double size;
} Sized;

struct _SfPdfFonts
{
  GHashTable *sized;  /* PangoFont -> Sized */
  GPtrArray *fonts;   /* of SfPdfFont */
  PangoFont *last;    /* asked for */
  const Sized *found; /* for it */
  guint64 drop;
};

static void
code_clear (gpointer data)
{
  g_free (((SfPdfCode *)data)->text);
}

static SfPdfFont *
font_new (hb_face_t *face, guint number, guint64 drop)
{
  SfPdfFont *self = g_new0 (SfPdfFont, 1);

  self->number = number;
  self->drop = drop;
  self->face = hb_face_reference (face);
  self->font = hb_font_create (face);
  self->units = hb_face_get_upem (face);
  hb_font_set_scale (self->font, self->units, self->units);
  if (!hb_font_get_nominal_glyph (self->font, ' ', &self->space))
    self->space = 0;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->simple = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->codes = g_array_new (FALSE, TRUE, sizeof (SfPdfCode));
  g_array_set_clear_func (self->codes, code_clear);
  g_array_set_size (self->codes, 1);
  return self;
}

static void
font_free (gpointer data)
{
  SfPdfFont *self = data;

  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->simple);
  g_array_unref (self->codes);
  g_free (self);
}

SfPdfFonts *
sf_pdf_fonts_new (guint64 drop)
{
  SfPdfFonts *self = g_new0 (SfPdfFonts, 1);

  self->sized = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->fonts = g_ptr_array_new_with_free_func (font_free);
  self->drop = drop;
  return self;
}

void
sf_pdf_fonts_free (SfPdfFonts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sized);
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

static SfPdfFont *
find_face (SfPdfFonts *self, hb_face_t *face)
{
  SfPdfFont *font;

  for (guint i = 0; i < self->fonts->len; i++)
    {
      font = g_ptr_array_index (self->fonts, i);
      if (font->face == face)
        return font;
    }
  font = font_new (face, self->fonts->len + 1, self->drop);
  g_ptr_array_add (self->fonts, font);
  return font;
}

SfPdfFont *
sf_pdf_fonts_get (SfPdfFonts *self, PangoFont *font, double *size)
{
  Sized *sized;

  if (font != self->last)
    {
      sized = g_hash_table_lookup (self->sized, font);
      if (sized == NULL)
        {
          PangoFontDescription *description = pango_font_describe_with_absolute_size (font);

          sized = g_new (Sized, 1);
          sized->font = find_face (self, hb_font_get_face (pango_font_get_hb_font (font)));
          sized->size = (double)pango_font_description_get_size (description) / PANGO_SCALE;
          pango_font_description_free (description);
          g_hash_table_insert (self->sized, font, sized);
        }
      self->last = font;
      self->found = sized;
    }
  *size = self->found->size;
  return self->found->font;
}

guint
sf_pdf_font_get_number (const SfPdfFont *self)
{
  return self->number;
}

gboolean
sf_pdf_font_is_full (const SfPdfFont *self)
{
  return self->codes->len > LAST_CODE;
}

hb_codepoint_t
sf_pdf_font_get_space (const SfPdfFont *self)
{
  return self->space;
}

/* There are no more codes than two bytes say. What comes after that shares one: it looks as it is
 * to, and its text is said beside it (sf-pdf-canvas.c). */
static guint
find_any (const SfPdfFont *self, hb_codepoint_t glyph)
{
  for (guint i = 1; i < self->codes->len; i++)
    if (g_array_index (self->codes, SfPdfCode, i).glyph == glyph)
      return i;
  return 1;
}

static guint
add_code (SfPdfFont *self, hb_codepoint_t glyph, const char *text, gsize length)
{
  SfPdfCode code = { .glyph = glyph };

  if (self->codes->len > LAST_CODE)
    return find_any (self, glyph);
  code.text = g_strndup (text, length);
  code.width = lround (hb_font_get_glyph_h_advance (self->font, glyph) * 1000.0 / self->units);
  g_array_append_val (self->codes, code);
  return self->codes->len - 1;
}

guint
sf_pdf_font_get_code (SfPdfFont *self, hb_codepoint_t glyph, const char *text, gsize length)
{
  g_autofree char *key = NULL;
  guint code;

  if (length > 0 && (gsize)(g_utf8_next_char (text) - text) == length)
    {
      gint64 simple = ((gint64)glyph << 32) | g_utf8_get_char (text);

      code = GPOINTER_TO_UINT (g_hash_table_lookup (self->simple, &simple));
      if (code == 0)
        {
          code = add_code (self, glyph, text, length);
          g_hash_table_insert (self->simple, g_memdup2 (&simple, sizeof simple),
                               GUINT_TO_POINTER (code));
        }
      return code;
    }
  key = g_strdup_printf ("%u %.*s", glyph, (int)length, text);
  code = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, key));
  if (code == 0)
    {
      code = add_code (self, glyph, text, length);
      g_hash_table_insert (self->known, g_steal_pointer (&key), GUINT_TO_POINTER (code));
    }
  return code;
}

int
sf_pdf_font_get_width (const SfPdfFont *self, guint code)
{
  return g_array_index (self->codes, SfPdfCode, code).width;
}

void
sf_pdf_fonts_write (SfPdfFonts *self, SfPdfFile *file, guint resources, const char *images)
{
  g_autoptr (GString) names = g_string_new ("<<");

  if (self->fonts->len > 0)
    g_string_append (names, "/Font<<");
  for (guint i = 0; i < self->fonts->len; i++)
    {
      SfPdfFont *font = g_ptr_array_index (self->fonts, i);
      guint id = sf_pdf_file_reserve (file);

      sf_pdf_font_embed (font, file, id);
      g_string_append_printf (names, "/F%u", font->number);
      sf_pdf_add_reference (names, id);
    }
  if (self->fonts->len > 0)
    g_string_append (names, ">>");
  if (*images != '\0')
    g_string_append_printf (names, "/XObject<<%s>>", images);
  g_string_append (names, ">>");
  sf_pdf_file_add (file, resources, names);
}
