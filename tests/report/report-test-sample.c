/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A document with every kind of block. */
#include "report-test-util.h"

#include <math.h>

static const struct
{
  const char *title;
  const char *short_title;
  const char *word;
  unsigned rgb;
  double value;
  double previous;
  SfShape shape;
  SfChipTone tone;
} areas[] = {
  { "Leading Learning and Development", "Learning", "Good", 0x1c71d8, 0.75, 0.75, SF_SHAPE_DISC,
    SF_CHIP_TONE_GOOD },
  { "Stronger Families, Stronger Communities", "Families", "Good", 0x2a8a4f, 0.75, 0.5,
    SF_SHAPE_DISC, SF_CHIP_TONE_GOOD },
  { "Being Accountable and Responsible", "Accountable", "Requires improvement", 0x813d9c, 0.5, 0.5,
    SF_SHAPE_HALF_DISC, SF_CHIP_TONE_WARN },
  { "Shaping the Present and Creating the Future", "Shaping", "Outstanding", 0xc05a00, 1, 0.75,
    SF_SHAPE_STAR, SF_CHIP_TONE_BEST },
  { "Managing the Organisation", "Managing", "Inadequate", 0x0e7f8c, 0.25, 0.75,
    SF_SHAPE_CROSSED_RING, SF_CHIP_TONE_POOR },
  { "Building and Strengthening Teams", "Teams", "Not judged yet", 0xb0306a, NAN, 0.5,
    SF_SHAPE_DOTTED_RING, SF_CHIP_TONE_NEUTRAL },
};

static SfBlock *
make_title (void)
{
  SfBlock *title = sf_block_new_title (
      sf_prose_new ("Millbrook Children’s Centre"),
      sf_prose_new ("Judged against the National Standards for Leaders of Sure Start Children’s "
                    "Centres (DfES, 2007), said again in plain words."));

  sf_block_add_item (title, sf_prose_new ("Report to the management committee"));
  sf_block_add_fact (title, "Evaluation", sf_prose_new ("April 2026 to March 2027"));
  sf_block_add_fact (title, "Meeting", sf_prose_new ("14 May 2027"));
  sf_block_add_fact (title, "State", sf_prose_new ("Proposed by the head, not yet agreed"));
  return title;
}

static SfBlock *
make_summary (void)
{
  SfBlock *pair = sf_block_new_pair (0.5), *table = sf_block_new_table ();
  SfChart *chart = sf_chart_new_petals (4);

  sf_block_add_column (table, 3, SF_ALIGN_START);
  sf_block_add_column (table, 2, SF_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      SfTableRow *row = sf_block_add_row (table);

      sf_chart_add_item (chart, areas[i].short_title, areas[i].word, areas[i].value,
                         areas[i].previous, (SfColor)SF_COLOR (areas[i].rgb));
      sf_table_row_add_cell (row,
                             sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, areas[i].title),
                             SF_SCOPE_ROW);
      sf_table_row_add_cell (row,
                             sf_prose_add_chip (sf_prose_new (NULL), areas[i].shape, areas[i].tone,
                                                areas[i].word),
                             SF_SCOPE_NONE);
    }
  sf_block_add_first (
      pair,
      sf_block_new_figure (chart, "Six petals, one for each key area; the longest is Shaping.",
                           sf_prose_new ("Petals reach further out for a better grade. The dashed "
                                         "outline is last year.")));
  sf_block_add_second (pair, table);
  return pair;
}

static SfBlock *
make_targets (void)
{
  static const struct
  {
    const char *cells[4];
    const char *status;
    SfShape shape;
    SfChipTone tone;
  } rows[] = {
    { { "Lone parents reached", "48 %", "65 %", "61 %" },
      "At risk",
      SF_SHAPE_HALF_DISC,
      SF_CHIP_TONE_WARN },
    { { "Fathers in learning journals", "12 %", "30 %", "16 %" },
      "Off track",
      SF_SHAPE_CROSSED_RING,
      SF_CHIP_TONE_POOR },
    { { "Safeguarding training up to date", "80 %", "100 %", "92 %" },
      "On track",
      SF_SHAPE_DISC,
      SF_CHIP_TONE_GOOD },
    { { "Gap at five to the lowest fifth", "31 points", "28 points", "27 points" },
      "Met",
      SF_SHAPE_TICK,
      SF_CHIP_TONE_BEST },
  };
  static const char *const titles[] = { "Priority", "Baseline", "Target", "Latest", "Status" };
  SfBlock *table = sf_block_new_table ();
  SfTableRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    sf_block_add_column (table, i == 0 ? 3.2 : 1.3, i > 0 && i < 4 ? SF_ALIGN_END : SF_ALIGN_START);
  row = sf_block_add_header_row (table);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    sf_table_row_add_cell (row, sf_prose_new (titles[i]), SF_SCOPE_COLUMN);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      row = sf_block_add_row (table);
      for (guint j = 0; j < 4; j++)
        sf_table_row_add_cell (row, sf_prose_new (rows[i].cells[j]),
                               j == 0 ? SF_SCOPE_ROW : SF_SCOPE_NONE);
      sf_table_row_add_cell (row,
                             sf_prose_add_chip (sf_prose_new (NULL), rows[i].shape, rows[i].tone,
                                                rows[i].status),
                             SF_SCOPE_NONE);
    }
  table->keep_together = TRUE;
  return table;
}

