/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A font is cut down to what the pages show of it and put into the file. */
#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

#include "base/sf-error.h"
#include "report/sf-pdf-private.h"
#include "report/sf-pdf-syntax.h"

/* What OpenType says of embedding, in the bits of OS/2 fsType. */
#define TYPE_RESTRICTED 0x0002
#define TYPE_LICENCE 0x000e
#define TYPE_NO_SUBSET 0x0100
#define TYPE_BITMAP_ONLY 0x0200

#define PER_MAP 100 /* the most entries that one part of a character map may have */

/* --- the font's own figures ------------------------------------------------------------------- */

typedef struct
{
  char *name; /* of PostScript */
  guint type;
  guint weight;
  int box[4];
  int ascent;
  int descent;
  int capital;
  int small;
  double slant;
  gboolean fixed;
} Facts;

static int
read_word (hb_blob_t *table, guint at)
{
  guint length;
  const guchar *data = (const guchar *)hb_blob_get_data (table, &length);

  return at + 2 <= length ? (gint16)(data[at] << 8 | data[at + 1]) : 0;
}

static int
scale (const SfPdfFont *self, int value)
{
  return (int)lround (value * 1000.0 / self->units);
}

static void
read_metrics (const SfPdfFont *self, Facts *facts)
{
  hb_blob_t *os2 = hb_face_reference_table (self->face, HB_TAG ('O', 'S', '/', '2'));
  hb_blob_t *head = hb_face_reference_table (self->face, HB_TAG ('h', 'e', 'a', 'd'));
  hb_blob_t *hhea = hb_face_reference_table (self->face, HB_TAG ('h', 'h', 'e', 'a'));
  hb_blob_t *post = hb_face_reference_table (self->face, HB_TAG ('p', 'o', 's', 't'));

  facts->type = (guint16)read_word (os2, 8);
  facts->weight = (guint16)read_word (os2, 4);
  for (guint i = 0; i < 4; i++)
    facts->box[i] = scale (self, read_word (head, 36 + 2 * i));
  facts->ascent = scale (self, read_word (hhea, 4));
  facts->descent = scale (self, read_word (hhea, 6));
  /* From its second version on OS/2 has the height of letters. */
  if (read_word (os2, 0) >= 2)
    {
      facts->small = scale (self, read_word (os2, 86));
      facts->capital = scale (self, read_word (os2, 88));
    }
  if (facts->capital <= 0)
    facts->capital = facts->ascent;
  facts->slant = read_word (post, 4) + (guint16)read_word (post, 6) / 65536.0;
  facts->fixed = read_word (post, 12) != 0 || read_word (post, 14) != 0;
  hb_blob_destroy (os2);
  hb_blob_destroy (head);
  hb_blob_destroy (hhea);
  hb_blob_destroy (post);
}

