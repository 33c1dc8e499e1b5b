/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "model/sf-evidence-order.h"
#include "workbook/sf-workbook-search.h"

#include <glib/gi18n-lib.h>

/* As grep does, so that a script can ask whether something is there; a script of ours goes on. */
static gboolean
tell_nothing (SfCli *cli, const char *query, GError **error)
{
  g_autofree char *sentence = g_strdup_printf (_ ("Nothing found for “%s”."), query);

  if (cli->in_batch)
    {
      sf_cli_say (sentence);
      return TRUE;
    }
  g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED, sentence);
  return FALSE;
}

/* --- the whole file ------------------------------------------------------------------------------
 */

static void
add_hit (SfJson *json, SfSearchHit *hit)
{
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "kind", sf_search_kind_get_label (hit->kind));
  sf_json_add_text (json, "title", hit->title);
  sf_json_add_text (json, "detail", hit->detail);
  sf_json_add_text (json, "snippet", hit->snippet);
  sf_json_add_text (json, "area", hit->area_code);
  sf_json_add_text (json, "statement", hit->statement_code);
  sf_json_end (json);
}

static void
print_hits (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      SfSearchHit *hit = hits->pdata[i];

      sf_cli_print ("%s · %s%s%s\n  %s\n", sf_search_kind_get_label (hit->kind), hit->title,
                    hit->detail != NULL ? " · " : "", hit->detail != NULL ? hit->detail : "",
                    hit->snippet);
    }
}

static void
print_hits_as_json (GPtrArray *hits)
{
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "hits");
  for (guint i = 0; i < hits->len; i++)
    add_hit (json, hits->pdata[i]);
  sf_json_print (json);
}

/* What is written, then the words inside files. @everything: not evidence alone */
static GPtrArray *
find_all (SfCli *cli, const char *query, gboolean everything, GError **error)
{
  GPtrArray *contents = sf_workbook_search_contents_sync (cli->workbook, query, 0, error);
  g_autoptr (GPtrArray) inside = NULL;
  GPtrArray *hits;

  if (contents == NULL)
    return NULL;
  hits = everything ? sf_search (cli->model, cli->evaluation, query, 0)
                    : sf_search_evidence (cli->model, cli->evaluation, query, 0, NULL);
  inside = sf_workbook_place_content_hits (cli->workbook, contents, hits);
  g_ptr_array_extend_and_steal (hits, g_steal_pointer (&inside));
  return hits;
}

gboolean
sf_cli_search (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *query = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  query = g_strjoinv (" ", cli->words);
  hits = find_all (cli, query, TRUE, error);
  if (hits == NULL)
    return FALSE;
  if (as_json)
    print_hits_as_json (hits);
  else
    print_hits (hits);
  return hits->len > 0 || tell_nothing (cli, query, error);
}

/* --- evidence ------------------------------------------------------------------------------------
 */

static void
add_evidence_hit (SfJson *json, SfSearchHit *hit)
{
  sf_json_begin_object (json, NULL);
  sf_json_add_text (json, "title", sf_evidence_get_title (hit->evidence));
  sf_json_add_text (json, "kind", sf_evidence_get_kind (hit->evidence));
  sf_json_add_text (json, "dated_on", sf_evidence_get_dated_on (hit->evidence));
  sf_json_add_text (json, "file", SF_IS_ATTACHMENT (hit->record) ? hit->detail : NULL);
  sf_json_add_text (json, "snippet", hit->snippet);
  sf_json_end (json);
}

static void
print_evidence_as_json (GPtrArray *hits)
{
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "hits");
  for (guint i = 0; i < hits->len; i++)
    add_evidence_hit (json, hits->pdata[i]);
  sf_json_print (json);
}

static void
print_evidence (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      SfSearchHit *hit = hits->pdata[i];
      g_autofree char *line = sf_evidence_to_text (hit->evidence);

      sf_cli_print ("%s\n  %s\n", hit->title, line);
      if (hit->kind == SF_SEARCH_CONTENT || hit->kind == SF_SEARCH_NOTE)
        sf_cli_print ("  %s: %s\n", hit->detail, hit->snippet);
      else if (!sf_search_hit_is_in_title (hit))
        sf_cli_print ("  %s\n", hit->snippet);
    }
}

gboolean
sf_cli_evidence_search (SfCli *cli, char **arguments, GError **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autofree char *query = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (!sf_cli_begin (cli, arguments, options, error))
    return FALSE;
  query = g_strjoinv (" ", cli->words);
  hits = find_all (cli, query, FALSE, error);
  if (hits == NULL)
    return FALSE;
  if (as_json)
    print_evidence_as_json (hits);
  else
    print_evidence (hits);
  return hits->len > 0 || tell_nothing (cli, query, error);
}
