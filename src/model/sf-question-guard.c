/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What no question for the committee may be about, and what may not stand in one. */
#include "model/sf-question-private.h"

#include "base/sf-text.h"
#include "model/sf-outcome-published.h"

#include <string.h>

struct _SfQuestionGuard
{
  GPtrArray *outcomes; /* borrowed, of SfPublished */
  GHashTable *names;   /* a set of char *: " Helen Marsh ", " Marsh " */
  char *ordinary;      /* the words of the framework, in small letters */
  GPtrArray *codes;    /* of char *: " LLD S1 ", as words are spelt */
};

static gboolean
is_safe (SfStatement *statement)
{
  return sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE
         && !sf_statement_get_safeguarding (statement);
}

gboolean
sf_question_guard_allows_statement (SfStatement *statement)
{
  return is_safe (statement);
}

gboolean
sf_question_guard_allows_target (SfModel *model, SfTarget *target)
{
  g_autoptr (GPtrArray) statements = sf_target_list_statements (model, target);
  g_autofree char *codes = g_strjoin (" ",
                                      sf_target_get_statement_code (target) != NULL
                                          ? sf_target_get_statement_code (target)
                                          : "",
                                      sf_target_get_further_statements (target), NULL);
  g_auto (GStrv) words = g_strsplit_set (codes, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  /* One of them that the framework lacks may be anything. */
  if (n != statements->len)
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    if (!is_safe (statements->pdata[i]))
      return FALSE;
  return TRUE;
}

/* --- names ------------------------------------------------------------------------------------ */

/* How a column is filled in: some hold a person's name, in others an office may stand. */
typedef enum
{
  HOLDS_PERSON,
  MAY_HOLD_PERSON,
} Holds;

static const struct
{
  GType (*get_type) (void);
  guint column;
  Holds holds;
} columns[] = {
  { sf_centre_get_type, SF_CENTRE_HEAD_NAME, HOLDS_PERSON },
  { sf_contributor_get_type, SF_CONTRIBUTOR_NAME, HOLDS_PERSON },
  { sf_attendance_get_type, SF_ATTENDANCE_NAME, HOLDS_PERSON },
  { sf_performance_record_get_type, SF_PERFORMANCE_RECORD_PERSON, HOLDS_PERSON },
  { sf_performance_record_get_type, SF_PERFORMANCE_RECORD_REVIEWER, HOLDS_PERSON },
  { sf_target_get_type, SF_TARGET_OWNER, MAY_HOLD_PERSON },
  { sf_action_get_type, SF_ACTION_LEAD, MAY_HOLD_PERSON },
  { sf_review_get_type, SF_REVIEW_REVIEWED_BY, MAY_HOLD_PERSON },
  { sf_evidence_get_type, SF_EVIDENCE_AUTHOR, MAY_HOLD_PERSON },
};

/* A name is one to four words that begin with a capital, and two where it may be an office:
 * "Parents’ forum", "Head of centre" and "Office" are none. */
static gboolean
is_name (char **words, Holds holds)
{
  guint n = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])))
      return FALSE;
  return holds == HOLDS_PERSON ? n >= 1 && n <= 4 : n == 2;
}

/* Of "Parents Forum" both are words of the standards: no part of a name by itself. */
static gboolean
is_ordinary (SfQuestionGuard *self, const char *word)
{
  g_autofree char *folded = sf_text_to_words (word, TRUE);

  return strstr (self->ordinary, folded) != NULL;
}

/* (transfer full): all words of the framework's titles and texts */
static char *
spell_framework (SfFramework *framework)
{
  GPtrArray *statements = sf_framework_get_statements (framework);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    g_string_append_printf (text, "%s %s ", sf_statement_get_title (statements->pdata[i]),
                            sf_statement_get_text (statements->pdata[i]));
  return sf_text_to_words (text->str, TRUE);
}

static void
add_name (SfQuestionGuard *self, const char *name, Holds holds)
{
  g_autofree char *spelt = g_strstrip (sf_text_to_words (name, FALSE));
  g_auto (GStrv) words = g_strsplit (spelt, " ", -1);

  if (words[0] == NULL || !is_name (words, holds))
    return;
  g_hash_table_add (self->names, g_strdup_printf (" %s ", spelt));
  for (guint i = 0; words[1] != NULL && words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= 3 && !is_ordinary (self, words[i]))
      g_hash_table_add (self->names, g_strdup_printf (" %s ", words[i]));
}

static void
add_names (SfQuestionGuard *self, SfModel *model)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GListModel *list = sf_model_get_list (model, columns[i].get_type ());
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (SfRecord) record = g_list_model_get_item (list, k);
          const char *name = sf_record_get_text (record, columns[i].column);

          /* thousands of pieces of evidence are by a few people */
          if (name != NULL && g_hash_table_add (seen, (gpointer)name))
            add_name (self, name, columns[i].holds);
        }
    }
}

SfQuestionGuard *
sf_question_guard_new (SfModel *model, SfFramework *framework, GPtrArray *outcomes)
{
  SfQuestionGuard *self = g_new0 (SfQuestionGuard, 1);
  GPtrArray *statements = sf_framework_get_statements (framework);

  self->outcomes = outcomes;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->ordinary = spell_framework (framework);
  add_names (self, model);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (self->codes,
                     sf_text_to_words (sf_statement_get_code (statements->pdata[i]), FALSE));
  return self;
}

void
sf_question_guard_free (SfQuestionGuard *self)
{
  g_ptr_array_unref (self->codes);
  g_free (self->ordinary);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* --- texts ------------------------------------------------------------------------------------ */

static gboolean
holds_name (SfQuestionGuard *self, const char *words)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (strstr (words, name) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
holds_any (const char *words, GPtrArray *looked_for)
{
  for (guint i = 0; i < looked_for->len; i++)
    if (strstr (words, looked_for->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_safeguarding (const char *text)
{
  static const char *const touchy[] = { " safeguard", " child protection ", " protection plan" };
  g_autofree char *words = sf_text_to_words (text, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (touchy); i++)
    if (strstr (words, touchy[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
repeats_hidden (SfQuestionGuard *self, const char *text)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      g_autoptr (GArray) hits
          = sf_disclosure_find_in_text (sf_published_get_disclosure (self->outcomes->pdata[i]),
                                        text);

      if (hits->len > 0)
        return TRUE;
    }
  return strstr (text, sf_disclosure_get_mark ()) != NULL;
}

gboolean
sf_question_guard_allows (SfQuestionGuard *self, const char *text)
{
  g_autofree char *words = sf_text_to_words (text, FALSE);

  return !holds_name (self, words) && !holds_any (words, self->codes) && !is_of_safeguarding (text)
         && !repeats_hidden (self, text);
}
