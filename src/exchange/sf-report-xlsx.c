/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-report-tables.h"

#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/sf-error.h"
#include "report/sf-tables.h"

/* The limits of the format, in characters. */
#define MOST_OF_NAME 31
#define MOST_OF_CELL 32767
/* Columns share so many characters by their weight; none is narrower than the least. */
#define ALL_WIDTH 110.0
#define LEAST_WIDTH 9.0
/* What is above the first row of a table: its title, and a line apart. */
#define FIRST_ROW 2

typedef struct
{
  lxw_workbook *book;
  lxw_format *title;
  lxw_format *head;
  lxw_format *row_head;
  lxw_format *cell;
  GHashTable *names;
} Book;

/* --- names ------------------------------------------------------------------------------------ */

/* (transfer full): a name that a sheet can have: without what the format forbids, not taken yet */
static char *
make_name (Book *self, guint number, const char *title)
{
  g_autofree char *numbered = g_strdup_printf ("%u %s", number, title);
  g_autofree char *plain = g_strdelimit (g_strdup (numbered), "[]:*?/\\'", ' ');
  glong length = g_utf8_strlen (plain, -1);
  char *name = g_utf8_substring (plain, 0, MIN (length, MOST_OF_NAME));

  g_strchomp (name);
  return name;
}

/* (transfer full): no longer than a cell can be */
static char *
cut_cell (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *begin = NULL;

  if (length <= MOST_OF_CELL)
    return g_strdup (text);
  begin = g_utf8_substring (text, 0, MOST_OF_CELL - 1);
  return g_strconcat (begin, "…", NULL);
}

/* --- cells ------------------------------------------------------------------------------------ */

static void
write_text (lxw_worksheet *sheet, guint row, guint column, const char *text, lxw_format *format)
{
  g_autofree char *cut = cut_cell (text);

  if (*cut == '\0')
    worksheet_write_blank (sheet, row, (lxw_col_t)column, format);
  else
    worksheet_write_string (sheet, row, (lxw_col_t)column, cut, format);
}

static void
write_row (Book *self, lxw_worksheet *sheet, const SfTableRow *row, guint at, gboolean is_head)
{
  guint column = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const SfTableCell *cell = row->cells->pdata[i];
      g_autofree char *text = sf_table_cell_to_text (cell);
      lxw_format *format = is_head                        ? self->head
                           : cell->scope != SF_SCOPE_NONE ? self->row_head
                                                          : self->cell;

      if (cell->span > 1)
        worksheet_merge_range (sheet, at, (lxw_col_t)column, at,
                               (lxw_col_t)(column + cell->span - 1), "", format);
      write_text (sheet, at, column, text, format);
      column += MAX (cell->span, 1);
    }
}

static void
set_columns (lxw_worksheet *sheet, const SfBlock *block)
{
  double all = 0;

  for (guint i = 0; i < block->columns->len; i++)
    all += g_array_index (block->columns, SfTableColumn, i).weight;
  for (guint i = 0; i < block->columns->len; i++)
    {
      double share = g_array_index (block->columns, SfTableColumn, i).weight / MAX (all, 0.01);

      worksheet_set_column (sheet, (lxw_col_t)i, (lxw_col_t)i, MAX (share * ALL_WIDTH, LEAST_WIDTH),
                            NULL);
    }
}

static gboolean
add_sheet (Book *self, const SfTable *table, const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);
  const SfBlock *block = table->block;
  guint at = FIRST_ROW, heads = block->header->len;

  if (sheet == NULL)
    return FALSE;
  worksheet_write_string (sheet, 0, 0, table->title, self->title);
  set_columns (sheet, block);
  for (guint i = 0; i < heads; i++)
    write_row (self, sheet, block->header->pdata[i], at++, TRUE);
  for (guint i = 0; i < block->rows->len; i++)
    write_row (self, sheet, block->rows->pdata[i], at++, FALSE);
  if (heads > 0)
    {
      worksheet_freeze_panes (sheet, FIRST_ROW + heads, 0);
      worksheet_repeat_rows (sheet, FIRST_ROW, FIRST_ROW + heads - 1);
    }
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  return TRUE;
}

/* --- the book --------------------------------------------------------------------------------- */

