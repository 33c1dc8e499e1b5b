/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The index of a pack: what speaks for each statement, where it lies, and what was left out. */
#include "base/sf-date.h"
#include "base/sf-text.h"
#include "exchange/sf-pack-private.h"
#include "model/sf-evidence-order.h"
#include "model/sf-web-links.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const SfPackPlan *plan;
  SfDocument *document;
} Index;

/* --- the title ----------------------------------------------------------------------------------
 */

static const char *
get_audience_text (SfPackAudience audience)
{
  switch (audience)
    {
    case SF_PACK_OPEN:
      return _ ("Anybody");
    case SF_PACK_BOARD:
      return _ ("The governing body and the local authority");
    case SF_PACK_CENTRE:
    default:
      return _ ("The centre’s own staff");
    }
}

static void
add_title (Index *self, SfCentre *centre, const char *by, const char *date)
{
  const SfPackPlan *plan = self->plan;
  g_autofree char *description = sf_pack_plan_describe (plan);
  g_autofree char *period = sf_date_format_period (sf_evaluation_get_starts_on (plan->evaluation),
                                                   sf_evaluation_get_ends_on (plan->evaluation));
  g_autofree char *foot = g_strdup_printf (
      _ ("%s lists every file of this pack with its SHA-256 sum, so that anybody can check that "
         "nothing was changed since."),
      SF_PACK_CHECKSUMS);
  SfBlock *title
      = sf_block_new_title (sf_prose_new (sf_centre_get_name (centre)), sf_prose_new (foot));

  sf_block_add_item (title, sf_prose_new (_ ("Evidence pack")));
  sf_block_add_fact (title, _ ("Evaluation"), sf_prose_new (period));
  sf_block_add_fact (title, _ ("Judged against"),
                     sf_prose_new (sf_framework_get_title (plan->framework)));
  sf_block_add_fact (title, _ ("For"), sf_prose_new (get_audience_text (plan->audience)));
  sf_block_add_fact (title, _ ("Made on"), sf_prose_new (date));
  sf_block_add_fact (title, _ ("Made by"), sf_prose_new (by));
  sf_block_add_fact (title, _ ("It holds"), sf_prose_new (description));
  sf_document_add (self->document, title);
}

/* --- what was left out --------------------------------------------------------------------------
 */

static void
add_left_out (Index *self)
{
  g_autoptr (GPtrArray) sentences = sf_pack_plan_list_left_out (self->plan);
  SfBlock *note;

  if (sentences->len == 0)
    return;
  note = sf_document_add (self->document,
                          sf_block_new_note (sf_prose_new (_ ("Not part of this pack"))));
  for (guint i = 0; i < sentences->len; i++)
    sf_block_add_item (note, sf_prose_new (sentences->pdata[i]));
}

/* Documents, archives and mails go as they are, with the photographs in them. */
static gboolean
may_hold_photographs (const SfPackFile *file)
{
  const char *type = sf_attachment_get_media_type (file->attachment);

  return type != NULL
         && (g_str_has_prefix (type, "application/") || g_str_has_prefix (type, "message/"));
}

static void
add_warning (Index *self)
{
  GPtrArray *files = self->plan->files;

  for (guint i = 0; i < files->len; i++)
    if (may_hold_photographs (files->pdata[i]))
      {
        sf_document_add_text (self->document,
                              _ ("Photographs inside documents, mails and ZIP files were left as "
                                 "they are and may tell where they were taken."));
        return;
      }
}

/* --- a piece of evidence ------------------------------------------------------------------------
 */

static void
add_labelled (SfTableCell *cell, const char *label, const char *text)
{
  SfProse *prose;

  if (sf_text_is_blank (text))
    return;
  prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, label);
  sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "),
                                                   SF_SPAN_PLAIN, text));
}

/* The text of a column, or NULL where it may not leave to this audience. */
static const char *
get_text (Index *self, SfEvidence *evidence, guint column)
{
  return sf_pack_plan_may_show (self->plan->audience, column)
             ? sf_record_get_text (SF_RECORD (evidence), column)
             : NULL;
}

