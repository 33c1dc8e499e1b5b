/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What may identify somebody in a report: listed, and confirmed one by one. */
#include "base/sf-error.h"
#include "cli/sf-cli-report.h"
#include "cli/sf-cli.h"
#include "cli/sf-json.h"
#include "exchange/sf-identity-list.h"
#include "report/sf-compose-report.h"
#include "workbook/sf-workbook-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many digits of a digest tell one from the others of a report; fewer are asked for. */
#define SHOWN 10
#define LEAST 6

/* (transfer full) (nullable): (element-type SfIdentityItem): of the report for that audience */
static GPtrArray *
list_items (SfCli *cli, const char *word, GError **error)
{
  g_autoptr (SfFonts) fonts = NULL;
  g_auto (SfReportOptions) options = { 0 };
  g_autoptr (SfDisplayList) pages = NULL;
  SfAudience audience;

  if (!sf_cli_find_audience (cli, word, &audience, error)
      || (fonts = sf_fonts_new (NULL, error)) == NULL)
    return NULL;
  sf_report_options_init (&options, cli->model, cli->evaluation, audience, cli->today);
  options.annex = sf_audience_has_annex (audience);
  pages = sf_compose_report (cli->model, cli->evaluation, &options, sf_style_sheet_get_standard (),
                             fonts, error);
  if (pages == NULL)
    return NULL;
  return sf_identity_list (cli->model, cli->evaluation, word, sf_display_list_get_document (pages));
}

static void
tell_as_json (GPtrArray *items)
{
  SfJson *json = sf_json_new ();

  sf_json_begin_list (json, "identities");
  for (guint i = 0; i < items->len; i++)
    {
      const SfIdentityItem *item = items->pdata[i];

      sf_json_begin_object (json, NULL);
      sf_json_add_text (json, "digest", item->digest);
      sf_json_add_text (json, "kind", sf_identity_kind_get_word (item->kind));
      sf_json_add_text (json, "words", item->words);
      sf_json_add_text (json, "sentence", item->piece);
      sf_json_add_text (json, "detail", item->leads->detail);
      sf_json_add_boolean (json, "confirmed", item->confirmed);
      sf_json_end (json);
    }
  sf_json_print (json);
}

static void
tell_in_words (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const SfIdentityItem *item = items->pdata[i];

      sf_cli_print ("%.*s  %s\n  %s%s\n", SHOWN, item->digest, item->leads->title,
                    item->leads->detail, item->confirmed ? _ (" (confirmed)") : "");
    }
  sf_cli_print ("%s\n", _ ("The program cannot find everything. Please read the report as a "
                           "neighbour of the family would."));
}

gboolean
sf_cli_identity_list (SfCli *cli, char **arguments, GError **error)
{
  g_autofree char *audience = g_strdup ("governors");
  gboolean as_json = FALSE;
  const GOptionEntry options[]
      = { { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience,
            N_ ("For whom; governors if it is left out"), N_ ("WORD") },
          { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("As JSON"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) items = NULL;

  if (!sf_cli_begin (cli, arguments, options, error)
      || (items = list_items (cli, audience, error)) == NULL)
    return FALSE;
  if (as_json)
    tell_as_json (items);
  else
    tell_in_words (items);
  return TRUE;
}

/* The one item whose digest begins so. */
static const SfIdentityItem *
find_item (GPtrArray *items, const char *begin, GError **error)
{
  const SfIdentityItem *found = NULL;

  for (guint i = 0; strlen (begin) >= LEAST && i < items->len; i++)
    {
      const SfIdentityItem *item = items->pdata[i];

      if (!g_str_has_prefix (item->digest, begin)
          || (found != NULL && strcmp (found->digest, item->digest) == 0))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("More than one begins with “%s”."),
                       begin);
          return NULL;
        }
      found = item;
    }
  if (found == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("The report has no words “%s” that may identify somebody."), begin);
  return found;
}

typedef gboolean (*Change) (SfWorkbook *workbook,
                            SfEvaluation *evaluation,
                            const char *audience,
                            const char *digest,
                            GError **error);

static gboolean
change (SfCli *cli, char **arguments, Change function, GError **error)
{
  g_autofree char *audience = g_strdup ("governors");
  const GOptionEntry options[] = { { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience,
                                     N_ ("For whom; governors if it is left out"), N_ ("WORD") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) items = NULL;

  if (!sf_cli_begin (cli, arguments, options, error)
      || (items = list_items (cli, audience, error)) == NULL)
    return FALSE;
  for (guint i = 0; cli->words[i] != NULL; i++)
    {
      const SfIdentityItem *item = find_item (items, cli->words[i], error);

      if (item == NULL || !function (cli->workbook, cli->evaluation, audience, item->digest, error)
          || !sf_cli_settle (cli, error))
        return FALSE;
      sf_cli_done (cli, "%s · %s", item->leads->title, item->leads->detail);
    }
  return TRUE;
}

gboolean
sf_cli_identity_confirm (SfCli *cli, char **arguments, GError **error)
{
  return change (cli, arguments, sf_workbook_confirm_identity, error);
}

gboolean
sf_cli_identity_ask (SfCli *cli, char **arguments, GError **error)
{
  return change (cli, arguments, sf_workbook_ask_identity_again, error);
}