static void
read_name (const SfPdfFont *self, Facts *facts)
{
  char name[64] = "";
  guint length = sizeof name;

  hb_ot_name_get_utf8 (self->face, 6, HB_LANGUAGE_INVALID, &length, name);
  for (char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      *at = '-';
  facts->name = g_strdup (*name != '\0' ? name : "Font");
}

static gboolean
has_outlines (const SfPdfFont *self)
{
  hb_blob_t *glyf = hb_face_reference_table (self->face, HB_TAG ('g', 'l', 'y', 'f'));
  gboolean has = hb_blob_get_length (glyf) > 0;

  hb_blob_destroy (glyf);
  return has;
}

static gboolean
is_allowed (const SfPdfFont *self, const Facts *facts)
{
  if (SF_PDF_DROPS (self->drop, PERMISSION))
    return TRUE;
  return (facts->type & TYPE_LICENCE) != TYPE_RESTRICTED && (facts->type & TYPE_BITMAP_ONLY) == 0;
}

/* --- the cut font ----------------------------------------------------------------------------- */

static hb_subset_input_t *
make_input (const SfPdfFont *self)
{
  static const char *const dropped[] = { "GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post",
                                         "kern", "DSIG", "STAT", "BASE", "MATH", "gasp", "meta" };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *glyphs, *tables;

  g_assert (input != NULL); /* GLib ends the program where there is no memory, so this does too */
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  glyphs = hb_subset_input_glyph_set (input);
  for (guint i = 1; i < self->codes->len; i++)
    hb_set_add (glyphs, g_array_index (self->codes, SfPdfCode, i).glyph);
  tables = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (tables, hb_tag_from_string (dropped[i], -1));
  return input;
}

/* Where a code's glyph lies in the font that is embedded, as two bytes each. */
static GString *
make_glyph_map (const SfPdfFont *self, const hb_map_t *moved)
{
  GString *map = g_string_new_len ("\0\0", 2);

  for (guint i = 1; i < self->codes->len; i++)
    {
      guint glyph = g_array_index (self->codes, SfPdfCode, i).glyph;

      if (moved != NULL)
        glyph = hb_map_get (moved, glyph);
      if (glyph > 0xffff)
        glyph = 0;
      g_string_append_c (map, (char)(glyph >> 8));
      g_string_append_c (map, (char)glyph);
    }
  return map;
}

static void
write_blob (SfPdfFile *file, guint id, hb_blob_t *blob)
{
  guint length;
  const char *data = hb_blob_get_data (blob, &length);
  g_autofree char *entries = g_strdup_printf ("/Length1 %u", length);

  sf_pdf_file_add_stream (file, id, entries, data, length, SF_PDF_DEFLATED);
}

/* Writes the font file and the map from codes to its glyphs. */
static gboolean
write_outlines (const SfPdfFont *self, const Facts *facts, SfPdfFile *file, guint font, guint map)
{
  gboolean whole = (facts->type & TYPE_NO_SUBSET) != 0 || SF_PDF_DROPS (self->drop, SUBSET);
  hb_subset_input_t *input = make_input (self);
  hb_subset_plan_t *plan = whole ? NULL : hb_subset_plan_create_or_fail (self->face, input);
  hb_face_t *cut = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  g_autoptr (GString) glyphs = NULL;

  hb_subset_input_destroy (input);
  if (whole || cut != NULL)
    {
      hb_blob_t *blob = hb_face_reference_blob (whole ? self->face : cut);

      write_blob (file, font, blob);
      hb_blob_destroy (blob);
      glyphs = make_glyph_map (self, whole ? NULL : hb_subset_plan_old_to_new_glyph_mapping (plan));
      sf_pdf_file_add_stream (file, map, "", glyphs->str, glyphs->len, SF_PDF_DEFLATED);
    }
  hb_face_destroy (cut);
  if (plan != NULL)
    hb_subset_plan_destroy (plan);
  return glyphs != NULL;
}

/* --- what stands for what --------------------------------------------------------------------- */

static void
add_map_entries (GString *map, const SfPdfFont *self)
{
  guint n = self->codes->len;

  for (guint i = 1; i < n; i++)
    {
      const SfPdfCode *code = &g_array_index (self->codes, SfPdfCode, i);

      if (i % PER_MAP == 1)
        g_string_append_printf (map, "%u beginbfchar\n", MIN (n - i, PER_MAP));
      g_string_append_printf (map, "<%04X> <", i);
      sf_pdf_add_utf16 (map, code->text, strlen (code->text));
      g_string_append (map, ">\n");
      if (i % PER_MAP == 0 || i + 1 == n)
        g_string_append (map, "endbfchar\n");
    }
}

static void
write_characters (const SfPdfFont *self, SfPdfFile *file, guint id)
{
  g_autoptr (GString) map = g_string_new (NULL);

  g_string_append (map, "/CIDInit /ProcSet findresource begin\n"
                        "12 dict begin\n"
                        "begincmap\n"
                        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                        "/CMapName /Adobe-Identity-UCS def\n"
                        "/CMapType 2 def\n"
                        "1 begincodespacerange\n"
                        "<0000> <FFFF>\n"
                        "endcodespacerange\n");
  add_map_entries (map, self);
  g_string_append (map, "endcmap\n"
                        "CMapName currentdict /CMap defineresource pop\n"
                        "end\n"
                        "end\n");
  sf_pdf_file_add_stream (file, id, "", map->str, map->len, SF_PDF_DEFLATED);
}

/* --- dictionaries ----------------------------------------------------------------------------- */

static void
write_descriptor (const SfPdfFont *self,
                  const Facts *facts,
                  const char *name,
                  SfPdfFile *file,
                  guint id,
                  guint outlines)
{
  g_autoptr (GString) out = g_string_new ("<</Type/FontDescriptor/FontName");
  guint flags = 4 | (facts->fixed ? 1 : 0) | (facts->slant != 0 ? 64 : 0);
  gboolean real = !SF_PDF_DROPS (self->drop, METRICS);

  sf_pdf_add_name (out, name);
  g_string_append_printf (out, "/Flags %u/FontBBox[%d %d %d %d]/ItalicAngle", flags, facts->box[0],
                          facts->box[1], facts->box[2], facts->box[3]);
  sf_pdf_add_number (out, facts->slant);
  g_string_append_printf (out, "/Ascent %d/Descent %d/CapHeight %d", real ? facts->ascent : 1000,
                          real ? facts->descent : 0, real ? facts->capital : 1000);
  if (facts->small > 0)
    g_string_append_printf (out, "/XHeight %d", facts->small);
  /* No table tells how thick a stem is; it goes with the weight. */
  g_string_append_printf (out, "/FontWeight %u/StemV %d", facts->weight,
                          50 + (int)lround (facts->weight * facts->weight / 4225.0));
  if (!SF_PDF_DROPS (self->drop, EMBEDDING))
    {
      g_string_append (out, "/FontFile2");
      sf_pdf_add_reference (out, outlines);
    }
  g_string_append (out, ">>");
  sf_pdf_file_add (file, id, out);
}

static void
write_cid_font (
    const SfPdfFont *self, const char *name, SfPdfFile *file, guint id, guint descriptor, guint map)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Font/Subtype/CIDFontType2/BaseFont");

  sf_pdf_add_name (out, name);
  g_string_append (out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                        "/FontDescriptor");
  sf_pdf_add_reference (out, descriptor);
  if (!SF_PDF_DROPS (self->drop, WIDTHS))
    {
      g_string_append (out, "/DW 0/W[1[");
      for (guint i = 1; i < self->codes->len; i++)
        g_string_append_printf (out, i > 1 ? " %d" : "%d",
                                g_array_index (self->codes, SfPdfCode, i).width);
      g_string_append (out, "]]");
    }
  g_string_append (out, "/CIDToGIDMap");
  if (SF_PDF_DROPS (self->drop, GLYPH_MAP))
    g_string_append (out, "/Identity");
  else
    sf_pdf_add_reference (out, map);
  g_string_append (out, ">>");
  sf_pdf_file_add (file, id, out);
}