static void
add_what (Index *self, SfTableRow *row, const SfPackEntry *entry)
{
  SfEvidence *evidence = entry->item->evidence;
  SfTableCell *cell = sf_table_row_add_cell (row,
                                             sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                           sf_evidence_get_title (evidence)),
                                             SF_SCOPE_ROW);
  const char *shows = get_text (self, evidence, SF_EVIDENCE_SHOWS);

  if (!sf_text_is_blank (shows))
    sf_table_cell_add_paragraph (cell, sf_prose_new (shows));
  add_labelled (cell, _ ("Here:"), entry->note);
  add_labelled (cell, _ ("Source:"), get_text (self, evidence, SF_EVIDENCE_SOURCE));
  add_labelled (cell, _ ("Author:"), get_text (self, evidence, SF_EVIDENCE_AUTHOR));
}

static void
add_kind (SfTableRow *row, SfEvidence *evidence)
{
  const char *iso = sf_evidence_get_dated_on (evidence);
  g_autofree char *date = iso != NULL ? sf_date_format (iso) : g_strdup (_ ("no date"));
  SfTableCell *cell
      = sf_table_row_add_cell (row, sf_prose_new (sf_evidence_get_kind_label (evidence)),
                               SF_SCOPE_NONE);

  sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, date));
}

static void
add_file (SfTableCell *cell, const SfPackFile *file)
{
  g_autofree char *name = g_path_get_basename (file->path);
  g_autofree char *size = NULL, *behind = NULL;
  SfProse *prose = sf_prose_new (NULL);

  if (file->reason != NULL)
    sf_prose_add (prose, SF_SPAN_PLAIN,
                  _ ("A file is not part of this pack: it could not be made sure that it does not "
                     "tell where it was taken."));
  else
    {
      size = g_format_size ((guint64)file->size);
      behind = g_strdup_printf (" (%s)", size);
      sf_prose_add_file_link (prose, name, file->path);
      sf_prose_add (prose, SF_SPAN_SMALL, behind);
    }
  sf_table_cell_add_paragraph (cell, prose);
}

/* "On paper: green folder, head's office. Sighted by A. Adviser on 3 March 2027." */
static void
add_paper (Index *self, SfTableCell *cell, SfEvidence *evidence)
{
  const char *place = get_text (self, evidence, SF_EVIDENCE_PLACE);
  const char *by = get_text (self, evidence, SF_EVIDENCE_SIGHTED_BY);
  const char *iso = get_text (self, evidence, SF_EVIDENCE_SIGHTED_ON);
  g_autofree char *on = iso != NULL ? sf_date_format (iso) : NULL;
  g_autofree char *sighted = NULL;

  if (sf_text_is_blank (place))
    return;
  add_labelled (cell, _ ("On paper:"), place);
  if (!sf_text_is_blank (by) && on != NULL)
    sighted = g_strdup_printf (_ ("%s, %s"), by, on);
  else
    sighted = g_strdup (sf_text_is_blank (by) ? on : by);
  add_labelled (cell, _ ("Sighted:"), sighted);
}

static void
add_where (Index *self, SfTableRow *row, const SfPackItem *item)
{
  SfTableCell *cell = sf_table_row_add_cell (row, NULL, SF_SCOPE_NONE);
  g_auto (GStrv) links = sf_web_links_parse (get_text (self, item->evidence, SF_EVIDENCE_WEB_LINK));

  for (guint i = 0; i < item->files->len; i++)
    add_file (cell, item->files->pdata[i]);
  for (guint i = 0; links[i] != NULL; i++)
    sf_table_cell_add_paragraph (cell,
                                 sf_prose_add_web_link (sf_prose_new (NULL), links[i], links[i]));
  add_paper (self, cell, item->evidence);
  if (cell->paragraphs->len == 0)
    sf_table_cell_add_paragraph (cell, sf_prose_new ("–"));
}

/* --- areas and statements -----------------------------------------------------------------------
 */

static SfBlock *
new_table (const char *const *titles, const double *weights, guint n)
{
  SfBlock *table = sf_block_new_table ();
  SfTableRow *head = sf_block_add_header_row (table);

  for (guint i = 0; i < n; i++)
    {
      sf_block_add_column (table, weights[i], SF_ALIGN_START);
      sf_table_row_add_cell (head, sf_prose_new (titles[i]), SF_SCOPE_COLUMN);
    }
  return table;
}

