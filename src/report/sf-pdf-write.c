/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The whole of a PDF: pages first, then what can only be known when they are written. */
#include "report/sf-pdf-metadata.h"
#include "report/sf-pdf-syntax.h"

static guint
write_structure (SfPdfFile *file, SfPdfStructure *structure, SfPdfPages *pages)
{
  guint root = sf_pdf_structure_number (structure, file);
  g_autoptr (GString) parents = g_string_new (NULL);
  guint next = sf_pdf_pages_add_parents (pages, parents);

  sf_pdf_structure_write (structure, file, parents, next);
  return root;
}

static void
add_reference (GString *out, const char *key, guint id)
{
  if (id == 0)
    return;
  g_string_append_printf (out, "/%s", key);
  sf_pdf_add_reference (out, id);
}

static guint
write_catalog (SfPdfFile *file,
               SfDisplayList *list,
               SfPdfStructure *structure,
               SfPdfPages *pages,
               guint64 drop)
{
  SfDocument *document = sf_display_list_get_document (list);
  g_autoptr (GString) out = g_string_new ("<</Type/Catalog");
  guint outline = sf_pdf_write_outline (file, list, pages, drop), id = sf_pdf_file_reserve (file);

  add_reference (out, "Pages", sf_pdf_pages_finish (pages));
  add_reference (out, "StructTreeRoot", write_structure (file, structure, pages));
  add_reference (out, "Metadata", sf_pdf_write_metadata (file, document, drop));
  add_reference (out, "Outlines", outline);
  if (outline != 0)
    g_string_append (out, "/PageMode/UseOutlines");
  if (!SF_PDF_DROPS (drop, MARKED))
    g_string_append (out, "/MarkInfo<</Marked true>>");
  if (!SF_PDF_DROPS (drop, DISPLAY_TITLE))
    g_string_append (out, "/ViewerPreferences<</DisplayDocTitle true>>");
  if (!SF_PDF_DROPS (drop, LANGUAGE))
    {
      g_string_append (out, "/Lang");
      sf_pdf_add_text (out, sf_document_get_language (document));
    }
  g_string_append (out, ">>");
  sf_pdf_file_add (file, id, out);
  return id;
}

gboolean
sf_pdf_write (SfDisplayList *list,
              GOutputStream *stream,
              guint64 drop,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SfPdfFile) file = sf_pdf_file_new (stream, drop, cancellable);
  g_autoptr (SfPdfFonts) fonts = sf_pdf_fonts_new (drop);
  g_autoptr (SfPdfStructure) structure = sf_pdf_structure_new (list, drop);
  guint resources = sf_pdf_file_reserve (file), catalog, info;
  g_autoptr (SfPdfPages) pages = sf_pdf_pages_new (list, file, fonts, structure, resources, drop);

  for (guint i = 0; i < sf_display_list_get_n_pages (list) && !sf_pdf_file_has_failed (file); i++)
    sf_pdf_pages_write (pages, i);
  if (sf_pdf_file_has_failed (file))
    return sf_pdf_file_finish (file, 0, 0, error);
  sf_pdf_fonts_write (fonts, file, resources, sf_pdf_pages_get_images (pages));
  catalog = write_catalog (file, list, structure, pages, drop);
  info = sf_pdf_write_info (file, sf_display_list_get_document (list), drop);
  return sf_pdf_file_finish (file, catalog, info, error);
}
