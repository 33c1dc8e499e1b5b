/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Documents with all that is hard to tag. */
#include "pdf-sample.h"

static void
add_languages (SfDocument *document)
{
  SfProse *mixed = sf_prose_new ("The poster says ");

  sf_document_add_heading (document, 1, "Languages", "languages");
  sf_prose_add_in_language (mixed, SF_SPAN_STRONG, "Croeso i’r tŷ: ŵyn, ŷd, ôl-drafod", "cy");
  sf_prose_add (mixed, SF_SPAN_PLAIN, " and ");
  sf_prose_add_in_language (mixed, SF_SPAN_PLAIN, "مرحبا بكم في مركز الأطفال", "ar");
  sf_prose_add (mixed, SF_SPAN_PLAIN, " beside ");
  sf_prose_add_in_language (mixed, SF_SPAN_PLAIN, "ברוכים הבאים למרכז", "he");
  sf_prose_add (mixed, SF_SPAN_EMPHASIS, " for all.");
  sf_document_add (document, sf_block_new_paragraph (mixed));
  sf_document_add_text (document, "هذا المركز للعائلات والأطفال في الحي، وهو مفتوح من التاسعة "
                                  "صباحا حتى الخامسة مساء كل يوم، ويقدم المشورة (مجانا) لكل أسرة "
                                  "في 3 لغات مثل English والعربية.");
  sf_document_add_text (document, "שָׁלוֹם, המרכז פתוח לכל המשפחות, מ־9 עד 17, וגם בימי שבת.");
  sf_document_add_text (document, "Office, difficult, shift, affluent: a fi, a ffl.");
  sf_document_add_text (
      document, "No font has 語 or 好好, but 🎉 and 👩‍👧 and 1️⃣ are here, and a "
                "soft\302\255hyphen, and e\314\201 in two parts.");
  sf_document_add (document, sf_block_new_paragraph (sf_prose_new ("One line\nand another")));
}

static void
add_links (SfDocument *document)
{
  SfProse *prose = sf_prose_new (NULL);
  g_autofree char *words = test_words (14, 3), *more = test_words (9, 4);

  sf_document_add_heading (document, 1, "Links", NULL);
  sf_prose_add (prose, SF_SPAN_PLAIN, words);
  sf_prose_add (prose, SF_SPAN_PLAIN, " see ");
  sf_prose_add_link (prose, more, "languages");
  sf_prose_add (prose, SF_SPAN_PLAIN, " or ");
  sf_prose_add_web_link (prose, "https://example.org/report?a=(1)",
                         "https://example.org/report?a=(1)");
  sf_prose_add (prose, SF_SPAN_PLAIN, ", not ");
  sf_prose_add_link (prose, "what is not there", "nowhere");
  sf_prose_add (prose, SF_SPAN_PLAIN, ".");
  sf_document_add (document, sf_block_new_paragraph (prose));
}

static SfBlock *
make_table (const char *name)
{
  static const char *const titles[] = { "Name", "What is known of it", "Number" };
  SfBlock *table = sf_block_new_table ();
  SfTableRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    sf_block_add_column (table, i == 1 ? 3 : 1, i == 2 ? SF_ALIGN_END : SF_ALIGN_START);
  row = sf_block_add_header_row (table);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    sf_table_row_add_cell (row, sf_prose_new (titles[i]), SF_SCOPE_COLUMN);
  sf_block_set_name (table, name);
  return table;
}

static void
add_row (SfBlock *table, const char *name, const char *text, const char *number)
{
  SfTableRow *row = sf_block_add_row (table);

  sf_table_row_add_cell (row, sf_prose_new (name), SF_SCOPE_ROW);
  sf_table_row_add_cell (row, sf_prose_new (text), SF_SCOPE_NONE);
  sf_table_row_add_cell (row, number != NULL ? sf_prose_new (number) : NULL, SF_SCOPE_NONE);
}

/* A cell of 400 words, a group, an empty cell, a cell of two paragraphs, a row that is too short.
 */
static void
add_long_cell (SfDocument *document)
{
  SfBlock *table = make_table ("What was said");
  g_autofree char *words = test_words (400, 5), *more = test_words (500, 6);
  SfTableRow *row;

  sf_document_add_heading (document, 1, "A long cell", NULL);
  add_row (table, "First", "short", "1");
  add_row (table, "Second", words, NULL);
  row = sf_block_add_row (table);
  sf_table_row_add_spanning_cell (row, sf_prose_new ("A group"), SF_SCOPE_ROWS, 3);
  add_row (table, "Third", more, "3");
  row = sf_block_add_row (table);
  sf_table_row_add_cell (row, sf_prose_new ("Fourth"), SF_SCOPE_ROW);
  sf_table_cell_add_paragraph (sf_table_row_add_cell (row, sf_prose_new ("One paragraph."),
                                                      SF_SCOPE_NONE),
                               sf_prose_add_in_language (sf_prose_new ("Another, in part "),
                                                         SF_SPAN_PLAIN, "Cymraeg", "cy"));
  sf_document_add (document, table);
}

static void
add_long_table (SfDocument *document, guint rows)
{
  SfBlock *table = make_table ("All of them");

  sf_document_add_heading (document, 1, "A long table", NULL);
  sf_document_add (document, make_table ("Only a head"));
  for (guint i = 0; i < rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u", i + 1);
      g_autofree char *words = test_words (3, i), *number = g_strdup_printf ("%u", i * 7);

      add_row (table, name, words, number);
    }
  sf_document_add (document, table);
}

/* Long paragraphs, so that some go over a page. */
static void
add_many_headings (SfDocument *document, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Part %u of the list", i + 1);
      g_autofree char *words = test_words (i % 9 == 0 ? 260 : 12, i);

      sf_document_add_heading (document, i % 7 == 0 ? 1 : 2, title, NULL);
      sf_document_add_text (document, words);
    }
}

SfPicture *
test_make_picture (guint width, guint height)
{
  g_autofree guint8 *pixels = g_new (guint8, width * height * 4);

  for (guint i = 0; i < width * height; i++)
    {
      pixels[i * 4] = i % width * 255 / width;
      pixels[i * 4 + 1] = i / width * 255 / height;
      pixels[i * 4 + 2] = 128;
      pixels[i * 4 + 3] = i % 7 == 0 ? 0 : 255;
    }
  return sf_picture_new (pixels, width, height, width * 4, TRUE);
}

SfDocument *
test_make_hard (guint rows, guint headings)
{
  SfDocument *document = test_document_new ();
  SfBlock *note;

  sf_document_add_heading (document, 2, "Contents", NULL)->in_contents = FALSE;
  sf_document_add (document, sf_block_new_contents (2));
  add_languages (document);
  add_links (document);
  note = sf_document_add (document, sf_block_new_note (sf_prose_new ("To be seen")));
  sf_block_add_item (note, sf_prose_new ("What stands in a box."));
  note = sf_document_add (document, sf_block_new_note (sf_prose_new ("Another")));
  sf_block_add_item (note, sf_prose_new ("It has a name of its own."));
  sf_document_add (document,
                   sf_block_new_picture (test_make_picture (300, 200), "Colours that run.",
                                         sf_prose_new ("A picture")));
  sf_document_add (document, sf_block_new_picture (test_make_picture (3, 2), "A dot.", NULL));
  add_long_cell (document);
  add_long_table (document, rows);
  sf_document_add_heading (document, 3, "Deeper than it may be", NULL);
  add_many_headings (document, headings);
  return document;
}
