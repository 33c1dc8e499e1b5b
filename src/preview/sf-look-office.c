/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-archive.h"
#include "preview/sf-markup.h"

#include <string.h>

/* OpenDocument and Office Open XML: what they say of themselves, their words, and the small picture
 * that the program that wrote them left. */

#define MAX_META ((gsize)256 << 10)
#define MAX_XML ((gsize)32 << 20)
#define MAX_THUMBNAIL ((gsize)4 << 20)
#define MAX_PARTS 500

/* Where a part of a kind of file has its words. */
typedef struct
{
  const char *within; /* (nullable): only inside this element */
  const char *text;   /* (nullable): only directly in this element */
  const char *const *lines;
  const char *const *tabs;
} SfWords;

static const char *const odf_lines[] = { "text:p", "text:h", "text:line-break", NULL };
static const char *const odf_tabs[] = { "text:tab", "text:s", NULL };
static const SfWords odf_words = { "office:body", NULL, odf_lines, odf_tabs };
static const char *const word_lines[] = { "w:p", "w:br", NULL };
static const char *const word_tabs[] = { "w:tab", NULL };
static const SfWords word_words = { "w:body", "w:t", word_lines, word_tabs };
static const char *const slide_lines[] = { "a:p", "a:br", NULL };
static const char *const no_tabs[] = { NULL };
static const SfWords slide_words = { NULL, "a:t", slide_lines, no_tabs };

static gboolean
is_one_of (const SfMark *mark, const char *const *names)
{
  for (; *names != NULL; names++)
    if (sf_mark_is (mark, *names))
      return TRUE;
  return FALSE;
}

static void
add_words (SfBytes xml, const SfWords *where, GString *words)
{
  SfMarkup markup = { xml, 0 };
  gboolean within = where->within == NULL, taken = where->text == NULL;
  SfMark mark;

  while (words->len < 2 * SF_PREVIEW_MAX_TEXT
         && sf_markup_next (&markup, &mark, within && taken ? words : NULL))
    {
      if (where->within != NULL && sf_mark_is (&mark, where->within))
        within = mark.opens && !mark.closes;
      if (where->text != NULL)
        taken = mark.opens && !mark.closes && sf_mark_is (&mark, where->text);
      if (within && mark.closes && is_one_of (&mark, where->lines))
        g_string_append_c (words, '\n');
      else if (within && mark.opens && is_one_of (&mark, where->tabs))
        g_string_append_c (words, sf_mark_is (&mark, "text:s") ? ' ' : '\t');
    }
}

static gboolean
add_part (SfArchive *archive, const char *name, const SfWords *where, GString *words)
{
  g_autoptr (GByteArray) part = sf_archive_read (archive, name, MAX_XML);

  if (part != NULL)
    add_words (sf_bytes_of_array (part), where, words);
  return part != NULL;
}

static void
take_words (SfLook *look, GString *words)
{
  g_autofree char *text = sf_text_tidy (words->str, words->len, SF_PREVIEW_MAX_TEXT);

  if (*g_strstrip (text) != '\0')
    look->text = g_steal_pointer (&text);
}

/* When it was last written is told before when it was begun: what is written anew each year is
 * often begun as a copy of the last. */
static void
read_meta (SfLook *look,
           SfArchive *archive,
           const char *name,
           const char *title,
           const char *changed,
           const char *begun)
{
  g_autoptr (GByteArray) meta = sf_archive_read (archive, name, MAX_META);
  g_autofree char *changed_at = NULL, *begun_at = NULL;

  if (meta == NULL)
    return;
  look->title = sf_markup_find (sf_bytes_of_array (meta), title);
  changed_at = sf_markup_find (sf_bytes_of_array (meta), changed);
  begun_at = sf_markup_find (sf_bytes_of_array (meta), begun);
  look->date = sf_look_read_date (changed_at);
  if (look->date == NULL)
    look->date = sf_look_read_date (begun_at);
}

/* The small picture is a picture file like any other. */
static void
read_thumbnail (SfLook *look, SfArchive *archive, const char *name)
{
  g_autoptr (GByteArray) bytes = sf_archive_read (archive, name, MAX_THUMBNAIL);
  SfLook small = { .side = look->side, .page = -1 };

  if (bytes == NULL || look->picture != NULL)
    return;
  sf_look_at_picture (&small, sf_bytes_of_array (bytes));
  look->picture = g_steal_pointer (&small.picture);
  sf_look_clear (&small);
}

static void
look_at_odf (SfLook *look, SfArchive *archive)
{
  g_autoptr (GString) words = g_string_new (NULL);

  read_meta (look, archive, "meta.xml", "dc:title", "dc:date", "meta:creation-date");
  add_part (archive, "content.xml", &odf_words, words);
  take_words (look, words);
  read_thumbnail (look, archive, "Thumbnails/thumbnail.png");
}