/* Six letters before the name say that the font is cut, and tell its cuts apart. */
static char *
make_name (const SfPdfFont *self, const Facts *facts)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char letters[7] = "";

  if ((facts->type & TYPE_NO_SUBSET) != 0 || SF_PDF_DROPS (self->drop, SUBSET))
    return g_strdup (facts->name);
  for (guint i = 1; i < self->codes->len; i++)
    {
      guint32 glyph = GUINT32_TO_LE (g_array_index (self->codes, SfPdfCode, i).glyph);

      g_checksum_update (checksum, (const guchar *)&glyph, sizeof glyph);
    }
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < 6; i++)
    letters[i] = 'A' + digest[i] % 26;
  return g_strconcat (letters, "+", facts->name, NULL);
}

static void
write_font (const SfPdfFont *self, const Facts *facts, SfPdfFile *file, guint id)
{
  g_autofree char *name = make_name (self, facts);
  g_autoptr (GString) out = g_string_new ("<</Type/Font/Subtype/Type0/BaseFont");
  guint cid = sf_pdf_file_reserve (file), descriptor = sf_pdf_file_reserve (file);
  guint outlines = sf_pdf_file_reserve (file), map = sf_pdf_file_reserve (file);
  guint characters = sf_pdf_file_reserve (file);

  if (!write_outlines (self, facts, file, outlines, map))
    {
      sf_pdf_file_fail (file,
                        g_error_new (SF_ERROR, SF_ERROR_FAILED,
                                     _ ("The font “%s” could not be put into the PDF, so nothing "
                                        "was written. Please install Sixfold again."),
                                     facts->name));
      return;
    }
  write_characters (self, file, characters);
  write_descriptor (self, facts, name, file, descriptor, outlines);
  write_cid_font (self, name, file, cid, descriptor, map);
  sf_pdf_add_name (out, name);
  g_string_append (out, "/Encoding/Identity-H/DescendantFonts[");
  sf_pdf_add_reference (out, cid);
  g_string_append (out, "]");
  if (!SF_PDF_DROPS (self->drop, TO_UNICODE))
    {
      g_string_append (out, "/ToUnicode");
      sf_pdf_add_reference (out, characters);
    }
  g_string_append (out, ">>");
  sf_pdf_file_add (file, id, out);
}

void
sf_pdf_font_embed (SfPdfFont *self, SfPdfFile *file, guint id)
{
  Facts facts = { NULL };

  if (sf_pdf_file_has_failed (file))
    return;
  read_metrics (self, &facts);
  read_name (self, &facts);
  if (!is_allowed (self, &facts) || !has_outlines (self))
    sf_pdf_file_fail (file,
                      g_error_new (SF_ERROR, SF_ERROR_INVALID,
                                   _ ("The font “%s” may not be put into a PDF, so nothing was "
                                      "written. Please install Sixfold again, with its own fonts."),
                                   facts.name));
  else
    write_font (self, &facts, file, id);
  g_free (facts.name);
}