static void
add_statement (Index *self, const SfPackStatement *planned)
{
  static const double weights[] = { 3.2, 1.2, 2.6 };
  const char *titles[] = { _ ("Evidence"), _ ("Kind and date"), _ ("Where it is") };
  SfBlock *table = new_table (titles, weights, G_N_ELEMENTS (titles));
  const char *code = sf_statement_get_code (planned->statement);
  g_autofree char *name
      = g_strdup_printf ("%s %s", code, sf_statement_get_title (planned->statement));

  sf_block_set_name (table, name);
  for (guint i = 0; i < planned->entries->len; i++)
    {
      const SfPackEntry *entry = planned->entries->pdata[i];
      SfTableRow *row = sf_block_add_row (table);

      add_what (self, row, entry);
      add_kind (row, entry->item->evidence);
      add_where (self, row, entry->item);
    }
  sf_document_add_heading (self->document, 2, name, code);
  sf_document_add (self->document, table);
}

static void
add_statements (Index *self)
{
  GPtrArray *statements = self->plan->statements;
  SfKeyArea *area = NULL;

  for (guint i = 0; i < statements->len; i++)
    {
      const SfPackStatement *planned = statements->pdata[i];

      if (sf_statement_get_area (planned->statement) != area)
        {
          SfBlock *heading;
          SfColor color;

          area = sf_statement_get_area (planned->statement);
          heading = sf_document_add_heading (self->document, 1, sf_key_area_get_title (area),
                                             sf_key_area_get_code (area));
          if (sf_color_parse (sf_key_area_get_colour (area), &color))
            sf_block_set_accent (heading, color);
        }
      add_statement (self, planned);
    }
  if (statements->len == 0)
    sf_document_add_text (self->document,
                          _ ("Nothing of what was asked for may leave to those for whom this pack "
                             "was made."));
}

/* --- the files ----------------------------------------------------------------------------------
 */

static void
add_checksum (SfBlock *table, const SfPackFile *file)
{
  SfTableRow *row = sf_block_add_row (table);
  SfProse *name = sf_prose_add_file_link (sf_prose_new (NULL), file->path, file->path);
  const char *digest = sf_attachment_get_digest (file->attachment);
  g_autofree char *size = g_format_size ((guint64)file->size);
  SfTableCell *cell;

  sf_table_row_add_cell (row, name, SF_SCOPE_ROW);
  sf_table_row_add_cell (row, sf_prose_new (size), SF_SCOPE_NONE);
  cell
      = sf_table_row_add_cell (row, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, file->digest),
                               SF_SCOPE_NONE);
  if (g_strcmp0 (file->digest, digest) != 0)
    {
      g_autofree char *before = g_strdup_printf (
          _ ("Where and with what it was taken was removed. In the centre’s file: %s"), digest);

      sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, before));
    }
}

static void
add_files (Index *self)
{
  static const double weights[] = { 3, 0.9, 3.1 };
  const char *titles[] = { _ ("File"), _ ("Size"), _ ("SHA-256") };
  GPtrArray *files = self->plan->files;
  SfBlock *table = new_table (titles, weights, G_N_ELEMENTS (titles));

  sf_block_set_name (table, _ ("The files"));
  for (guint i = 0; i < files->len; i++)
    if (((SfPackFile *)files->pdata[i])->reason == NULL)
      add_checksum (table, files->pdata[i]);
  if (table->rows->len == 0)
    {
      sf_block_free (table);
      return;
    }
  sf_document_add_heading (self->document, 1, _ ("The files"), "files");
  sf_document_add (self->document, table);
}

SfDocument *
sf_pack_index_new (const SfPackPlan *plan, const char *by, gint64 now)
{
  SfCentre *centre = sf_model_get_centre (plan->model, plan->evaluation);
  g_autofree char *iso = sf_date_of_instant (now), *date = sf_date_format (iso);
  g_autofree char *title = g_strdup_printf (_ ("Evidence pack – %s"), sf_centre_get_name (centre));
  Index index = { plan, sf_document_new (title, "en-GB", iso) };

  sf_document_set_author (index.document, sf_centre_get_name (centre));
  sf_document_set_running_head (index.document, title);
  add_title (&index, centre, sf_text_is_blank (by) ? sf_centre_get_name (centre) : by, date);
  add_left_out (&index);
  add_warning (&index);
  if (plan->statements->len > 0)
    {
      sf_document_add_heading (index.document, 1, _ ("Contents"), NULL)->in_contents = FALSE;
      sf_document_add (index.document, sf_block_new_contents (2));
    }
  add_statements (&index);
  add_files (&index);
  return index.document;
}
