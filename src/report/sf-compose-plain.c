/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A text that somebody wrote may have the code of a statement in it. Who reads a report has no
 * table of codes, and so reads the statement's title. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/sf-compose-private.h"

static gboolean
is_of_word (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* Every code has a digit. */
static gboolean
may_be_code (const char *text, const char *p)
{
  if (!g_ascii_isalpha (*p) || (p > text && is_of_word (g_utf8_prev_char (p))))
    return FALSE;
  while (g_ascii_isalpha (*p) || *p == '-' || *p == '.')
    p++;
  return g_ascii_isdigit (*p);
}

/* The statement whose code stands at @p, and its length; the longest of several. */
static SfStatement *
find_code (GPtrArray *statements, const char *text, const char *p, gsize *length)
{
  SfStatement *found = NULL;

  if (!may_be_code (text, p))
    return NULL;
  for (guint i = 0; i < statements->len; i++)
    {
      const char *code = sf_statement_get_code (statements->pdata[i]);
      gsize n = strlen (code);

      if (g_ascii_strncasecmp (p, code, n) == 0 && (found == NULL || n > *length)
          && (p[n] == '\0' || !is_of_word (p + n)))
        {
          found = statements->pdata[i];
          *length = n;
        }
    }
  return found;
}

/* (transfer full) (nullable): NULL where there is no code in it */
static char *
replace (GPtrArray *statements, const char *text)
{
  g_autoptr (GString) plain = NULL;
  const char *kept = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = 0;
      SfStatement *statement = find_code (statements, text, p, &length);

      if (statement == NULL)
        continue;
      if (plain == NULL)
        plain = g_string_new (NULL);
      g_string_append_len (plain, kept, p - kept);
      g_string_append_printf (plain, _ ("“%s”"), sf_statement_get_title (statement));
      kept = p + length;
      p = kept - 1;
    }
  if (plain == NULL)
    return NULL;
  g_string_append (plain, kept);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
add_span (SfProse *prose, const SfSpan *span, const char *text)
{
  switch (span->kind)
    {
    case SF_SPAN_CHIP:
      sf_prose_add_chip (prose, span->shape, span->tone, text);
      break;
    case SF_SPAN_LINK:
      sf_prose_add_link (prose, text, span->target);
      break;
    case SF_SPAN_WEB:
      sf_prose_add_web_link (prose, text, span->target);
      break;
    case SF_SPAN_FILE:
      sf_prose_add_file_link (prose, text, span->target);
      break;
    default:
      sf_prose_add_in_language (prose, span->kind, text, span->language);
      break;
    }
}

/* Takes @prose and gives it back, or another in its place. */
static SfProse *
name_in_prose (GPtrArray *statements, SfProse *prose)
{
  g_autofree char *whole = prose != NULL ? replace (statements, sf_prose_get_text (prose)) : NULL;
  SfProse *plain;

  if (whole == NULL)
    return prose;
  plain = sf_prose_new (NULL);
  for (guint i = 0; i < sf_prose_get_n_spans (prose); i++)
    {
      const SfSpan *span = sf_prose_get_span (prose, i);
      g_autofree char *text = replace (statements, span->text);

      add_span (plain, span, text != NULL ? text : span->text);
    }
  sf_prose_free (prose);
  return plain;
}

static void
name_in_proses (GPtrArray *statements, GPtrArray *proses)
{
  for (guint i = 0; proses != NULL && i < proses->len; i++)
    proses->pdata[i] = name_in_prose (statements, proses->pdata[i]);
}

static void
name_in_rows (GPtrArray *statements, GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SfTableRow *row = rows->pdata[i];

      for (guint k = 0; k < row->cells->len; k++)
        name_in_proses (statements, ((SfTableCell *)row->cells->pdata[k])->paragraphs);
    }
}

static void
name_in_blocks (GPtrArray *statements, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      SfBlock *block = blocks->pdata[i];

      block->prose = name_in_prose (statements, block->prose);
      block->trailing = name_in_prose (statements, block->trailing);
      name_in_proses (statements, block->items);
      name_in_rows (statements, block->header);
      name_in_rows (statements, block->rows);
      for (guint k = 0; block->facts != NULL && k < block->facts->len; k++)
        {
          SfTitleFact *fact = &g_array_index (block->facts, SfTitleFact, k);

          fact->value = name_in_prose (statements, fact->value);
        }
      name_in_blocks (statements, block->first);
      name_in_blocks (statements, block->second);
    }
}

void
sf_compose_name_codes (SfDocument *document, SfFramework *framework)
{
  name_in_blocks (sf_framework_get_statements (framework), sf_document_get_blocks (document));
}