static void
add_charts (SfDocument *document)
{
  SfChart *bars = sf_chart_new_bars (), *progress = sf_chart_new_progress ();
  SfChart *line = sf_chart_new_line ((SfColor)SF_COLOR (0x1c71d8));

  for (guint i = 0; i < 3; i++)
    {
      sf_chart_add_item (bars, areas[i].title, areas[i].word, areas[i].value, areas[i].previous,
                         (SfColor)SF_COLOR (areas[i].rgb));
      sf_chart_add_item (progress, areas[i].short_title, "8 of 10 judged", 0.8, NAN,
                         (SfColor)SF_COLOR (areas[i].rgb));
    }
  sf_chart_set_plan (line, (SfChartPoint){ 0, 48, "48 % in April" },
                     (SfChartPoint){ 360, 65, "65 % wanted" });
  sf_chart_add_point (line, 90, 50, NULL);
  sf_chart_add_point (line, 180, 57, NULL);
  sf_chart_add_point (line, 270, 61, "61 %");
  sf_document_add (document, sf_block_new_figure (bars, "Bars of three areas.", NULL));
  sf_document_add (document, sf_block_new_figure (progress, "Progress of three areas.", NULL));
  sf_document_add (document,
                   sf_block_new_figure (line, "Lone parents reached rose from 48 to 61 per cent.",
                                        sf_prose_new ("Lone parents reached")));
}

static void
add_area (SfDocument *document, guint i)
{
  g_autofree char *id = g_strdup_printf ("area-%u", i), *words = test_words (60, i);
  g_autofree char *title = g_strdup_printf ("%u  %s", i + 1, areas[i].title);
  SfBlock *list = sf_block_new_list (i % 2 == 1), *heading;

  heading = sf_document_add_heading (document, 1, title, id);
  sf_block_set_accent (heading, (SfColor)SF_COLOR (areas[i].rgb));
  sf_block_set_trailing (heading, sf_prose_add_chip (sf_prose_new (NULL), areas[i].shape,
                                                     areas[i].tone, areas[i].word));
  sf_document_add_text (document, words);
  sf_document_add_heading (document, 2, "What is strong", NULL);
  for (guint j = 0; j < 3; j++)
    {
      g_autofree char *item = test_words (12 + j * 9, i * 10 + j);

      sf_block_add_item (list, sf_prose_new (item));
    }
  sf_document_add (document, list);
  sf_document_add_heading (document, 2, "What is to be better", NULL);
  sf_document_add_text (document, words);
}

SfDocument *
test_make_sample (void)
{
  SfDocument *document = test_document_new ();
  SfBlock *note = sf_block_new_note (sf_prose_new ("Safeguarding")), *sign;

  sf_document_add (document, make_title ());
  sf_document_add_heading (document, 1, "Contents", NULL)->in_contents = FALSE;
  sf_document_add (document, sf_block_new_contents (2));
  sf_document_add (document, sf_block_new_page_break ());
  sf_document_add_heading (document, 1, "The year on one page", "summary");
  sf_document_add (document, make_summary ());
  sf_document_add_heading (document, 2, "Progress on what we agreed last year", NULL);
  sf_document_add (document, make_targets ());
  sf_block_add_item (note, sf_prose_new ("Training for two new colleagues is booked for 9 June; "
                                         "the deputy is responsible."));
  sf_document_add (document, note);
  sf_document_add (document, sf_block_new_paragraph (sf_prose_add_link (
                                 sf_prose_add (sf_prose_add (sf_prose_new ("Plain, "),
                                                             SF_SPAN_EMPHASIS, "emphasised, "),
                                               SF_SPAN_SMALL, "small; see "),
                                 "the first area", "area-0")));
  sf_document_add (document, sf_block_new_page_break ());
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    add_area (document, i);
  sf_document_add_heading (document, 2, "Charts", NULL);
  add_charts (document);
  sign = sf_document_add (document,
                          sf_block_new_sign_off (sf_prose_new ("Accepted by the committee")));
  sf_block_add_item (sign, sf_prose_new ("Name"));
  sf_block_add_item (sign, sf_prose_new ("Signature"));
  sf_block_add_item (sign, sf_prose_new ("Date"));
  return document;
}
