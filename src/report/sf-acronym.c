/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-acronym.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/sf-compose-private.h"

/* What people in this field write, and what each stands for. */
static const struct
{
  const char *acronym;
  const char *meaning;
} known[] = {
  { "ADHD", N_ ("attention deficit hyperactivity disorder") },
  { "BME", N_ ("black and minority ethnic") },
  { "CAF", N_ ("Common Assessment Framework") },
  { "CAMHS", N_ ("child and adolescent mental health services") },
  { "CPD", N_ ("continuing professional development") },
  { "DBS", N_ ("Disclosure and Barring Service") },
  { "DCSF", N_ ("Department for Children, Schools and Families") },
  { "DSL", N_ ("designated safeguarding lead") },
  { "DWP", N_ ("Department for Work and Pensions") },
  { "EAL", N_ ("English as an additional language") },
  { "ECM", N_ ("Every Child Matters") },
  { "EHCP", N_ ("education, health and care plan") },
  { "ELSA", N_ ("emotional literacy support assistant") },
  { "ESOL", N_ ("English for speakers of other languages") },
  { "EYFS", N_ ("Early Years Foundation Stage") },
  { "EYP", N_ ("Early Years Professional") },
  { "EYPS", N_ ("Early Years Professional Status") },
  { "FTE", N_ ("full-time equivalent") },
  { "GLD", N_ ("good level of development") },
  { "IMD", N_ ("Index of Multiple Deprivation") },
  { "LA", N_ ("local authority") },
  { "LAC", N_ ("looked-after child") },
  { "LSCB", N_ ("Local Safeguarding Children Board") },
  { "LSOA", N_ ("lower-layer super output area: some 1,500 people of a neighbourhood") },
  { "MASH", N_ ("multi-agency safeguarding hub") },
  { "NEET", N_ ("not in education, employment or training") },
  { "NI", N_ ("national indicator") },
  { "NPQICL", N_ ("National Professional Qualification in Integrated Centre Leadership") },
  { "NVQ", N_ ("National Vocational Qualification") },
  { "PCT", N_ ("primary care trust") },
  { "PEEP", N_ ("Parents Early Education Partnership") },
  { "PPA", N_ ("planning, preparation and assessment") },
  { "PVI", N_ ("private, voluntary and independent") },
  { "SALT", N_ ("speech and language therapy") },
  { "SCR", N_ ("single central record") },
  { "SDP", N_ ("school development plan") },
  { "SEF", N_ ("self-evaluation form") },
  { "SEN", N_ ("special educational needs") },
  { "SENCO", N_ ("special educational needs co-ordinator") },
  { "SEND", N_ ("special educational needs and disabilities") },
  { "SIP", N_ ("school improvement partner") },
  { "SLA", N_ ("service level agreement") },
  { "SLT", N_ ("senior leadership team") },
  { "SSCC", N_ ("Sure Start Children’s Centre") },
  { "TAC", N_ ("team around the child") },
  { "TAF", N_ ("team around the family") },
};

/* Words by now, or known to everybody. */
static const char *const plain[] = { "AM",  "BBC", "CD", "DVD", "EU", "GP", "ID", "IT",  "MP",
                                     "NHS", "OK",  "PC", "PDF", "PM", "TV", "UK", "USA", "US" };

const char *
sf_acronym_explain (const char *acronym)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].acronym, acronym) == 0)
      return _ (known[i].meaning);
  return NULL;
}

static gboolean
is_plain (const char *word)
{
  gboolean roman = strspn (word, "IVX") == strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (plain[i], word) == 0)
      return TRUE;
  return roman;
}

/* --- in a text -------------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *found;     /* words of the document */
  GHashTable *explained; /* those that the text explains */
} Search;

/* "(EYFS)" after words, "EYFS (…)". @p: the word, @end: what follows it. */
static gboolean
explains (const char *text, const char *p, const char *end)
{
  if (p > text + 1 && p[-1] == '(' && *end == ')')
    return TRUE;
  return g_str_has_prefix (end, " (") && g_ascii_isalpha (end[2]);
}

