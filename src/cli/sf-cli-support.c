/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-support.h"
#include "model/sf-target-groups.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>

/* What judgements rest on: the same functions as the form, the Overview and the report. */

typedef void (*TellFunc) (SfStatement *statement,
                          const SfSupport *support,
                          SfSupportConcern concern,
                          gpointer data);

static void
add_words (SfJson *json, const char *key, SfVocabulary vocabulary, guint set)
{
  sf_json_begin_list (json, key);
  for (guint n = 0; n < sf_vocabulary_get_n_terms (vocabulary); n++)
    if ((set & 1u << n) != 0)
      sf_json_add_text (json, NULL, sf_vocabulary_get_nth_id (vocabulary, n));
  sf_json_end (json);
}

static void
tell_as_json (SfStatement *statement,
              const SfSupport *support,
              SfSupportConcern concern,
              gpointer data)
{
  SfJson *json = data;

  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "code", sf_statement_get_code (statement));
  sf_json_add_text (json, "title", sf_statement_get_title (statement));
  sf_json_add_int (json, "items", support->n_items);
  add_words (json, "kinds", SF_VOCABULARY_EVIDENCE_KIND, support->kinds);
  sf_json_add_text (json, "newest", *support->newest != '\0' ? support->newest : NULL);
  sf_json_add_int (json, "undated", support->n_undated);
  add_words (json, "about", SF_VOCABULARY_TARGET_GROUP, support->target_groups);
  sf_json_add_text (json, "concern", sf_support_concern_to_id (concern));
  sf_json_take_text (json, "text", sf_support_to_text (support));
  sf_json_take_text (json, "concern_text", sf_support_concern_to_text (concern, support));
  sf_json_end (json);
}

static void
tell_in_words (SfStatement *statement,
               const SfSupport *support,
               SfSupportConcern concern,
               gpointer data)
{
  g_autofree char *items = sf_support_to_text (support);
  g_autofree char *detail = sf_support_detail_to_text (support);
  g_autofree char *said = sf_support_concern_to_text (concern, support);

  sf_cli_print ("%s · %s\n  %s\n", sf_statement_get_code (statement),
                sf_statement_get_title (statement), items);
  if (*detail != '\0')
    sf_cli_print ("  %s\n", detail);
  if (concern != SF_SUPPORT_FINE)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("This judgement %s."), said);

      sf_cli_print ("  %s\n", sentence);
    }
}

/* @only: (nullable): one statement */
static void
tell_each (SfCli *cli, SfStatement *only, gboolean marked, TellFunc tell, gpointer data)
{
  SfFramework *framework = sf_model_get_framework (cli->model, cli->evaluation);
  GPtrArray *statements = sf_framework_get_statements (framework);

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];
      SfSupportConcern concern = sf_support_get_concern (cli->model, cli->evaluation, statement);
      SfSupport support;

      if ((only != NULL && statement != only)
          || (only == NULL && sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
          || (marked && concern == SF_SUPPORT_FINE))
        continue;
      sf_support_of_statement (cli->model, cli->evaluation, sf_statement_get_code (statement),
                               &support);
      tell (statement, &support, concern, data);
    }
}

gboolean
sf_cli_evidence_support (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *code = NULL;
  gboolean as_json = FALSE, marked = FALSE;
  const GOptionEntry options[]
      = { { "statement", 's', 0, G_OPTION_ARG_STRING, &code, N_ ("Only this statement"),
            N_ ("CODE") },
          { "marked", 'm', 0, G_OPTION_ARG_NONE, &marked,
            N_ ("Only good judgements that rest on little"), NULL },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  SfStatement *only = NULL;
  SfJson *json;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  if (code != NULL && (only = sf_cli_find_statement (cli, code, error)) == NULL)
    return FALSE;
  if (!as_json)
    {
      tell_each (cli, only, marked, tell_in_words, NULL);
      return TRUE;
    }
  json = sf_json_new ();
  sf_json_begin_list (json, "statements");
  tell_each (cli, only, marked, tell_as_json, json);
  sf_json_print (json);
  return TRUE;
}
