/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-fingerprint.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>

/* Runs of dark modules in a row are one rectangle: fewer paths, and no hairlines between them. */
static void
add_row (SfPath *path, const unsigned char *modules, guint side, guint y)
{
  for (guint x = 0; x < side;)
    {
      guint run = 0;

      while (x + run < side && (modules[x + run] & 1) != 0)
        run++;
      if (run > 0)
        sf_path_add_rect (path, x, y, run, 1);
      x += MAX (run, 1);
    }
}

SfPath *
sf_fingerprint_make_code (const char *text, guint *side)
{
  QRcode *code;
  SfPath *path;

  g_return_val_if_fail (text != NULL && side != NULL, NULL);

  code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 0);
  if (code == NULL)
    return NULL;
  path = sf_path_new ();
  *side = (guint)code->width;
  for (guint y = 0; y < *side; y++)
    add_row (path, code->data + y * *side, *side, y);
  QRcode_free (code);
  return path;
}

void
sf_fingerprint_add_to (SfDocument *document, const char *fingerprint)
{
  g_autofree char *text = NULL, *alternative = NULL, *caption = NULL;
  SfPath *path;
  guint side = 0;

  g_return_if_fail (SF_IS_DOCUMENT (document) && fingerprint != NULL);

  sf_document_set_fingerprint (document, fingerprint);
  text = g_strconcat (SF_FINGERPRINT_SCANNED, fingerprint, NULL);
  alternative
      = g_strdup_printf (_ ("A code to be scanned, which says the fingerprint %s."), fingerprint);
  caption = g_strdup_printf (_ ("Fingerprint %s. Whether this paper is the report as it was "
                                "accepted is found out in Sixfold: Check a fingerprint."),
                             fingerprint);
  path = sf_fingerprint_make_code (text, &side);
  if (path != NULL)
    sf_document_add (document,
                     sf_block_new_figure (sf_chart_new_code (path, side, _ ("Fingerprint"),
                                                             fingerprint),
                                          alternative, sf_prose_new (caption)));
  else
    sf_document_add_text (document, caption);
}

char *
sf_fingerprint_dup_words (SfDisplayList *pages)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (pages), g_string_free (words, FALSE));

  for (guint i = 0; i < sf_display_list_get_n_pages (pages); i++)
    {
      GPtrArray *page = sf_display_list_get_page (pages, i);

      for (guint k = 0; k < page->len; k++)
        {
          const SfItem *item = page->pdata[k];

          if (item->text == NULL || item->origin.furniture)
            continue;
          g_string_append (words, item->text);
          g_string_append_c (words, ' ');
        }
      g_string_append_c (words, '\n');
    }
  return g_string_free (words, FALSE);
}