static lxw_format *
add_format (Book *self, gboolean bold, gboolean filled)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  if (filled)
    format_set_bg_color (format, 0xEBEBEB);
  return format;
}

static void
add_formats (Book *self)
{
  self->title = workbook_add_format (self->book);
  format_set_bold (self->title);
  format_set_font_size (self->title, 14);
  self->head = add_format (self, TRUE, TRUE);
  self->row_head = add_format (self, TRUE, FALSE);
  self->cell = add_format (self, FALSE, FALSE);
}

static void
set_properties (Book *self, SfDocument *document)
{
  const char *date = sf_document_get_date (document);
  g_autofree char *instant = g_strdup_printf ("%sT00:00:00Z", date != NULL ? date : "1980-01-01");
  g_autoptr (GDateTime) created = g_date_time_new_from_iso8601 (instant, NULL);
  lxw_doc_properties properties = {
    .title = (char *)sf_document_get_title (document),
    .author = (char *)sf_document_get_author (document),
    .comments = (char *)"Sixfold",
    .created = created != NULL ? (time_t)g_date_time_to_unix (created) : 0,
  };

  workbook_set_properties (self->book, &properties);
}

/* The first sheet says what the others are. */
static gboolean
add_contents (Book *self, SfDocument *document, GPtrArray *tables, char **names)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, _ ("Contents"));

  if (sheet == NULL)
    return FALSE;
  worksheet_write_string (sheet, 0, 0, sf_document_get_title (document), self->title);
  write_text (sheet, FIRST_ROW, 0, _ ("Sheet"), self->head);
  write_text (sheet, FIRST_ROW, 1, _ ("What it is"), self->head);
  worksheet_set_column (sheet, 0, 0, 36, NULL);
  worksheet_set_column (sheet, 1, 1, 90, NULL);
  for (guint i = 0; i < tables->len; i++)
    {
      const SfTable *table = tables->pdata[i];

      write_text (sheet, FIRST_ROW + 1 + i, 0, names[i], self->row_head);
      write_text (sheet, FIRST_ROW + 1 + i, 1, table->name != NULL ? table->name : table->title,
                  self->cell);
    }
  return TRUE;
}

static gboolean
fill (Book *self, SfDocument *document)
{
  g_autoptr (GPtrArray) tables = sf_document_list_tables (document);
  g_auto (GStrv) names = g_new0 (char *, tables->len + 1);
  gboolean sound;

  add_formats (self);
  set_properties (self, document);
  for (guint i = 0; i < tables->len; i++)
    names[i] = make_name (self, i + 1, ((SfTable *)tables->pdata[i])->title);
  sound = add_contents (self, document, tables, names);
  for (guint i = 0; sound && i < tables->len; i++)
    sound = add_sheet (self, tables->pdata[i], names[i]);
  return sound;
}

/* (transfer full) (nullable): what was written to that descriptor */
static GBytes *
read_all (int fd)
{
  off_t size = lseek (fd, 0, SEEK_END);
  g_autofree char *bytes = size > 0 ? g_malloc ((gsize)size) : NULL;
  gsize done = 0;

  while (bytes != NULL && done < (gsize)size)
    {
      ssize_t n = pread (fd, bytes + done, (gsize)size - done, (off_t)done);

      if (n <= 0)
        return NULL;
      done += (gsize)n;
    }
  return bytes != NULL ? g_bytes_new_take (g_steal_pointer (&bytes), done) : NULL;
}

GBytes *
sf_report_tables_to_xlsx (SfDocument *document, GError **error)
{
  int fd = memfd_create ("sixfold-xlsx", MFD_CLOEXEC);
  /* the library writes to files with a name only; this one has no place on the disk */
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  Book self = { .book = fd >= 0 ? workbook_new (path) : NULL };
  GBytes *bytes = NULL;

  g_return_val_if_fail (SF_IS_DOCUMENT (document), NULL);

  if (self.book != NULL)
    {
      gboolean sound = fill (&self, document);

      if (workbook_close (self.book) == LXW_NO_ERROR && sound)
        bytes = read_all (fd);
    }
  if (fd >= 0)
    close (fd);
  if (bytes == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED,
                         _ ("The tables could not be put into a spreadsheet. Your centre file is "
                            "unchanged."));
  return bytes;
}