/* The end of a run of two to six capitals at @p, an "s" after it apart; NULL where there is none.
 * A word in capitals among others is emphasis. */
static const char *
find_end (const char *text, const char *p, gsize *length)
{
  const char *end = p;

  /* what comes after a hyphen is part of a reference */
  if (p > text && (p[-1] == '-' || g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)))))
    return NULL;
  while (g_ascii_isupper (*end))
    end++;
  *length = (gsize)(end - p);
  if (*length < 2 || *length > 6)
    return NULL;
  if (*end == 's')
    end++;
  return g_unichar_isalnum (g_utf8_get_char (end)) ? NULL : end;
}

static void
look_at_text (Search *search, const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize length;
      const char *end = find_end (text, p, &length);

      if (end != NULL)
        {
          g_autofree char *word = g_strndup (p, length);

          if (explains (text, p, end))
            g_hash_table_add (search->explained, g_strdup (word));
          if (!is_plain (word))
            g_hash_table_add (search->found, g_steal_pointer (&word));
          p = end;
        }
      else
        p = g_utf8_next_char (p);
    }
}

/* --- in a document ---------------------------------------------------------------------------- */

static void
look_at_prose (Search *search, const SfProse *prose)
{
  if (prose != NULL)
    look_at_text (search, sf_prose_get_text (prose));
}

static void
look_at_proses (Search *search, GPtrArray *proses)
{
  for (guint i = 0; proses != NULL && i < proses->len; i++)
    look_at_prose (search, proses->pdata[i]);
}

static void
look_at_rows (Search *search, GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SfTableRow *row = rows->pdata[i];

      for (guint k = 0; k < row->cells->len; k++)
        look_at_proses (search, ((SfTableCell *)row->cells->pdata[k])->paragraphs);
    }
}

static void
look_at_blocks (Search *search, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SfBlock *block = blocks->pdata[i];

      if (g_strcmp0 (block->id, SF_ID_ANNEX) == 0)
        return;
      look_at_prose (search, block->prose);
      look_at_prose (search, block->trailing);
      look_at_proses (search, block->items);
      look_at_rows (search, block->header);
      look_at_rows (search, block->rows);
      for (guint k = 0; block->facts != NULL && k < block->facts->len; k++)
        look_at_prose (search, g_array_index (block->facts, SfTitleFact, k).value);
      look_at_blocks (search, block->first);
      look_at_blocks (search, block->second);
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
sf_acronym_list (SfDocument *document)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) explained = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { found, explained };
  GHashTableIter iter;
  gpointer word;

  look_at_blocks (&search, sf_document_get_blocks (document));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (explained, word))
      g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_sort (words, compare_words);
  return words;
}

GPtrArray *
sf_acronym_list_unexplained (SfDocument *document)
{
  GPtrArray *words = sf_acronym_list (document);

  for (guint i = words->len; i > 0; i--)
    if (sf_acronym_explain (words->pdata[i - 1]) != NULL)
      g_ptr_array_remove_index (words, i - 1);
  return words;
}

/* --- the section ------------------------------------------------------------------------------ */

/* "EYFS is Early Years Foundation Stage; NI is national indicator." */
void
sf_compose_short_forms (SfComposer *self)
{
  g_autoptr (GPtrArray) words = sf_acronym_list (self->document);
  SfProse *prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, _ ("Short forms"));
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *meaning = sf_acronym_explain (words->pdata[i]);

      if (meaning == NULL)
        continue;
      sf_prose_add (prose, SF_SPAN_SMALL, n++ == 0 ? ". " : "; ");
      sf_prose_add (prose, SF_SPAN_SMALL, words->pdata[i]);
      sf_prose_add (prose, SF_SPAN_SMALL, ": ");
      sf_prose_add (prose, SF_SPAN_SMALL, meaning);
    }
  if (n == 0)
    {
      sf_prose_free (prose);
      return;
    }
  sf_prose_add (prose, SF_SPAN_SMALL, ".");
  sf_compose_add_paragraph (self, prose);
}