/* --- tables ----------------------------------------------------------------------------------- */

/* The texts that the cells refer to by number. */
static GPtrArray *
read_shared (SfArchive *archive)
{
  g_autoptr (GByteArray) part = sf_archive_read (archive, "xl/sharedStrings.xml", MAX_XML);
  GPtrArray *shared = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  SfMarkup markup = { 0 };
  gboolean taken = FALSE, reading = FALSE; /* how a name is to be read aloud is left out */
  gsize total = 0;
  SfMark mark;

  if (part == NULL)
    return shared;
  markup.bytes = sf_bytes_of_array (part);
  while (total < 4 * SF_PREVIEW_MAX_TEXT && sf_markup_next (&markup, &mark, taken ? text : NULL))
    {
      if (sf_mark_is (&mark, "rPh"))
        reading = mark.opens && !mark.closes;
      taken = !reading && mark.opens && !mark.closes && sf_mark_is (&mark, "t");
      if (mark.closes && sf_mark_is (&mark, "si"))
        {
          g_ptr_array_add (shared, g_strndup (text->str, text->len));
          total += text->len + 16;
          g_string_truncate (text, 0);
        }
    }
  return shared;
}

static void
add_cell (GString *words, const char *value, gboolean is_shared, GPtrArray *shared)
{
  guint64 number = is_shared ? g_ascii_strtoull (value, NULL, 10) : 0;

  if (is_shared)
    value = number < shared->len ? shared->pdata[number] : "";
  g_string_append (words, value);
  g_string_append_c (words, '\t');
}

static void
add_sheet (SfBytes xml, GPtrArray *shared, GString *words)
{
  g_autoptr (GString) value = g_string_new (NULL);
  SfMarkup markup = { xml, 0 };
  gboolean taken = FALSE, is_shared = FALSE;
  SfMark mark;

  while (words->len < 2 * SF_PREVIEW_MAX_TEXT
         && sf_markup_next (&markup, &mark, taken ? value : NULL))
    {
      taken = mark.opens && !mark.closes && (sf_mark_is (&mark, "v") || sf_mark_is (&mark, "t"));
      if (mark.opens && sf_mark_is (&mark, "c"))
        {
          g_autofree char *type = sf_mark_get (&mark, "t");

          is_shared = g_strcmp0 (type, "s") == 0;
          g_string_truncate (value, 0);
        }
      if (mark.closes && sf_mark_is (&mark, "c"))
        add_cell (words, value->str, is_shared && value->len > 0, shared);
      else if (mark.closes && sf_mark_is (&mark, "row"))
        g_string_append_c (words, '\n');
    }
}

static void
add_sheets (SfArchive *archive, GString *words)
{
  g_autoptr (GPtrArray) shared = read_shared (archive);

  for (guint i = 1; i <= MAX_PARTS && words->len < SF_PREVIEW_MAX_TEXT; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);
      g_autoptr (GByteArray) part = sf_archive_read (archive, name, MAX_XML);

      if (part == NULL)
        break;
      add_sheet (sf_bytes_of_array (part), shared, words);
      g_string_append_c (words, '\n');
    }
}

/* --- Office Open XML -------------------------------------------------------------------------- */

static void
add_slides (SfArchive *archive, GString *words)
{
  for (guint i = 1; i <= MAX_PARTS && words->len < SF_PREVIEW_MAX_TEXT; i++)
    {
      g_autofree char *name = g_strdup_printf ("ppt/slides/slide%u.xml", i);

      if (!add_part (archive, name, &slide_words, words))
        break;
      g_string_append_c (words, '\n');
    }
}

static void
look_at_ooxml (SfLook *look, SfArchive *archive)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (sf_archive_has (archive, "word/document.xml"))
    add_part (archive, "word/document.xml", &word_words, words);
  else if (sf_archive_has (archive, "xl/workbook.xml"))
    add_sheets (archive, words);
  else if (sf_archive_has (archive, "ppt/presentation.xml"))
    add_slides (archive, words);
  else
    return;
  read_meta (look, archive, "docProps/core.xml", "dc:title", "dcterms:modified", "dcterms:created");
  take_words (look, words);
  read_thumbnail (look, archive, "docProps/thumbnail.jpeg");
  read_thumbnail (look, archive, "docProps/thumbnail.png");
}

void
sf_look_at_office (SfLook *look, SfBytes bytes)
{
  g_autoptr (SfArchive) archive = sf_archive_open (bytes);
  g_autoptr (GByteArray) type = NULL;

  if (archive == NULL)
    return;
  type = sf_archive_read (archive, "mimetype", 200);
  if (type != NULL
      && SF_BYTES_IS (sf_bytes_of_array (type), 0, "application/vnd.oasis.opendocument."))
    look_at_odf (look, archive);
  else if (sf_archive_has (archive, "[Content_Types].xml"))
    look_at_ooxml (look, archive);
}
